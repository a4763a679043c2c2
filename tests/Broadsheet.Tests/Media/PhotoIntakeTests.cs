using Broadsheet.Core.Media;
using Broadsheet.Formats.PhotoMetadata;
using Broadsheet.Tests.Formats;
using Xunit;

namespace Broadsheet.Tests.Media;

public sealed class PhotoIntakeTests
{
    private static readonly MediaOptions Limits = new();

    private static PhotoInspection Inspect(byte[] file, MediaOptions? limits = null) => PhotoIntake.Inspect(new MemoryStream(file), limits ?? Limits);

    private static string Reason(byte[] file, MediaOptions? limits = null) => Assert.IsType<PhotoInspection.Refused>(Inspect(file, limits)).Reason;

    [Theory]
    [InlineData(".jpg", PhotoFormat.Jpeg)]
    [InlineData(".png", PhotoFormat.Png)]
    [InlineData(".webp", PhotoFormat.WebP)]
    [InlineData(".avif", PhotoFormat.Avif)]
    [InlineData(".tif", PhotoFormat.Tiff)]
    public void Every_format_is_taken_with_its_size_hash_and_facts(string extension, PhotoFormat format)
    {
        var file = Drawing.File(extension, 300, 200, m => m.Blob("xmp-data", PhotoFactsWriter.ToXmp(PhotoMetadataWriterTests.Sample)));
        var photo = Assert.IsType<PhotoInspection.Accepted>(Inspect(file));
        Assert.Equal((format, 300, 200, file.Length), (photo.Format, photo.Width, photo.Height, (int)photo.Bytes));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file)), photo.Hash);
        Assert.Matches("^#[0-9a-f]{6}$", photo.Colour);
        Assert.Equivalent(PhotoMetadataWriterTests.Sample, photo.Facts, strict: true);
    }

    [Fact]
    public void An_extension_that_lies_is_not_asked()
    {
        using var folder = new TestFolder();
        var path = folder.Write("photo.jpg", Drawing.File(".png", 40, 30));
        Assert.Equal(PhotoFormat.Png, Assert.IsType<PhotoInspection.Accepted>(PhotoIntake.Inspect(path, Limits)).Format);
        path = folder.Write("photo.webp", Drawing.File(".gif", 40, 30));
        Assert.Contains("GIF", Assert.IsType<PhotoInspection.Refused>(PhotoIntake.Inspect(path, Limits)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 300, 200)]
    [InlineData(3, 300, 200)]
    [InlineData(6, 200, 300)]
    [InlineData(8, 200, 300)]
    public void Width_and_height_are_those_of_the_upright_picture(int orientation, int width, int height)
    {
        var photo = Assert.IsType<PhotoInspection.Accepted>(Inspect(Drawing.File(".jpg", 300, 200, m => m.Set(NetVips.GValue.GIntType, "orientation", orientation))));
        Assert.Equal((width, height), (photo.Width, photo.Height));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "SVG")]
    [InlineData("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "SVG")]
    [InlineData("<!doctype html><p>not found", "HTML")]
    [InlineData("%PDF-1.7\n", "PDF")]
    [InlineData("hello", "unknown kind")]
    public void Other_files_are_refused_by_name_with_what_to_do(string text, string name)
    {
        var reason = Reason(System.Text.Encoding.UTF8.GetBytes(text));
        Assert.Contains(name, reason, StringComparison.Ordinal);
        Assert.Contains("JPEG", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_refused() => Assert.Contains("empty", Reason([]), StringComparison.Ordinal);

    [Fact]
    public void A_file_of_too_many_bytes_is_refused_naming_the_setting()
    {
        Assert.Contains("Broadsheet:Media:MaxBytes", Reason(Drawing.File(".png", 200, 200), new() { MaxBytes = 10_000 }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".webp")]
    [InlineData(".avif")]
    [InlineData(".tif")]
    public void A_file_that_is_cut_off_is_refused(string extension)
    {
        var file = Drawing.File(extension, 400, 300);
        Assert.Contains("damaged or cut off", Reason(file[..(file.Length / 2)]), StringComparison.Ordinal);
        Assert.Contains("damaged or cut off", Reason(file[..(file.Length * 9 / 10)]), StringComparison.Ordinal);
        Assert.Contains("damaged or cut off", Reason(file[..20]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_strip_too_long_for_any_rendition_is_refused()
    {
        Assert.Contains("50 times", Reason(Drawing.File(".png", 10, 600)), StringComparison.Ordinal);
    }

    [Fact]
    public void HEIC_is_taken_or_refused_with_what_to_do()
    {
        var file = File.ReadAllBytes(Path.Combine(SharedData.Folder("img-exiftool-metadata"), "QuickTime.heic"));
        if (Inspect(file) is PhotoInspection.Refused refused)
            Assert.Contains("cannot decode this HEIC picture. Save it as JPEG", refused.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cmyk")]
    [InlineData("Grey16")]
    [InlineData("Palette")]
    [InlineData("Float")]
    [InlineData("Lab")]
    public void Unusual_colours_are_taken_and_rendered(string kind)
    {
        using var drawing = Drawing.Image(330, 220);
        var file = kind switch
        {
            "Cmyk" => drawing.Colourspace(NetVips.Enums.Interpretation.Cmyk).JpegsaveBuffer(),
            "Grey16" => drawing.Colourspace(NetVips.Enums.Interpretation.Grey16).PngsaveBuffer(),
            "Palette" => drawing.PngsaveBuffer(palette: true),
            "Float" => drawing.Cast(NetVips.Enums.BandFormat.Float).TiffsaveBuffer(),
            _ => drawing.Colourspace(NetVips.Enums.Interpretation.Lab).TiffsaveBuffer(),
        };
        Assert.IsType<PhotoInspection.Accepted>(Inspect(file));
        using var folder = new TestFolder();
        foreach (var format in Renditions.Formats)
        {
            var photo = Assert.IsType<PhotoInspection.Accepted>(Inspect(Renditions.Make(folder.Write("original", file), new(), 320, format)));
            Assert.Equal((320, 213), (photo.Width, photo.Height));
        }
    }

    [Fact]
    public void The_average_colour_is_that_of_the_picture()
    {
        using var blank = NetVips.Image.Black(64, 48, bands: 3);
        using var red = (blank + new[] { 200.0, 40, 20 }).Cast(NetVips.Enums.BandFormat.Uchar).Copy(interpretation: NetVips.Enums.Interpretation.Srgb);
        using var folder = new TestFolder();
        Assert.Equal("#c82814", Renditions.ColourOf(folder.Write("red.png", red.PngsaveBuffer())));
        using var clear = red.Bandjoin(0).Cast(NetVips.Enums.BandFormat.Uchar).Copy(interpretation: NetVips.Enums.Interpretation.Srgb);
        Assert.Equal("#ffffff", Assert.IsType<PhotoInspection.Accepted>(Inspect(clear.PngsaveBuffer())).Colour);
    }
}

using System.Diagnostics;
using System.Text;
using Broadsheet.Core.Media;
using Broadsheet.Formats.PhotoMetadata;
using Broadsheet.Tests.Formats;
using NetVips;
using Xunit;

namespace Broadsheet.Tests.Media;

public sealed class RenditionsTests : IDisposable
{
    private static readonly PhotoFacts Sample = PhotoMetadataWriterTests.Sample;
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<PhotoFormat> Formats => [PhotoFormat.Avif, PhotoFormat.WebP, PhotoFormat.Jpeg];

    private static PhotoInspection.Accepted Inspect(byte[] file) => Assert.IsType<PhotoInspection.Accepted>(PhotoIntake.Inspect(new MemoryStream(file), new MediaOptions()));

    [Theory]
    [InlineData(5000, 3000, "320 480 640 960 1280 1600 2400")]
    [InlineData(1600, 900, "320 480 640 960 1280 1600")]
    [InlineData(700, 900, "320 480 640")]
    [InlineData(320, 20, "320")]
    [InlineData(319, 20, "319")]
    [InlineData(8, 8, "8")]
    [InlineData(2400, 30_000, "320 480 640 960 1280")]
    public void Widths_never_exceed_the_original_and_there_is_always_one(int width, int height, string expected)
    {
        Assert.Equal(expected, string.Join(' ', Renditions.WidthsFor(width, height)));
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_rendition_has_exactly_the_size_that_the_page_announces(PhotoFormat format)
    {
        foreach (var (width, height) in new[] { (1000, 667), (999, 751), (643, 331), (37, 500), (500, 2), (30, 1500) })
        {
            var original = folder.Write("original.jpg", Drawing.File(".jpg", width, height));
            foreach (var w in Renditions.WidthsFor(width, height))
            {
                var made = Inspect(Renditions.Make(original, Sample, w, format));
                Assert.Equal((format, w, Renditions.HeightFor(width, height, w)), (made.Format, made.Width, made.Height));
            }
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void Korean_captions_and_every_other_fact_survive_in_each_format(PhotoFormat format)
    {
        var original = folder.Write("original.png", Drawing.File(".png", 400, 300));
        Assert.Equivalent(Sample, Inspect(Renditions.Make(original, Sample, 320, format)).Facts, strict: true);
    }

    [Fact]
    public void A_JPEG_carries_IIM_as_well()
    {
        using var image = NetVips.Image.NewFromBuffer(Renditions.Make(folder.Write("o.png", Drawing.File(".png", 400, 300)), Sample, 320, PhotoFormat.Jpeg));
        var facts = PhotoFactsReader.FromPackets(null, (byte[])image.Get("iptc-data"));
        Assert.Equal(Sample.Caption, facts.Caption);
        Assert.Equal("Kim Min-ji, 이서준", facts.Creator);
    }

    [Theory, MemberData(nameof(Formats))]
    public void Position_camera_and_everything_else_of_the_original_stay_behind(PhotoFormat format)
    {
        var original = folder.Write("original.jpg", Drawing.File(".jpg", 400, 300, m =>
        {
            m.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "35/1 5/1 48/1 (35, 5, 48)");
            m.Set(GValue.GStrType, "exif-ifd3-GPSLatitudeRef", "N");
            m.Set(GValue.GStrType, "exif-ifd0-Model", "SECRETCAM 9000");
            m.Set(GValue.GStrType, "exif-ifd2-BodySerialNumber", "SN-13371337");
            m.Blob("xmp-data", Encoding.UTF8.GetBytes("""
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
                xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="35,5.48N" exif:GPSLongitude="129,2.25E"/></rdf:RDF></x:xmpmeta>
                """));
            m.Blob("icc-profile-data", NetVips.Image.NewFromBuffer(Drawing.Image(8, 8).WriteToBuffer(".jpg[profile=p3]")).Get("icc-profile-data") as byte[] ?? []);
        }));
        Assert.Contains("GPSLatitude", Encoding.Latin1.GetString(File.ReadAllBytes(original)), StringComparison.Ordinal);
        Assert.Contains("SECRETCAM", Encoding.Latin1.GetString(File.ReadAllBytes(original)), StringComparison.Ordinal);

        var made = Renditions.Make(original, Sample, 320, format);
        var text = Encoding.Latin1.GetString(made);
        foreach (var secret in new[] { "GPS", "35,5", "SECRETCAM", "SN-1337", "Exif\0", "ICC_PROFILE", "ICCP" })
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        foreach (var line in ExifTool(folder.Write("made." + format.Extension(), made)))
            Assert.DoesNotMatch("GPS|Warning|^\\[(ExifIFD|IFD0|MakerNotes|ICC_Profile|ICC-header)", line);
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_picture_on_its_side_comes_out_upright(PhotoFormat format)
    {
        using var left = NetVips.Image.Black(400, 200, bands: 3) + new[] { 255.0, 0, 0 };
        using var right = NetVips.Image.Black(400, 200, bands: 3) + new[] { 0.0, 0, 255 };
        using var both = left.Join(right, Enums.Direction.Horizontal).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        using var turned = both.Mutate(m => m.Set(GValue.GIntType, "orientation", 6));
        var made = Renditions.Make(folder.Write("turned.jpg", turned.WriteToBuffer(".jpg")), Sample, 200, format);
        using var image = NetVips.Image.NewFromBuffer(made);
        Assert.Equal((200, 800), (image.Width, image.Height));
        Assert.True(image[100, 100][0] > 200 && image[100, 700][2] > 200, "red is on top after turning right");
    }

    [Theory, MemberData(nameof(Formats))]
    public void Transparency_is_kept_where_the_format_can_and_white_in_JPEG(PhotoFormat format)
    {
        using var clear = NetVips.Image.Black(400, 300, bands: 4).Copy(interpretation: Enums.Interpretation.Srgb);
        using var image = NetVips.Image.NewFromBuffer(Renditions.Make(folder.Write("clear.png", clear.PngsaveBuffer()), Sample, 320, format));
        var pixel = image[10, 10];
        if (format is PhotoFormat.Jpeg)
            Assert.True(pixel.Length == 3 && pixel[0] > 250, "white");
        else
            Assert.True(pixel.Length == 4 && pixel[3] < 5, "transparent");
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_phone_picture_with_a_gain_map_comes_out_as_a_plain_one(PhotoFormat format)
    {
        using var bright = (Drawing.Image(400, 300) * (4.0 / 255)).Cast(Enums.BandFormat.Float).Copy(interpretation: Enums.Interpretation.Scrgb);
        var original = folder.Write("hdr.jpg", (byte[])Operation.Call("uhdrsave_buffer", null!, bright, []));
        Assert.Contains("urn:iso:std:iso:ts:21496", Encoding.Latin1.GetString(File.ReadAllBytes(original)), StringComparison.Ordinal);
        var made = Renditions.Make(original, Sample, 320, format);
        Assert.DoesNotContain("urn:iso:std:iso:ts:21496", Encoding.Latin1.GetString(made), StringComparison.Ordinal);
        Assert.Equal(320, Inspect(made).Width);
    }

    [Fact]
    public void A_JPEG_is_progressive()
    {
        var made = Renditions.Make(folder.Write("o.png", Drawing.File(".png", 400, 300)), Sample, 320, PhotoFormat.Jpeg);
        Assert.True(made.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC2]) > 0, "has a progressive frame");
    }

    [Fact]
    public void A_width_above_the_original_and_a_format_for_originals_are_refused()
    {
        var original = folder.Write("o.png", Drawing.File(".png", 400, 300));
        Assert.Throws<ArgumentOutOfRangeException>(() => Renditions.Make(original, Sample, 480, PhotoFormat.Jpeg));
        Assert.Throws<ArgumentOutOfRangeException>(() => Renditions.Make(original, Sample, 320, PhotoFormat.Tiff));
    }

    /// <summary>ExifTool's view of a file, empty where the program is not installed.</summary>
    private static string[] ExifTool(string path)
    {
        try
        {
            using var tool = Process.Start(new ProcessStartInfo("exiftool", ["-a", "-u", "-G1", "-s", path]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var lines = tool.StandardOutput.ReadToEnd().Split('\n');
            tool.WaitForExit();
            return lines;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return [];
        }
    }
}

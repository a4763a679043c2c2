using Broadsheet.Formats.PhotoMetadata;
using Xunit;

namespace Broadsheet.Tests.Formats;

public sealed class PhotoMetadataSamplesTests
{
    private static PhotoFacts Facts(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(SharedData.Folder("img-exiftool-metadata"), name));
        return name.EndsWith(".xmp", StringComparison.Ordinal) ? PhotoFactsReader.FromPackets(bytes, null) : PhotoFactsReader.Read(bytes);
    }

    [Fact]
    public void IIM_of_a_JPEG_is_read()
    {
        var facts = Facts("IPTC.jpg");
        Assert.Equal("A witty caption", facts.Caption);
        Assert.Equal("No headline", facts.Headline);
        Assert.Equal("Phil Harvey", facts.Creator);
        Assert.Equal("My Credit", facts.Credit);
        Assert.Equal("I'm the source", facts.Source);
        Assert.Equal("Copyright 2004 Phil Harvey", facts.Copyright);
        Assert.Equal("2004-02-26", facts.DateCreated);
        Assert.Equal("Kingston, Ont, Canada", facts.Place);
        Assert.Equal(["ExifTool", "Test", "IPTC"], facts.Keywords);
        Assert.Empty(facts.Warnings);
    }

    [Fact]
    public void IIM_of_a_TIFF_is_read()
    {
        var facts = Facts("ExifTool.tif");
        Assert.Equal("The picture caption", facts.Caption);
        Assert.Equal("Phil Harvey", facts.Credit);
        Assert.Equal("2004-02-20", facts.DateCreated);
        Assert.Equal(["exiftool", "test", "picture"], facts.Keywords);
    }

    [Fact]
    public void XMP_in_UTF_16_is_read_and_wins_over_IIM_field_by_field()
    {
        var facts = Facts("ExifTool.jpg");
        Assert.Equal("UTF-16 (big-endian) encoded XMP", facts.Caption);
        Assert.Equal(["ExifTool", "Test", "XMP"], facts.Keywords);
        Assert.Equal("Kingston, Ont, Canada", facts.Place);
        Assert.Empty(facts.Warnings);
    }

    [Fact]
    public void Each_part_of_a_place_comes_from_XMP_where_XMP_has_it()
    {
        var facts = Facts("MWG.jpg");
        Assert.Equal("RIGHT-IPTC-Location, RIGHT-XMP-City, RIGHT-IPTC-State, RIGHT-IPTC-Country", facts.Place);
        Assert.Equal("RIGHT-XMP-Copyright", facts.Copyright);
        Assert.Equal(["RIGHT1of2-XMP-Keywords", "RIGHT2of2-XMP-Keywords"], facts.Keywords);
        Assert.Equal("1993-01-01T03:11:11.311+01:00", facts.DateCreated);
    }

    [Theory]
    [InlineData("PNG.png", "Phil Harvey", "")]
    [InlineData("RIFF.webp", null, "test")]
    [InlineData("XMP3.xmp", "bad_list_type_A, bad_list_type_B", "")]
    [InlineData("XMP4.xmp", null, "one|two")]
    [InlineData("PLUS.xmp", "Phil Harvey", "")]
    public void Creator_and_keywords_agree_with_the_samples(string file, string? creator, string keywords)
    {
        var facts = Facts(file);
        Assert.Equal(creator, facts.Creator);
        Assert.Equal(keywords, string.Join('|', facts.Keywords));
        Assert.Empty(facts.Warnings);
    }

    [Fact]
    public void The_default_language_of_a_text_is_taken()
    {
        var facts = Facts("XMP.xmp");
        Assert.Equal("© Copyright Phil Harvey", facts.Copyright);
        Assert.Contains("&-&amp;-&", facts.Keywords);
    }

    [Fact]
    public void No_sample_makes_the_reader_throw()
    {
        foreach (var path in Directory.GetFiles(SharedData.Folder("img-exiftool-metadata")))
            PhotoFactsReader.Read(File.ReadAllBytes(path));
        foreach (var path in Directory.GetFiles(SharedData.Folder("img-libpng-crashers"), "*.png", SearchOption.AllDirectories))
            PhotoFactsReader.Read(File.ReadAllBytes(path));
    }
}

using System.Text;
using Broadsheet.Formats.PhotoMetadata;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Formats;

public sealed class PhotoMetadataWriterTests
{
    internal static PhotoFacts Sample { get; } = new()
    {
        Headline = "부산항의 아침",
        Caption = "A ferry leaves Busan's north port on Sept. 12, 2023.\n부산 북항을 떠나는 여객선 <제목> & \"인용\"",
        AltText = "A white ferry before a row of cranes",
        Credit = "BROADSHEET",
        Creator = "Kim Min-ji, 이서준",
        Source = "Broadsheet",
        Copyright = "© 2023 Broadsheet",
        UsageTerms = "Editorial use only",
        DateCreated = "2023-09-12T18:30:00+09:00",
        Place = "북항, Busan, South Korea",
    };

    [Fact]
    public void XMP_gives_back_every_field_that_went_in()
    {
        var back = PhotoFactsReader.FromPackets(PhotoFactsWriter.ToXmp(Sample), null);
        Assert.Equivalent(Sample, back, strict: true);
    }

    [Fact]
    public void IIM_gives_back_the_fields_that_IIM_has()
    {
        var back = PhotoFactsReader.FromPackets(null, PhotoFactsWriter.ToIim(Sample));
        Assert.Equivalent(Sample with { AltText = null, UsageTerms = null }, back, strict: true);
    }

    [Fact]
    public void IIM_is_cut_to_its_limits_between_characters()
    {
        var long32 = PhotoFactsReader.FromPackets(null, PhotoFactsWriter.ToIim(new() { Credit = new string('연', 50), Caption = new string('가', 5000) }));
        Assert.Equal(new string('연', 10), long32.Credit);
        Assert.Equal(new string('가', 666), long32.Caption);
        var family = "👨‍👩‍👧‍👦";
        Assert.Equal(family, PhotoFactsReader.FromPackets(null, PhotoFactsWriter.ToIim(new() { Source = family + family })).Source);
    }

    [Fact]
    public void XMP_fits_into_one_segment_of_JPEG_whatever_the_texts()
    {
        var xmp = PhotoFactsWriter.ToXmp(new() { Caption = new string('가', 50_000), AltText = new string('&', 50_000), Headline = new string('<', 9_000) });
        Assert.InRange(xmp.Length, 1_000, 60_000);
        Assert.StartsWith("가가가", PhotoFactsReader.FromPackets(xmp, null).Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void No_facts_give_packets_without_facts()
    {
        Assert.Equivalent(new PhotoFacts(), PhotoFactsReader.FromPackets(PhotoFactsWriter.ToXmp(new()), PhotoFactsWriter.ToIim(new())), strict: true);
    }

    [Fact]
    public void Any_text_goes_through_both_packets_cleaned_alike() => Gen.String.Sample(text =>
    {
        var facts = new PhotoFacts { Caption = text, Headline = text };
        var xmp = PhotoFactsReader.FromPackets(PhotoFactsWriter.ToXmp(facts), null);
        Assert.Empty(xmp.Warnings);
        Assert.Equal(PhotoFactsReader.FromPackets(null, PhotoFactsWriter.ToIim(facts)).Caption, xmp.Caption);
    }, iter: 2_000);

    [Fact]
    public void Mutated_packets_never_make_the_reader_throw()
    {
        var xmp = PhotoFactsWriter.ToXmp(Sample);
        var iim = PhotoFactsWriter.ToIim(Sample);
        Gen.Select(Gen.Int[0, xmp.Length - 1], Gen.Int[0, iim.Length - 1], Gen.Byte, Gen.Int[1, 8]).Sample((x, i, value, count) =>
        {
            byte[] brokenXmp = [.. xmp], brokenIim = [.. iim];
            brokenXmp.AsSpan(x, Math.Min(count, xmp.Length - x)).Fill(value);
            brokenIim.AsSpan(i, Math.Min(count, iim.Length - i)).Fill(value);
            PhotoFactsReader.FromPackets(brokenXmp, brokenIim);
            PhotoFactsReader.FromPackets(xmp.AsMemory(0, x), iim.AsMemory(0, i));
        }, iter: 2_000);
    }

    [Fact]
    public void Moved_pieces_of_XML_never_make_the_reader_throw()
    {
        var tokens = Encoding.UTF8.GetString(PhotoFactsWriter.ToXmp(Sample)).Split('>');
        Gen.Select(Gen.Int[0, tokens.Length - 1], Gen.Int[0, tokens.Length - 1]).Sample((a, b) =>
        {
            var moved = tokens.ToArray();
            (moved[a], moved[b]) = (moved[b], moved[a]);
            PhotoFactsReader.FromPackets(Encoding.UTF8.GetBytes(string.Join('>', moved)), null);
        }, iter: 500);
    }
}

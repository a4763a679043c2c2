using System.Text;
using Broadsheet.Formats.PhotoMetadata;
using Xunit;

namespace Broadsheet.Tests.Formats;

public sealed class PhotoMetadataReaderTests
{
    private static readonly byte[] Utf8Marker = [0x1C, 1, 90, 0, 3, 0x1B, (byte)'%', (byte)'G'];

    private static byte[] Set(int number, byte[] value) => [0x1C, 2, (byte)number, (byte)(value.Length >> 8), (byte)value.Length, .. value];

    private static byte[] Xmp(string properties) => Encoding.UTF8.GetBytes($"""
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
          xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
          xmlns:exif="http://ns.adobe.com/exif/1.0/">{properties}</rdf:Description></rdf:RDF></x:xmpmeta>
        """);

    [Fact]
    public void Text_with_the_UTF_8_marker_is_UTF_8()
    {
        byte[] iim = [.. Utf8Marker, .. Set(120, "부산 자갈치 시장"u8.ToArray())];
        Assert.Equal("부산 자갈치 시장", PhotoFactsReader.FromPackets(null, iim).Caption);
    }

    [Fact]
    public void Valid_UTF_8_is_read_as_such_without_the_marker()
    {
        Assert.Equal("Señor 김", PhotoFactsReader.FromPackets(null, Set(80, "Señor 김"u8.ToArray())).Creator);
    }

    [Fact]
    public void Latin_1_and_typographic_quotes_of_Windows_are_read_without_the_marker()
    {
        byte[] caption = [0x93, .. Encoding.Latin1.GetBytes("São Paulo: AÇÃO, Müller"), 0x94];
        Assert.Equal("“São Paulo: AÇÃO, Müller”", PhotoFactsReader.FromPackets(null, Set(120, caption)).Caption);
    }

    [Fact]
    public void Korean_of_older_agency_systems_is_read_without_the_marker()
    {
        var caption = CodePagesEncodingProvider.Instance.GetEncoding(949)!.GetBytes("부산항에 입항한 배");
        Assert.Equal("부산항에 입항한 배", PhotoFactsReader.FromPackets(null, Set(120, caption)).Caption);
    }

    [Fact]
    public void A_character_cut_in_half_by_another_program_is_dropped()
    {
        byte[] iim = [.. Utf8Marker, .. Set(110, "연합뉴스"u8[..^1].ToArray())];
        Assert.Equal("연합뉴", PhotoFactsReader.FromPackets(null, iim).Credit);
    }

    [Fact]
    public void XMP_wins_where_it_says_something_and_IIM_fills_the_rest()
    {
        var xmp = Xmp("<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>From XMP</rdf:li></rdf:Alt></dc:description><photoshop:Headline/>");
        byte[] iim = [.. Set(120, "From IIM"u8.ToArray()), .. Set(105, "Headline of IIM"u8.ToArray())];
        var facts = PhotoFactsReader.FromPackets(xmp, iim);
        Assert.Equal("From XMP", facts.Caption);
        Assert.Equal("Headline of IIM", facts.Headline);
    }

    [Theory]
    [InlineData("<rdf:Alt><rdf:li xml:lang='ko'>한국어</rdf:li><rdf:li xml:lang='x-default'>default</rdf:li></rdf:Alt>", "default")]
    [InlineData("<rdf:Alt><rdf:li xml:lang='ko'>한국어</rdf:li><rdf:li xml:lang='en'>English</rdf:li></rdf:Alt>", "한국어")]
    [InlineData("<rdf:Bag><rdf:li>in a bag</rdf:li></rdf:Bag>", "in a bag")]
    [InlineData("plain text", "plain text")]
    public void A_language_alternative_gives_its_default_else_its_first(string value, string expected)
    {
        Assert.Equal(expected, PhotoFactsReader.FromPackets(Xmp($"<Iptc4xmpCore:AltTextAccessibility>{value}</Iptc4xmpCore:AltTextAccessibility>"), null).AltText);
    }

    [Theory]
    [InlineData("2023", "2023")]
    [InlineData("2023-09", "2023-09")]
    [InlineData("2023-09-12T18:30:00+09:00", "2023-09-12T18:30:00+09:00")]
    [InlineData("2023-09-12T18:30Z", "2023-09-12T18:30Z")]
    [InlineData("2023:09:12 18:30:00", "2023-09-12T18:30:00")]
    [InlineData("2023-02-30", null)]
    [InlineData("2023-13-01", null)]
    [InlineData("0000-00-00", null)]
    [InlineData("0001-01-01", "0001-01-01")]
    [InlineData("last summer", null)]
    public void A_date_of_XMP_stays_as_precise_as_it_was(string text, string? expected)
    {
        Assert.Equal(expected, PhotoFactsReader.FromPackets(Xmp($"<photoshop:DateCreated>{text}</photoshop:DateCreated>"), null).DateCreated);
    }

    [Theory]
    [InlineData("20230912", "183000+0900", "2023-09-12T18:30:00+09:00")]
    [InlineData("20230912", "183000", "2023-09-12T18:30:00")]
    [InlineData("20230912", "noon", "2023-09-12")]
    [InlineData("20230900", "", "2023-09")]
    [InlineData("20230000", "183000+0900", "2023")]
    [InlineData("00000000", "", null)]
    [InlineData("20231345", "", null)]
    public void A_date_of_IIM_stays_as_precise_as_it_was(string date, string time, string? expected)
    {
        byte[] iim = [.. Set(55, Encoding.ASCII.GetBytes(date)), .. Set(60, Encoding.ASCII.GetBytes(time))];
        Assert.Equal(expected, PhotoFactsReader.FromPackets(null, iim).DateCreated);
    }

    [Fact]
    public void A_broken_XMP_packet_leaves_the_facts_of_IIM_and_a_warning()
    {
        var facts = PhotoFactsReader.FromPackets("<x:xmpmeta xmlns:x='adobe:ns:meta/'><oops>"u8.ToArray(), Set(120, "From IIM"u8.ToArray()));
        Assert.Equal("From IIM", facts.Caption);
        Assert.Contains("XMP", Assert.Single(facts.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_IIM_packet_leaves_the_facts_of_XMP_and_what_stood_before_the_break()
    {
        byte[] iim = [.. Set(105, "Headline"u8.ToArray()), 0x1C, 2, 120, 0x70, 0, 1, 2, 3];
        var facts = PhotoFactsReader.FromPackets(Xmp("<photoshop:Credit>Broadsheet</photoshop:Credit>"), iim);
        Assert.Equal("Broadsheet", facts.Credit);
        Assert.Equal("Headline", facts.Headline);
        Assert.Single(facts.Warnings);
    }

    [Fact]
    public void A_document_type_with_entities_is_refused()
    {
        var xmp = "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>"u8.ToArray();
        Assert.Single(PhotoFactsReader.FromPackets(xmp, null).Warnings);
    }

    [Fact]
    public void A_hundred_thousand_nested_elements_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<dc:description>", 100_000)) + string.Concat(Enumerable.Repeat("</dc:description>", 100_000));
        Assert.Contains("nested", Assert.Single(PhotoFactsReader.FromPackets(Xmp(deep), null).Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_thousand_properties_take_no_time()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var many = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<dc:p{i}>a</dc:p{i}>"));
        Assert.Equal("Broadsheet", PhotoFactsReader.FromPackets(Xmp(many + "<photoshop:Credit>Broadsheet</photoshop:Credit>"), null).Credit);
        var list = string.Concat(Enumerable.Repeat("<rdf:li>word</rdf:li>", 100_000));
        Assert.Single(PhotoFactsReader.FromPackets(Xmp($"<dc:subject><rdf:Bag>{list}</rdf:Bag></dc:subject>"), null).Warnings);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"took {clock.Elapsed}");
    }

    [Fact]
    public void A_field_of_a_million_characters_is_cut_and_control_characters_go()
    {
        var facts = PhotoFactsReader.FromPackets(Xmp($"<photoshop:Headline>{new string('가', 1_000_000)}</photoshop:Headline><photoshop:Credit>A\u0001B&#x85;C</photoshop:Credit>"), null);
        Assert.Equal(20_000, facts.Headline!.Length);
        Assert.DoesNotContain(facts.Credit!, c => char.IsControl(c) && c != '\n');
    }
}

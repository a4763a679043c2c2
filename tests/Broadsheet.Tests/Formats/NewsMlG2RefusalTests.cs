using System.Text;
using Broadsheet.Formats;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Formats;

public sealed class NewsMlG2RefusalTests
{
    private static string Without(string part) => WireFiles.G2().Replace(part, "", StringComparison.Ordinal);

    public static TheoryData<string, string> Broken() => new()
    {
        { WireFiles.G2(version: "one"), "newsItem/@version is 'one': a whole number above 0" },
        { WireFiles.G2(version: "-1"), "newsItem/@version is '-1'" },
        { WireFiles.G2(versionCreated: "yesterday"), "itemMeta/versionCreated is 'yesterday': a date and time" },
        { WireFiles.G2(versionCreated: "2024-02-09"), "itemMeta/versionCreated is '2024-02-09': a date and time" },
        { WireFiles.G2(versionCreated: "2024-02-30T12:00:00Z"), "there is no such date" },
        { WireFiles.G2(versionCreated: "0001-01-01T00:00:00Z"), "itemMeta/versionCreated is '0001-01-01T00:00:00Z': the year 0001" },
        { WireFiles.G2(itemMeta: "<embargoed>0001-01-01T00:00:00</embargoed>"), "itemMeta/embargoed" },
        { WireFiles.G2(itemMeta: "<firstCreated>9999-12-31T23:59:59-14:30</firstCreated>"), "itemMeta/firstCreated" },
        { WireFiles.G2(contentMeta: "<contentCreated>spring</contentCreated>"), "contentMeta/contentCreated is 'spring'" },
        { WireFiles.G2(contentMeta: "<urgency>urgent</urgency>"), "contentMeta/urgency is 'urgent'" },
        { WireFiles.G2(contentMeta: "<language tag=\"english language\"/>"), "language/@tag" },
        { WireFiles.G2(contentMeta: "<subject qcode=\"sports\"/>"), "subject/@qcode is 'sports': a qcode" },
        { WireFiles.G2(contentMeta: "<subject uri=\"http://example.com/100%\"/>"), "subject/@uri" },
        { WireFiles.G2(contentMeta: "<subject qcode=\"a:b\" relevance=\"101\"/>"), "subject/@relevance is '101'" },
        { WireFiles.G2(contentSet: "<remoteContent href=\"a\" size=\"big\"/>"), "remoteContent/@size is 'big'" },
        { WireFiles.G2(before: "<catalogRef/>"), "catalogRef has no href" },
        { WireFiles.G2(contentMeta: $"<headline>{new string('x', 10_000)}</headline>"), "contentMeta/headline has 10000 characters" },
        { WireFiles.G2(itemMeta: "<pubStatus qcode=\"stat:usable\"/><pubStatus qcode=\"stat:canceled\"/>"), "more than one pubStatus" },
        { Without("guid=\"urn:example:1\""), "newsItem has no guid" },
        { Without("<itemClass qcode=\"ninat:text\"/>"), "itemMeta has no itemClass" },
        { Without("<provider qcode=\"nprov:Example\"/>"), "itemMeta has no provider" },
        { Without("<versionCreated>2024-02-09T12:25:32Z</versionCreated>"), "itemMeta has no versionCreated" },
        { Without("</contentMeta>"), "malformed XML" },
        { WireFiles.G2() + "<again/>", "malformed XML" },
        { "<!DOCTYPE newsItem [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + WireFiles.G2(contentMeta: "<headline>&x;</headline>"), "internal subset" },
        { "<!DOCTYPE newsItem SYSTEM \"http://example.com/x.dtd\">" + WireFiles.G2(), "DTD" },
        { "<?xml version=\"1.0\" encoding=\"martian\"?>" + WireFiles.G2(), "the encoding 'martian' is not known" },
        { "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + WireFiles.G2(), "written in single bytes" },
        { WireFiles.G2(contentSet: "<inlineXML>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + string.Concat(Enumerable.Repeat("</div>", 100_000)) + "</inlineXML>"), "nested deeper than 128" },
        { WireFiles.G2(contentSet: "<inlineData contenttype='text/html'>" + string.Concat(Enumerable.Repeat("&lt;div&gt;&lt;/x&gt;", 200_000)) + "</inlineData>"), "nested deeper than 128" },
        { WireFiles.G2(contentSet: "<inlineData contenttype='text/html'>" + string.Concat(Enumerable.Repeat("&lt;div&gt;", 500)) + "</inlineData>"), "nested deeper than 128" },
        { "<html><body>No</body></html>", "the root element is <html>; NewsML-G2" },
        { "", "the file is empty" },
        { " \n\t", "the file is empty" },
        { "\0\0\0\0", "not XML" },
        { "Dear editor", "NITF (nitf) and ninjs" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Bad_input_is_refused_with_line_and_reason(string xml, string reason)
    {
        var refused = await WireFiles.RefusalAsync(xml);
        Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
        Assert.True(refused.Line > 0);
    }

    [Fact]
    public async Task The_line_is_the_one_of_the_field_and_the_guid_is_told()
    {
        var refused = await WireFiles.RefusalAsync("\n\n" + WireFiles.G2(itemMeta: "\n<firstCreated>never</firstCreated>"));
        Assert.Equal((6, "urn:example:1"), (refused.Line, refused.Guid));
    }

    [Fact]
    public async Task A_byte_that_is_not_UTF8_is_refused_and_Latin_1_is_read_where_the_file_says_so()
    {
        var latin = Encoding.Latin1.GetBytes(WireFiles.G2(contentMeta: "<headline>Käse</headline>"));
        var refused = Assert.IsType<WireReading.Refused>(Assert.Single(await WireFiles.ReadAsync(latin)));
        Assert.Contains("byte E4 is not valid utf-8", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(4, refused.Line);
        foreach (var name in (string[])["ISO-8859-1", "windows-1252"])
        {
            byte[] declared = [.. Encoding.ASCII.GetBytes($"<?xml version='1.0' encoding='{name}'?>"), .. latin];
            Assert.Equal("Käse", Assert.IsType<WireReading.Found>(Assert.Single(await WireFiles.ReadAsync(declared))).Item.Headline);
        }
    }

    [Fact]
    public async Task UTF16_of_either_order_is_read_with_and_without_mark_alone_and_in_messages()
    {
        foreach (var xml in (string[])[WireFiles.G2(contentMeta: "<headline>비</headline>"), WireFiles.Message(WireFiles.G2(contentMeta: "<headline>비</headline>"))])
        {
            foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode])
            {
                var bytes = encoding.GetBytes(xml);
                Assert.Equal("비", Assert.IsType<WireReading.Found>(Assert.Single(await WireFiles.ReadAsync(bytes))).Item.Headline);
                Assert.Equal("비", Assert.IsType<WireReading.Found>(Assert.Single(await WireFiles.ReadAsync([.. encoding.GetPreamble(), .. bytes]))).Item.Headline);
            }
        }
    }

    [Fact]
    public async Task A_single_item_that_is_too_large_is_refused() =>
        Assert.Contains("larger than 1000 bytes", (await WireFiles.RefusalAsync(WireFiles.G2(contentMeta: new string(' ', 2_000)), new WireLimits(MaxItemBytes: 1_000))).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task No_change_to_the_bytes_makes_a_reader_throw()
    {
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(WireFiles.Message(WireFiles.G2("a", contentSet: WireFiles.Xhtml("<p>x <b>y</b></p><img src='a.jpg' alt='z'/>")), WireFiles.G2("b"))),
            Encoding.Unicode.GetBytes(WireFiles.Message(WireFiles.G2("c"))),
            Encoding.UTF8.GetBytes(WireFiles.G2(contentSet: "<inlineData contenttype='text/html'>&lt;table&gt;&lt;tr&gt;&lt;td&gt;x</inlineData>")),
            Encoding.UTF8.GetBytes(WireFiles.Nitf("<media media-type='image'><media-reference source='a.jpg'/><media-caption>x</media-caption></media><table><tr><td>1</td></tr></table>")),
        ];
        var changes = Gen.Select(Gen.Int[0, files.Length - 1], Gen.Select(Gen.Int[0, 10_000], Gen.Byte).Array[0, 6], Gen.Int[0, 20_000]);
        await changes.SampleAsync(
            async change =>
            {
                var (file, flips, length) = change;
                var bytes = files[file].ToArray();
                foreach (var (at, value) in flips)
                    bytes[at % bytes.Length] = value;
                var readings = await WireFiles.ReadAsync(bytes[..Math.Min(length, bytes.Length)]);
                return readings.Count > 0;
            },
            iter: 2_000);
    }
}

using System.Text;
using Broadsheet.Formats;
using Xunit;

namespace Broadsheet.Tests.Formats;

/// <summary>Reads XML wire files for the tests, and makes small ones.</summary>
internal static class WireFiles
{
    public static async Task<List<WireReading>> ReadAsync(byte[] bytes, WireFormat format = WireFormat.Auto, WireLimits? limits = null)
    {
        using var stream = new MemoryStream(bytes);
        return await WireReader.ReadAsync(stream, format, limits ?? new WireLimits(), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    public static Task<List<WireReading>> ReadAsync(string xml, WireFormat format = WireFormat.Auto, WireLimits? limits = null) => ReadAsync(Encoding.UTF8.GetBytes(xml), format, limits);

    public static async Task<NewsItem> ItemAsync(string xml) => Assert.IsType<WireReading.Found>(Assert.Single(await ReadAsync(xml))).Item;

    public static async Task<WireReading.Refused> RefusalAsync(string xml, WireLimits? limits = null) =>
        Assert.IsType<WireReading.Refused>(Assert.Single(await ReadAsync(xml, limits: limits)));

    /// <summary>A NewsML-G2 text item.</summary>
    public static string G2(string guid = "urn:example:1", string version = "1", string itemMeta = "", string contentMeta = "<headline>Rain</headline>", string contentSet = "", string itemClass = "ninat:text", string before = "", string versionCreated = "2024-02-09T12:25:32Z") => $"""
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="{version}" standard="NewsML-G2" standardversion="2.35" xml:lang="en">
          {before}
          <itemMeta><itemClass qcode="{itemClass}"/><provider qcode="nprov:Example"/><versionCreated>{versionCreated}</versionCreated>{itemMeta}</itemMeta>
          <contentMeta>{contentMeta}</contentMeta>
          <contentSet>{contentSet}</contentSet>
        </newsItem>
        """;

    /// <summary>A NewsML-G2 news message.</summary>
    public static string Message(params string[] items) =>
        $"""<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2024-02-09T12:00:00Z</sent></header><itemSet>{string.Concat(items)}</itemSet></newsMessage>""";

    /// <summary>An XHTML text as NewsML-G2 carries it.</summary>
    public static string Xhtml(string body) =>
        $"""<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>{body}</body></html></inlineXML>""";

    /// <summary>An NITF document.</summary>
    public static string Nitf(string content = "<p>Rain fell.</p>", string head = "<hedline><hl1>Rain</hl1></hedline>", string docdata = """<doc-id id-string="nitf-1" regsrc="Example"/>""", string attributes = "", string doctype = "", string more = "", string end = "") => $"""
        <?xml version="1.0" encoding="UTF-8"?>{doctype}
        <nitf version="-//IPTC//DTD NITF 3.6//EN"><head><title>T</title>{more}<docdata {attributes}>{docdata}</docdata></head>
        <body><body.head>{head}</body.head><body.content>{content}</body.content><body.end>{end}</body.end></body></nitf>
        """;
}

using System.Text.Json.Nodes;

namespace Broadsheet.Tests.Wire;

/// <summary>Wire items written for a test, in the three formats.</summary>
internal static class Wires
{
    /// <summary>A ninjs 1.4 item; further properties take the place of those given here, null removes one.</summary>
    public static string Ninjs(string guid, string version = "1", string headline = "A headline", string body = "<p>The first paragraph.</p>", string status = "usable", string? made = null, params (string Name, JsonNode? Value)[] more)
    {
        var item = new JsonObject
        {
            ["uri"] = $"urn:ninjs:wire.example.com:{guid}",
            ["type"] = "text",
            ["version"] = version,
            ["pubstatus"] = status,
            ["firstcreated"] = "2023-09-11T10:00:00+09:00",
            ["versioncreated"] = made ?? "2023-09-11T10:00:00+09:00",
            ["language"] = "en",
            ["byline"] = "By Ok Da-hyun",
            ["headline"] = headline,
            ["body_xhtml"] = body,
        };
        foreach (var (name, value) in more)
            if (value is null) item.Remove(name);
            else item[name] = value;
        return item.ToJsonString();
    }

    /// <summary>A NITF document.</summary>
    public static string Nitf(string guid, string headline = "A headline", string body = "<p>The first paragraph.</p>", string docdata = "", string attributes = "management-status=\"usable\"") => $"""
        <nitf>
          <head>
            <title>{headline}</title>
            <docdata {attributes}>
              <doc-id id-string="{guid}" regsrc="wire.example.com"/>
              <date.issue norm="20230911T100000+0900"/>
              {docdata}
            </docdata>
          </head>
          <body>
            <body.head><hedline><hl1>{headline}</hl1></hedline></body.head>
            <body.content>{body}</body.content>
          </body>
        </nitf>
        """;

    /// <summary>A NewsML-G2 text item.</summary>
    public static string G2(string guid, int version = 1, string headline = "A headline", string body = "<p>The first paragraph.</p>", string status = "usable", string contentMeta = "") => $"""
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="{version}" standard="NewsML-G2" standardversion="2.35" conformance="power" xml:lang="en">
          <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>
          <itemMeta>
            <itemClass qcode="ninat:text"/>
            <provider literal="wire.example.com"><name>Wire</name></provider>
            <versionCreated>2023-09-1{version}T10:00:00+09:00</versionCreated>
            <pubStatus qcode="stat:{status}"/>
          </itemMeta>
          <contentMeta>{contentMeta}<headline>{headline}</headline></contentMeta>
          <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>{body}</body></html></inlineXML></contentSet>
        </newsItem>
        """;
}

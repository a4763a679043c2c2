using System.Text;
using System.Text.RegularExpressions;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Media;
using Broadsheet.Formats;
using Broadsheet.Formats.PhotoMetadata;
using Broadsheet.Tests.Articles;

namespace Broadsheet.Fuzz;

/// <summary>What can be fuzzed.</summary>
internal static partial class Targets
{
    private static readonly string[] Xml =
    [
        "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE x [<!ENTITY e \"x\">]>", "&e;", "&amp;", "&#0;", "&#x10FFFF;", "xmlns=\"\"", "xml:lang=\"", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
        "0001-01-01T00:00:00Z", "9999-12-31T23:59:59+14:00", "-1", "2147483648", "../../etc/passwd",
    ];

    private static readonly string[] Json = ["{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "null", "true", "1e999", "-0", "\"body_xhtml\":", "\"renditions\":", "\"associations\":", "{\"items\":[", "\uFEFF"];

    private static readonly string[] Html =
    [
        "<p>", "</p>", "<table>", "<td>", "</table>", "<ul><li>", "<a href=\"javascript:", "<b>", "</b>", "<svg>", "<math><mtext>", "<style>", "<!--", "-->", "<template>", "<select>", "<br><br>", "&nbsp;", "\0", "<pre>\n",
        "<figure data-photo=0190a1b2-0000-7000-8000-000000000001 data-alt='", "<figcaption>", "<aside data-pull>", "<aside data-related=0190a1b2-0000-7000-8000-000000000001>", "<plaintext>", "<frameset>", "</body>", "lang=\"ko\"",
    ];

    private static readonly string[] Picture =
    [
        "\u00ff\u00d8\u00ff\u00e0", "\u00ff\u00e1\u00ff\u00ff", "\u00ff\u00ed", "Exif\0\0", "Photoshop 3.0\0", "8BIM\u0004\u0004", "\u001c\u0002\u0078", "\u001c\u0001\u005a", "http://ns.adobe.com/xap/1.0/\0", "IHDR", "iTXt", "IDAT", "IEND", "RIFF", "WEBPVP8X", "ftypavif", "meta", "iloc",
        "II*\0", "MM\0*", "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">", "<rdf:li>", "<rdf:Description rdf:about=\"\">",
    ];

    private static readonly (string, string)[] Pictures = [("samples/newspaper/pictures", "*.jpg"), ("samples/wire/pictures", "*.jpg"), ("data/img-exiftool-metadata", "*.*"), ("data/img-libpng-crashers", "*.png")];

    /// <summary>All of them.</summary>
    public static readonly FuzzTarget[] All =
    [
        new("newsml-g2", [("samples/wire", "*.newsml-g2.xml"), ("data/wire-newsml-g2", "*.xml"), ("data/wire-apa-newsml-g2", "*.xml")], Xml, bytes => Wire(bytes, WireFormat.NewsMlG2)),
        new("nitf", [("samples/wire", "*.nitf.xml")], Xml, bytes => Wire(bytes, WireFormat.Nitf)),
        new("ninjs", [("samples/wire", "*.json"), ("data/wire-ninjs", "*.json"), ("data/sec-jsontestsuite", "*.json")], [.. Json, .. Html], bytes => Wire(bytes, WireFormat.Ninjs)),
        new("photo-metadata", Pictures, Picture, Metadata) { HeadFirst = true },
        new("photo-intake", Pictures, Picture, Intake) { HeadFirst = true },
        new("body", [("samples/newspaper/articles", "*.html"), ("data/sec-html5lib-tests/tree-construction", "*.dat"), ("data/sec-xss-list", "*.txt"), ("data/feeds-feedparser", "*.xml")], Html, Body),
    ];

    private static async Task<string> Wire(byte[] bytes, WireFormat format)
    {
        using var stream = new MemoryStream(bytes);
        var seen = new StringBuilder();
        await foreach (var reading in WireReader.ReadAsync(stream, format, new WireLimits(), CancellationToken.None))
        {
            seen.Append(reading switch
            {
                WireReading.Refused refused => $"refused {Kind(refused.Reason)};",
                WireReading.Skipped skipped => $"skipped {Kind(skipped.Reason)};",
                WireReading.Found found => $"found {Checked(found.Item)};",
                _ => "?",
            });
        }
        return seen.ToString();
    }

    /// <summary>A found item has a key, and its texts become canonical.</summary>
    private static string Checked(NewsItem item)
    {
        if (item.Guid.Length == 0) throw new WrongResultException("An item without a guid was found.");
        Canonical(item.BodyHtml);
        foreach (var picture in item.Pictures) Line(picture.Caption ?? "");
        return $"{item.ContentKind} {item.Status} {item.Headline is null} {item.BodyHtml.Length > 0} {item.Pictures.Count > 0} {item.Embargo is null}";
    }

    private static Task<string> Metadata(byte[] bytes)
    {
        var facts = PhotoFactsReader.Read(bytes);
        var xmp = PhotoFactsReader.FromPackets(bytes, null);
        var iim = PhotoFactsReader.FromPackets(null, bytes);
        return Task.FromResult(string.Join(';', new[] { facts, xmp, iim }.Select(f => $"{f.Caption is null} {f.Credit is null} {string.Join(',', f.Warnings.Select(Kind))}")));
    }

    private static Task<string> Intake(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return Task.FromResult(PhotoIntake.Inspect(stream, new MediaOptions { MaxPixels = 4_000_000 }) switch
        {
            PhotoInspection.Accepted { Width: < 1 } or PhotoInspection.Accepted { Height: < 1 } => throw new WrongResultException("A picture without pixels was accepted."),
            PhotoInspection.Accepted accepted => $"accepted {accepted.Format}",
            PhotoInspection.Refused refused => Kind(refused.Reason),
            _ => "?",
        });
    }

    private static Task<string> Body(byte[] bytes)
    {
        var html = Encoding.UTF8.GetString(bytes);
        Line(html);
        return Task.FromResult(string.Join(' ', Tag().Matches(Canonical(html)).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)));
    }

    private static string Canonical(string html)
    {
        var body = BodyDialect.Normalise(html);
        if (DialectChecker.Fault(body) is { } fault) throw new WrongResultException(fault);
        if (BodyDialect.Normalise(body) != body) throw new WrongResultException("Normalising again changes the body.");
        _ = BodyBlocks.Read(body);
        _ = BodyText.CountWords(BodyText.Of(body));
        return body;
    }

    private static void Line(string html)
    {
        var line = BodyDialect.NormaliseInline(html);
        if (DialectChecker.LineFault(line) is { } fault) throw new WrongResultException(fault);
        if (BodyDialect.NormaliseInline(line) != line) throw new WrongResultException("Normalising again changes the line.");
    }

    /// <summary>A reason without what was quoted in it.</summary>
    private static string Kind(string reason) => Quoted().Replace(reason.Length > 80 ? reason[..80] : reason, "#");

    [GeneratedRegex("'[^']*'?|\"[^\"]*\"?|[0-9]+|[^\\x20-\\x7e]+")]
    private static partial Regex Quoted();

    [GeneratedRegex("<[a-z0-9]+")]
    private static partial Regex Tag();
}

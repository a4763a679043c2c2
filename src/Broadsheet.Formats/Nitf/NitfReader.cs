using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Broadsheet.Formats.Xml;

namespace Broadsheet.Formats.Nitf;

/// <summary>
/// Reads NITF 3.x, with or without its namespace. A document type declaration that only names the DTD is passed over
/// unread; one with an internal subset, which may declare entities, is refused.
/// </summary>
public static partial class NitfReader
{
    /// <summary>Reads a file, which holds one document.</summary>
    /// <param name="xml">The file; left open.</param>
    /// <param name="limits">Limits that hold whatever the file says.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>One reading. What stands in the bytes never makes it throw.</returns>
    public static async IAsyncEnumerable<WireReading> ReadAsync(Stream xml, WireLimits limits, [EnumeratorCancellation] CancellationToken ct)
    {
        var input = await XmlInput.OpenAsync(xml, ct);
        if (input.Problem(allowExternalDoctype: true) is { } problem)
            yield return new WireReading.Refused(null, problem) { Line = input.Opening.Line };
        else if (await input.ReadAllAsync(limits.MaxItemBytes, ct) is { } bytes)
            yield return Read(bytes, input.Opening.Doctype, limits);
        else
            yield return new WireReading.Refused(null, $"the document is larger than {limits.MaxItemBytes} bytes") { Line = input.Opening.Line };
    }

    private static WireReading Read(ReadOnlyMemory<byte> bytes, string? doctype, WireLimits limits)
    {
        string? guid = null;
        var skippedLines = 0;
        var line = 1;
        WireReading reading;
        try
        {
            var (encoding, mark, _) = XmlEncoding.Of(bytes.Span);
            var text = XmlTree.Trimmed(XmlEncoding.Decode(bytes.Span[mark..], encoding), out skippedLines);
            var nitf = XmlTree.Load(text, limits.MaxDepth, ignoreDoctype: true);
            line = skippedLines + XmlTree.LineOf(nitf);
            if (nitf.Name.LocalName != "nitf")
                throw new RefusedException($"the root element is <{nitf.Name.LocalName}>: <nitf> was expected", XmlTree.LineOf(nitf));
            guid = NitfDocData.GuidOf(nitf);
            reading = Document(nitf, doctype, bytes, limits);
        }
        catch (RefusedException refused)
        {
            reading = new WireReading.Refused(guid, refused.Message);
            line = refused.Line > 0 ? skippedLines + refused.Line : line;
        }
        return reading with { Line = line };
    }

    private static WireReading Document(XElement nitf, string? doctype, ReadOnlyMemory<byte> raw, WireLimits limits)
    {
        var data = NitfDocData.Read(nitf);
        if (nitf.First("body") is null && data.Status != PublishingStatus.Canceled)
            throw new RefusedException("the document has no body, which it must have", XmlTree.LineOf(nitf));
        var head = NitfBodyHead.Read(nitf);
        var title = nitf.First("head").First("title").Line();
        var headline = head.Headline ?? title;
        if (headline?.Length > limits.MaxHeadline)
            throw new RefusedException($"hedline/hl1 has {headline.Length} characters: at most {limits.MaxHeadline} are taken", XmlTree.LineOf(nitf));
        var language = nitf.Attr("baselang") ?? WireText.Line(nitf.Attribute(XNamespace.Xml + "lang")?.Value);
        var body = new BodyHtml(head.Headline, head.Subheadline, title);
        NitfBodyHead.Content(nitf, body);
        var subjects = NitfSubjects.Read(nitf, language ?? "");
        var item = new NewsItem(data.Source, data.Guid, data.Version)
        {
            Format = FormatOf(nitf, doctype),
            Status = data.Status,
            Headline = headline,
            Standfirst = head.Abstract ?? head.Subheadline,
            Slugline = data.Slugline,
            Dateline = head.Dateline,
            BodyHtml = body.Html,
            Language = language,
            Bylines = head.Bylines,
            Subjects = subjects,
            Pictures = body.Pictures,
            Associations = body.Associations,
            Urgency = data.Urgency,
            FirstCreated = data.Issued,
            VersionCreated = Revised(nitf) ?? data.Issued,
            Embargo = data.Embargo,
            Credit = head.Distributor,
            Copyright = data.Copyright,
            UsageTerms = data.UsageTerms,
            EditorialNote = data.EditorialNote,
            Genre = subjects.FirstOrDefault(s => s.Kind == "genre")?.Names.Values.FirstOrDefault() ?? nitf.First("head").First("tobject").Attr("tobject.type"),
            Links = data.Links,
            Raw = raw,
        };
        return item.Headline is null && item.BodyHtml.Length == 0 && item.Pictures.Count == 0 && item.Status != PublishingStatus.Canceled
            ? new WireReading.Skipped(data.Guid, "a document without headline, text or picture")
            : new WireReading.Found(item);
    }

    /// <summary>The latest date of the revision history.</summary>
    private static DateTimeOffset? Revised(XElement nitf)
    {
        DateTimeOffset? latest = null;
        foreach (var revision in nitf.First("head").All("revision-history").Where(r => r.Attr("norm") is not null))
        {
            var date = WireDate.Loose(revision.Attr("norm")!, "revision-history/@norm");
            latest = latest is null || date > latest ? date : latest;
        }
        return latest;
    }

    private static string FormatOf(XElement nitf, string? doctype)
    {
        var version = VersionNumber().Match(nitf.Attr("version") ?? doctype ?? "");
        return version.Success ? "nitf " + version.Value : "nitf";
    }

    [GeneratedRegex(@"(?<=NITF[ -]?|^)[0-9][.-][0-9]+", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex VersionNumber();
}

using System.Globalization;
using System.Xml.Linq;
using Broadsheet.Formats.Xml;

namespace Broadsheet.Formats.Nitf;

/// <summary>Management of an NITF document: <c>docdata</c> (NITF 3.6).</summary>
internal sealed record NitfDocData
{
    /// <summary>The document's permanent identifier.</summary>
    public required string Guid { get; init; }

    /// <summary>The registered source of the identifier, lower-case.</summary>
    public required string Source { get; init; }

    /// <summary>The version that the dynamic-use key gives; 1 where it gives no number.</summary>
    public long Version { get; init; } = 1;

    /// <summary>Whether it may be used.</summary>
    public PublishingStatus Status { get; init; }

    /// <summary>Not to be published before.</summary>
    public DateTimeOffset? Embargo { get; init; }

    /// <summary>When it was issued.</summary>
    public DateTimeOffset? Issued { get; init; }

    /// <summary>1 to 9.</summary>
    public int? Urgency { get; init; }

    /// <summary>Notes to the desk, a line each.</summary>
    public string? EditorialNote { get; init; }

    /// <summary>The slugline: the dynamic-use key, or the fixture.</summary>
    public string? Slugline { get; init; }

    /// <summary>Year and holder of the copyright.</summary>
    public string? Copyright { get; init; }

    /// <summary>Limits of the rights.</summary>
    public string? UsageTerms { get; init; }

    /// <summary>What it corrects or updates.</summary>
    public IReadOnlyList<(string Relation, string Guid)> Links { get; init; } = [];

    /// <summary>Reads and checks it.</summary>
    /// <param name="nitf">The <c>nitf</c> element.</param>
    /// <exception cref="RefusedException">There is no identifier, or a date is none.</exception>
    public static NitfDocData Read(XElement nitf)
    {
        var data = nitf.First("head").First("docdata");
        var id = data.All("doc-id").FirstOrDefault(d => d.Attr("id-string") is not null);
        var guid = GuidOf(nitf) ?? throw new RefusedException("the document has no identifier: head/docdata/doc-id/@id-string was expected", XmlTree.LineOf(nitf));
        var release = Date(data, "date.release");
        Date(data, "date.expire");
        var status = StatusOf(data, release);
        var key = data.First("du-key");
        return new NitfDocData
        {
            Guid = guid,
            Source = (id.Attr("regsrc") ?? nitf.First("head").All("pubdata").Select(p => p.Attr("name")).FirstOrDefault(n => n is not null) ?? "unknown").ToLowerInvariant(),
            Version = long.TryParse(key.Attr("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 ? version : 1,
            Status = status,
            Embargo = release,
            Issued = Date(data, "date.issue"),
            Urgency = int.TryParse(data.First("urgency").Attr("ed-urg"), NumberStyles.None, CultureInfo.InvariantCulture, out var urgency) && urgency is >= 1 and <= 9 ? urgency : null,
            EditorialNote = Notes(data),
            Slugline = key.Attr("key") ?? data.First("fixture").Attr("fix-id"),
            Copyright = CopyrightOf(nitf, data),
            UsageTerms = Joined(data.All("doc.rights").SelectMany(r => new[] { r.Attr("limitations"), r.Attr("geography") })),
            Links = [.. LinksOf(data)],
        };
    }

    /// <summary>The identifier: <c>doc-id</c>, else the document's own <c>uno</c>.</summary>
    public static string? GuidOf(XElement nitf) =>
        nitf.First("head").First("docdata").All("doc-id").Select(d => d.Attr("id-string")).FirstOrDefault(i => i is not null) ?? nitf.Attr("uno");

    /// <summary>The texts, each once, on lines of their own; null for none.</summary>
    private static string? Joined(IEnumerable<string?> texts)
    {
        var lines = texts.Where(t => t is not null).Distinct(StringComparer.Ordinal).ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    private static DateTimeOffset? Date(XElement? data, string name)
    {
        var element = data.All(name).FirstOrDefault(d => d.Attr("norm") is not null);
        if (element is null)
            return null;
        try
        {
            return WireDate.Loose(element.Attr("norm")!, $"docdata/{name}/@norm");
        }
        catch (RefusedException refused)
        {
            throw new RefusedException(refused.Message, XmlTree.LineOf(element), refused);
        }
    }

    /// <summary>The status; one that the standard does not know holds the document back, as does an embargo without an end.</summary>
    private static PublishingStatus StatusOf(XElement? data, DateTimeOffset? release) => data.Attr("management-status")?.ToLowerInvariant() switch
    {
        null or "usable" => PublishingStatus.Usable,
        "embargoed" => release is null ? PublishingStatus.Withheld : PublishingStatus.Usable,
        "canceled" or "cancelled" => PublishingStatus.Canceled,
        _ => PublishingStatus.Withheld,
    };

    private static string? Notes(XElement? data) => Joined(data.All("ed-msg").Select(m => m.Attr("info") ?? m.Line())
        .Concat(data.All("correction").Select(c => c.Attr("info")))
        .Concat(data.All("date.expire").Select(e => e.Attr("norm") is { } until ? $"Expires {until}" : null)));

    private static string? CopyrightOf(XElement nitf, XElement? data)
    {
        var holder = data.First("doc.copyright");
        if (WireText.Line($"{holder.Attr("year")} {holder.Attr("holder")}") is { } copyright)
            return copyright;
        return nitf.Descendants().FirstOrDefault(e => e.Name.LocalName == "copyrite").Line();
    }

    private static IEnumerable<(string Relation, string Guid)> LinksOf(XElement? data)
    {
        foreach (var corrected in data.All("correction").Select(c => c.Attr("id-string")))
        {
            if (corrected is not null)
                yield return ("corrects", corrected);
        }
        if (data.Attr("management-doc-idref") is { } target)
        {
            var isKill = (data.Attr("management-idref-status") ?? data.Attr("management-status"))?.ToLowerInvariant() is "canceled" or "cancelled";
            yield return (isKill ? "cancels" : "updates", target);
        }
    }
}

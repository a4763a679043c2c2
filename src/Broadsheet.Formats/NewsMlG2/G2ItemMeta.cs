using System.Globalization;
using System.Xml.Linq;
using Broadsheet.Formats.Xml;

namespace Broadsheet.Formats.NewsMlG2;

/// <summary>Management of an item: the root's attributes, <c>itemMeta</c> and <c>rightsInfo</c> (NewsML-G2 specification, 'Item metadata').</summary>
internal sealed record G2ItemMeta
{
    /// <summary>The item's permanent identifier.</summary>
    public required string Guid { get; init; }

    /// <summary>The item's version, from 1.</summary>
    public required long Version { get; init; }

    /// <summary>Code of the item's class, lower-case (<c>text</c>, <c>picture</c>), or null where the file leaves it empty.</summary>
    public string? ItemClass { get; init; }

    /// <summary>The provider's code or name, lower-case.</summary>
    public required string Source { get; init; }

    /// <summary>When this version was made.</summary>
    public DateTimeOffset VersionCreated { get; init; }

    /// <summary>When the provider first created the item.</summary>
    public DateTimeOffset? FirstCreated { get; init; }

    /// <summary>Not to be published before.</summary>
    public DateTimeOffset? Embargo { get; init; }

    /// <summary>Whether it may be used.</summary>
    public PublishingStatus Status { get; init; }

    /// <summary>The working title.</summary>
    public string? Title { get; init; }

    /// <summary>Notes to the desk, a line each.</summary>
    public string? EditorialNote { get; init; }

    /// <summary>Relation and target of each link.</summary>
    public IReadOnlyList<(string Relation, string Guid)> Links { get; init; } = [];

    /// <summary>Copyright notice, else its holder.</summary>
    public string? Copyright { get; init; }

    /// <summary>Conditions of use.</summary>
    public string? UsageTerms { get; init; }

    /// <summary>Reads and checks it.</summary>
    /// <param name="item">The item's root element.</param>
    /// <exception cref="RefusedException">A required part is missing or of the wrong type.</exception>
    public static G2ItemMeta Read(XElement item)
    {
        var guid = item.Value("guid") ?? throw new RefusedException($"{item.Name.LocalName} has no guid, which it must have", XmlTree.LineOf(item));
        var meta = Only(item, "itemMeta");
        var itemClass = Only(meta, "itemClass");
        var provider = Only(meta, "provider");
        var versionCreated = Only(meta, "versionCreated");
        var embargoed = AtMostOne(meta, "embargoed");
        var indefinitely = embargoed is not null && WireText.Line(embargoed) is null;
        var status = StatusOf(AtMostOne(meta, "pubStatus"));
        var rights = item.Children("rightsInfo").ToList();
        return new G2ItemMeta
        {
            Guid = guid,
            Version = VersionOf(item),
            ItemClass = itemClass.Role("qcode"),
            Source = SourceOf(provider),
            VersionCreated = Date(versionCreated)!.Value,
            FirstCreated = Date(AtMostOne(meta, "firstCreated")),
            Embargo = indefinitely ? null : Date(embargoed),
            // An empty embargo is one without end (specification, 'Embargoed').
            Status = indefinitely && status == PublishingStatus.Usable ? PublishingStatus.Withheld : status,
            Title = meta.Children("title").Select(WireText.Line).FirstOrDefault(t => t is not null),
            EditorialNote = Lines(meta.Children("edNote")),
            Links = [.. meta.Children("link").Select(Link).OfType<(string, string)>()],
            Copyright = Lines(rights.Children("copyrightNotice")) ?? rights.Children("copyrightHolder").Select(G2Elements.Name).FirstOrDefault(n => n is not null),
            UsageTerms = Lines(rights.Children("usageTerms")),
        };
    }

    /// <summary>The texts of several elements, each once, on lines of their own; null where they say nothing.</summary>
    public static string? Lines(IEnumerable<XElement> elements)
    {
        var lines = elements.Select(WireText.Line).Where(t => t is not null).Distinct(StringComparer.Ordinal).ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    private static XElement Only(XElement parent, string name) =>
        AtMostOne(parent, name) ?? throw new RefusedException($"{parent.Name.LocalName} has no {name}, which it must have", XmlTree.LineOf(parent));

    private static XElement? AtMostOne(XElement parent, string name)
    {
        var found = parent.Children(name).Take(2).ToList();
        return found.Count < 2 ? found.FirstOrDefault() : throw new RefusedException($"{parent.Name.LocalName} has more than one {name}", XmlTree.LineOf(found[1]));
    }

    private static long VersionOf(XElement item)
    {
        if (item.Attribute("version") is not { } attribute)
            return 1;
        return long.TryParse(attribute.Value.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var version) && version > 0
            ? version
            : throw new RefusedException($"{item.Name.LocalName}/@version is '{WireDate.Shown(attribute.Value)}': a whole number above 0 was expected", XmlTree.LineOf(item));
    }

    private static string SourceOf(XElement provider)
    {
        var uri = provider.Value("uri");
        var isNewsCode = uri?.Contains("/newscodes/", StringComparison.OrdinalIgnoreCase) == true;
        var source = provider.Value("qcode") is not null || isNewsCode ? provider.Code("qcode") : provider.Name() ?? uri;
        return (source ?? "unknown").ToLowerInvariant();
    }

    private static DateTimeOffset? Date(XElement? element)
    {
        if (element is null)
            return null;
        try
        {
            return WireDate.Full(element.Value, "itemMeta/" + element.Name.LocalName);
        }
        catch (RefusedException refused)
        {
            throw new RefusedException(refused.Message, XmlTree.LineOf(element), refused);
        }
    }

    /// <summary>The status; one that the standard does not know holds the item back, so that nothing is published by mistake.</summary>
    private static PublishingStatus StatusOf(XElement? status) => status.Role("qcode") switch
    {
        null or "usable" => PublishingStatus.Usable,
        "canceled" or "cancelled" => PublishingStatus.Canceled,
        _ => PublishingStatus.Withheld,
    };

    private static (string, string)? Link(XElement link)
    {
        var target = link.Value("residref") ?? link.Value("href") ?? link.Value("guidref");
        return target is null ? null : (link.Code("rel") ?? "related", target);
    }
}

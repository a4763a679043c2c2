using System.Xml.Linq;

namespace Broadsheet.Formats.NewsMlG2;

/// <summary>
/// The aliases in force in one item: those of its own <c>catalog</c> elements, then IPTC's. A <c>catalogRef</c> to
/// anybody else's catalogue is not followed; its aliases stay as they are.
/// </summary>
internal sealed class SchemeCatalog
{
    private readonly Dictionary<string, string> own = new(StringComparer.Ordinal);
    private readonly HashSet<string> schemes;

    /// <param name="item">The item's root element.</param>
    public SchemeCatalog(XElement item)
    {
        foreach (var scheme in item.Children("catalog").SelectMany(c => c.Children("scheme")))
        {
            if (scheme.Value("alias") is { } alias && scheme.Value("uri") is { } uri)
                own[alias] = uri;
        }
        schemes = own.Values.Concat(IptcSchemes.Uris).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The concept that an element names by <c>qcode</c>, <c>uri</c> or <c>literal</c>.</summary>
    /// <returns>Code without alias, and scheme (its URI, or its alias where nothing resolves it); both null where the element names none.</returns>
    public (string? Code, string? Scheme) Concept(XElement element)
    {
        if (element.Value("qcode") is { } qcode && qcode.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
        {
            var alias = qcode[..colon];
            return (qcode[(colon + 1)..], own.GetValueOrDefault(alias) ?? IptcSchemes.Uri(alias) ?? alias);
        }
        return element.Value("uri") is { } uri ? Split(uri) : (element.Value("literal"), null);
    }

    /// <summary>Splits at the longest scheme that is known, else at the last part of the path.</summary>
    private (string? Code, string? Scheme) Split(string uri)
    {
        var last = uri.TrimEnd('/', '#').LastIndexOfAny(['/', '#']);
        for (var cut = last; cut > 0; cut = uri.LastIndexOfAny(['/', '#'], cut - 1))
        {
            if (schemes.Contains(uri[..(cut + 1)]))
                return (uri[(cut + 1)..], uri[..(cut + 1)]);
        }
        return last < 0 ? (uri, null) : (uri[(last + 1)..], uri[..(last + 1)]);
    }
}

using System.Xml.Linq;

namespace Broadsheet.Formats.NewsMlG2;

/// <summary>
/// The aliases in force in one item: those of its own <c>catalog</c> elements, then IPTC's. A <c>catalogRef</c> to
/// anybody else's catalogue is not followed; its aliases stay as they are.
/// </summary>
internal sealed class SchemeCatalog
{
    private readonly Dictionary<string, string> own = new(StringComparer.Ordinal);

    /// <param name="item">The item's root element.</param>
    public SchemeCatalog(XElement item)
    {
        foreach (var scheme in item.Children("catalog").SelectMany(c => c.Children("scheme")))
        {
            if (scheme.Value("alias") is { } alias && scheme.Value("uri") is { } uri)
                own[alias] = uri;
        }
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

    private (string? Code, string? Scheme) Split(string uri)
    {
        var scheme = own.Values.Concat(IptcSchemes.Uris)
            .Where(s => uri.Length > s.Length && uri.StartsWith(s, StringComparison.Ordinal))
            .MaxBy(s => s.Length);
        var cut = scheme?.Length ?? uri.TrimEnd('/').LastIndexOfAny(['/', '#']) + 1;
        return cut is 0 ? (uri, null) : (uri[cut..], uri[..cut]);
    }
}

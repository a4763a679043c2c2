using System.Xml.Linq;
using Broadsheet.Formats.Xml;

namespace Broadsheet.Formats.NewsMlG2;

/// <summary>What the content is about: <c>subject</c>, <c>genre</c> and <c>keyword</c>, with their schemes resolved.</summary>
internal static class G2Subjects
{
    /// <summary>Reads them in order, each once.</summary>
    /// <param name="item">The item's root element.</param>
    /// <param name="assertions">What the item says of them.</param>
    public static IReadOnlyList<NewsSubject> Read(XElement item, G2Assertions assertions)
    {
        var schemes = new SchemeCatalog(item);
        List<NewsSubject> subjects = [];
        var seen = new HashSet<(string?, string?, string?, string)>();
        foreach (var element in item.Children("contentMeta").Elements().Where(e => e.IsG2()))
        {
            var subject = element.Name.LocalName switch
            {
                "subject" => Concept(element, assertions, schemes, null),
                "genre" => Concept(element, assertions, schemes, "genre"),
                "keyword" => Keyword(element),
                _ => null,
            };
            if (subject is not null && seen.Add((subject.Code, subject.Scheme, subject.Code is null ? subject.Names.Values.FirstOrDefault() : null, subject.Kind)))
                subjects.Add(subject);
        }
        return subjects;
    }

    private static NewsSubject? Keyword(XElement keyword) =>
        WireText.Line(keyword) is { } text ? new NewsSubject(null, null, new Dictionary<string, string>(StringComparer.Ordinal) { [keyword.Language()] = text }, "keyword") : null;

    private static NewsSubject? Concept(XElement element, G2Assertions assertions, SchemeCatalog schemes, string? kind)
    {
        var (code, scheme) = schemes.Concept(element);
        var about = assertions.About(element);
        var names = Names(element);
        if (about is not null)
        {
            foreach (var (language, name) in Names(about))
                names.TryAdd(language, name);
        }
        return code is null && names.Count == 0 ? null : new NewsSubject(code, scheme, names, kind ?? Kind(element) ?? (about is null ? null : Kind(about)) ?? "subject");
    }

    private static Dictionary<string, string> Names(XElement concept)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in concept.Children("name"))
        {
            if (WireText.Line(name) is { } text)
                names.TryAdd(name.Language(), text);
        }
        return names;
    }

    private static string? Kind(XElement concept) => (concept.Role("type") ?? concept.Child("type").Role("qcode")) switch
    {
        "person" => "person",
        "organisation" or "organization" or "org" => "organisation",
        "geoarea" or "poi" or "place" or "city" or "country" => "place",
        "event" => "event",
        _ => null,
    };
}

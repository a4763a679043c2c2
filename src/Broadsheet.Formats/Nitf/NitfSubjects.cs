using System.Xml.Linq;

namespace Broadsheet.Formats.Nitf;

/// <summary>What an NITF document is about: <c>tobject</c>, <c>key-list</c> and <c>identified-content</c>.</summary>
internal static class NitfSubjects
{
    private const string SubjectCodes = "http://cv.iptc.org/newscodes/subjectcode/";
    private const string MediaTopics = "http://cv.iptc.org/newscodes/mediatopic/";

    /// <summary>Reads them in order, each once.</summary>
    /// <param name="nitf">The <c>nitf</c> element.</param>
    /// <param name="language">Language of the names; empty where unknown.</param>
    public static IReadOnlyList<NewsSubject> Read(XElement nitf, string language)
    {
        var head = nitf.First("head");
        var data = head.First("docdata");
        var identified = data.All("identified-content").ToList();
        var subjects = head.All("tobject").SelectMany(t => t.All("tobject.subject")).Select(s => Subject(s, language))
            .Concat(head.All("tobject").SelectMany(t => t.All("tobject.property")).Select(p => Named("genre", null, null, p.Attr("tobject.property.type"), language)))
            .Concat(data.All("key-list").SelectMany(k => k.All("keyword")).Select(k => Named("keyword", null, null, k.Attr("key") ?? k.Line(), language)))
            .Concat(data.All("evloc").Select(e => Named("place", null, null, e.Attr("city") ?? e.Attr("state-prov"), language)))
            .Concat(identified.Elements().Select(e => Identified(e, language)));
        return [.. subjects.OfType<NewsSubject>().DistinctBy(s => (s.Code, s.Scheme, s.Kind, s.Code is null ? s.Names.Values.FirstOrDefault() : null))];
    }

    /// <summary>A subject reference: eight digits, whose scheme is IPTC's Media Topics where they begin with 2, else its Subject Codes.</summary>
    private static NewsSubject? Subject(XElement subject, string language)
    {
        var number = subject.Attr("tobject.subject.refnum");
        var code = number is null ? null : number[(number.LastIndexOf(':') + 1)..];
        var name = subject.Attr("tobject.subject.detail") ?? subject.Attr("tobject.subject.matter") ?? subject.Attr("tobject.subject.type");
        var isIptc = code?.Length == 8 && code.All(char.IsAsciiDigit) && (subject.Attr("tobject.subject.ipr") ?? "IPTC").Contains("IPTC", StringComparison.OrdinalIgnoreCase);
        var scheme = isIptc ? code![0] == '2' || number!.StartsWith("medtop:", StringComparison.Ordinal) ? MediaTopics : SubjectCodes : subject.Attr("tobject.subject.ipr");
        return Named("subject", code, code is null ? null : scheme, name, language);
    }

    private static NewsSubject? Identified(XElement element, string language) => element.Name.LocalName switch
    {
        "person" => Concept("person", element, language),
        "org" => Concept("organisation", element, language),
        "location" => Concept("place", element, language),
        "event" => Concept("event", element, language),
        "classifier" => Named("subject", element.Attr("value"), element.Attr("idsrc") ?? element.Attr("type"), element.Line(), language),
        "object.title" or "virtloc" or "function" => Concept("keyword", element, language),
        _ => null,
    };

    private static NewsSubject? Concept(string kind, XElement element, string language)
    {
        var alternative = element.First("alt-code");
        var code = alternative.Attr("value") ?? element.Attr("value");
        return Named(kind, code, code is null ? null : alternative.Attr("idsrc") ?? element.Attr("idsrc"), element.Line() ?? element.Attr("city"), language);
    }

    private static NewsSubject? Named(string kind, string? code, string? scheme, string? name, string language)
    {
        if (code is null && name is null)
            return null;
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (name is not null)
            names[language] = name;
        return new NewsSubject(code, scheme, names, kind);
    }
}

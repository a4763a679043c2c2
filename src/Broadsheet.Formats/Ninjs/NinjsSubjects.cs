using System.Text.Json;

namespace Broadsheet.Formats.Ninjs;

/// <summary>Reads what an item is about.</summary>
internal static class NinjsSubjects
{
    private static readonly (string Old, string New, string Kind)[] Properties =
    [
        ("subject", "subjects", "subject"), ("genre", "genres", "genre"), ("person", "people", "person"), ("place", "places", "place"),
        ("organisation", "organisations", "organisation"), ("event", "events", "event"),
    ];

    /// <summary>Subjects, keywords, genres, people, places, organisations and events in that order, each once.</summary>
    public static IReadOnlyList<NewsSubject> Read(JsonElement item, string? language)
    {
        var found = new List<NewsSubject>();
        var seen = new HashSet<(string?, string?, string?, string)>();
        foreach (var (old, name, kind) in Properties)
        {
            foreach (var (_, concept) in item.Objects(name, old)) Add(Concept(concept, kind, language), concept.Text("name"));
            if (kind != "subject") continue;
            foreach (var keyword in Keywords(item)) Add(new NewsSubject(null, null, Names(language, keyword), "keyword"), keyword);
        }
        return found;

        void Add(NewsSubject? subject, string? named)
        {
            if (subject is not null && seen.Add((subject.Code, subject.Scheme, subject.Code is null ? named : null, subject.Kind))) found.Add(subject);
        }
    }

    private static NewsSubject? Concept(JsonElement concept, string kind, string? language)
    {
        var name = concept.Text("name");
        var (scheme, code) = (concept.Text("scheme"), concept.Text("code"));
        // 2.x and 3.x give one address of scheme and code together; some of 1.x do so in 'code'.
        if (code is null && concept.Text("uri") is { } uri) code = uri;
        if (scheme is null && code is not null) (scheme, code) = Split(code);
        if (code is null && concept.Text("literal") is { } literal) (scheme, code) = Split(literal);
        return name is null && code is null ? null : new NewsSubject(code, scheme, name is null ? new Dictionary<string, string>(StringComparer.Ordinal) : Names(language, name), kind);
    }

    /// <summary>Parts an address after its last slash or hash, a QCode at its colon; anything else is a code alone.</summary>
    private static (string? Scheme, string Code) Split(string value)
    {
        var isAddress = value.Contains("://", StringComparison.Ordinal);
        var cut = isAddress ? value.AsSpan().TrimEnd('/').LastIndexOfAny('/', '#') : value.IndexOf(':', StringComparison.Ordinal);
        if (cut <= 0 || cut == value.Length - 1 || value.Contains(' ', StringComparison.Ordinal) || (isAddress && value[cut - 1] == '/')) return (null, value);
        return isAddress ? (value[..(cut + 1)], value[(cut + 1)..]) : (value[..cut], value[(cut + 1)..]);
    }

    // Not of the standard, but many feeds send it: a list of words, or words parted by commas.
    private static IEnumerable<string> Keywords(JsonElement item) => item.Find("keywords") switch
    {
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Where(word => word.ValueKind == JsonValueKind.String)
            .Select(word => word.GetString()!.Trim()).Where(word => word.Length > 0),
        { ValueKind: JsonValueKind.String } text => text.GetString()!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        _ => [],
    };

    private static Dictionary<string, string> Names(string? language, string name) => new(StringComparer.Ordinal) { [language ?? ""] = name };
}

using System.Text;

namespace Broadsheet.Formats.Xml;

/// <summary>A start tag as written, with its attributes that hold for everything inside it (<c>xmlns</c>, <c>xml:lang</c>).</summary>
/// <param name="Name">The qualified name.</param>
/// <param name="Inherited">Name and value, still escaped and with its quotes.</param>
internal sealed record StartTag(string Name, IReadOnlyList<(string Name, string Quoted)> Inherited)
{
    /// <summary>The name without its prefix.</summary>
    public string LocalName => Name[(Name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>Reads a tag from '&lt;' to '&gt;'. What is malformed in it is left for the parser to refuse.</summary>
    public static StartTag Parse(ReadOnlySpan<byte> tag)
    {
        var text = Encoding.UTF8.GetString(tag);
        var at = 1;
        var name = Word(text, ref at);
        List<(string, string)> inherited = [];
        while (at < text.Length)
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '/' or '>'))
                at++;
            var attribute = Word(text, ref at);
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '='))
                at++;
            if (at >= text.Length || text[at] is not ('"' or '\''))
                break;
            var end = text.IndexOf(text[at], at + 1);
            if (end < 0)
                break;
            if (attribute is "xmlns" or "xml:lang" || attribute.StartsWith("xmlns:", StringComparison.Ordinal))
                inherited.Add((attribute, text[at..(end + 1)]));
            at = end + 1;
        }
        return new StartTag(name, inherited);
    }

    /// <summary>The attributes that an element inside the given ones inherits and does not set itself, as they are written into a tag.</summary>
    public string InheritedFrom(IEnumerable<StartTag> ancestors)
    {
        var inForce = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, quoted) in ancestors.SelectMany(a => a.Inherited))
            inForce[name] = quoted;
        foreach (var (name, _) in Inherited)
            inForce.Remove(name);
        return string.Concat(inForce.Select(a => $" {a.Key}={a.Value}"));
    }

    private static string Word(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('=' or '>' or '/' or '"' or '\''))
            at++;
        return text[start..at];
    }
}

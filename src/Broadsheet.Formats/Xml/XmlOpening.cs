using System.Text;

namespace Broadsheet.Formats.Xml;

/// <summary>What the first bytes of a file say of it: its encoding, its document type and its root element.</summary>
internal sealed record XmlOpening
{
    /// <summary>Bytes read at most in search of the root element.</summary>
    public const int Window = 64 * 1024;

    /// <summary>The encoding, which refuses invalid bytes.</summary>
    public required Encoding Encoding { get; init; }

    /// <summary>What is wrong with the encoding, or null.</summary>
    public string? EncodingProblem { get; init; }

    /// <summary>The first character that is not white space; null for an empty file.</summary>
    public char? First { get; init; }

    /// <summary>Name of the root element without prefix; null where the window does not hold it.</summary>
    public string? Root { get; init; }

    /// <summary>The document type declaration up to its internal subset or end; null for none.</summary>
    public string? Doctype { get; init; }

    /// <summary>Whether the document type declaration has an internal subset, in which entities can be declared.</summary>
    public bool HasInternalSubset { get; init; }

    /// <summary>Line of the root element, or of the place where reading stopped; from 1.</summary>
    public int Line { get; init; } = 1;

    /// <summary>Reads the opening.</summary>
    /// <param name="head">The first bytes, at most <see cref="Window"/> of them.</param>
    public static XmlOpening Read(ReadOnlySpan<byte> head)
    {
        var (encoding, mark, problem) = XmlEncoding.Of(head);
        var lenient = (Encoding)encoding.Clone();
        lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
        var text = lenient.GetString(head[mark..]);
        var start = 0;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] == '\uFEFF'))
            start++;
        var opening = new XmlOpening { Encoding = encoding, EncodingProblem = problem, First = start < text.Length ? text[start] : null };
        return opening.First == '<' ? opening.Scan(text, start) : opening;
    }

    private XmlOpening Scan(string text, int at)
    {
        var opening = this;
        while (at < text.Length && at >= 0)
        {
            var rest = text.AsSpan(at);
            if (char.IsWhiteSpace(text[at]))
                at++;
            else if (rest.StartsWith("<?"))
                at = After(text, at, "?>");
            else if (rest.StartsWith("<!--"))
                at = After(text, at, "-->");
            else if (rest.StartsWith("<!DOCTYPE"))
            {
                var end = EndOfDoctype(text, at);
                if (end < 0)
                    return opening;
                var subset = text[end] == '[';
                opening = opening with { Doctype = text[at..end], HasInternalSubset = subset };
                at = subset ? EndOfSubset(text, end) : end + 1;
            }
            else
                return rest[0] == '<' ? opening with { Root = NameAt(text, at + 1), Line = 1 + text.AsSpan(0, at).Count('\n') } : opening;
        }
        return opening;
    }

    private static int After(string text, int at, string mark)
    {
        var end = text.IndexOf(mark, at, StringComparison.Ordinal);
        return end < 0 ? -1 : end + mark.Length;
    }

    /// <summary>Position of the '[' or '&gt;' that ends the external part; quoted identifiers are passed over.</summary>
    private static int EndOfDoctype(string text, int at)
    {
        char quote = '\0';
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'')
                quote = c;
            else if (c is '[' or '>')
                return at;
        }
        return -1;
    }

    private static int EndOfSubset(string text, int at)
    {
        var end = text.IndexOf(']', at);
        return end < 0 ? -1 : After(text, end, ">");
    }

    private static string? NameAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('>' or '/'))
            end++;
        if (end == at || end == text.Length)
            return null;
        var name = text[at..end];
        return name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }
}

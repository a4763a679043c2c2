using System.Text;
using System.Text.RegularExpressions;

namespace Broadsheet.Formats.Xml;

/// <summary>Which encoding an XML file is in, by its first bytes and its declaration (XML 1.0, appendix F).</summary>
internal static partial class XmlEncoding
{
    /// <summary>UTF-8 that refuses invalid bytes instead of replacing them.</summary>
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Finds the encoding.</summary>
    /// <param name="head">The first bytes of the file, byte order mark included.</param>
    /// <returns>The encoding and the length of the byte order mark, or what is wrong with the declaration.</returns>
    public static (Encoding Encoding, int MarkLength, string? Problem) Of(ReadOnlySpan<byte> head)
    {
        if (ByMark(head) is { } marked)
            return (marked.Encoding, marked.MarkLength, null);
        if (head is [not 0, 0, not 0, 0, ..])
            return (Strict(Encoding.Unicode), 0, null);
        if (head is [0, not 0, 0, not 0, ..])
            return (Strict(Encoding.BigEndianUnicode), 0, null);

        var declaration = Encoding.Latin1.GetString(head[..Math.Min(head.Length, 256)]);
        var match = Declaration().Match(declaration);
        if (!match.Success)
            return (Utf8, 0, null);
        var name = match.Groups["name"].Value;
        return Named(name) switch
        {
            null => (Utf8, 0, $"the encoding '{name}' is not known"),
            { CodePage: 1200 or 1201 or 12000 or 12001 } => (Utf8, 0, $"the file says encoding='{name}' but is written in single bytes"),
            var encoding => (encoding, 0, null),
        };
    }

    /// <summary>Decodes a whole item.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="encoding">A strict encoding.</param>
    /// <exception cref="RefusedException">A byte is not valid in the encoding.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException problem)
        {
            var at = Math.Clamp(problem.Index, 0, bytes.Length);
            var wrong = problem.BytesUnknown is { Length: > 0 } unknown ? Convert.ToHexString(unknown) : "at the end";
            throw new RefusedException($"byte {wrong} is not valid {encoding.WebName}", 1 + bytes[..at].Count((byte)'\n'), problem);
        }
    }

    private static (Encoding Encoding, int MarkLength)? ByMark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Strict(Encoding.UTF32), 4),
        [0xFF, 0xFE, ..] => (Strict(Encoding.Unicode), 2),
        [0xFE, 0xFF, ..] => (Strict(Encoding.BigEndianUnicode), 2),
        _ => null,
    };

    private static Encoding? Named(string name)
    {
        if (name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase))
            return Utf8;
        if (CodePagesEncodingProvider.Instance.GetEncoding(name) is { } legacy)
            return Strict(legacy);
        var known = Encoding.GetEncodings().FirstOrDefault(e => e.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return known is null || known.CodePage == 65000 ? null : Strict(known.GetEncoding());
    }

    private static Encoding Strict(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }

    [GeneratedRegex("""^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["'](?<name>[A-Za-z][A-Za-z0-9._:-]*)["']""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();
}

using System.Globalization;
using System.Text;

namespace Broadsheet.Core.Articles;

/// <summary>Characters of the dialect: which are written, which are white space, how they are encoded.</summary>
internal static class DialectText
{
    private static readonly Rune ZeroWidthSpace = new(0x200B);
    private static readonly Rune WordJoiner = new(0x2060);
    private static readonly Rune ByteOrderMark = new(0xFEFF);

    /// <summary>White space that folds into one space. Ends of lines in any script are among it: two words never become one.</summary>
    internal static bool IsSpace(Rune rune) => rune.Value is ' ' or '\t' || IsLineEnd(rune);

    /// <summary>An end of a line or page.</summary>
    internal static bool IsLineEnd(Rune rune) => rune.Value is '\t' or '\n' or '\v' or '\f' or '\r' or 0x85 or 0x2028 or 0x2029;

    /// <summary>White space that is kept inside a line and dropped at its edges: no-break, ideographic and zero-width spaces.</summary>
    internal static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune) || rune == ZeroWidthSpace || rune == WordJoiner || rune == ByteOrderMark;

    /// <summary>False for what no document may hold: control characters and noncharacters (XML 1.0, section 2.2).</summary>
    internal static bool IsWritten(Rune rune) =>
        !Rune.IsControl(rune) && (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is not (>= 0xFDD0 and <= 0xFDEF);

    /// <summary>True where there is something to see.</summary>
    internal static bool HasInk(string text) =>
        text.EnumerateRunes().Any(r => !IsBlank(r) && Rune.GetUnicodeCategory(r) != UnicodeCategory.Format);

    /// <summary>Writes a character as text.</summary>
    internal static void Append(StringBuilder to, Rune rune)
    {
        if (rune.Value == '&') to.Append("&amp;");
        else if (rune.Value == '<') to.Append("&lt;");
        else if (rune.Value == '>') to.Append("&gt;");
        else if (rune.IsBmp) to.Append((char)rune.Value);
        else to.Append(rune.ToString());
    }

    /// <summary>Text as one line, not encoded.</summary>
    internal static string Plain(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsSpace(rune)) { if (line.Length > 0 && line[^1] != ' ') line.Append(' '); }
            else if (IsWritten(rune)) line.Append(rune.ToString());
        }
        return line.ToString().Trim();
    }

    /// <summary>A line of preformatted text: tabs are four spaces.</summary>
    internal static string Preformatted(string line)
    {
        var written = new StringBuilder(line.Length + 16);
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.Value == '\t') written.Append("    ");
            else if (IsSpace(rune)) written.Append(' ');
            else if (IsWritten(rune)) Append(written, rune);
        }
        return written.ToString();
    }

    /// <summary>Writes an attribute with the space before it; nothing where it has no words.</summary>
    internal static void Attribute(StringBuilder to, string name, string? value)
    {
        if (value is null || InlineWriter.Write(value) is not { Length: > 0 } line) return;
        to.Append(' ').Append(name).Append("=\"").Append(line.Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
    }
}

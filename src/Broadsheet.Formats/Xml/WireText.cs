using System.Text;
using System.Xml.Linq;

namespace Broadsheet.Formats.Xml;

/// <summary>Plain text out of XML.</summary>
internal static class WireText
{
    /// <summary>The text in one line, white space collapsed; null where nothing is left.</summary>
    public static string? Line(string? text)
    {
        if (text is null)
            return null;
        var line = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            if (c is ' ' or '\t' or '\r' or '\n')
                space = line.Length > 0;
            else
            {
                if (space)
                    line.Append(' ');
                space = false;
                line.Append(c);
            }
        }
        var result = line.ToString();
        return IsBlank(result) ? null : result;
    }

    /// <summary>The text of an element in one line; a line break in it becomes a space.</summary>
    public static string? Line(XElement? element)
    {
        if (element is null)
            return null;
        if (!element.HasElements)
            return Line(element.Value);
        var text = new StringBuilder();
        foreach (var node in element.DescendantNodes())
        {
            if (node is XText t)
                text.Append(t.Value);
            else if (node is XElement { Name.LocalName: "br" or "p" })
                text.Append(' ');
        }
        return Line(text.ToString());
    }

    /// <summary>Whether a text shows nothing: white space, no-break spaces and marks of no width only.</summary>
    public static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && c is not ('\u200B' or '\u2060' or '\uFEFF' or '\u00AD'))
                return false;
        }
        return true;
    }
}

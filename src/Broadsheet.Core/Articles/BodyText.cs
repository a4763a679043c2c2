using System.Net;
using System.Text;

namespace Broadsheet.Core.Articles;

/// <summary>The words of a canonical body.</summary>
public static class BodyText
{
    /// <summary>Plain text of canonical HTML: blocks and line breaks become line ends, a footnote stands in brackets.</summary>
    public static string Of(string body)
    {
        var notes = new List<Footnote>();
        body = Footnotes.Take(body, notes, n => $" ({notes[n - 1].Html})");
        var text = new StringBuilder(body.Length);
        for (var i = 0; i < body.Length;)
        {
            if (body[i] != '<') { text.Append(body[i++]); continue; }
            var end = body.IndexOf('>', i);
            if (end < 0) break;
            if (EndsLine(body.AsSpan(i, end - i + 1)) && text.Length > 0 && text[^1] != '\n') text.Append('\n');
            i = end + 1;
            // The line end between two blocks is the dialect's; those of preformatted text follow characters.
            if (i < body.Length && body[i] == '\n') i++;
        }
        return WebUtility.HtmlDecode(text.ToString()).Trim();
    }

    /// <summary>Words in texts: runs without white space that hold a letter or digit (a Korean eojeol counts as one).</summary>
    public static int CountWords(params ReadOnlySpan<string> texts)
    {
        var count = 0;
        foreach (var text in texts)
        {
            var counted = false;
            foreach (var rune in text.AsSpan().EnumerateRunes())
            {
                if (Rune.IsWhiteSpace(rune)) counted = false;
                else if (!counted && Rune.IsLetterOrDigit(rune)) { counted = true; count++; }
            }
        }
        return count;
    }

    private static bool EndsLine(ReadOnlySpan<char> tag) =>
        tag is "<br>" or "</p>" or "</h2>" or "</h3>" or "</h4>" or "</li>" or "</td>" or "</th>" or "</caption>" or "</figcaption>" or "</pre>" or "</blockquote>";
}

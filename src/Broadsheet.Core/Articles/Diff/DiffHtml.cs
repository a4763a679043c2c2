using System.Text;

namespace Broadsheet.Core.Articles.Diff;

/// <summary>Writes compared words. Whatever elements they stood in, what is written is well formed: <c>ins</c> and <c>del</c> are the outermost, and every element is closed inside.</summary>
internal static class DiffHtml
{
    /// <summary>The words of a line.</summary>
    internal static string Write(IEnumerable<(WordFate Fate, DiffToken Token)> words, LineForm form)
    {
        var html = new StringBuilder();
        var (fate, format) = (WordFate.Same, "");
        foreach (var (next, token) in words)
        {
            if (token.Text.Length == 0) continue;
            if (next != fate || token.Format != format)
            {
                Close(html, format);
                if (next != fate) html.Append(End(fate)).Append(Start(next));
                html.Append(token.Format);
                (fate, format) = (next, token.Format);
            }
            Text(html, token.Text, form);
        }
        Close(html, format);
        return html.Append(End(fate)).ToString();
    }

    /// <summary>A whole line of one fate.</summary>
    internal static string Write(DiffLine line, WordFate fate) => Write(line.Tokens.Select(t => (fate, t)), line.Form);

    private static void Text(StringBuilder html, string text, LineForm form)
    {
        if (text == "\n" && form != LineForm.Preformatted)
        {
            html.Append("<br>");
            return;
        }
        foreach (var c in text)
        {
            if (c == '&') html.Append("&amp;");
            else if (c == '<') html.Append("&lt;");
            else if (c == '>') html.Append("&gt;");
            else html.Append(c);
        }
    }

    private static void Close(StringBuilder html, string format)
    {
        for (var at = format.LastIndexOf('<'); at >= 0; at = at == 0 ? -1 : format.LastIndexOf('<', at - 1))
        {
            var end = format.AsSpan(at + 1).IndexOfAny(' ', '>');
            html.Append("</").Append(format, at + 1, end).Append('>');
        }
    }

    private static string Start(WordFate fate) => fate switch { WordFate.Removed => "<del>", WordFate.Added => "<ins>", _ => "" };

    private static string End(WordFate fate) => fate switch { WordFate.Removed => "</del>", WordFate.Added => "</ins>", _ => "" };
}

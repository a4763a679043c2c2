using System.Text;

namespace Broadsheet.Core.Articles;

/// <summary>A footnote of a canonical body.</summary>
/// <param name="Html">Its words: a line of the dialect.</param>
/// <param name="Language">Their language where it is another than that around them, or null.</param>
public sealed record Footnote(string Html, string? Language);

/// <summary>
/// Takes footnotes out of canonical markup. In a body they stand where they belong (<c>&lt;span data-note&gt;</c>), so that no number
/// has to be kept; whoever shows a body numbers them and puts them where notes stand.
/// </summary>
public static class Footnotes
{
    private const string Start = "<span data-note";
    private const string End = "</span>";

    /// <summary>The markup with a mark in place of each note; the notes are added to a list.</summary>
    /// <param name="html">Canonical markup: whole blocks.</param>
    /// <param name="notes">Notes so far; those of this markup are added.</param>
    /// <param name="mark">The mark of a note by its number, from 1.</param>
    public static string Take(string html, IList<Footnote> notes, Func<int, string> mark)
    {
        var at = html.IndexOf(Start, StringComparison.Ordinal);
        if (at < 0) return html;
        var shown = new StringBuilder(html.Length);
        var from = 0;
        for (; at >= 0; at = html.IndexOf(Start, from, StringComparison.Ordinal))
        {
            var begin = html.IndexOf('>', at) + 1;
            var end = EndOf(html, begin);
            // A mark follows its word.
            shown.Append(html, from, (at > from && html[at - 1] == ' ' ? at - 1 : at) - from);
            notes.Add(new(html[begin..end], Language(html[at..begin])));
            shown.Append(mark(notes.Count));
            from = end + End.Length;
        }
        return shown.Append(html, from, html.Length - from).ToString();
    }

    /// <summary>Where the note ends that begins at a place; other spans may stand in it.</summary>
    private static int EndOf(string html, int begin)
    {
        for (var (at, open) = (begin, 1); ;)
        {
            at = html.IndexOf('<', at);
            if (at < 0) return html.Length - End.Length;
            if (string.CompareOrdinal(html, at, End, 0, End.Length) == 0 && --open == 0) return at;
            if (string.CompareOrdinal(html, at, "<span ", 0, 6) == 0) open++;
            at++;
        }
    }

    private static string? Language(string tag)
    {
        const string Lang = " lang=\"";
        var at = tag.IndexOf(Lang, StringComparison.Ordinal);
        return at < 0 ? null : tag[(at + Lang.Length)..tag.IndexOf('"', at + Lang.Length)];
    }
}

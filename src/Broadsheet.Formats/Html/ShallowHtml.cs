using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Broadsheet.Formats.Html;

/// <summary>
/// Parses HTML, giving up on nesting that no text has: the time of the parser grows with the square of the depth, and
/// half a megabyte of <c>div</c> would hold it for minutes. It gives up too where the parser makes more elements than were
/// written: what is left open is opened again in every paragraph that follows.
/// </summary>
public static class ShallowHtml
{
    private const int Deepest = 400;

    // The shortest element is "<p>"; some bring others along (a cell its row and the table's body).
    private const int MostRepeated = 2;
    private const int Few = 1000;
    private const int Most = 200_000;

    /// <summary>The document, or null where it is nested too deep; its text is then in <see cref="WithoutTags"/>.</summary>
    public static IHtmlDocument? Parse(string html)
    {
        IElement? last = null;
        var count = 0;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            OnCreated = (element, _) =>
            {
                // An element is told before it has its place, so the one before it is measured.
                if (last is not null && Depth(last) > Deepest) throw new TooDeepException();
                if (++count > Math.Min(Most, Few + html.Length / MostRepeated)) throw new TooDeepException();
                last = element;
            },
        });
        try
        {
            return parser.ParseDocument(html);
        }
        catch (TooDeepException)
        {
            return null;
        }
    }

    /// <summary>What stands outside <c>&lt;…&gt;</c>, its references resolved.</summary>
    public static string WithoutTags(string html)
    {
        var text = new StringBuilder();
        var at = 0;
        while (at < html.Length)
        {
            var open = Tag(html, at);
            text.Append(html, at, (open < 0 ? html.Length : open) - at);
            if (open < 0) break;
            var close = html.IndexOf('>', open);
            if (close < 0) break;
            text.Append(' ');
            at = close + 1;
        }
        return WebUtility.HtmlDecode(text.ToString());
    }

    private static int Tag(string html, int from)
    {
        for (var open = html.IndexOf('<', from); open >= 0; open = html.IndexOf('<', open + 1))
            if (open + 1 < html.Length && (char.IsAsciiLetter(html[open + 1]) || html[open + 1] is '/' or '!' or '?')) return open;
        return -1;
    }

    private static int Depth(INode node)
    {
        var depth = 0;
        for (var parent = node.Parent; parent is not null; parent = parent.Parent) depth++;
        return depth;
    }

    private sealed class TooDeepException : Exception;
}

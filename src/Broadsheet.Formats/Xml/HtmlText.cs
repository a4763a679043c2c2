using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Xhtml;

namespace Broadsheet.Formats.Xml;

/// <summary>Reads HTML that an item carries as text.</summary>
internal static partial class HtmlText
{
    /// <summary>Elements that never nest in themselves, because they are empty or the next closes them.</summary>
    private static readonly HashSet<string> Shallow = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th",
    };

    /// <summary>Reads the body.</summary>
    /// <param name="html">The text.</param>
    /// <param name="maxDepth">Deepest nesting of elements taken.</param>
    /// <exception cref="RefusedException">Nested too deep.</exception>
    public static XElement Load(string html, int maxDepth)
    {
        if (Nesting(html) > 8 * maxDepth)
            throw TooDeep(maxDepth);
        using var parsed = new HtmlParser().ParseDocument(html);
        if (parsed.Body is not { } body)
            return new XElement("body");
        CheckDepth(body, maxDepth);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        body.ToHtml(text, XhtmlMarkupFormatter.Instance);
        return XmlTree.Load(text.ToString(), maxDepth + 1);
    }

    /// <summary>A rough count of open elements: an HTML parser takes time in the square of them, so it comes before the parser.</summary>
    private static int Nesting(string html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        int depth = 0, deepest = 0;
        foreach (var tag in Tags().EnumerateMatches(html))
        {
            var isEnd = html[tag.Index + 1] == '/';
            var name = html.Substring(tag.Index + (isEnd ? 2 : 1), tag.Length - (isEnd ? 2 : 1));
            var count = open.GetValueOrDefault(name);
            if (Shallow.Contains(name) || (isEnd && count == 0))
                continue;
            open[name] = count + (isEnd ? -1 : 1);
            depth += isEnd ? -1 : 1;
            deepest = Math.Max(deepest, depth);
        }
        return deepest;
    }

    /// <summary>Refuses before anything recursive meets the tree.</summary>
    private static void CheckDepth(INode body, int maxDepth)
    {
        var waiting = new Stack<(INode Node, int Depth)>([(body, 0)]);
        while (waiting.TryPop(out var next))
        {
            if (next.Depth > maxDepth)
                throw TooDeep(maxDepth);
            foreach (var child in next.Node.ChildNodes)
                waiting.Push((child, next.Depth + 1));
        }
    }

    private static RefusedException TooDeep(int maxDepth) => new($"elements of the text are nested deeper than {maxDepth} levels");

    [GeneratedRegex("</?[A-Za-z][A-Za-z0-9]*", RegexOptions.None, 10_000)]
    private static partial Regex Tags();
}

using System.Text;
using AngleSharp.Dom;

namespace Broadsheet.Formats.Ninjs;

/// <summary>One block of a text: an element of the wire item's HTML with its inside already written.</summary>
internal readonly record struct BodyBlock(string Tag, string Inner);

/// <summary>
/// Reads a parsed document into blocks: keeps the blocks and inline elements that a wire item may hold, sees through
/// wrappers, drops scripts, media and whatever shows nothing. Text outside any block becomes paragraphs, two line breaks
/// in a row begin a new one. Nesting beyond 200 levels is read as plain text.
/// </summary>
internal sealed class BodyBlocks
{
    private const int Deepest = 200;

    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal)
    {
        "script", "style", "head", "title", "noscript", "template", "iframe", "object", "embed", "applet", "figure", "picture", "img", "svg", "math",
        "video", "audio", "canvas", "map", "form", "input", "button", "select", "textarea", "link", "meta", "base",
        // NITF: what stands in properties of the item already.
        "body.head", "docdata", "media", "hedline", "dateline", "byline", "tobject", "pubdata", "revision-history",
    };

    // Classes of lines that print source, place or byline over the text once more: the item has them as properties.
    private static readonly HashSet<string> RepeatedLines = new(StringComparer.Ordinal) { "dat", "byline" };

    private static readonly HashSet<string> Wrappers = new(StringComparer.Ordinal)
    {
        "p", "html", "body", "div", "section", "article", "header", "footer", "main", "aside", "nav", "address", "dl", "dt", "dd", "fieldset", "details", "summary",
        "center", "hgroup", "figcaption", "li", "nitf", "body.content", "body.end", "block",
    };

    private static readonly Dictionary<string, string> Inline = new(StringComparer.Ordinal)
    {
        ["a"] = "a", ["em"] = "em", ["i"] = "em", ["strong"] = "strong", ["b"] = "strong", ["sub"] = "sub", ["sup"] = "sup",
    };

    private readonly List<BodyBlock> _blocks = [];
    private readonly StringBuilder _line = new();

    /// <summary>The blocks inside a node.</summary>
    public static List<BodyBlock> Of(INode node, int depth = 0)
    {
        var reading = new BodyBlocks();
        reading.Walk(node, depth);
        reading.EndParagraph();
        return reading._blocks;
    }

    private void Walk(INode parent, int depth)
    {
        if (depth > Deepest)
        {
            BodyText.AppendCollapsed(_line, BodyText.Flat(parent));
            return;
        }
        // By index: asking a node for its next sibling costs a search through its parent.
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text) BodyText.AppendCollapsed(_line, text.Data);
            else if (child is IElement element) Element(element, element.LocalName.ToLowerInvariant(), depth + 1);
        }
    }

    private void Element(IElement element, string name, int depth)
    {
        if (Dropped.Contains(name) || element.ClassList.Any(RepeatedLines.Contains)) return;
        switch (name)
        {
            case "h1" or "h2" or "hl1": Heading(element, "h2", depth); break;
            case "h3" or "h4" or "h5" or "h6" or "hl2": Heading(element, "h3", depth); break;
            case "ul" or "ol": Add(name, BodyTable.ListItems(element, depth)); break;
            case "table": Add(name, BodyTable.Rows(element, depth)); break;
            case "blockquote" or "bq": Add("blockquote", BodyText.Write(Of(element, depth))); break;
            case "pre": Add(name, BodyText.Encode(BodyText.Flat(element).Trim('\r', '\n'))); break;
            case "hr": EndParagraph(); break;
            case "br": LineBreak(); break;
            case var _ when Wrappers.Contains(name):
                EndParagraph();
                Walk(element, depth);
                EndParagraph();
                break;
            case var _ when Inline.TryGetValue(name, out var tag): InlineElement(element, tag, depth); break;
            default: Walk(element, depth); break;
        }
    }

    private void InlineElement(IElement element, string tag, int depth)
    {
        var inside = Of(element, depth);
        if (inside.Exists(block => block.Tag != "p"))
        {
            EndParagraph();
            _blocks.AddRange(inside);
            return;
        }
        var open = tag;
        if (tag == "a")
        {
            if (BodyText.Href(element.GetAttribute("href")) is not { } href)
            {
                AppendParagraphs(inside, "", "");
                return;
            }
            open = $"a href=\"{BodyText.Encode(href)}\"";
        }
        // A space just inside the tags would be lost with the paragraph's edges: it belongs outside.
        var raw = BodyText.Flat(element);
        if (raw.Length > 0 && raw[0] is ' ' or '\n') BodyText.AppendCollapsed(_line, " ");
        AppendParagraphs(inside, $"<{open}>", $"</{tag}>");
        if (raw.Length > 0 && raw[^1] is ' ' or '\n') BodyText.AppendCollapsed(_line, " ");
    }

    private void AppendParagraphs(List<BodyBlock> paragraphs, string open, string close)
    {
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (i > 0) EndParagraph();
            _line.Append(open).Append(paragraphs[i].Inner).Append(close);
        }
    }

    private void Heading(IElement element, string tag, int depth) => Add(tag, BodyText.Join(Of(element, depth)));

    private void Add(string tag, string inner)
    {
        EndParagraph();
        if (!BodyText.IsBlank(inner)) _blocks.Add(new BodyBlock(tag, inner));
    }

    private void LineBreak()
    {
        TrimEnd();
        if (_line.Length >= 4 && _line.ToString(_line.Length - 4, 4) == "<br>") EndParagraph();
        else if (_line.Length > 0) _line.Append("<br>");
    }

    private void TrimEnd()
    {
        while (_line.Length > 0 && _line[^1] is ' ') _line.Length--;
    }

    private void EndParagraph()
    {
        TrimEnd();
        while (_line.Length >= 4 && _line.ToString(_line.Length - 4, 4) == "<br>")
        {
            _line.Length -= 4;
            TrimEnd();
        }
        var inner = _line.ToString().Trim(' ');
        _line.Clear();
        if (!BodyText.IsBlank(inner)) _blocks.Add(new BodyBlock("p", inner));
    }
}

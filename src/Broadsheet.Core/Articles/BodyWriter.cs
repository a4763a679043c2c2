using AngleSharp.Dom;

namespace Broadsheet.Core.Articles;

/// <summary>Writes blocks of the dialect from a sanitised tree.</summary>
internal sealed class BodyWriter
{
    private const int Deepest = 8;
    private readonly List<string> _blocks = [];
    private readonly List<IElement> _placed;
    private readonly InlineWriter _line;
    private readonly int _depth;
    private string _language = "";
    private Tag _tag = new("p", "");

    internal BodyWriter() => (_line, _placed) = (new() { TakesNotes = true }, []);

    private BodyWriter(BodyWriter outer) => (_line, _placed, _depth) = (new(outer._line), outer._placed, outer._depth + 1);

    /// <summary>The blocks inside an element, one a line; loose text becomes paragraphs, a doubled line break ends one.</summary>
    internal string Flow(INode parent)
    {
        Walk(parent);
        Flush();
        return string.Join('\n', _blocks);
    }

    private void Walk(INode parent)
    {
        foreach (var node in parent.ChildNodes) Node(node);
    }

    private void Node(INode node)
    {
        if (node is IText text) _line.Text(text.Data);
        else if (node is IElement { LocalName: "br" }) Break();
        else if (node is IElement element && BodyDialect.IsBlock(element.LocalName))
        {
            Flush();
            Block(element);
            Flush();
            if (_depth == 0) Place();
        }
        else if (node is IElement inline)
        {
            _line.Enter(inline);
            Walk(inline);
            _line.Leave();
        }
    }

    private void Break()
    {
        if (_tag.Name != "p" || _line.IsInNote) _line.Space();
        else if (_line.Breaks > 0) Flush();
        else _line.Break();
    }

    private void Flush()
    {
        if (_line.Finish() is { Length: > 0 } text) _blocks.Add($"<{_tag.Name}{_tag.Attributes}>{text}</{_tag.Name}>");
    }

    private void Block(IElement e)
    {
        switch (e.LocalName)
        {
            case "p" or "dt" or "dd": Under("p", e); break;
            case "h1" or "h2": Under("h2", e); break;
            case "h3": Under("h3", e); break;
            case "h4" or "h5" or "h6": Under("h4", e); break;
            case "pre" or "listing" or "xmp" or "plaintext": Add(Preformatted.Write(e, _placed)); break;
            case "hr": _blocks.Add("<hr>"); break;
            case "ul" or "ol" when _depth < Deepest: List(e); break;
            case "blockquote" when _depth < Deepest: Wrap("blockquote", "", e); break;
            case "aside" when e.HasAttribute("data-pull") && _depth < Deepest: Wrap("aside", " data-pull", e); break;
            case "aside" when Placed.IsPlaced(e): _placed.Add(e); break;
            case "figure" when Placed.IsPlaced(e): _placed.Add(e); break;
            case "table":
                var table = TableWriter.Write(e, _placed);
                Add(table);
                if (table.Length == 0) Walk(e);
                break;
            default: Loose(e); break;
        }
    }

    /// <summary>Running text inside becomes this element; a block inside stands beside it.</summary>
    private void Under(string name, IElement e)
    {
        var outer = _tag;
        _tag = new(name, Language(e));
        _line.TakesNotes = name == "p";
        Walk(e);
        Flush();
        _tag = outer;
        _line.TakesNotes = outer.Name == "p";
    }

    /// <summary>A wrapper without a meaning of its own: its language stays with its blocks.</summary>
    private void Loose(IElement e)
    {
        var (language, tag) = (_language, _tag);
        if (Language(e) != _language) (_language, _tag) = (Language(e), new(_tag.Name, Language(e)));
        Walk(e);
        Flush();
        (_language, _tag) = (language, tag);
    }

    private string Language(IElement e) => InlineTag.Language(e) is { Length: > 0 } own ? own : _language;

    private void List(IElement e)
    {
        var items = new List<(string Language, BodyWriter Writer)>();
        var loose = false;
        foreach (var node in e.ChildNodes)
        {
            var name = node is IElement child ? child.LocalName : "";
            // A list straight inside a list belongs to the item before it; loose words are an item.
            if (name == "li" || items.Count == 0 || (!loose && name is not ("ul" or "ol")))
            {
                if (node is IText text && !DialectText.HasInk(text.Data)) continue;
                items.Add((name == "li" ? InlineTag.Language((IElement)node) : "", new BodyWriter(this)));
                loose = name != "li";
            }
            if (name == "li") items[^1].Writer.Walk(node);
            else items[^1].Writer.Node(node);
        }
        var written = string.Concat(items.Select(i => Item(i.Language, i.Writer)));
        var start = e.LocalName == "ol" && int.TryParse(e.GetAttribute("start"), out var from) && from is > 1 and < 100_000 ? $" start=\"{from}\"" : "";
        if (written.Length > 0) _blocks.Add($"<{e.LocalName}{start}{Language(e)}>{written}</{e.LocalName}>");
    }

    /// <summary>An item holds a line, or blocks when it has more than one.</summary>
    private static string Item(string language, BodyWriter inner)
    {
        inner.Flush();
        var content = inner._blocks is [var only] && only.StartsWith("<p>", StringComparison.Ordinal) ? only[3..^4] : string.Concat(inner._blocks);
        return content.Length == 0 ? "" : $"<li{language}>{content}</li>";
    }

    private void Wrap(string name, string attributes, IElement e)
    {
        var inner = new BodyWriter(this);
        inner.Walk(e);
        inner.Flush();
        if (inner._blocks.Count > 0) _blocks.Add($"<{name}{attributes}{Language(e)}>{string.Concat(inner._blocks)}</{name}>");
    }

    /// <summary>Photos and insets stand at the top, after the block that they were found in.</summary>
    private void Place()
    {
        while (_placed.Count > 0)
        {
            var element = _placed[0];
            _placed.RemoveAt(0);
            Add(Placed.Write(element, _placed));
            // Whatever else it held.
            Walk(element);
            Flush();
        }
    }

    private void Add(string block)
    {
        if (block.Length > 0) _blocks.Add(block);
    }

    /// <summary>The element that running text is written as.</summary>
    private sealed record Tag(string Name, string Attributes);
}

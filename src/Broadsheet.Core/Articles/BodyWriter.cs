using System.Text;
using AngleSharp.Dom;

namespace Broadsheet.Core.Articles;

/// <summary>Writes blocks of the dialect from a sanitised tree.</summary>
internal sealed class BodyWriter
{
    private readonly List<string> _blocks = [];
    private readonly InlineWriter _line = new();
    private bool _lastWasBreak;

    /// <summary>The blocks inside an element, one a line; loose text becomes paragraphs, a doubled line break ends one.</summary>
    internal string Flow(INode parent)
    {
        Walk(parent);
        Flush();
        return string.Join('\n', _blocks);
    }

    private void Walk(INode parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IElement element && (BodyDialect.IsBlock(element.LocalName) || HasBlock(element)))
            {
                Flush();
                Block(element);
            }
            else if (node is IElement { LocalName: "br" } && _lastWasBreak) Flush();
            else
            {
                _lastWasBreak = node is IElement { LocalName: "br" } || (_lastWasBreak && node is IText t && string.IsNullOrWhiteSpace(t.Data));
                _line.Node(node);
            }
        }
    }

    private void Flush()
    {
        _lastWasBreak = false;
        if (_line.Finish() is { Length: > 0 } text) _blocks.Add($"<p>{text}</p>");
    }

    private void Block(IElement e)
    {
        switch (e.LocalName)
        {
            case "p": Paragraph(e); break;
            case "h1" or "h2": Line("h2", e); break;
            case "h3": Line("h3", e); break;
            case "h4" or "h5" or "h6": Line("h4", e); break;
            case "dt": Line("p", e); break;
            case "pre": Pre(e); break;
            case "hr": _blocks.Add("<hr>"); break;
            case "ul" or "ol": List(e); break;
            case "blockquote": Wrap("blockquote", e); break;
            case "aside" when e.HasAttribute("data-pull"): Wrap("aside data-pull", e); break;
            case "aside" when e.GetAttribute("data-related") is { } related: Related(related); break;
            case "figure" when Guid.TryParse(e.GetAttribute("data-photo"), out var photo): Figure(e, photo); break;
            case "table": Add(TableWriter.Write(e)); break;
            default: Walk(e); Flush(); break;
        }
    }

    private static bool HasBlock(IElement element) => element.Descendants<IElement>().Any(d => BodyDialect.IsBlock(d.LocalName));

    private void Paragraph(IElement e)
    {
        if (e.Children.Any(c => c.LocalName == "br") || HasBlock(e)) { Walk(e); Flush(); }
        else Line("p", e);
    }

    private void Line(string name, IElement e)
    {
        if (HasBlock(e)) { Walk(e); Flush(); return; }
        var text = InlineWriter.Write(e);
        if (text.Length > 0) _blocks.Add($"<{name}{Lang(e)}>{text}</{name}>");
    }

    private void Pre(IElement e)
    {
        var text = e.TextContent.Replace("\r", "", StringComparison.Ordinal).Trim('\n').TrimEnd();
        var lines = text.Split('\n').Select(l => InlineWriter.Encode(l.Replace("\t", "    ", StringComparison.Ordinal)));
        if (!string.IsNullOrWhiteSpace(text)) _blocks.Add($"<pre>{string.Join('\n', lines)}</pre>");
    }

    private void List(IElement e)
    {
        var items = new StringBuilder();
        foreach (var child in e.ChildNodes)
        {
            var item = child is IElement li ? Item(li) : "";
            if (item.Length > 0) items.Append("<li>").Append(item).Append("</li>");
        }
        var start = new StringBuilder();
        if (e.LocalName == "ol" && int.TryParse(e.GetAttribute("start"), out var from) && from is > 1 and < 100_000) start.Append(" start=\"").Append(from).Append('"');
        if (items.Length > 0) _blocks.Add($"<{e.LocalName}{start}>{items}</{e.LocalName}>");
    }

    // A list item holds a line, or blocks when it has more than one.
    private static string Item(IElement li)
    {
        if (li.LocalName != "ul" && li.LocalName != "ol" && !HasBlock(li)) return InlineWriter.Write(li);
        var inner = new BodyWriter();
        if (li.LocalName is "ul" or "ol") inner.Block(li);
        else inner.Walk(li);
        inner.Flush();
        return inner._blocks is [var only] && only.StartsWith("<p>", StringComparison.Ordinal) ? only[3..^4] : string.Concat(inner._blocks);
    }

    private void Wrap(string tag, IElement e)
    {
        var inner = new BodyWriter();
        inner.Walk(e);
        inner.Flush();
        if (inner._blocks.Count > 0) _blocks.Add($"<{tag}{Lang(e)}>{string.Concat(inner._blocks)}</{tag.Split(' ')[0]}>");
    }

    private void Related(string ids)
    {
        var valid = ids.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(id => Guid.TryParse(id, out var guid) ? guid : Guid.Empty).Where(g => g != Guid.Empty).Distinct().Take(10).ToList();
        if (valid.Count > 0) _blocks.Add($"<aside data-related=\"{string.Join(' ', valid)}\"></aside>");
    }

    private void Figure(IElement e, Guid photo)
    {
        var figure = new StringBuilder($"<figure data-photo=\"{photo}\"");
        InlineWriter.Attribute(figure, "data-alt", e.GetAttribute("data-alt"));
        figure.Append('>');
        var caption = e.QuerySelector("figcaption") is { } c ? InlineWriter.Write(c) : "";
        if (caption.Length > 0) figure.Append("<figcaption>").Append(caption).Append("</figcaption>");
        _blocks.Add(figure.Append("</figure>").ToString());
    }

    private void Add(string block)
    {
        if (block.Length > 0) _blocks.Add(block);
    }

    private static string Lang(IElement e)
    {
        var lang = new StringBuilder();
        InlineWriter.Attribute(lang, "lang", e.GetAttribute("lang"));
        return lang.ToString();
    }
}

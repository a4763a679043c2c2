using System.Text;
using AngleSharp.Dom;

namespace Broadsheet.Core.Articles;

/// <summary>Writes running text of the dialect: white space folded, empty elements left out, everything encoded.</summary>
internal sealed class InlineWriter
{
    private readonly StringBuilder _out = new();
    private bool _afterSpace = true;
    private bool _inLink;

    /// <summary>The inline content of an element; blocks inside it become spaces between words.</summary>
    internal static string Write(INode parent)
    {
        var writer = new InlineWriter();
        writer.Children(parent);
        return writer.Finish();
    }

    internal void Node(INode node)
    {
        if (node is IText text) Text(text.Data);
        else if (node is IElement { LocalName: "br" }) Break();
        else if (node is IElement element) Element(element);
    }

    /// <summary>What was written, trimmed; empty where there was only white space. The writer starts anew.</summary>
    internal string Finish()
    {
        var line = _out.ToString();
        for (var before = -1; before != line.Length;)
        {
            before = line.Length;
            line = line.TrimEnd(' ');
            if (line.EndsWith("<br>", StringComparison.Ordinal)) line = line[..^4];
        }
        _out.Clear();
        _afterSpace = true;
        return IsBlank(line) ? "" : line;
    }

    internal static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length + 16);
        foreach (var c in text) Append(encoded, c);
        return encoded.ToString();
    }

    internal static void Attribute(StringBuilder to, string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return;
        to.Append(' ').Append(name).Append("=\"").Append(Encode(value.Trim()).Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
    }

    /// <summary>True for text of white space and no-break spaces alone: a spacer, not a paragraph.</summary>
    private static bool IsBlank(string line) => line.All(c => char.IsWhiteSpace(c) || c is '\u00A0' or '\u200B' or '\uFEFF');

    private void Children(INode parent)
    {
        foreach (var child in parent.ChildNodes) Node(child);
    }

    private void Text(string data)
    {
        foreach (var c in data)
        {
            if (c is ' ' or '\n' or '\r' or '\t' or '\f')
            {
                if (!_afterSpace) _out.Append(' ');
                _afterSpace = true;
            }
            else if (!char.IsControl(c))
            {
                Append(_out, c);
                _afterSpace = false;
            }
        }
    }

    private void Break()
    {
        if (_out.Length == 0) return;
        if (_out[^1] == ' ') _out.Length--;
        _out.Append("<br>");
        _afterSpace = true;
    }

    private void Element(IElement element)
    {
        var name = BodyDialect.Inline.GetValueOrDefault(element.LocalName);
        if (name is null && BodyDialect.IsBlock(element.LocalName)) Text(" ");
        var attributes = name is null ? "" : Attributes(name, element);
        var writes = name is not null && !(name is "span" or "a" && attributes.Length == 0) && !(name == "a" && _inLink);
        var start = _out.Length;
        var link = _inLink;
        if (writes)
        {
            _out.Append('<').Append(name).Append(attributes).Append('>');
            _inLink |= name == "a";
        }
        var inside = _out.Length;
        var spaceBefore = _afterSpace;
        Children(element);
        _inLink = link;
        if (writes && IsBlank(_out.ToString(inside, _out.Length - inside).Replace("<br>", "", StringComparison.Ordinal)))
        {
            // Nothing but space inside: keep one space, drop the element.
            var hadSpace = _out.Length > inside;
            _out.Length = start;
            _afterSpace = spaceBefore;
            if (hadSpace) Text(" ");
        }
        else if (writes) _out.Append("</").Append(name).Append('>');
        if (name is null && BodyDialect.IsBlock(element.LocalName)) Text(" ");
    }

    private static string Attributes(string name, IElement element)
    {
        var attributes = new StringBuilder();
        if (name == "a") Attribute(attributes, "href", element.GetAttribute("href"));
        if (name == "abbr") Attribute(attributes, "title", element.GetAttribute("title"));
        if (name != "a" || attributes.Length > 0) Attribute(attributes, "lang", element.GetAttribute("lang"));
        return attributes.ToString();
    }

    private static void Append(StringBuilder to, char c)
    {
        if (c == '&') to.Append("&amp;");
        else if (c == '<') to.Append("&lt;");
        else if (c == '>') to.Append("&gt;");
        else if (!char.IsControl(c)) to.Append(c);
    }
}

using System.Text;
using AngleSharp.Dom;
using Broadsheet.Formats.Html;

namespace Broadsheet.Formats.Ninjs;

/// <summary>Turns the texts of a wire, HTML or plain, into the wire item's HTML and into plain text.</summary>
internal static class BodyText
{
    /// <summary>Blocks of an HTML text, or of NITF's <c>body.content</c>.</summary>
    public static List<BodyBlock> Html(string html)
    {
        if (ShallowHtml.Parse(html)?.Body is not { } body) return Plain(ShallowHtml.WithoutTags(html));
        var content = html.Contains("<body.content", StringComparison.Ordinal) ? body.QuerySelector("body\\.content") : null;
        return BodyBlocks.Of(content ?? body);
    }

    /// <summary>Paragraphs of a plain text: parted by blank lines, or by every line end where it has no blank line.</summary>
    public static List<BodyBlock> Plain(string text)
    {
        var normal = text.ReplaceLineEndings("\n").Replace('\u2029', '\n');
        var lines = normal.Split('\n').Select(line => line.Trim(' ', '\t')).ToList();
        var blocks = new List<BodyBlock>();
        var paragraph = new List<string>();
        var parted = lines.SkipWhile(IsBlank).Reverse().SkipWhile(IsBlank).Any(IsBlank);
        foreach (var line in lines)
        {
            if (!IsBlank(line)) paragraph.Add(Collapsed(line));
            if (parted && !IsBlank(line)) continue;
            EndParagraph();
        }
        EndParagraph();
        return blocks;

        void EndParagraph()
        {
            if (paragraph.Count > 0) blocks.Add(new BodyBlock("p", string.Join("<br>", paragraph)));
            paragraph.Clear();
        }
    }

    private static string TextOf(string html) => ShallowHtml.Parse(html)?.Body is { } body ? Flat(body) : ShallowHtml.WithoutTags(html);

    private static string Collapsed(string line)
    {
        var written = new StringBuilder(line.Length);
        AppendCollapsed(written, line);
        return written.ToString();
    }

    /// <summary>The blocks as HTML.</summary>
    public static string Write(IEnumerable<BodyBlock> blocks)
    {
        var written = new StringBuilder();
        foreach (var (tag, inner) in blocks) written.Append('<').Append(tag).Append('>').Append(inner).Append("</").Append(tag).Append('>');
        return written.ToString();
    }

    /// <summary>Blocks in one line of inline elements, parted by line breaks; lists and the like keep their elements.</summary>
    public static string Join(IEnumerable<BodyBlock> blocks) => string.Join("<br>", blocks
        .Select(block => block.Tag is "p" or "h2" or "h3" ? block.Inner : $"<{block.Tag}>{block.Inner}</{block.Tag}>")).Replace("<br><ul>", "<ul>", StringComparison.Ordinal).Replace("<br><ol>", "<ol>", StringComparison.Ordinal);

    /// <summary>The text of a wording that may be HTML, as one line of plain text.</summary>
    public static string OneLine(string text, bool isHtml)
    {
        var plain = isHtml ? TextOf(text.Replace("<br", " <br", StringComparison.OrdinalIgnoreCase).Replace("</p>", "</p> ", StringComparison.OrdinalIgnoreCase)) : text;
        var line = new StringBuilder();
        foreach (var c in plain)
        {
            if (!char.IsWhiteSpace(c)) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }
        return line.ToString().TrimEnd();
    }

    /// <summary>All text under a node but that of scripts and styles, found without recursion: its depth is the sender's choice.</summary>
    public static string Flat(INode root)
    {
        var text = new StringBuilder();
        var open = new Stack<(INodeList Nodes, int Next)>();
        open.Push((root.ChildNodes, 0));
        while (open.TryPop(out var at))
        {
            if (at.Next == at.Nodes.Length) continue;
            open.Push((at.Nodes, at.Next + 1));
            var node = at.Nodes[at.Next];
            if (node is IText { Data: var data }) text.Append(data);
            else if (node is not IElement { LocalName: "script" or "style" }) open.Push((node.ChildNodes, 0));
        }
        return text.ToString();
    }

    /// <summary>Appends text with each run of white space as one space, none at the start of a line; no-break spaces stay.</summary>
    public static void AppendCollapsed(StringBuilder line, string text)
    {
        foreach (var c in text)
        {
            if (c is ' ' or '\t' or '\r' or '\n' or '\f')
            {
                if (line.Length > 0 && line[^1] != ' ' && !EndsWithBreak(line)) line.Append(' ');
                continue;
            }
            Append(line, c);
        }
    }

    /// <summary>Escapes a text for an element's inside or a quoted attribute.</summary>
    public static string Encode(string text)
    {
        if (text.AsSpan().IndexOfAny("&<>\"") < 0) return text;
        var written = new StringBuilder(text.Length + 16);
        foreach (var c in text) Append(written, c);
        return written.ToString();
    }

    /// <summary>Whether HTML or text shows nothing: tags, white space, no-break and zero-width spaces only.</summary>
    public static bool IsBlank(string html)
    {
        var inTag = false;
        foreach (var c in html)
        {
            if (c == '<') inTag = true;
            else if (c == '>') inTag = false;
            else if (!inTag && !char.IsWhiteSpace(c) && c is not ('\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF')) return false;
        }
        return true;
    }

    /// <summary>An address that a link may have: relative, or of a scheme that only opens something.</summary>
    public static string? Href(string? href)
    {
        href = href?.Trim();
        if (string.IsNullOrEmpty(href) || href.AsSpan().ContainsAnyInRange('\0', ' ')) return null;
        var colon = href.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || href.AsSpan(0, colon).ContainsAny("/?#")) return href;
        return href[..colon].ToLowerInvariant() is "http" or "https" or "mailto" or "tel" ? href : null;
    }

    private static bool EndsWithBreak(StringBuilder line) => line.Length >= 4 && line[^1] == '>' && line[^2] == 'r' && line[^3] == 'b' && line[^4] == '<';

    private static void Append(StringBuilder line, char c) => _ = c switch
    {
        '&' => line.Append("&amp;"),
        '<' => line.Append("&lt;"),
        '>' => line.Append("&gt;"),
        '"' => line.Append("&quot;"),
        _ => line.Append(c),
    };
}

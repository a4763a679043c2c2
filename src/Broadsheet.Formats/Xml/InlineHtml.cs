using System.Net;
using System.Text;
using System.Xml.Linq;

namespace Broadsheet.Formats.Xml;

/// <summary>
/// Writes running text as HTML of the inline elements <c>a em strong sub sup br</c>. Understands the inline elements of
/// XHTML, NITF and NewsML-G2's own blocks; of others the text is kept.
/// </summary>
/// <param name="onMedia">Called for a picture or other medium inside the text, which itself leaves no trace in it.</param>
internal sealed class InlineHtml(Action<XElement>? onMedia = null)
{
    private readonly StringBuilder html = new();
    private readonly StringBuilder plain = new();
    private bool space;
    private bool hasText;

    /// <summary>The text so far without markup, to compare it with others.</summary>
    public string Plain => plain.ToString();

    /// <summary>The HTML of an element's content, or null where it shows nothing.</summary>
    public static string? Of(XElement element)
    {
        var inline = new InlineHtml();
        inline.Nodes(element);
        return inline.Take()?.Html;
    }

    /// <summary>Ends the text: what was written, or null where it shows nothing. The next begins empty.</summary>
    public (string Html, string Plain)? Take()
    {
        while (html.Length >= 4 && html.ToString(html.Length - 4, 4) == "<br>")
            html.Length -= 4;
        var taken = hasText ? (html.ToString(), plain.ToString()) : ((string, string)?)null;
        html.Clear();
        plain.Clear();
        space = hasText = false;
        return taken;
    }

    /// <summary>Writes the nodes inside an element.</summary>
    public void Nodes(XElement parent)
    {
        foreach (var node in parent.Nodes())
            Node(node);
    }

    /// <summary>Writes a node.</summary>
    public void Node(XNode node)
    {
        if (node is XText text)
            Text(text.Value);
        else if (node is XElement element)
            Element(element);
    }

    private void Element(XElement element)
    {
        switch (element.Name.LocalName.ToLowerInvariant())
        {
            case "a" when Link(element) is { } href:
                Wrapped(element, $"<a href=\"{WebUtility.HtmlEncode(href)}\">", "</a>");
                break;
            case "em" or "i" or "cite" or "emphasis" or "object.title":
                Wrapped(element, "<em>", "</em>");
                break;
            case "strong" or "b":
                Wrapped(element, "<strong>", "</strong>");
                break;
            case "sub":
                Wrapped(element, "<sub>", "</sub>");
                break;
            case "sup":
                Wrapped(element, "<sup>", "</sup>");
                break;
            case "br":
                Break();
                break;
            case "q":
                Wrapped(element, "“", "”");
                break;
            case "rt" when element.Parent is { } ruby && !ruby.Elements().Any(e => e.Name.LocalName == "rp"):
                Wrapped(element, " (", ")");
                break;
            case "img" or "image" or "media" or "figure" or "picture" or "video" or "audio":
                onMedia?.Invoke(element);
                break;
            case var name when BodyNames.Unprinted.Contains(name):
                break;
            default:
                Nodes(element);
                break;
        }
    }

    private void Wrapped(XElement element, string before, string after)
    {
        if (WireText.IsBlank(element.Value))
        {
            Nodes(element);
            return;
        }
        Space();
        html.Append(before);
        if (before[0] != '<')
            plain.Append(before);
        Nodes(element);
        html.Append(after);
        if (before[0] != '<')
            plain.Append(after);
    }

    private void Text(string text)
    {
        foreach (var c in text)
        {
            if (c is ' ' or '\t' or '\r' or '\n')
            {
                space = hasText;
                continue;
            }
            if (!hasText && WireText.IsBlank([c]))
                continue;
            Space();
            hasText = true;
            plain.Append(c);
            _ = c switch
            {
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '&' => html.Append("&amp;"),
                '\u00A0' => html.Append("&nbsp;"),
                _ => html.Append(c),
            };
        }
    }

    private void Space()
    {
        if (space)
        {
            html.Append(' ');
            plain.Append(' ');
        }
        space = false;
    }

    /// <summary>A line break, never at the start: what stands before the text is layout.</summary>
    public void Break()
    {
        if (!hasText)
            return;
        space = false;
        html.Append("<br>");
        plain.Append(' ');
    }

    private static string? Link(XElement element)
    {
        var href = element.Attribute("href")?.Value.Trim();
        if (string.IsNullOrEmpty(href))
            return null;
        var colon = href.IndexOf(':', StringComparison.Ordinal);
        var scheme = colon > 0 && href.IndexOfAny(['/', '?', '#']) is var mark && (mark < 0 || mark > colon) ? href[..colon].ToLowerInvariant() : "";
        return scheme is "" or "http" or "https" or "mailto" or "tel" ? href : null;
    }
}

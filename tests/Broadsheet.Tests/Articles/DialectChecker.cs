using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Broadsheet.Tests.Articles;

/// <summary>
/// Says what is wrong with a body, by the grammar of docs/body-dialect.md and by none of the program's code: read as XML it is
/// well formed and follows the grammar, and a parser of HTML sees the very same tree.
/// </summary>
internal static partial class DialectChecker
{
    private static readonly string[] Inline = ["a", "em", "strong", "sub", "sup", "q", "cite", "abbr", "code", "s", "span"];
    private static readonly string[] Lines = ["p", "h2", "h3", "h4"];

    /// <summary>What is wrong with a body, or null.</summary>
    public static string? Fault(string body) => Fault(body, () => body.Length == 0 ? null : Blocks(Xml(body), top: true));

    /// <summary>What is wrong with a line (a caption, a notice), or null.</summary>
    public static string? LineFault(string line) =>
        line.Contains('\n', StringComparison.Ordinal) ? "More than one line." : Fault(line, () => line.Length == 0 ? null : Line(Xml(line), breaks: false));

    private static string? Fault(string markup, Func<string?> grammar)
    {
        try
        {
            return grammar() ?? (Shape(Xml(markup)) == Shape(new HtmlParser().ParseDocument(markup).Body!) ? null : "A parser of HTML sees another tree.");
        }
        catch (XmlException e)
        {
            return e.Message;
        }
    }

    /// <summary>The markup as XML: its four unclosed or bare forms completed.</summary>
    private static XElement Xml(string markup)
    {
        var closed = markup.Replace("<br>", "<br/>", StringComparison.Ordinal).Replace("<hr>", "<hr/>", StringComparison.Ordinal)
            .Replace("<aside data-pull", "<aside data-pull=\"\"", StringComparison.Ordinal)
            .Replace("<span data-note", "<span data-note=\"\"", StringComparison.Ordinal);
        return XElement.Parse($"<body>{closed}</body>", LoadOptions.PreserveWhitespace);
    }

    private static string? Blocks(XElement parent, bool top)
    {
        foreach (var node in parent.Nodes())
        {
            if (node is XText text && (!top || text.Value != "\n" || text.PreviousNode is null || text.NextNode is null)) return $"Loose text '{text.Value}'.";
            if (node is XElement { PreviousNode: XElement } && top) return "Two blocks on one line.";
            if (node is XElement e && Block(e, top) is { } fault) return fault;
        }
        return parent.HasElements ? null : $"Empty {parent.Name}.";
    }

    private static string? Block(XElement e, bool top)
    {
        switch (e.Name.LocalName)
        {
            case "p" or "h2" or "h3" or "h4":
                return Attributes(e, "lang") ?? Line(e, breaks: e.Name == "p");
            case "pre":
                return Attributes(e) ?? (e.HasElements || e.Value.StartsWith('\n') || e.Value.TrimEnd() != e.Value || e.Value.Length == 0 ? "A strange pre." : null);
            case "hr":
                return Attributes(e) ?? (e.IsEmpty ? null : "hr has content.");
            case "ul" or "ol":
                return Attributes(e, e.Name == "ol" ? ["start", "lang"] : ["lang"]) ?? Each(e, "li", Item);
            case "blockquote":
                return Attributes(e, "lang") ?? Blocks(e, top: false);
            case "aside" when e.Attribute("data-pull") is { Value: "" }:
                return Attributes(e, "data-pull", "lang") ?? Blocks(e, top: false);
            case "aside" when top && e.Attribute("data-related") is { } related:
                return Attributes(e, "data-related") ?? (e.Nodes().Any() ? "An inset with content." : related.Value.Split(' ').All(id => IsKey(id)) ? null : "An inset of nothing.");
            case "figure" when top && IsKey(e.Attribute("data-photo")?.Value):
                return Attributes(e, "data-photo", "data-alt") ?? (e.Nodes().Any() ? Each(e, "figcaption", Caption) : null);
            case "figure" when top && Embed().IsMatch(e.Attribute("data-embed")?.Value ?? ""):
                return Attributes(e, "data-embed") ?? (e.Nodes().Any() ? Each(e, "figcaption", Caption) : null);
            case "table":
                return Table(e);
            default:
                return $"{e.Name} may not stand here.";
        }
    }

    private static string? Item(XElement li) =>
        Attributes(li, "lang") ?? (li.Elements().Any(c => c.Name != "br" && !Inline.Contains(c.Name.LocalName))
            ? Blocks(li, top: false)
            : Line(li, breaks: true));

    private static string? Caption(XElement e) => Attributes(e) ?? Line(e, breaks: false);

    private static string? Table(XElement e)
    {
        var parts = string.Join(' ', e.Elements().Select(c => c.Name.LocalName));
        if (parts.Length == 0 || !Parts().IsMatch(parts)) return $"A table of {parts}.";
        return Attributes(e) ?? Each(e, null, part => part.Name == "caption" ? Caption(part) : Attributes(part) ?? Each(part, "tr", row => Attributes(row) ?? Each(row, null, Cell)));
    }

    private static string? Cell(XElement e) => e.Name.LocalName is not ("td" or "th") ? $"{e.Name} in a row."
        : Attributes(e, e.Name == "th" ? ["colspan", "rowspan", "scope"] : ["colspan", "rowspan"]) ?? (e.Nodes().Any() ? Line(e, breaks: true) : null);

    private static string? Each(XElement parent, string? name, Func<XElement, string?> rule)
    {
        if (!parent.HasElements) return $"Empty {parent.Name}.";
        if (parent.Nodes().FirstOrDefault(n => n is not XElement c || (name is not null && c.Name != name)) is { } stray) return $"{stray} in {parent.Name}.";
        return parent.Elements().Select(rule).FirstOrDefault(f => f is not null);
    }

    private static string? Line(XElement parent, bool breaks)
    {
        if (string.IsNullOrWhiteSpace(parent.Value)) return $"Nothing to read in {parent.Name}.";
        if (parent.Value.Trim() != parent.Value) return $"White space at the edge of '{parent.Value}'.";
        foreach (var e in parent.Descendants())
        {
            var name = e.Name.LocalName;
            if (name == "br" && (!breaks || e.PreviousNode is XElement { Name.LocalName: "br" } || e.Nodes().Any())) return "A line break may not stand here.";
            if (name != "br" && !Inline.Contains(name)) return $"{name} may not stand in a line.";
            if (name != "br" && e.Value.Length == 0) return $"Empty {name}.";
            if (e.Attribute("data-note") is not null && (!breaks || e.Parent != parent || string.IsNullOrWhiteSpace(e.Value))) return $"A footnote may not stand here: {e}.";
            if (name == "br" && e.Ancestors().Any(a => a.Attribute("data-note") is not null)) return "A line break in a footnote.";
            if (name == "a" && (!IsLink(e.Attribute("href")?.Value) || e.Ancestors("a").Any())) return $"A bad link: {e}.";
            if (Attributes(e, name switch { "br" => [], "a" => ["href", "lang"], "abbr" => ["title", "lang"], "span" => ["data-note", "lang"], _ => ["lang"] }) is { } fault) return fault;
        }
        return null;
    }

    private static string? Attributes(XElement e, params string[] allowed) =>
        (from a in e.Attributes()
         where !allowed.Contains(a.Name.LocalName) || (a.Name == "lang" && !Language().IsMatch(a.Value))
            || (a.Name.LocalName is "colspan" or "rowspan" or "start" && (!int.TryParse(a.Value, out var n) || n < 2))
            || (a.Name == "scope" && a.Value is not ("col" or "row" or "colgroup" or "rowgroup"))
         select $"{e.Name} has {a}.").FirstOrDefault();

    private static bool IsKey(string? value) => Guid.TryParseExact(value, "D", out _);

    private static bool IsLink(string? href) => href is not null && Link().IsMatch(href);

    /// <summary>Elements, attributes and text of a tree in one string.</summary>
    private static string Shape(XNode node) => node switch
    {
        XText text => $"[{text.Value.ReplaceLineEndings("\n")}]",
        XElement e => $"({e.Name.LocalName}{string.Concat(e.Attributes().Select(a => $" {a.Name.LocalName}={a.Value}"))}{string.Concat(e.Nodes().Select(Shape))})",
        _ => "?",
    };

    private static string Shape(INode node) => node switch
    {
        IText text => $"[{text.Data}]",
        IElement e => $"({e.LocalName}{string.Concat(e.Attributes.Select(a => $" {a.Name}={a.Value}"))}{string.Concat(e.ChildNodes.Select(Shape))})",
        _ => "?",
    };

    [GeneratedRegex(@"\A(?:caption )?(?:thead|thead tbody|tbody)\z")]
    private static partial Regex Parts();

    [GeneratedRegex(@"\Ahttps://(?:www\.youtube\.com/watch\?v=|vimeo\.com/|open\.spotify\.com/|soundcloud\.com/|datawrapper\.dwcdn\.net/|public\.flourish\.studio/visualisation/|archive\.org/details/)[\w./-]+\z")]
    private static partial Regex Embed();

    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Za-z0-9]{1,8})*\z")]
    private static partial Regex Language();

    [GeneratedRegex(@"\A(?:https?://[^\s\p{Cc}\p{Cf}]+|mailto:[^\s\p{Cc}\p{Cf}]+|tel:[^\s\p{Cc}\p{Cf}]+|/(?![/\\])[^\s\p{Cc}\p{Cf}]*|#[^\s\p{Cc}\p{Cf}]*)\z")]
    private static partial Regex Link();
}

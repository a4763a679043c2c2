using System.Collections.Frozen;
using System.Net;
using AngleSharp.Html.Dom;
using Broadsheet.Formats.Html;
using Ganss.Xss;

namespace Broadsheet.Core.Articles;

/// <summary>
/// The one form of an article's body: a small dialect of HTML (docs/body-dialect.md). Whatever the house keeps went through
/// <see cref="Normalise"/>; the same body always has the same bytes.
/// </summary>
public static class BodyDialect
{
    /// <summary>Inline elements by the name that is written.</summary>
    internal static readonly FrozenDictionary<string, string> Inline = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["a"] = "a", ["em"] = "em", ["i"] = "em", ["strong"] = "strong", ["b"] = "strong", ["sub"] = "sub", ["sup"] = "sup", ["q"] = "q",
        ["cite"] = "cite", ["abbr"] = "abbr", ["code"] = "code", ["s"] = "s", ["del"] = "s", ["strike"] = "s", ["span"] = "span",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Blocks = Set(
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "figure", "figcaption", "aside", "table", "caption", "thead",
        "tbody", "tfoot", "tr", "th", "td", "pre", "hr", "div", "section", "article", "header", "footer", "main", "nav", "dl", "dt", "dd", "address",
        "body", "center", "details", "dialog", "dir", "fieldset", "form", "hgroup", "legend", "listing", "menu", "optgroup", "option", "plaintext",
        "search", "summary", "xmp");

    /// <summary>Elements whose content is no text of the article; each leaves a space.</summary>
    private static readonly FrozenSet<string> Dropped = Set(
        "script", "style", "template", "noscript", "noembed", "noframes", "iframe", "object", "embed", "applet", "audio", "video", "canvas", "picture",
        "img", "input", "svg", "math", "select", "datalist", "textarea", "title", "head", "frame", "frameset", "progress", "meter");

    private static readonly HtmlSanitizer Sanitizer = MakeSanitizer();

    /// <summary>True for an element that can't stand inside a line.</summary>
    internal static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>Brings any HTML into the canonical form. What has no place is unwrapped or dropped; the result contains nothing that runs.</summary>
    /// <param name="html">HTML from anywhere: hostile, broken or fine.</param>
    /// <returns>Canonical body: top-level blocks, one a line; <c>Normalise(Normalise(x)) == Normalise(x)</c>.</returns>
    public static string Normalise(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        using var document = Parse(html);
        return document.Body is { } body ? new BodyWriter().Flow(body) : "";
    }

    /// <summary>The same for a caption, a notice, a correction: inline elements only, on one line.</summary>
    public static string NormaliseInline(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        using var document = Parse(html);
        return document.Body is { } body ? InlineWriter.Write(body) : "";
    }

    /// <summary>Plain text as a line of the dialect.</summary>
    /// <returns>One line; white space folded.</returns>
    public static string FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return InlineWriter.Write(text);
    }

    /// <summary>Plain text on one line: white space folded, what no document may hold (control characters, noncharacters) left out. Not encoded.</summary>
    public static string PlainLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return DialectText.Plain(text);
    }

    private static IHtmlDocument Parse(string html)
    {
        // What is nested deeper than any text keeps its words and loses its tags.
        var document = ShallowHtml.Parse(html) ?? ShallowHtml.Parse(WebUtility.HtmlEncode(ShallowHtml.WithoutTags(html)))!;
        if (document.Body is { } body) Sanitizer.SanitizeDom(document, body);
        return document;
    }

    private static HtmlSanitizer MakeSanitizer()
    {
        var options = new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Blocks.Concat(Inline.Keys).Append("br"), StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(
                ["href", "lang", "title", "scope", "colspan", "rowspan", "start", "data-photo", "data-alt", "data-related", "data-pull", "data-note", "data-embed"], StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto", "tel"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
            AllowedCssProperties = new HashSet<string>(StringComparer.OrdinalIgnoreCase),
            AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
        };
        // A word inside a stray element is still the reporter's: keep the words, except those of scripts and styles.
        var sanitizer = new HtmlSanitizer(options) { KeepChildNodes = true };
        sanitizer.RemovingTag += (_, e) =>
        {
            if (Dropped.Contains(e.Tag.LocalName)) e.Tag.TextContent = " ";
        };
        return sanitizer;
    }

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}

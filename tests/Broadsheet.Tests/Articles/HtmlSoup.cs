using System.Text;
using CsCheck;

namespace Broadsheet.Tests.Articles;

/// <summary>Random markup: broken soups, and trees whose every word must survive.</summary>
internal static class HtmlSoup
{
    private const string Key = "0190a1b2-0000-7000-8000-000000000001";

    private static readonly string[] Names =
    [
        "p", "h1", "h2", "h3", "h4", "h5", "ul", "ol", "li", "blockquote", "figure", "figcaption", "aside", "table", "caption", "thead", "tbody", "tfoot", "tr",
        "th", "td", "pre", "hr", "div", "section", "dl", "dt", "dd", "address", "a", "em", "i", "strong", "b", "sub", "sup", "q", "cite", "abbr", "code", "s",
        "del", "span", "br", "font", "center", "form", "details", "summary", "button", "u", "small", "nobr", "ruby", "rt", "marquee", "object",
        "svg", "math", "mtext", "mglyph", "foreignObject", "desc", "title", "script", "style", "template", "noscript", "iframe", "select", "option",
        "textarea", "xmp", "plaintext", "listing", "img", "input", "video", "html", "head", "body", "frameset", "col", "colgroup", "my-element", "base", "meta",
    ];

    private static readonly string[] Attributes =
    [
        "href=\"https://example.com/?a=1&b=2\"", "href='/2023/09/12/x'", "href=//evil.example", "href=javascript:alert(1)", "href=\" jav&#x09;ascript:alert(1)\"", "href=#top",
        "href=\"data:text/html,<script>alert(1)</script>\"", "href=\"https://example.com/a b\"", "lang=ko", "lang=\"zh-hant-tw\"", "lang='\" onclick=x'", "title='a \"b\" & <c>'", "style=\"color:red\"",
        "onclick=alert(1)", "class=x", "id=x", "start=5", "start=x", "colspan=2", "rowspan=9999", "scope=col", "data-pull", $"data-photo={Key}", "data-photo=x",
        "data-alt='Say \"hi\" & <bye>'", $"data-related=\"{Key} x\"", "data-related=", "data-note", "data-embed=https://youtu.be/dQw4w9WgXcQ", "data-embed=https://evil.example/", "src=x onerror=alert(1)", "xlink:href=javascript:x", "hidden", "a\"b'c=1",
    ];

    private static readonly string[] Texts =
    [
        "word", " ", "\n", "\r\n", "\t", "&nbsp;", "\u00A0", "\u200B", "\uFEFF", "\u3000", "\u0085", "\u2028", "\v", "\f", "\u0001", "\u202E", "\u200F", "&amp;", "&lt;script&gt;", "&amp;lt;", "&#0;", "&#x80;",
        "&#xD800;", "\uD800", "\uDC00", "\uFFFE", "\uFDD0", "😀", "한국어", "العربية", "a < b", "x > y", "\"", "'", "`", "--", "]]>", "\0", "<br>", "<br/>", "</br>", "</p>",
    ];

    private static readonly string[] Broken =
    [
        "<!-- comment -->", "<!--", "-->", "<!-->", "--!>", "<![CDATA[", "<![CDATA[x]]>", "<!DOCTYPE html>", "<?xml version='1.0'?>", "<", "</", "<>", "</>", "< p>", "<p", "<a href=\"", "&", "&#", "&#x", "&lt",
        "</script>", "</style>", "<svg><style><!--</style><img src=x onerror=alert(1)>", "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    ];

    /// <summary>Nothing fits: tags that are never closed or never opened, scripts, half comments.</summary>
    public static readonly Gen<string> Any = Gen.Frequency<string>(
        (6, Gen.Select(Gen.OneOf(Names), Gen.OneOf(Attributes).Array[0, 2], (name, with) => $"<{name}{string.Concat(with.Select(a => " " + a))}>")),
        (5, Gen.OneOf(Names).Select(name => $"</{name}>")),
        (6, Gen.OneOf(Texts)),
        (1, Gen.OneOf(Broken)),
        (1, Gen.Char.Array[1, 4].Select(c => new string(c)))).Array[0, 40].Select(string.Concat);

    private static readonly string[] Blocks =
    [
        "p", "h1", "h2", "h3", "h6", "ul", "ol", "li", "blockquote", "table", "caption", "thead", "tbody", "tr", "th", "td", "pre", "div", "section", "dl", "dt", "dd",
        "center", "figure", "figcaption", "aside data-pull", $"figure data-photo={Key}", $"aside data-related={Key}", "form", "details", "summary", "fieldset", "figure data-embed=https://vimeo.com/123456",
    ];

    private static readonly string[] Ignored = ["table", "caption", "thead", "tbody", "tr", "th", "td", "form"];

    private static readonly string[] Inline = ["a href=/x", "a", "em", "i", "b", "strong", "sub", "q", "cite", "abbr title=x", "code", "s", "span", "span lang=ko", "span data-note", "font color=red", "u", "small"];

    /// <summary>Elements in elements in any order, and words <c>w1</c>, <c>w2</c> … each apart from the next; with how many there are.</summary>
    public static readonly Gen<(string Html, int Words)> Worded = Gen.Int[0, 1_000_000].Select(seed =>
    {
        var random = new Random(seed);
        var html = new StringBuilder();
        var words = 0;
        for (var i = random.Next(1, 6); i > 0; i--) Grow(random, html, 0, ref words);
        return (html.ToString(), words);
    });

    private static void Grow(Random random, StringBuilder html, int depth, ref int words)
    {
        var choice = random.Next(10);
        if (depth > 7 || choice < 3)
        {
            html.Append(random.Next(4) switch { 0 => " ", 1 => "<br>", 2 => "\n ", _ => "&#x20;" }).Append('w').Append(++words).Append(' ');
            return;
        }
        var tag = choice < 8 ? Blocks[random.Next(Blocks.Length)] : Inline[random.Next(Inline.Length)];
        // A parser ignores a part of a table that stands in none, and a form in a form.
        var apart = Array.IndexOf(Ignored, tag) >= 0 ? " " : "";
        html.Append(apart).Append('<').Append(tag).Append('>').Append(apart);
        // The word at an edge touches the tag: only a block keeps it apart.
        if (choice < 8 && random.Next(3) == 0) html.Append('w').Append(++words);
        for (var i = random.Next(0, 4); i > 0; i--) Grow(random, html, depth + 1, ref words);
        if (choice < 8 && random.Next(3) == 0) html.Append(" w").Append(++words);
        html.Append(apart).Append("</").Append(tag.Split(' ')[0]).Append('>').Append(apart);
    }
}

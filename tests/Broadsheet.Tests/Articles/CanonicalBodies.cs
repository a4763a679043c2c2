using System.Text;
using Broadsheet.Core.Articles;
using CsCheck;

namespace Broadsheet.Tests.Articles;

/// <summary>Bodies as the dialect writes them: many of random trees, and those at the edges by hand.</summary>
internal static class CanonicalBodies
{
    private const string Key = "0190a1b2-0000-7000-8000-000000000001";

    private static readonly string[] Inline =
    [
        "a href=\"https://example.com/?a=1&amp;b=2\"", "a href=\"/2023/09/12/x\" lang=ko", "em", "strong", "sub", "sup", "q", "q lang=fr", "cite", "abbr title='a \"b\" &amp; <c>'", "abbr", "code", "s",
        "span lang=ko", "span lang=ja", "em lang=en", "span data-note", "span data-note lang=ko",
    ];

    private static readonly string[] Blocks =
    [
        "p", "p lang=ko", "h2", "h3 lang=en", "h4", "ul", "ol start=7", "ol", "blockquote", "blockquote lang=en", "aside data-pull", "table", "pre", "hr", "figure", "related", "embed",
    ];

    private static readonly string[] Words =
        ["word", "한국어", "a &amp; b", "&lt;i&gt;", "\"quoted\"", "it’s", "10\u00A0km", "😀", "العربية", "x\u3000y", "--", "soft\u00ADhyphen", "e\u0301", "data-alt=\"x\""];

    /// <summary>Bodies at the edges of the dialect.</summary>
    public static readonly IReadOnlyList<string> Edges =
    [
        "",
        "<p>a<em>b</em><em>c</em><strong><em>d</em></strong><em><strong>e</strong></em></p>",
        "<p><q>a <q>b <q>c</q></q></q> <q>d</q><q>e</q> H<sub>2<sub>x</sub></sub></p>",
        "<p><em>a<br>b</em><br><strong>c</strong><br>d</p>",
        "<p><a href=\"/x\">a</a><a href=\"/x\">b</a><a href=\"/y\"><em>c</em></a><em><a href=\"/z\">d</a></em></p>",
        "<p><span lang=\"ko\">가<span lang=\"ja\">あ</span></span><em lang=\"fr\">x</em></p>",
        "<p>  \u00A0a \u00A0 b  c</p>",
        "<ul><li>a</li><li lang=\"ko\"><p lang=\"ko\">b</p></li><li><h2>c</h2></li><li><ul><li>d</li></ul></li><li><p>e</p><p>f</p></li></ul><ol><li><table><tr><td>x</table></li></ol>",
        "<ol start=\"99999\"><li>a<br>b</li></ol>",
        "<blockquote><blockquote><blockquote><ul><li><blockquote><p>a</p></blockquote></li></ul></blockquote></blockquote></blockquote>",
        string.Concat(Enumerable.Repeat("<blockquote>", 9)) + "deep",
        string.Concat(Enumerable.Repeat("<ul><li>a", 9)),
        string.Concat(Enumerable.Repeat("<span lang=ko><q>", 9)) + "deep",
        "<table><caption>C <em>x</em></caption><thead><tr><th scope=\"col\" colspan=\"2\">A</th></tr><tr><th>B</th><td>c</td></tr></thead><tbody><tr><th scope=\"rowgroup\" rowspan=\"3\">d</th><td></td></tr><tr><td>e<br>f</td></tr></tbody></table>",
        "<table><thead><tr><td>only head</td></tr></thead></table>",
        "<table><tbody><tr><td>ragged</td></tr><tr><td>a</td><td>b</td><td>c</td></tr><tr><td rowspan=\"9\" colspan=\"100\">d</td></tr></tbody></table>",
        "<table><tbody><tr><td><a href=\"tel:+82\">x</a></td></tr></tbody></table><table><tbody><tr><td>beside</td></tr></tbody></table>",
        "<blockquote><table><tr><td>x</table><pre>  y\n\n z</pre><hr></blockquote>",
        "<pre>a\n\n\n  b &lt;p&gt; &amp;amp;   c</pre><pre>d</pre>",
        "<hr><hr>",
        $"<figure data-photo=\"{Key}\" data-alt=\"Say &quot;hi&quot; &amp; &lt;bye&gt;\"><figcaption>w <a href=\"/x\">h</a></figcaption></figure><figure data-photo=\"{Key}\"></figure><aside data-related=\"{Key} 0190a1b2-0000-7000-8000-000000000002\"></aside>",
        "<p>a<span data-note>b <a href=\"/x\">c</a> <span lang=\"ko\">라</span></span><span data-note lang=\"ko\">d</span> e <em>f</em><span data-note><em>g</em></span><em>h</em></p><ul><li>i<span data-note>j</span></li></ul><table><tr><td>k<span data-note>l</span></table>",
        "<figure data-embed=\"https://youtu.be/dQw4w9WgXcQ\"></figure><figure data-embed=\"https://vimeo.com/123456\"><figcaption>a <em>b</em></figcaption></figure>",
        "<p>\u200Fע a\u202Eb \u200Bc &amp;lt; ]]&gt; ' ` \"</p>",
    ];

    /// <summary>Trees in which every element and nesting of the dialect occurs.</summary>
    public static readonly Gen<string> Trees = Gen.Int.Select(seed =>
    {
        var random = new Random(seed);
        var html = new StringBuilder();
        for (var i = random.Next(1, 5); i > 0; i--) Block(random, html, 0);
        return BodyDialect.Normalise(html.ToString());
    });

    private static void Block(Random random, StringBuilder html, int depth)
    {
        var tag = Blocks[random.Next(depth > 4 ? 5 : Blocks.Length)];
        var name = tag.Split(' ')[0];
        if (tag == "related") html.Append($"<aside data-related='{Key}'></aside>");
        else if (tag == "embed") Around(html, "figure data-embed=https://vimeo.com/123456", () => { if (random.Next(2) == 0) Around(html, "figcaption", () => Line(random, html, 0)); });
        else if (tag == "figure") Around(html, random.Next(2) == 0 ? $"figure data-photo={Key}" : $"figure data-photo={Key} data-alt='a \"b\" &amp; c'", () => { if (random.Next(2) == 0) Around(html, "figcaption", () => Line(random, html, 0)); });
        else if (name is "ul" or "ol") Around(html, tag, () => Some(random, 1, 4, () => Around(html, random.Next(5) == 0 ? "li lang=ko" : "li", () => Item(random, html, depth))));
        else if (name is "blockquote" or "aside") Around(html, tag, () => Some(random, 1, 3, () => Block(random, html, depth + 1)));
        else if (name == "table") Table(random, html);
        else if (name == "pre") html.Append("<pre>").AppendJoin('\n', Enumerable.Range(0, random.Next(1, 4)).Select(_ => new string(' ', random.Next(3)) + Words[random.Next(Words.Length)])).Append("</pre>");
        else if (name == "hr") html.Append("<hr>");
        else Around(html, tag, () => Line(random, html, 0));
    }

    private static void Item(Random random, StringBuilder html, int depth)
    {
        if (random.Next(3) > 0) Line(random, html, 0);
        else Some(random, 1, 3, () => Block(random, html, depth + 1));
    }

    private static void Table(Random random, StringBuilder html) => Around(html, "table", () =>
    {
        if (random.Next(2) == 0) Around(html, "caption", () => Line(random, html, 1));
        if (random.Next(2) == 0) Around(html, "thead", () => Rows(random, html));
        Around(html, "tbody", () => Rows(random, html));
    });

    private static void Rows(Random random, StringBuilder html) => Some(random, 1, 3, () => Around(html, "tr", () => Some(random, 1, 4, () =>
    {
        var tag = random.Next(6) switch { 0 => "th scope=row", 1 => "th", 2 => "td colspan=2", 3 => "td rowspan=3", _ => "td" };
        Around(html, tag, () => { if (random.Next(5) > 0) Line(random, html, 1); });
    })));

    private static void Line(Random random, StringBuilder html, int depth) => Some(random, 1, 4, () =>
    {
        switch (random.Next(depth > 6 ? 3 : 8))
        {
            case 0: html.Append(Words[random.Next(Words.Length)]); break;
            case 1: html.Append(' ').Append(Words[random.Next(Words.Length)]); break;
            case 2: html.Append(Words[random.Next(Words.Length)]).Append(random.Next(4) == 0 ? "<br>" : " "); break;
            default: Around(html, Inline[random.Next(Inline.Length)], () => Line(random, html, depth + 1)); break;
        }
    });

    private static void Around(StringBuilder html, string tag, Action content)
    {
        html.Append('<').Append(tag).Append('>');
        content();
        html.Append("</").Append(tag.Split(' ')[0]).Append('>');
    }

    private static void Some(Random random, int from, int to, Action one)
    {
        for (var i = random.Next(from, to); i > 0; i--) one();
    }
}

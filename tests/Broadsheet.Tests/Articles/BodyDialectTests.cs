using Broadsheet.Core.Articles;
using Xunit;

namespace Broadsheet.Tests.Articles;

public sealed class BodyDialectTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  \n ", "")]
    [InlineData("Loose words", "<p>Loose words</p>")]
    [InlineData("<p>One</p><p>Two</p>", "<p>One</p>\n<p>Two</p>")]
    [InlineData("<div>One<div>Two</div>Three</div>", "<p>One</p>\n<p>Two</p>\n<p>Three</p>")]
    [InlineData("<center>One</center>Two", "<p>One</p>\n<p>Two</p>")]
    [InlineData("<p>One<br>Two</p>", "<p>One<br>Two</p>")]
    [InlineData("<p>One<br> <br>Two</p>", "<p>One</p>\n<p>Two</p>")]
    [InlineData("<p><br>One<br></p>", "<p>One</p>")]
    [InlineData("<b>One<br><br>Two</b>", "<p><strong>One</strong></p>\n<p><strong>Two</strong></p>")]
    [InlineData("<p>One</p><p>&nbsp;</p><p> <b>&nbsp;</b><br></p><p>\u200B</p><p>\uFEFF</p><p>Two</p>", "<p>One</p>\n<p>Two</p>")]
    [InlineData("<h1>A</h1><h2>B</h2><h3>C</h3><h4>D</h4><h5>E</h5><h6>F</h6>", "<h2>A</h2>\n<h2>B</h2>\n<h3>C</h3>\n<h4>D</h4>\n<h4>E</h4>\n<h4>F</h4>")]
    [InlineData("<h2>Two<br>lines</h2>", "<h2>Two lines</h2>")]
    [InlineData("<h2><div>Inside</div></h2>", "<h2>Inside</h2>")]
    [InlineData("<h2>Head<p>Text", "<h2>Head</h2>\n<p>Text</p>")]
    [InlineData("<a href=\"/x\"><h2>Head</h2><p>Text</p></a>", "<h2><a href=\"/x\">Head</a></h2>\n<p><a href=\"/x\">Text</a></p>")]
    [InlineData("<i><p>One</p>two</i>", "<p><em>One</em></p>\n<p><em>two</em></p>")]
    [InlineData("<dl><dt>Term</dt><dd>Meaning</dd></dl>", "<p>Term</p>\n<p>Meaning</p>")]
    [InlineData("<hr><p>x</p>", "<hr>\n<p>x</p>")]
    [InlineData("<blockquote cite=\"https://example.com/\">Said <cite>Ok</cite></blockquote>", "<blockquote><p>Said <cite>Ok</cite></p></blockquote>")]
    [InlineData("<aside data-pull><p>Pulled</p></aside>", "<aside data-pull><p>Pulled</p></aside>")]
    [InlineData("<aside>Other</aside>", "<p>Other</p>")]
    public void Blocks(string html, string body) => Becomes(html, body);

    [Theory]
    [InlineData("<p>a <b> b </b> c</p>", "<p>a <strong>b</strong> c</p>")]
    [InlineData("<p><i> a</i><i>b </i></p>", "<p><em>a</em><em>b</em></p>")]
    [InlineData("<p>10&nbsp;km</p>", "<p>10\u00A0km</p>")]
    [InlineData("<p>\u3000\u3000첫째 문단</p>", "<p>첫째 문단</p>")]
    [InlineData("<p>a\r\nb\tc\vd\u0085e\u2028f</p>", "<p>a b c d e f</p>")]
    [InlineData("<p>a\u0001b\uFFFEc</p>", "<p>abc</p>")]
    [InlineData("<p>a<img src=x>b</p>", "<p>a b</p>")]
    [InlineData("<p>a<!-- c -->b</p>", "<p>ab</p>")]
    [InlineData("<p><b></b><b> </b>x</p>", "<p>x</p>")]
    [InlineData("<p><b><strong>x</strong></b></p>", "<p><strong>x</strong></p>")]
    [InlineData("<p><q>a <q>b</q></q></p>", "<p><q>a <q>b</q></q></p>")]
    [InlineData("<p><del>a</del><strike>b</strike><u>c</u><font>d</font></p>", "<p><s>a</s><s>b</s>cd</p>")]
    [InlineData("<p>&lt;script&gt; &amp;amp; \"'</p>", "<p>&lt;script&gt; &amp;amp; \"'</p>")]
    [InlineData("<p><abbr title='a \"b\"'>x</abbr></p>", "<p><abbr title=\"a &quot;b&quot;\">x</abbr></p>")]
    [InlineData("<p>H<sub>2</sub>O, m<sup>2</sup>, <code>x</code>, <cite>The Ledger</cite></p>", "<p>H<sub>2</sub>O, m<sup>2</sup>, <code>x</code>, <cite>The Ledger</cite></p>")]
    public void Running_text(string html, string body) => Becomes(html, body);

    [Fact]
    public void Half_a_character_is_shown_as_such() => Becomes("<p>x\uD800y\uDC00</p>", "<p>x\uFFFDy\uFFFD</p>");

    [Theory]
    [InlineData("ko", "<p lang=\"ko\">x</p>")]
    [InlineData("ZH-hant-tw", "<p lang=\"zh-Hant-TW\">x</p>")]
    [InlineData("", "<p>x</p>")]
    [InlineData("korean", "<p>x</p>")]
    [InlineData("en_US", "<p>x</p>")]
    [InlineData("en-", "<p>x</p>")]
    [InlineData("x-klingon", "<p>x</p>")]
    [InlineData("ko\" onclick=\"x", "<p>x</p>")]
    [InlineData("en-a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r", "<p>x</p>")]
    public void A_language_is_a_tag_of_BCP_47(string lang, string body) => Becomes($"<p lang='{lang}'>x</p>", body);

    [Theory]
    [InlineData("<section lang=ko><p>가</p>나<h2 lang=en>B</h2></section><p>c</p>", "<p lang=\"ko\">가</p>\n<p lang=\"ko\">나</p>\n<h2 lang=\"en\">B</h2>\n<p>c</p>")]
    [InlineData("<p>a <span lang=ko>가</span> <span>b</span> <a lang=ko>나</a></p>", "<p>a <span lang=\"ko\">가</span> b <span lang=\"ko\">나</span></p>")]
    [InlineData("<ul lang=ko><li lang=en>a</li></ul>", "<ul lang=\"ko\"><li lang=\"en\">a</li></ul>")]
    public void A_language_stays_with_its_words(string html, string body) => Becomes(html, body);

    [Theory]
    [InlineData("<ul><li>a</li><li> </li><li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("<ul><li><p>a</p></li></ul>", "<ul><li>a</li></ul>")]
    [InlineData("<ul><li>a<p>b</p></li></ul>", "<ul><li><p>a</p><p>b</p></li></ul>")]
    [InlineData("<ul><li>a<br><br>b</li></ul>", "<ul><li><p>a</p><p>b</p></li></ul>")]
    [InlineData("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li><p>a</p><ul><li>b</li></ul></li></ul>")]
    [InlineData("<ul>loose <b>words</b><li>a</li></ul>", "<ul><li>loose <strong>words</strong></li><li>a</li></ul>")]
    [InlineData("<ol start=3><li>a</li></ol><ol start=1><li>b</li></ol><ol start=x><li>c</li></ol>", "<ol start=\"3\"><li>a</li></ol>\n<ol><li>b</li></ol>\n<ol><li>c</li></ol>")]
    [InlineData("<li>a</li>", "<p>a</p>")]
    [InlineData("<ul></ul><ol><li></li></ol>", "")]
    public void Lists(string html, string body) => Becomes(html, body);

    [Theory]
    [InlineData("<table><tr><th scope=col>A<td>B</table>", "<table><tbody><tr><th scope=\"col\">A</th><td>B</td></tr></tbody></table>")]
    [InlineData("<table><caption>C</caption><thead><tr><th>A</thead><tr><td colspan=2 rowspan=0>B</table>", "<table><caption>C</caption><thead><tr><th>A</th></tr></thead><tbody><tr><td colspan=\"2\">B</td></tr></tbody></table>")]
    [InlineData("<table><tr><td><p>a</p><p>b</p><ul><li>c</li></ul></td></tr></table>", "<table><tbody><tr><td>a b c</td></tr></tbody></table>")]
    [InlineData("<table><tr><td>a<br>b<br><br>c<br></td></tr></table>", "<table><tbody><tr><td>a<br>b<br>c</td></tr></tbody></table>")]
    [InlineData("<table><tr><td>a<table><tr><td>b<td>c</table></table>", "<table><tbody><tr><td>a b c</td></tr></tbody></table>")]
    [InlineData("<table><tr><td></td></tr></table>", "")]
    [InlineData("<table><caption>Only</caption></table>", "<p>Only</p>")]
    public void Tables(string html, string body) => Becomes(html, body);

    [Theory]
    [InlineData("<pre>\n\n  a\n\tb  \n</pre>", "<pre>  a\n    b</pre>")]
    [InlineData("<pre>a<br>b<div>c</div>d</pre>", "<pre>a\nb\nc\nd</pre>")]
    [InlineData("<pre>a\r\nb\rc</pre>", "<pre>a\nb\nc</pre>")]
    [InlineData("<pre><code>if (a &lt; b) &amp;&amp; c</code></pre>", "<pre>if (a &lt; b) &amp;&amp; c</pre>")]
    [InlineData("<pre> \n </pre>", "")]
    public void Preformatted_text(string html, string body) => Becomes(html, body);

    [Theory]
    [InlineData("<p>a<br>b</p>", "a b")]
    [InlineData("<p>One</p><p>Two</p>", "One Two")]
    [InlineData("a\nb <pre>c\nd</pre>", "a b c d")]
    [InlineData(" <em>Correction:</em> the vote was <a href=\"/x\">14 to 9</a>. ", "<em>Correction:</em> the vote was <a href=\"/x\">14 to 9</a>.")]
    [InlineData("&nbsp;", "")]
    public void A_line_has_no_blocks_and_no_breaks(string html, string line)
    {
        Assert.Equal(line, BodyDialect.NormaliseInline(html));
        Assert.Equal(line, BodyDialect.NormaliseInline(line));
    }

    [Theory]
    [InlineData(" a\nb ", "a b")]
    [InlineData("1 < 2 & <b>x</b>", "1 &lt; 2 &amp; &lt;b&gt;x&lt;/b&gt;")]
    public void Plain_text_becomes_a_line(string text, string line) => Assert.Equal(line, BodyDialect.FromText(text));

    private static void Becomes(string html, string body)
    {
        Assert.Equal(body, BodyDialect.Normalise(html));
        Assert.Equal(body, BodyDialect.Normalise(body));
        Assert.Null(DialectChecker.Fault(body));
    }
}

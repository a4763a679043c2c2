using Broadsheet.Core.Articles;
using Xunit;

namespace Broadsheet.Tests.Articles;

public sealed class BodyDialectSafetyTests
{
    private const string Photo = "0190a1b2-0000-7000-8000-000000000001";
    private const string Other = "0190a1b2-0000-7000-8000-000000000002";

    [Theory]
    [InlineData("https://example.com/a?b=1&c=2", "https://example.com/a?b=1&amp;c=2")]
    [InlineData("HTTP://example.com/", "http://example.com/")]
    [InlineData(" https://example.com/ ", "https://example.com/")]
    [InlineData("https://example.com/a b", "https://example.com/a%20b")]
    [InlineData("https://example.com/a\u00A0b\u3000c", "https://example.com/a%C2%A0b%E3%80%80c")]
    [InlineData("https://example.com/😀\uE000", "https://example.com/😀\uE000")]
    [InlineData("https://exam\nple.com/", "https://example.com/")]
    [InlineData("https://example.com/\"x", "https://example.com/&quot;x")]
    [InlineData("https://나래.example/가", "https://나래.example/가")]
    [InlineData("mailto:okdahyun@example.com", "mailto:okdahyun@example.com")]
    [InlineData("tel:+8251555000", "tel:+8251555000")]
    [InlineData("/2023/09/12/x", "/2023/09/12/x")]
    [InlineData("/", "/")]
    [InlineData("#note", "#note")]
    public void Links_that_are_kept(string href, string kept) =>
        Assert.Equal($"<p><a href=\"{kept}\">x</a></p>", BodyDialect.Normalise($"<p><a href=\"{href.Replace("\"", "&quot;", StringComparison.Ordinal)}\">x</a></p>"));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData(" \u0001javascript:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("java\0script:alert(1)")]
    [InlineData("java&#x09;script:alert(1)")]
    [InlineData("java&NewLine;script&colon;alert(1)")]
    [InlineData("&#106;avascript:alert(1)")]
    [InlineData("javascript&#58;alert(1)")]
    [InlineData("java\u00ADscript:alert(1)")]
    [InlineData("java\u200Bscript:alert(1)")]
    [InlineData("\uFEFFjavascript:alert(1)")]
    [InlineData("\u2028javascript:alert(1)")]
    [InlineData("ｊavascript:alert(1)")]
    [InlineData("javascript%3Aalert(1)")]
    [InlineData("vbscript:msgbox(1)")]
    [InlineData("livescript:x")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("blob:https://example.com/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.com/")]
    [InlineData("view-source:https://example.com/")]
    [InlineData("intent://x#Intent;scheme=y;end")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("\\\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("/\u200B/evil.example/")]
    [InlineData("http:evil.example")]
    [InlineData("https://")]
    [InlineData("http:///x")]
    [InlineData("mailto:")]
    [InlineData("page.html")]
    [InlineData("?q=x")]
    [InlineData("../x")]
    [InlineData("")]
    public void Links_that_are_dropped_leave_their_words(string href) =>
        Assert.Equal("<p>x</p>", BodyDialect.Normalise($"<p><a href=\"{href}\">x</a></p>"));

    [Theory]
    [InlineData("<script>alert(1)</script>x")]
    [InlineData("<style>p{}</style>x")]
    [InlineData("<template><p>y</p></template>x")]
    [InlineData("<p>x<noscript>y</noscript>")]
    [InlineData("<iframe src=/>y</iframe>x")]
    [InlineData("<object data=y>y</object>x")]
    [InlineData("<svg><text>y</text><script>y</script></svg>x")]
    [InlineData("<math><mtext>y</mtext></math>x")]
    [InlineData("<select><option>y</select>x")]
    [InlineData("<textarea>y</textarea>x")]
    [InlineData("<video controls>y</video>x")]
    [InlineData("<p onclick=y style=y class=y id=y data-x=y>x")]
    [InlineData("<svg/onload=y><p>x")]
    [InlineData("<img src=y onerror=y>x")]
    [InlineData("<base href=//y/><meta http-equiv=refresh content=0><link rel=stylesheet href=y>x")]
    [InlineData("<form action=y><input name=y value=y><button>x</button></form>")]
    public void What_runs_or_shows_something_else_is_dropped(string html) => Assert.Equal("<p>x</p>", BodyDialect.Normalise(html));

    [Theory]
    [InlineData($"<figure data-photo={Photo} class=x><img src=x><figcaption>A <b>b</b><br>c</figcaption></figure>", $"<figure data-photo=\"{Photo}\"><figcaption>A <strong>b</strong> c</figcaption></figure>")]
    [InlineData("<figure><img src=x><figcaption>Caption</figcaption></figure>", "<p>Caption</p>")]
    [InlineData($"<figure data-photo={Photo}>Words<figcaption>C</figcaption></figure>", $"<figure data-photo=\"{Photo}\"><figcaption>C</figcaption></figure>\n<p>Words</p>")]
    [InlineData($"<blockquote>a<figure data-photo={Photo}></figure>b</blockquote><p>c</p>", $"<blockquote><p>a</p><p>b</p></blockquote>\n<figure data-photo=\"{Photo}\"></figure>\n<p>c</p>")]
    [InlineData($"<table><tr><td>a<figure data-photo={Photo}><figcaption>C</figcaption></figure>b</table>", $"<table><tbody><tr><td>a b</td></tr></tbody></table>\n<figure data-photo=\"{Photo}\"><figcaption>C</figcaption></figure>")]
    [InlineData($"<figure data-photo={Photo}><figure data-photo={Other}><figcaption>C</figcaption></figure></figure>", $"<figure data-photo=\"{Photo}\"></figure>\n<figure data-photo=\"{Other}\"><figcaption>C</figcaption></figure>")]
    [InlineData($"<p>a</p><div><figure data-photo=\"{{{Photo}}}\"></figure></div>", $"<p>a</p>\n<figure data-photo=\"{Photo}\"></figure>")]
    [InlineData($"<figure data-photo={Photo} data-alt=' a\nb '></figure>", $"<figure data-photo=\"{Photo}\" data-alt=\"a b\"></figure>")]
    [InlineData($"<aside data-related='{Other} x {Photo}\n{Other}'></aside>", $"<aside data-related=\"{Other} {Photo}\"></aside>")]
    [InlineData("<aside data-related=x>Words</aside>", "<p>Words</p>")]
    public void Photos_and_insets_stand_at_the_top_and_lose_no_words(string html, string body)
    {
        Assert.Equal(body, BodyDialect.Normalise(html));
        Assert.Equal(body, BodyDialect.Normalise(body));
    }

    [Fact]
    public void Quotations_and_lists_nest_eight_deep_and_no_deeper()
    {
        var body = BodyDialect.Normalise(string.Concat(Enumerable.Repeat("<blockquote><p>x</p>", 30)));
        Assert.Equal(8, body.Split("<blockquote>").Length - 1);
        Assert.Equal(30, BodyText.CountWords(BodyText.Of(body)));
        Assert.Equal(body, BodyDialect.Normalise(body));
    }
}

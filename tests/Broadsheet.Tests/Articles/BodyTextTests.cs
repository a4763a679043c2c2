using Broadsheet.Core.Articles;
using Xunit;

namespace Broadsheet.Tests.Articles;

public sealed class BodyTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("<p>One.</p>", "One.")]
    [InlineData("<p>One.</p>\n<p>Two.</p>", "One.\nTwo.")]
    [InlineData("<p>One<br>two <em>three</em>four</p>", "One\ntwo threefour")]
    [InlineData("<h2>Head</h2>\n<ul><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ul>", "Head\na\nb\nc")]
    [InlineData("<table><caption>Prices</caption><thead><tr><th>Fish</th><th>Won</th></tr></thead><tbody><tr><td>Squid</td><td>900</td></tr></tbody></table>", "Prices\nFish\nWon\nSquid\n900")]
    [InlineData("<pre>a\n  b</pre>\n<p>c</p>", "a\n  b\nc")]
    [InlineData("<p>1 &lt; 2 &amp;&amp; &amp;lt;</p>", "1 < 2 && &lt;")]
    [InlineData("<blockquote><p>Q</p></blockquote>\n<hr>\n<p>A</p>", "Q\nA")]
    [InlineData("<p>AT&amp;T &amp;copy;</p>", "AT&T &copy;")]
    public void Blocks_and_breaks_become_line_ends(string body, string text) => Assert.Equal(text, BodyText.Of(body));

    [Theory]
    [InlineData("", 0)]
    [InlineData(" — … ! ", 0)]
    [InlineData("Council mends the breakwater", 4)]
    [InlineData("It's 3.5 km, half-done – they said", 6)]
    [InlineData("의회, 방파제 보수", 3)]
    [InlineData("표결은 14대 9였다.", 3)]
    [InlineData("나래시의회가 12일 방파제 보수 예산 340억 원을 통과시켰다.", 8)]
    [InlineData("one\u00A0two\u3000three\nfour", 4)]
    [InlineData("𠮷野 家", 2)]
    [InlineData("👍 yes", 1)]
    public void Words_are_counted_in_English_and_Korean(string text, int words) => Assert.Equal(words, BodyText.CountWords(text));

    [Fact]
    public void Words_of_several_texts_are_added() => Assert.Equal(5, BodyText.CountWords("a b", "", "c", "d e"));
}

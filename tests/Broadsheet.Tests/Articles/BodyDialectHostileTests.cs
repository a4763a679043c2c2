using System.Diagnostics;
using Broadsheet.Core.Articles;
using Xunit;

namespace Broadsheet.Tests.Articles;

[Collection(nameof(Measured))]
public sealed class BodyDialectHostileTests
{
    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<a href=/x>")]
    [InlineData("<table><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<blockquote>")]
    [InlineData("<span lang=ko>")]
    [InlineData("<svg>")]
    [InlineData("<font><p>")]
    [InlineData("<b><p>")]
    public void A_hundred_thousand_nested_elements_end_soon_and_keep_the_words(string open)
    {
        var html = "<p>before</p>" + string.Concat(Enumerable.Repeat(open, 100_000)) + "inside";
        var body = InTime(TimeSpan.FromSeconds(2), html);
        Assert.Contains("before", body, StringComparison.Ordinal);
        Assert.Contains("inside", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Formatting_that_is_never_closed_does_not_multiply()
    {
        // A parser opens each of the 300 again in every paragraph.
        var html = string.Concat(Enumerable.Range(0, 300).Select(n => $"<b id=x{n}>")) + string.Concat(Enumerable.Repeat("<p>word</p></div>", 50_000));
        var body = InTime(TimeSpan.FromSeconds(3), html);
        Assert.Equal(50_000, BodyText.CountWords(BodyText.Of(body)));
    }

    [Fact]
    public void Formatting_between_tables_is_linear()
    {
        var html = string.Concat(Enumerable.Repeat("</p><i><table>", 300_000)) + "inside";
        Assert.Contains("inside", InTime(TimeSpan.FromSeconds(5), html), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>The council voted 14 to 9 to mend the breakwater before the first storm of the autumn.</p>\n")]
    [InlineData("The council voted <b>14</b> to <a href=\"https://example.com/\">9</a> to mend<br><br>")]
    [InlineData("<table><tr><td>Squid<td>900<td>won</table>")]
    [InlineData("no markup at all &amp; some &lt;entities&gt; ")]
    public void Four_megabytes_take_less_than_five_seconds(string piece)
    {
        var html = string.Concat(Enumerable.Repeat(piece, 4 * 1024 * 1024 / piece.Length));
        var body = InTime(TimeSpan.FromSeconds(5), html);
        Assert.True(body.Length > 1024 * 1024);
    }

    [Fact]
    public void Four_megabytes_of_spacers_are_an_empty_body() =>
        Assert.Equal("", InTime(TimeSpan.FromSeconds(5), string.Concat(Enumerable.Repeat("<p>&nbsp;</p>\n<br>", 4 * 1024 * 1024 / 18))));

    /// <summary>Normalises in time by the processor's clock, so that a busy machine fails nothing.</summary>
    private static string InTime(TimeSpan limit, string html)
    {
        BodyDialect.Normalise("<p>warm</p>");
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var body = BodyDialect.Normalise(html);
        process.Refresh();
        Assert.True(process.TotalProcessorTime - before < limit, $"took {process.TotalProcessorTime - before}");
        return body;
    }
}

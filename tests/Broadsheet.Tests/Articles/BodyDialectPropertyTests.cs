using Broadsheet.Core.Articles;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Articles;

public sealed class BodyDialectPropertyTests
{
    private const int Soups = 4000;

    [Fact]
    public void What_comes_out_of_any_soup_is_the_dialect_and_nothing_else() =>
        HtmlSoup.Any.Sample(html => Assert.Null(DialectChecker.Fault(BodyDialect.Normalise(html))), iter: Soups);

    [Fact]
    public void Normalising_again_changes_nothing() =>
        HtmlSoup.Any.Sample(html =>
        {
            var once = BodyDialect.Normalise(html);
            Assert.Equal(once, BodyDialect.Normalise(once));
        }, iter: Soups);

    [Fact]
    public void A_line_is_one_line_and_stays_as_it_is() =>
        HtmlSoup.Any.Sample(html =>
        {
            var once = BodyDialect.NormaliseInline(html);
            Assert.Null(DialectChecker.LineFault(once));
            Assert.Equal(once, BodyDialect.NormaliseInline(once));
        }, iter: Soups);

    [Fact]
    public void Plain_text_is_a_line_that_stays_as_it_is() =>
        Gen.String.Sample(text =>
        {
            var line = BodyDialect.FromText(text);
            Assert.Null(DialectChecker.LineFault(line));
            Assert.Equal(line, BodyDialect.NormaliseInline(line));
        }, iter: Soups);

    [Fact]
    public void Every_word_survives_once_and_apart_from_its_neighbours() =>
        HtmlSoup.Worded.Sample(tree =>
        {
            var body = BodyDialect.Normalise(tree.Html);
            Assert.Null(DialectChecker.Fault(body));
            Assert.Equal(body, BodyDialect.Normalise(body));
            Assert.Equal(Words(tree.Words), Words(BodyText.Of(body)));
        }, iter: Soups);

    [Fact]
    public void Every_word_survives_in_a_line_too() =>
        HtmlSoup.Worded.Sample(tree => Assert.Equal(Words(tree.Words), Words(BodyText.Of(BodyDialect.NormaliseInline(tree.Html)))), iter: Soups);

    [Fact]
    public void A_body_read_in_blocks_is_the_whole_body() =>
        Gen.OneOf(HtmlSoup.Any, HtmlSoup.Worded.Select(t => t.Html)).Sample(html =>
        {
            var body = BodyDialect.Normalise(html);
            Assert.Equal(body, string.Join('\n', BodyBlocks.Read(body).Select(BodyBlocksTests.Write)));
        }, iter: Soups);

    private static string Words(int count) => string.Join(' ', Enumerable.Range(1, count).Select(n => $"w{n}").Order(StringComparer.Ordinal));

    private static string Words(string text) => string.Join(' ', text.Replace('(', ' ').Replace(')', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
}

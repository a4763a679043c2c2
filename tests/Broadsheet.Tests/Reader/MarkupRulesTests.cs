using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Web.Components;
using Xunit;

namespace Broadsheet.Tests.Reader;

/// <summary>What holds for every public page, in both languages of the interface.</summary>
public sealed class MarkupRulesTests
{
    [Theory, InlineData("en"), InlineData("ko")]
    public async Task No_page_carries_a_style_or_a_script_of_its_own(string language) => await Each(language, page =>
    {
        Assert.Empty(page.QuerySelectorAll("[style], style, [onclick], [onload]"));
        Assert.All(page.QuerySelectorAll("script"), script => Assert.True(script.HasAttribute("src") || script.GetAttribute("type") == "application/ld+json"));
        Assert.DoesNotContain("data:", string.Join(' ', page.QuerySelectorAll("[src], [href]").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href"))), StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", page.Body!.TextContent, StringComparison.Ordinal);
    });

    [Theory, InlineData("en"), InlineData("ko")]
    public async Task Every_page_has_one_first_heading_and_skips_no_level(string language) => await Each(language, page =>
    {
        var levels = page.QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.Second} follows h{pair.First}"));
    });

    [Theory, InlineData("en"), InlineData("ko")]
    public async Task Every_picture_has_its_size_and_its_alternative_text(string language) => await Each(language, page =>
        Assert.All(page.QuerySelectorAll("img"), image =>
        {
            Assert.True(image.HasAttribute("alt"));
            Assert.Matches("^[1-9][0-9]*$", image.GetAttribute("width"));
            Assert.Matches("^[1-9][0-9]*$", image.GetAttribute("height"));
        }));

    [Theory, InlineData("en"), InlineData("ko")]
    public async Task A_credit_stands_in_its_figure_with_the_picture_everywhere(string language) => await Each(language, page =>
    {
        Assert.All(page.QuerySelectorAll("figure"), figure => Assert.Equal("[TIDEWATER POST]", figure.QuerySelector("figcaption .credit")!.TextContent));
        Assert.All(page.QuerySelectorAll(".credit"), credit => Assert.NotNull(credit.Closest("figure")!.QuerySelector("img")));
    });

    [Theory, InlineData("en"), InlineData("ko")]
    public async Task The_page_says_its_language_and_every_address_of_an_asset_carries_a_hash(string language) => await Each(language, page =>
    {
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("#content", page.QuerySelector("a.skip")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("main#content"));
        Assert.NotNull(page.QuerySelector(".sample"));
        Assert.All(page.QuerySelectorAll("[href^='/assets/'], [src^='/assets/']"), element =>
            Assert.Matches("^/assets/[a-z0-9-]+-[A-Z0-9]{8}\\.[a-z0-9]+$", element.GetAttribute("href") ?? element.GetAttribute("src")));
    });

    [Theory, InlineData("en"), InlineData("ko")]
    public async Task No_id_stands_twice_and_what_labels_something_exists(string language) => await Each(language, page =>
    {
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(page.QuerySelectorAll("[aria-labelledby]"), element => Assert.Contains(element.GetAttribute("aria-labelledby")!, ids));
    });

    [Fact]
    public void The_blocking_script_is_at_most_a_kilobyte_and_the_rest_is_within_its_budget()
    {
        long Sent(string name) => new FileInfo(Path.Combine(Assets.Folder, Path.GetFileName(Assets.Href(name)) + ".br")).Length;
        long font = Assets.All.Single(asset => asset.File.Contains("wght", StringComparison.Ordinal)).Bytes;
        Assert.True(Assets.All.Single(asset => asset.File.StartsWith("head-", StringComparison.Ordinal)).Bytes <= 1024);
        Assert.True(Sent("reader.js") + Sent("head.js") <= 15_000);
        Assert.True(Sent("reader.css") <= 12_000);
        Assert.True(font + Sent("reader.css") + Sent("reader.js") + Sent("head.js") <= 75_000);
    }

    private static async Task Each(string language, Action<IDocument> rule)
    {
        await foreach (var (name, html) in MarkupPages.All(language))
        {
            using var page = await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
            try
            {
                rule(page);
            }
            catch (Xunit.Sdk.XunitException failure)
            {
                throw new InvalidOperationException($"on the {name} page: {failure.Message}", failure);
            }
        }
    }
}

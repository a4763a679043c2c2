using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Web.Components.Models;
using Broadsheet.Web.Features.Reader;
using Xunit;

namespace Broadsheet.Tests.Reader;

public sealed class MarkupFrontTests
{
    [Fact]
    public async Task The_name_is_the_heading_of_a_front_and_the_lead_comes_next()
    {
        var page = await Draw(MarkupSamples.Home());

        Assert.Equal(["The Tidewater Post", "Ferry comes back", "Squid come late", "Bus routes change"], page.QuerySelectorAll("h1, h2").Take(4).Select(heading => heading.TextContent));
        Assert.Equal("Tuesday, September 12, 2023", page.QuerySelector(".folio time")!.TextContent);
        Assert.Equal("City", page.QuerySelector(".bar [aria-current]")!.TextContent);
    }

    [Fact]
    public async Task Neighbouring_bands_never_look_alike_and_opinion_takes_no_turn()
    {
        var page = await Draw(MarkupSamples.Home());

        Assert.Equal(["band feature", "band opinion", "band columns", "band split"], page.QuerySelectorAll(".band").Select(band => string.Join(" ", band.ClassList.Take(2))));
    }

    [Fact]
    public async Task Opinion_names_its_author_before_the_headline_and_an_editorial_says_what_it_is()
    {
        var opinion = (await Draw(MarkupSamples.Home())).QuerySelector(".band.opinion")!;

        Assert.Equal("Ann Brook, Ben Ford", opinion.QuerySelector(".teaser")!.FirstElementChild!.FirstElementChild!.TextContent);
        Assert.Equal(["Editorial"], opinion.QuerySelectorAll(".label").Select(label => label.TextContent));
        Assert.Empty(opinion.QuerySelectorAll("figure"));
    }

    [Fact]
    public async Task Every_article_of_a_band_is_shown_once()
    {
        var bands = (await Draw(MarkupSamples.Home())).QuerySelectorAll(".band .headline").Select(headline => headline.TextContent).ToList();

        Assert.Equal(12, bands.Count);
        Assert.Equal(bands.Distinct(StringComparer.Ordinal), bands);
    }

    [Fact]
    public async Task Only_the_lead_of_a_front_is_fetched_first()
    {
        var page = await Draw(MarkupSamples.Home());

        Assert.Single(page.QuerySelectorAll("img[fetchpriority=high]"));
        Assert.Single(page.QuerySelectorAll("img:not([loading=lazy])"));
    }

    [Fact]
    public async Task The_newest_show_the_time_on_the_day_of_the_edition_and_the_day_otherwise()
    {
        var late = MarkupSamples.Teaser("Now") with { PublishedAt = MarkupSamples.Morning };
        var page = await Draw(MarkupSamples.Home() with { Recent = [late, MarkupSamples.Teaser("Before")] });

        Assert.Equal(["8:40 a.m.", "Sept. 11"], page.QuerySelectorAll(".recent time").Select(time => time.TextContent));
    }

    [Fact]
    public async Task An_empty_paper_says_so()
    {
        var page = await Draw(new HomeModel { Frame = MarkupSamples.Frame(), Head = MarkupSamples.Head() });

        Assert.Contains("Nothing has been published yet.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".band, .recent"));
    }

    private static async Task<IDocument> Draw(HomeModel model) =>
        await new HtmlParser().ParseDocumentAsync(await MarkupPage.Draw<HomePage, HomeModel>(model));
}

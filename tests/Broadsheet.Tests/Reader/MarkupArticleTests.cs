using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Web.Components.Models;
using Broadsheet.Web.Features.Reader;
using Xunit;

namespace Broadsheet.Tests.Reader;

public sealed class MarkupArticleTests
{
    [Fact]
    public async Task An_article_has_every_part_of_the_page_that_we_follow()
    {
        var page = await Draw(MarkupSamples.Article());

        Assert.Equal(["Home", "City", "Harbor"], page.QuerySelectorAll(".crumbs a").Select(step => step.TextContent));
        Assert.NotNull(page.QuerySelector("[data-tool=print]"));
        Assert.Equal("Ferry comes back after 4–3 vote & a storm", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll(".article > figure, .text > figure").Length);
        Assert.Equal("The ferry at the pier.", page.QuerySelector(".article-lead .caption")!.TextContent);
        Assert.Equal("Related Article", page.QuerySelector(".text > .related h2")!.TextContent);
        Assert.Equal("By Ann Brook [ann@example.com]", Words(page.QuerySelector(".end-byline")!));
        Assert.Equal("mailto:ann@example.com", page.QuerySelector(".end-byline a[href^=mailto]")!.GetAttribute("href"));
        Assert.Equal("Social comment", page.QuerySelector(".comments h2")!.TextContent);
        Assert.NotNull(page.QuerySelector(".comments details summary"));
        Assert.Equal("To write comments, please log in to one of the accounts.", page.QuerySelector(".comments .locked")!.TextContent.Trim());
        Assert.Equal("(0/250)", page.QuerySelector(".comments .foot [aria-hidden]")!.TextContent);
        Assert.Equal("/standards", page.QuerySelector(".comments .foot a")!.GetAttribute("href"));
        Assert.Equal("/2023/09/12/ferry/qr.svg", page.QuerySelector(".clipping.print-only img")!.GetAttribute("src"));
        Assert.Equal("Analysis", page.QuerySelector(".article-head .label")!.TextContent);
    }

    [Fact]
    public async Task The_byline_line_names_people_by_role_and_the_times_are_machine_readable()
    {
        var page = await Draw(MarkupSamples.Article());

        Assert.Equal(["By Ann Brook and Ben Ford", "Coast Wire"], page.QuerySelectorAll(".article-meta .byline").Select(Words));
        Assert.Equal(["2023-09-12T08:40:00+09:00", "2023-09-12T10:40:00+09:00"], page.QuerySelectorAll(".article-meta time").Select(time => time.GetAttribute("datetime")));
        Assert.Equal("Sept. 12, 2023, 8:40 a.m.", page.QuerySelector(".article-meta time")!.TextContent);
    }

    [Fact]
    public async Task The_dateline_opens_the_first_paragraph_and_is_encoded()
    {
        var page = await Draw(MarkupSamples.Article() with { Dateline = "A<b>B" });

        Assert.Equal("A<b>B — The ferry came back.", Words(page.QuerySelector(".text > p")!));
        Assert.Single(page.QuerySelectorAll(".dateline"));
    }

    [Fact]
    public async Task A_dateline_stands_alone_where_the_text_opens_with_no_paragraph()
    {
        var page = await Draw(MarkupSamples.Article() with { Body = [new BodyPart.Html("<ul><li>One</li></ul>")] });

        Assert.Equal("TIDEWATER —", Words(page.QuerySelector(".text > p")!));
    }

    [Fact]
    public async Task A_korean_article_in_the_english_interface_says_so_and_keeps_korean_words()
    {
        var page = await Draw(MarkupSamples.Article("en", "ko"));

        Assert.Equal("ko", page.QuerySelector("article.article")!.GetAttribute("lang"));
        Assert.Equal("Ann Brook·Ben Ford 기자", Words(page.QuerySelector(".article-meta .byline")!));
        Assert.Equal("[TIDEWATER]", page.QuerySelector(".dateline")!.TextContent);
    }

    [Fact]
    public async Task An_article_in_another_language_is_marked_in_an_inset_and_its_link_speaks_it()
    {
        var page = await Draw(MarkupSamples.Article());

        Assert.Equal("ko", page.QuerySelector(".related li")!.GetAttribute("lang"));
        var translation = page.QuerySelector(".translation a")!;
        Assert.Equal(("이 기사를 한국어로", "ko", "ko"), (translation.TextContent, translation.GetAttribute("lang"), translation.GetAttribute("hreflang")));
    }

    [Fact]
    public async Task The_lead_is_fetched_first_and_the_others_when_they_come_near()
    {
        var page = await Draw(MarkupSamples.Article());

        var lead = page.QuerySelector(".article-lead img")!;
        Assert.Equal(("high", null), (lead.GetAttribute("fetchpriority"), lead.GetAttribute("loading")));
        Assert.Equal("lazy", page.QuerySelector(".text figure img")!.GetAttribute("loading"));
        Assert.Equal(["image/avif", "image/webp"], page.QuerySelectorAll(".article-lead source").Select(source => source.GetAttribute("type")));
        Assert.Equal("/media/ferry/320.jpg 320w, /media/ferry/640.jpg 640w, /media/ferry/960.jpg 960w", lead.GetAttribute("srcset"));
    }

    [Fact]
    public async Task While_only_jpeg_is_ready_nothing_else_is_offered()
    {
        var figure = MarkupSamples.Figure();
        var page = await Draw(MarkupSamples.Article() with { Lead = figure with { Picture = figure.Picture with { HasModernFormats = false } } });

        Assert.Empty(page.QuerySelectorAll(".article-lead source"));
    }

    [Fact]
    public async Task A_retracted_article_shows_the_notice_in_place_of_its_text()
    {
        var page = await Draw(MarkupSamples.Article() with { RetractionHtml = "We withdraw <em>all</em> of it." });

        Assert.Contains("We withdraw all of it.", page.QuerySelector(".text .notice")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("The ferry came back.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".article figure.article-lead"));
        Assert.Null(page.QuerySelector(".article-head .standfirst"));
    }

    [Fact]
    public async Task What_a_sponsor_pays_for_says_so_in_words()
    {
        var page = await Draw(MarkupSamples.Article() with { Kind = "sponsored" });

        Assert.Equal("Paid for by a sponsor", page.QuerySelector(".article-head .label")!.TextContent);
        Assert.Contains(page.QuerySelectorAll(".more .label"), label => label.TextContent == "Paid for by a sponsor");
    }

    private static async Task<IDocument> Draw(ArticleModel model) =>
        await new HtmlParser().ParseDocumentAsync(await MarkupPage.Draw<ArticlePage, ArticleModel>(model, model.Frame.Language));

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

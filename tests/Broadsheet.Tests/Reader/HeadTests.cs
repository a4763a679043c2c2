using System.Text.Json;
using AngleSharp.Html.Dom;
using Broadsheet.Core.Articles;
using Xunit;

namespace Broadsheet.Tests.Reader;

/// <summary>What a page tells search engines and cards.</summary>
[Trait("Category", "Database")]
public sealed class HeadTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task An_article_says_who_wrote_what_when_and_where_it_stands()
    {
        var page = await world.Read(World.CouncilStory);
        var article = Data(page, "NewsArticle");
        Assert.Equal("Council mends the breakwater", article.GetProperty("headline").GetString());
        Assert.Equal("The vote was 14 to 9.", article.GetProperty("description").GetString());
        Assert.Equal("2023-09-12T08:00:00+09:00", article.GetProperty("datePublished").GetString());
        Assert.Equal("en", article.GetProperty("inLanguage").GetString());
        Assert.Equal("Ok Da-hyun", article.GetProperty("author")[0].GetProperty("name").GetString());
        Assert.Equal("http://paper.example/by/ok-da-hyun", article.GetProperty("author")[0].GetProperty("url").GetString());
        Assert.Equal("The Test Paper", article.GetProperty("publisher").GetProperty("name").GetString());
        Assert.Equal(["City", "Council", "Harbor"], article.GetProperty("articleSection").EnumerateArray().Select(s => s.GetString()));
        var steps = Data(page, "BreadcrumbList").GetProperty("itemListElement").EnumerateArray().ToList();
        Assert.Equal([1, 2, 3, 4], steps.Select(s => s.GetProperty("position").GetInt32()));
        Assert.Equal("http://paper.example/city/council/harbor", steps[3].GetProperty("item").GetString());
    }

    [Fact]
    public async Task An_article_has_the_properties_that_cards_are_made_of()
    {
        var page = await world.Read(World.CouncilStory);
        Assert.Equal("article", Property(page, "og:type"));
        Assert.Equal("Council mends the breakwater", Property(page, "og:title"));
        Assert.Equal("The vote was 14 to 9.", Property(page, "og:description"));
        Assert.Equal("http://paper.example" + World.CouncilStory, Property(page, "og:url"));
        Assert.Equal("The Test Paper", Property(page, "og:site_name"));
        Assert.Equal("2023-09-12T08:00:00+09:00", Property(page, "article:published_time"));
        Assert.Equal("summary", page.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
        Assert.Equal("The vote was 14 to 9.", page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_headline_for_search_and_one_for_cards_stand_only_there()
    {
        var path = await world.Publish(new("The printed headline", "city"));
        await world.Decide(path, (_, article, _) =>
        {
            (article.SearchHeadline, article.SocialHeadline) = ("The search headline", "The card headline");
            return Task.CompletedTask;
        });
        var page = await world.Read(path);
        Assert.StartsWith("The search headline", page.Title, StringComparison.Ordinal);
        Assert.Equal("The card headline", Property(page, "og:title"));
        Assert.Equal("The printed headline", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("The printed headline", Data(page, "NewsArticle").GetProperty("headline").GetString());
    }

    [Fact]
    public async Task Structured_data_of_a_hostile_headline_cannot_leave_its_element()
    {
        const string headline = "</script><script>alert(1)</script> <!-- ' \" &amp;";
        var path = await world.Publish(new(headline, "city") { Standfirst = "</title><img src=x onerror=alert(1)>" });
        var page = await world.Read(path);
        Assert.Equal(headline, Data(page, "NewsArticle").GetProperty("headline").GetString());
        Assert.DoesNotContain(page.QuerySelectorAll("script"), s => s.TextContent.Contains("alert", StringComparison.Ordinal) && s.GetAttribute("type") != "application/ld+json");
        Assert.Empty(page.QuerySelectorAll("img[onerror]"));
    }

    [Theory]
    [InlineData(ArticleKind.Opinion, "OpinionNewsArticle")]
    [InlineData(ArticleKind.Analysis, "AnalysisNewsArticle")]
    [InlineData(ArticleKind.Sponsored, "AdvertiserContentArticle")]
    public async Task Readers_and_machines_are_told_the_kind(ArticleKind kind, string type)
    {
        var page = await world.Read(await world.Publish(new($"Of the kind {kind}", "city") { Kind = kind }));
        Assert.Equal(JsonValueKind.Object, Data(page, type).ValueKind);
        Assert.NotNull(page.QuerySelector(".article-head .label"));
    }

    [Fact]
    public async Task A_retracted_article_tells_machines_too_and_nothing_of_what_it_said()
    {
        var path = await world.Publish(new("A claim that fell", "city") { Standfirst = "What it claimed." });
        await world.Decide(path, (desk, article, placement) =>
        {
            desk.Retract(article, placement, "We <em>could not</em> confirm it.", World.At(12));
            return Task.CompletedTask;
        });
        var html = await world.Page(path);
        Assert.DoesNotContain("What it claimed.", html, StringComparison.Ordinal);
        var page = Visit.Parse(html);
        var data = Data(page, "NewsArticle");
        Assert.Equal("Retracted", data.GetProperty("creativeWorkStatus").GetString());
        Assert.Equal("We could not confirm it.", page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        Assert.Equal("2023-09-12T12:00:00+09:00", data.GetProperty("dateModified").GetString());
    }

    [Fact]
    public async Task A_correction_is_on_the_page_and_in_the_data()
    {
        var path = await world.Publish(new("A story with a slip", "city"));
        await world.Change(async db =>
        {
            var id = (await db.Addresses.FindAsync(path[1..]))!.TargetId!.Value;
            db.Add(new Correction { ArticleId = id, Language = "en", Kind = CorrectionKind.Correction, At = World.At(11), Html = "The vote was 14 to 9, <em>not</em> 13 to 10." });
        });
        var page = await world.Read(path);
        Assert.Contains("The vote was 14 to 9, not 13 to 10.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("The vote was 14 to 9, not 13 to 10.", Data(page, "NewsArticle").GetProperty("correction")[0].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("/", "NewsMediaOrganization")]
    [InlineData("/city/council", "BreadcrumbList")]
    [InlineData("/by/ok-da-hyun", "Person")]
    public async Task Fronts_and_people_have_data_of_their_own(string path, string type) =>
        Assert.Equal("https://schema.org", Data(await world.Read(path), type).GetProperty("@context").GetString());

    private static JsonElement Data(IHtmlDocument page, string type) =>
        page.QuerySelectorAll("script[type='application/ld+json']").Select(s => JsonDocument.Parse(s.TextContent).RootElement).Single(e => e.GetProperty("@type").GetString() == type);

    private static string? Property(IHtmlDocument page, string name) => page.QuerySelector($"meta[property='{name}']")?.GetAttribute("content");
}

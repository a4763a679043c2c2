using System.Xml.Linq;
using Xunit;

namespace Broadsheet.Tests.Press;

/// <summary>What search engines are told of.</summary>
[Trait("Category", "Database")]
public sealed class SitemapTests(World world) : IClassFixture<World>
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    [Fact]
    public async Task The_index_leads_to_files_that_hold_every_public_article_once()
    {
        var gone = await world.Publish(new("Not for ever", "city"));
        await world.Decide(gone, (desk, article, placement) => desk.Withdraw(article, placement, null, World.At(12), CancellationToken.None));
        await world.Publish(new("Not yet", "city") { At = World.At(8, day: 20), Slug = "not-yet" });
        var index = XDocument.Parse(await world.Page("/sitemap.xml"));
        var addresses = new List<string>();
        foreach (var file in index.Descendants(Sitemap + "loc"))
            addresses.AddRange(XDocument.Parse(await world.Page(new Uri(file.Value).AbsolutePath)).Descendants(Sitemap + "loc").Select(l => l.Value));
        Assert.Equal(addresses.Count, addresses.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("http://paper.example" + World.CouncilStory, addresses);
        Assert.Contains("http://paper.example" + World.CouncilStoryInKorean, addresses);
        Assert.DoesNotContain("http://paper.example" + gone, addresses);
        Assert.DoesNotContain("http://paper.example/2023/09/20/not-yet", addresses);
        Assert.Equal(404, await world.Status("/sitemap-9.xml"));
    }

    [Fact]
    public async Task The_news_sitemap_holds_the_last_two_days_with_title_language_and_date()
    {
        await world.Publish(new("Last week", "city") { At = World.At(8, day: 4) });
        var news = XDocument.Parse(await world.Page("/sitemap-news.xml"));
        var titles = news.Descendants(News + "title").Select(t => t.Value).ToList();
        Assert.Contains("Council mends the breakwater", titles);
        Assert.Contains("의회, 방파제 보수", titles);
        Assert.DoesNotContain("Last week", titles);
        Assert.Contains(news.Descendants(News + "language"), l => l.Value == "ko");
    }

    [Fact]
    public async Task A_changed_address_leads_to_the_new_one_for_ever()
    {
        var first = await world.Publish(new("First thoughts", "city"));
        await world.Decide(first, (desk, article, placement) => desk.Readdress(article, placement, "second thoughts", World.At(12), CancellationToken.None));
        await world.Decide("/2023/09/12/second-thoughts", (desk, article, placement) => desk.Readdress(article, placement, "third-thoughts", World.At(13), CancellationToken.None));
        foreach (var old in new[] { first, "/2023/09/12/second-thoughts" })
        {
            using var response = await world.Http.GetAsync(new Uri(old, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal((301, "/2023/09/12/third-thoughts"), ((int)response.StatusCode, response.Headers.Location?.ToString()));
        }
        Assert.Contains("First thoughts", await world.Page("/2023/09/12/third-thoughts"), StringComparison.Ordinal);
    }
}

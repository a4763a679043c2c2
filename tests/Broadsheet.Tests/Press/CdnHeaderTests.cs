using Broadsheet.Tests.Reader;
using Broadsheet.Web.Press;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Press;

/// <summary>What pages tell a CDN, where it hears of changes and where it does not.</summary>
[Trait("Category", "Database")]
public sealed class CdnHeaderTests(World world, PurgedPaper purged) : IClassFixture<World>, IClassFixture<PurgedPaper>
{
    private const string Fresh = "must-revalidate, max-age=0";

    [Fact]
    public async Task Every_page_names_its_keys_and_none_may_be_kept_where_no_cdn_hears_of_changes()
    {
        var key = (await world.InDb(db => db.Articles.SingleAsync(a => a.Path == World.CouncilStory.Substring(1)))).Id;
        foreach (var path in new[] { World.CouncilStory, "/", "/city", "/topic/breakwater", "/2023/09/12" })
            for (var time = 0; time < 2; time++)
            {
                var answer = await world.Ask(path);
                Assert.Contains($"article:{key}", answer.Header("Surrogate-Key")!.Split(' '));
                Assert.Null(answer.Header("CDN-Cache-Control"));
                Assert.Null(answer.Header("Cache-Tag"));
                Assert.Equal(Fresh, answer.Header("Cache-Control"));
            }
    }

    [Fact]
    public async Task Where_a_cdn_hears_of_changes_it_may_keep_pages_and_browsers_may_not()
    {
        foreach (var path in new[] { World.CouncilStory, "/archive" })
            for (var time = 0; time < 2; time++)
            {
                var answer = await purged.Ask(path);
                Assert.Equal(Fresh, answer.Header("Cache-Control"));
                Assert.Equal(answer.Header("Surrogate-Key")!.Replace(' ', ','), answer.Header("Cache-Tag"));
                Assert.Matches("^max-age=[0-9]+, stale-while-revalidate=30, stale-if-error=86400$", answer.Header("CDN-Cache-Control"));
                var unchanged = await purged.Ask(path, ("If-None-Match", answer.Header("ETag")!));
                Assert.Equal((304, answer.Header("Surrogate-Key"), answer.Header("CDN-Cache-Control")), (unchanged.Status, unchanged.Header("Surrogate-Key"), unchanged.Header("CDN-Cache-Control")));
            }
        Assert.Null((await purged.Ask("/no-such-page")).Header("CDN-Cache-Control"));
        Assert.Null((await purged.Ask("/en/city")).Header("CDN-Cache-Control"));
        Assert.Null((await purged.Ask("/healthz")).Header("CDN-Cache-Control"));
    }

    [Fact]
    public async Task A_page_that_ages_is_kept_no_longer_than_it_lives()
    {
        await purged.Publish(new("Under an embargo until nine", "opinion") { At = purged.Clock.GetUtcNow().AddHours(1) });
        Assert.StartsWith("max-age=3600,", (await purged.Ask("/opinion")).Header("CDN-Cache-Control"), StringComparison.Ordinal);
        purged.Clock.Advance(TimeSpan.FromMinutes(50));
        Assert.StartsWith("max-age=600,", (await purged.Ask("/opinion")).Header("CDN-Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_article_is_kept_as_gone()
    {
        var path = await purged.Publish(new("Gone from the CDN", "city") { At = World.At(9) });
        await purged.Decide(path, (desk, article, placement) => desk.Withdraw(article, placement, null, World.At(12), CancellationToken.None));
        var answer = await purged.Ask(path);
        Assert.Equal(410, answer.Status);
        Assert.StartsWith("max-age=", answer.Header("CDN-Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_node_that_hears_of_nothing_lets_nobody_keep_its_pages()
    {
        var watch = new PressWatch(new PressOptions(), TimeProvider.System);
        var cdn = new CdnHeaders(new PurgeOptions { Url = "http://cdn.example/" }, watch, TimeProvider.System);
        var sheet = new Sheet(200, "text/html", [1], ["site"], null);
        var headers = new HeaderDictionary();
        cdn.Set(headers, sheet);
        Assert.Equal("max-age=86400, stale-while-revalidate=30, stale-if-error=86400", headers["CDN-Cache-Control"]);
        watch.LosesSight();
        headers.Clear();
        cdn.Set(headers, sheet);
        Assert.Equal("site", headers["Surrogate-Key"]);
        Assert.False(headers.ContainsKey("CDN-Cache-Control"));
    }
}

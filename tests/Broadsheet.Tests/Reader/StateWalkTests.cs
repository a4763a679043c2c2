using Broadsheet.Core.Articles;
using Broadsheet.Core.Media;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Broadsheet.Tests.Reader;

/// <summary>Walks every public route with an article in each of its states.</summary>
[Trait("Category", "Database")]
public sealed class StateWalkTests(World world) : IClassFixture<World>
{
    private static readonly List<string> States = ["published", "embargoed", "retracted", "withdrawn", "withdrawn before its time"];
    private const string Words = "Words that only the text has";

    [Theory]
    [InlineData("published", 200, 200, 200, true)]
    [InlineData("embargoed", 404, 404, 404, false)]
    [InlineData("retracted", 200, 200, 410, true)]
    [InlineData("withdrawn", 410, 410, 410, false)]
    [InlineData("withdrawn before its time", 404, 404, 404, false)]
    public async Task Each_route_gives_an_article_what_its_state_allows(string state, int page, int qr, int media, bool isListed)
    {
        var (path, other, photo) = await Prepare(state);
        foreach (var interfacePath in new[] { path, "/ko" + path })
        {
            var answer = await world.Ask(interfacePath);
            Assert.Equal((interfacePath, page), (interfacePath, answer.Status));
            Assert.Equal(state == "published", answer.Text.Contains(Words, StringComparison.Ordinal));
            Assert.Equal(state is "retracted" or "withdrawn", answer.Text.Contains("The desk's notice.", StringComparison.Ordinal));
            Assert.Equal(page == 200, answer.Text.Contains(Headline(state), StringComparison.Ordinal));
        }
        Assert.Equal(qr, await world.Status($"/qr{path}.svg"));
        foreach (var file in new[] { "320.jpg", "640.webp" })
            Assert.Equal(media, await world.Status($"/media/{photo.PublicId:N}/{file}"));
        foreach (var list in new[] { "/", "/city", "/city/council", "/national", "/by/ok-da-hyun", "/topic/breakwater", "/feed", "/feed/city/council", "/feed/national" })
        {
            var html = await world.Page(list);
            // What was retracted stays in lists, named as such, but no front page offers it.
            Assert.True((isListed && !(state == "retracted" && list == "/")) == html.Contains(Headline(state), StringComparison.Ordinal), $"{list} with an article that is {state}");
            if (state == "published") continue;
            Assert.DoesNotContain($"What was in it when {state}.", html, StringComparison.Ordinal);
            Assert.DoesNotContain(photo.PublicId.ToString("N"), html, StringComparison.Ordinal);
        }
        foreach (var list in new[] { "/ko/", "/ko/city", "/ko/feed", "/ko/by/ok-da-hyun" })
            Assert.DoesNotContain(Headline(state), await world.Page(list), StringComparison.Ordinal);
        var day = await world.Ask(path[..11]);
        Assert.Equal(isListed, day.Text.Contains(Headline(state), StringComparison.Ordinal));
        var month = (await world.Read(path[..8])).QuerySelectorAll("main a").Any(a => a.GetAttribute("href") == path[..11]);
        Assert.Equal(day.Status == 200, month);
        var beside = await world.Page(other);
        Assert.Equal(state == "published", beside.Contains($"<a href=\"{path}\">", StringComparison.Ordinal) && beside.Contains("class=\"related\"", StringComparison.Ordinal));
        Assert.Equal(state == "published", beside.Contains($"hreflang=\"en\" href=\"http://paper.example{path}\"", StringComparison.Ordinal));
        foreach (var map in new[] { "/sitemap-0.xml", "/sitemap-news.xml" }.Take(state == "published" ? 1 : 2))
            Assert.Equal(state == "published", (await world.Page(map)).Contains($"http://paper.example{path}<", StringComparison.Ordinal));
        foreach (var search in new[] { "/search", "/search.json", "/search/feed", "/ko/search?lang=any&x=" }.Select(s => s.Contains('?', StringComparison.Ordinal) ? $"{s}&q=" : $"{s}?q="))
        {
            Assert.Equal(isListed, (await world.Page($"{search}walk+{state.Replace(' ', '+')}&sort=newest")).Contains($"{path}", StringComparison.Ordinal));
            Assert.Equal(state == "published", (await world.Page($"{search}%22{Uri.EscapeDataString(Words)}%22")).Contains($"{path}", StringComparison.Ordinal));
        }
        foreach (var pages in new[] { "/archive", "/robots.txt", "/about", "/no-such-page" })
            Assert.DoesNotContain(Headline(state), (await world.Ask(pages)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void These_are_all_the_routes_that_readers_have()
    {
        var routes = world.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText)
            .Where(route => route?.StartsWith("/newsroom/", StringComparison.Ordinal) == false).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["/assets/{file}", "/healthz", "/ko/search", "/ko/search.json", "/ko/search/feed", "/media/{photo:guid}/{file}", "/readyz", "/robots.txt", "/search", "/search.json", "/search/feed", "/sitemap-news.xml", "/sitemap-{number:int}.xml", "/sitemap.xml", "/{**path}"], routes);
    }

    private static string Headline(string state) => $"The walk of what is {state}";

    // The article, another one (its Korean version, with an inset that leads to it), and a photo that only the first uses.
    private async Task<(string Path, string Other, Photo Photo)> Prepare(string state)
    {
        var key = Guid.NewGuid();
        var photo = await world.Take(700 + (2 * States.IndexOf(state)));
        var path = await world.Publish(new(Headline(state), "city/council")
        {
            At = state is "embargoed" or "withdrawn before its time" ? World.At(8, day: 20) : World.At(9, day: 4),
            Body = $"<p>{Words}.</p>",
            Standfirst = $"What was in it when {state}.",
            Keyword = "breakwater",
            Also = ["national"],
            Translation = key,
        });
        var id = await world.InDb(db => db.Articles.Where(a => a.Path == path.Substring(1)).Select(a => a.PublicId).SingleAsync());
        await world.Change(async db =>
        {
            var article = await db.Articles.SingleAsync(a => a.PublicId == id);
            db.Add(article.Write(new Words(article.Headline, article.Standfirst, BodyDialect.Normalise($"<p>{Words}.</p><figure data-photo=\"{photo.PublicId}\"></figure>")) { Lead = (photo.Id, null, null) }, World.At(9)));
            db.Add(new ArticlePhoto { ArticleId = article.Id, PhotoId = photo.Id });
        });
        var other = await world.Publish(new($"기사 {States.IndexOf(state)}", "opinion") { Language = "ko", Translation = key, Body = $"<p>본문.</p><aside data-related=\"{id}\"></aside>", At = World.At(9, day: 4) });
        if (state == "retracted")
            await world.Decide(path, (desk, article, placement) =>
            {
                desk.Retract(article, placement, "The desk's notice.", World.At(12));
                return Task.CompletedTask;
            });
        if (state.StartsWith("withdrawn", StringComparison.Ordinal))
            await world.Decide(path, (desk, article, placement) => desk.Withdraw(article, placement, "The desk's notice.", World.At(12), CancellationToken.None));
        return (path, other, photo);
    }
}

using System.Globalization;
using Broadsheet.Core.Articles;
using Broadsheet.Web.Components.Models;
using Broadsheet.Web.Press;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Broadsheet.Tests.Reader;

/// <summary>The archive: years, days as they were printed, the same day of earlier years.</summary>
[Trait("Category", "Database")]
public sealed class ArchiveTests(ArchiveTests.OldPaper old) : IClassFixture<ArchiveTests.OldPaper>
{
    [Fact]
    public async Task A_year_shows_its_twelve_months_and_what_each_holds()
    {
        var page = await old.Read("/2021");
        var months = page.QuerySelectorAll("main .months li").Select(m => string.Join(' ', m.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal(12, months.Count);
        Assert.Equal(("January", "March 1 article", "September 7 articles"), (months[0], months[2], months[8]));
        Assert.Equal(["/2021/03", "/2021/09"], page.QuerySelectorAll("main .months a").Select(a => a.GetAttribute("href")));
        Assert.Equal(("/2020", "/2023"), (page.QuerySelector("a[rel=next]")!.GetAttribute("href"), page.QuerySelector("a[rel=prev]")!.GetAttribute("href")));
        Assert.Equal(404, await old.Status("/2022"));
        Assert.Equal(404, await old.Status("/ko/2020"));
        Assert.Equal("2021년", (await old.Read("/ko/2021")).QuerySelector("h1")!.TextContent);
        Assert.Contains("/2021", (await old.Read("/archive")).QuerySelectorAll("main h2 a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["/archive", "/2021"], (await old.Read("/2021/09")).QuerySelectorAll(".crumbs a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_day_reads_like_its_paper()
    {
        var page = await old.Read("/2021/09/12");
        Assert.Equal("The bridge is down", page.QuerySelector(".teaser.lead .headline")!.TextContent.Trim());
        Assert.Equal(["City", "National", "Opinion"], page.QuerySelectorAll(".band > h2").Select(h => h.TextContent).Where(n => n is "National" or "City" or "Opinion"));
        Assert.NotNull(page.QuerySelector(".band.opinion"));
        Assert.Equal(["/archive", "/2021", "/2021/09"], page.QuerySelectorAll(".crumbs a").Select(a => a.GetAttribute("href")));
        var links = page.ArticleLinks();
        Assert.Equal(7, links.Count);
        Assert.Equal(7, links.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task On_this_day_shows_the_same_day_of_earlier_years_the_most_important_first()
    {
        var page = await old.Read("/on-this-day");
        Assert.Equal(["2021", "2020", "1999"], page.QuerySelectorAll(".band > h2 a").Select(a => a.TextContent));
        Assert.Equal(["/2021/09/12", "/2020/09/12", "/1999/09/12"], page.QuerySelectorAll(".band > h2 a").Select(a => a.GetAttribute("href")));
        var links = page.ArticleLinks();
        Assert.Equal("/2021/09/12/the-bridge-is-down", links[0]);
        Assert.All(links, l => Assert.EndsWith("/09/12", l[..11], StringComparison.Ordinal));
        Assert.InRange(links.Count(l => l.StartsWith("/2021", StringComparison.Ordinal)), 1, 4);
        Assert.Equal(["/2021/09/12/dari-muneojida"], (await old.Read("/ko/on-this-day")).ArticleLinks());
        Assert.Contains("/on-this-day", (await old.Read("/archive")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task On_this_day_goes_on_at_midnight_and_a_leap_day_has_leap_years_alone()
    {
        await using var paper = new OldPaper();
        await paper.InitializeAsync();
        await paper.Publish(new("Thirteen", "city") { At = World.At(9).AddYears(-3).AddDays(1), Slug = "thirteen" });
        await paper.Publish(new("Leap day", "city") { At = On(2020, 2, 29), Slug = "leap-day" });
        await paper.Publish(new("No leap day", "city") { At = On(2023, 2, 28), Slug = "no-leap-day" });
        await paper.Publish(new("Two thousand and one", "city") { At = On(2001, 3, 1), Slug = "march" });
        Assert.DoesNotContain("Thirteen", await paper.Page("/on-this-day"), StringComparison.Ordinal);
        paper.Clock.SetUtcNow(new DateTimeOffset(2023, 9, 13, 0, 0, 1, TimeSpan.FromHours(9)));
        Assert.Equal(["/2020/09/13/thirteen"], (await paper.Read("/on-this-day")).ArticleLinks());
        Assert.Equal(["Leap day"], await Headlines(paper, new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.FromHours(9))));
        Assert.Equal(["No leap day"], await Headlines(paper, new DateTimeOffset(2025, 2, 28, 12, 0, 0, TimeSpan.FromHours(9))));
        Assert.Empty(await Headlines(paper, new DateTimeOffset(2024, 7, 7, 12, 0, 0, TimeSpan.FromHours(9))));
    }

    [Fact]
    public async Task What_is_withdrawn_leaves_on_this_day_and_what_is_retracted_is_not_offered()
    {
        await using var paper = new OldPaper();
        await paper.InitializeAsync();
        const string Bridge = "/2021/09/12/the-bridge-is-down";
        Assert.Contains(Bridge, (await paper.Read("/on-this-day")).ArticleLinks());
        await paper.Decide(Bridge, (desk, article, placement) => desk.Withdraw(article, placement, null, World.At(12), CancellationToken.None));
        Assert.DoesNotContain(Bridge, (await paper.Read("/on-this-day")).ArticleLinks());
        const string Ninety = "/1999/09/12/the-old-harbor";
        await paper.Decide(Ninety, (desk, article, placement) =>
        {
            desk.Retract(article, placement, "It was not so.", World.At(13));
            return Task.CompletedTask;
        });
        Assert.DoesNotContain(Ninety, (await paper.Read("/on-this-day")).ArticleLinks());
    }

    [Fact]
    public async Task A_day_with_more_than_a_page_holds_goes_on_as_a_list()
    {
        await using var paper = new World();
        await paper.InitializeAsync();
        await paper.Change(async db =>
        {
            for (var i = 0; i < 130; i++)
                await World.Publish(db, new($"Story {i}", i % 2 == 0 ? "city" : "national") { At = On(2022, 5, 5).AddMinutes(i), Priority = 1 + (i % 9), Slug = string.Create(CultureInfo.InvariantCulture, $"story-{i}") });
        });
        var first = await paper.Read("/2022/05/05");
        var next = await paper.Read(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var links = first.ArticleLinks().Concat(next.ArticleLinks()).ToList();
        Assert.Equal((100, 130, 130), (first.ArticleLinks().Count, links.Count, links.Distinct(StringComparer.Ordinal).Count()));
        Assert.NotNull(next.QuerySelector(".ledger"));
    }

    // A page is a function of address, database and time: of a time far away too.
    private static async Task<List<string>> Headlines(World paper, DateTimeOffset now)
    {
        await using var scope = paper.Services.CreateAsyncScope();
        var page = await scope.ServiceProvider.GetRequiredService<FindPage>()(new PageAddress("on-this-day", null, null), now, CancellationToken.None);
        return [.. Assert.IsType<DayModel>(Assert.IsType<PublicPage.Drawn>(page).Model).Bands.SelectMany(b => b.Articles).Select(a => a.Headline)];
    }

    private static DateTimeOffset On(int year, int month, int day) => new(year, month, day, 9, 0, 0, TimeSpan.FromHours(9));

    /// <summary>A newspaper with a past.</summary>
    public sealed class OldPaper : World
    {
        /// <inheritdoc/>
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await Publish(new("The bridge is down", "city") { At = On(2021, 9, 12), Priority = 1, Slug = "the-bridge-is-down" });
            foreach (var (headline, section, kind) in new[] { ("A school opens", "city", ArticleKind.News), ("A treaty is signed", "national", ArticleKind.News), ("Rain at last", "city", ArticleKind.News), ("A bus is late", "city", ArticleKind.News), ("On bridges", "opinion", ArticleKind.Opinion), ("A border opens", "national/north-korea", ArticleKind.News) })
                await Publish(new(headline, section) { At = On(2021, 9, 12).AddHours(1), Kind = kind });
            await Publish(new("Another day", "city") { At = On(2021, 3, 1) });
            await Publish(new("다리가 무너지다", "city") { At = On(2021, 9, 12), Language = "ko", Slug = "dari-muneojida" });
            await Publish(new("A quiet year", "city") { At = On(2020, 9, 12) });
            await Publish(new("The old harbor", "city") { At = On(1999, 9, 12), Slug = "the-old-harbor" });
        }
    }
}

using System.Globalization;
using Broadsheet.Core;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Sections;
using Broadsheet.Tests.Reader;
using Xunit;

namespace Broadsheet.Tests.Model;

/// <summary>Days begin and times are shown in the newspaper's own zone: Asia/Seoul here, nine hours ahead of UTC.</summary>
[Trait("Category", "Database")]
public sealed class TimeZoneTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Four_in_the_afternoon_of_the_11th_in_Greenwich_is_one_in_the_morning_of_the_12th_in_Seoul()
    {
        var path = await world.Publish(new("After midnight", "city") { At = Utc("2023-09-11T16:00:00Z"), Slug = "after-midnight" });
        Assert.Equal("/2023/09/12/after-midnight", path);
        var page = await world.Page(path);
        Assert.Contains("Sept. 12, 2023, 1:00 a.m.", Visit.Parse(page).QuerySelectorAll("time[datetime='2023-09-12T01:00:00+09:00']").Select(t => t.TextContent));
        Assert.Contains("\"datePublished\":\"2023-09-12T01:00:00\\u002B09:00\"", page, StringComparison.Ordinal);
        Assert.Contains("2023.09.12 01:00", await world.Page("/ko" + path), StringComparison.Ordinal);
        Assert.Contains(path, (await world.Read("/2023/09/12")).ArticleLinks());
        Assert.DoesNotContain(path, (await world.Read("/2023/09/11")).ArticleLinks());
    }

    [Fact]
    public async Task A_day_page_holds_its_first_and_its_last_millisecond_and_no_more()
    {
        var before = await world.Publish(new("Edge before", "city") { At = Utc("2023-08-04T14:59:59.999Z") });
        var first = await world.Publish(new("Edge first", "city") { At = Utc("2023-08-04T15:00:00Z") });
        var last = await world.Publish(new("Edge last", "city") { At = Utc("2023-08-05T14:59:59.999Z") });
        var after = await world.Publish(new("Edge after", "city") { At = Utc("2023-08-05T15:00:00Z") });
        Assert.Equal(["/2023/08/04/edge-before", "/2023/08/05/edge-first", "/2023/08/05/edge-last", "/2023/08/06/edge-after"], [before, first, last, after]);
        Assert.Equal([before], (await world.Read("/2023/08/04")).ArticleLinks());
        Assert.Equal([last, first], (await world.Read("/2023/08/05")).ArticleLinks());
        Assert.Equal([after], (await world.Read("/2023/08/06")).ArticleLinks());
        var month = await world.Read("/2023/08");
        Assert.Equal(["/2023/08/04", "/2023/08/05", "/2023/08/06"], month.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).Where(h => h!.Length == 11));
    }

    [Fact]
    public async Task An_article_of_the_turn_of_the_year_belongs_to_the_new_year_of_Seoul()
    {
        var path = await world.Publish(new("First of the year", "city") { At = Utc("2021-12-31T15:00:00Z") });
        Assert.Equal("/2022/01/01/first-of-the-year", path);
        Assert.Equal(["/2022/01"], (await world.Read("/2022")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).Where(h => h!.StartsWith("/2022", StringComparison.Ordinal)));
        Assert.Equal(404, await world.Status("/2021/12"));
        Assert.Equal(404, await world.Status("/2021"));
    }

    [Fact]
    public async Task An_article_embargoed_until_tonight_is_not_counted_before()
    {
        await world.Publish(new("Tonight", "city") { Language = "ko", At = World.At(23, day: 12) });
        var counted = (await world.Read("/ko/2023/09")).QuerySelector("main a[href='/ko/2023/09/12']")!;
        Assert.Contains("1", counted.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Single((await world.Read("/ko/2023/09/12")).ArticleLinks());
        Assert.DoesNotContain("2", (await world.Read("/ko/archive")).QuerySelector("main a[href='/ko/2023/09']")!.ParentElement!.TextContent.Replace("2023", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/1600")]
    [InlineData("/1600/01")]
    [InlineData("/1600/01/01")]
    [InlineData("/1600/01/01/no-such-story")]
    [InlineData("/9999")]
    [InlineData("/9999/12")]
    [InlineData("/9999/12/31")]
    [InlineData("/9999/12/31/no-such-story")]
    [InlineData("/0000/00/00")]
    [InlineData("/0001/01/01")]
    [InlineData("/1599/12/31")]
    [InlineData("/2023/02/29")]
    [InlineData("/2023/13")]
    [InlineData("/2023/00/10")]
    [InlineData("/2023/9/12")]
    [InlineData("/２０２３/09/12")]
    public async Task A_day_on_which_nothing_was_printed_is_not_found(string path)
    {
        Assert.Equal(404, await world.Status(path));
        Assert.Equal(404, await world.Status("/ko" + path));
    }

    [Fact]
    public async Task A_day_whose_first_hour_comes_twice_holds_both()
    {
        await using var havana = new Havana();
        await havana.InitializeAsync();
        Assert.Equal(["/2023/11/05/the-second-time", "/2023/11/05/the-first-time"], (await havana.Read("/2023/11/05")).ArticleLinks());
    }

    private static DateTimeOffset Utc(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);

    // On November 5, 2023 its clocks went from one in the morning back to midnight.
    private sealed class Havana : NewspaperApp
    {
        protected override string TimeZone => "America/Havana";

        protected override Task Fill() => Change(async db =>
        {
            Clock.SetUtcNow(Utc("2023-11-10T12:00:00Z"));
            var section = await SectionDesk.Add(db, null, "city", new LocalText("en", "City"), Utc("2023-11-01T00:00:00Z"), CancellationToken.None);
            var desk = new PublicationDesk(db, await SectionTree.Load(db, CancellationToken.None), TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
            foreach (var (headline, at) in new[] { ("The first time", Utc("2023-11-05T04:30:00Z")), ("The second time", Utc("2023-11-05T05:30:00Z")) })
            {
                var article = new Article { Language = "en", SectionId = section.Id };
                db.Add(article);
                await db.SaveChangesAsync();
                db.Add(article.Write(new Words(headline, "", "<p>Half past midnight.</p>"), at));
                await desk.Publish(article, new Placement([], [], []), at, at, null, CancellationToken.None);
            }
        });
    }
}

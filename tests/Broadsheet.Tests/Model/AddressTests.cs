using Broadsheet.Core.Articles;
using Broadsheet.Tests.Reader;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Model;

/// <summary>Addresses: given out once, kept for ever.</summary>
[Trait("Category", "Database")]
public sealed class AddressTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Eight_articles_of_one_headline_published_at_the_same_second_at_once_get_eight_addresses()
    {
        var draft = new Draft("One headline for all of them", "city") { At = World.At(10) };
        var paths = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => world.Publish(draft))));
        const string stem = "/2023/09/12/one-headline-for-all-of-them";
        Assert.Equal(Enumerable.Range(1, 8).Select(n => n == 1 ? stem : $"{stem}-{n}").Order(), paths.Order());
        foreach (var path in paths)
            Assert.Contains("One headline for all of them", await world.Page(path), StringComparison.Ordinal);
        var front = (await world.Read("/city")).ArticleLinks();
        Assert.All(paths, path => Assert.Contains(path, front));
        Assert.Equal(8, await world.InDb(db => db.Articles.CountAsync(a => a.Headline == draft.Headline)));
    }

    [Fact]
    public async Task Claims_that_meet_again_and_again_all_come_through()
    {
        // All eight look before any of them writes: on PostgreSQL each round has one winner, and the others begin anew.
        using var gate = new Barrier(8);
        var draft = new Draft("Rivals for one name", "national") { At = World.At(11) };
        var paths = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                gate.SignalAndWait(TestContext.Current.CancellationToken);
                return world.Publish(draft);
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));
        Assert.Equal(8, paths.Distinct().Count());
        Assert.Equal(8, await world.InDb(db => db.Articles.CountAsync(a => a.Headline == draft.Headline)));
    }

    [Fact]
    public async Task A_changed_address_answers_301_for_ever()
    {
        var path = await world.Publish(new("The new address", "city"));
        await world.Page(path);
        var first = path;
        await world.Decide(path, (desk, article, placement) => desk.Readdress(article, placement, "the-second-address", World.At(12), CancellationToken.None));
        path = "/2023/09/12/the-second-address";
        await world.Decide(path, (desk, article, placement) => desk.Readdress(article, placement, "the-third-address", World.At(13), CancellationToken.None));
        path = "/2023/09/12/the-third-address";
        Assert.Equal(200, await world.Status(path));
        foreach (var (old, now) in new[] { (first, path), ("/ko" + first, "/ko" + path), ("/en" + first, path), ("/2023/09/12/the-second-address", path) })
        {
            var answer = await world.Ask(old);
            Assert.Equal((301, now), (answer.Status, answer.Location));
        }
    }

    [Theory]
    [InlineData("/CITY/Council", "/city/council")]
    [InlineData("/ko/City", "/ko/city")]
    [InlineData("/KO/city", "/ko/city")]
    [InlineData("/2023/09/12/Council-Mends-The-Breakwater", World.CouncilStory)]
    [InlineData("/BY/ok-da-hyun", "/by/ok-da-hyun")]
    [InlineData("/Archive", "/archive")]
    [InlineData("/Feed/City", "/feed/city")]
    public async Task Capitals_in_an_address_lead_to_the_small_ones(string path, string lower)
    {
        var answer = await world.Ask(path);
        Assert.Equal((301, lower), (answer.Status, answer.Location));
    }

    [Fact]
    public async Task Capitals_in_an_unknown_address_are_unknown_too() => Assert.Equal(404, await world.Status("/No-Such-Section"));

    [Fact]
    public async Task The_address_of_a_withdrawn_article_is_not_given_out_again()
    {
        var path = await world.Publish(new("A name used up", "city"));
        await world.Decide(path, (desk, article, placement) => desk.Withdraw(article, placement, null, World.At(12), CancellationToken.None));
        Assert.Equal(path + "-2", await world.Publish(new("A name used up", "city")));
        Assert.Equal(410, await world.Status(path));
        await world.Decide(path, (desk, article, placement) => desk.Restore(article, placement, World.At(13), CancellationToken.None));
        Assert.Equal(200, await world.Status(path));
    }

    [Fact]
    public async Task Headlines_that_are_hard_to_write_are_printed_whole_at_an_address_that_is_easy()
    {
        foreach (var headline in new[] { "의회가 방파제를 고친다", "\u202Eesrever\u202C words", "🎉🎉🎉", "<b>&amp; \"quotes\"</b>", string.Concat(Enumerable.Repeat("long ", 2000))[..9_999] + "!" })
        {
            var path = await world.Publish(new(headline, "city"));
            Assert.Matches("^/2023/09/12/[a-z0-9-]{1,84}$", path);
            Assert.Equal(headline, (await world.Read(path)).QuerySelector("h1")!.TextContent);
        }
    }

    [Fact]
    public async Task An_article_that_changes_its_section_keeps_its_address_and_changes_fronts()
    {
        var path = await world.Publish(new("A story that finds its desk", "opinion"));
        var target = await world.InDb(db => db.Sections.Where(s => s.Path == "national").Select(s => s.Id).SingleAsync());
        await world.Decide(path, async (desk, article, placement) =>
        {
            article.SectionId = target;
            await desk.Update(article, placement, World.At(12), CancellationToken.None);
        });
        Assert.Contains(path, (await world.Read("/national")).ArticleLinks());
        Assert.DoesNotContain(path, (await world.Read("/opinion")).ArticleLinks());
        Assert.Equal(200, await world.Status(path));
    }

    [Fact]
    public async Task A_withdrawn_article_does_not_count_in_the_archive()
    {
        var path = await world.Publish(new("Counted once", "city") { At = World.At(8, day: 3) });
        Assert.Contains("/2023/09/03", (await world.Read("/2023/09")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
        await world.Decide(path, (desk, article, placement) => desk.Withdraw(article, placement, null, World.At(12), CancellationToken.None));
        Assert.DoesNotContain("/2023/09/03", (await world.Read("/2023/09")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
        Assert.Equal(404, await world.Status("/2023/09/03"));
        Assert.Equal(ArticleState.Withdrawn, await world.InDb(db => db.Articles.Where(a => a.Path == path.Substring(1)).Select(a => a.State).SingleAsync()));
    }
}

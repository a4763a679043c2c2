using Broadsheet.Core.Articles;
using Broadsheet.Core.Readings;
using Broadsheet.Tests.Reader;
using Xunit;

namespace Broadsheet.Tests.Readings;

/// <summary>The most read articles: which, in which order, how old.</summary>
[Trait("Category", "Database")]
public sealed class MostReadTests
{
    [Fact]
    public async Task The_page_lists_a_day_and_a_week_by_readings_in_its_language()
    {
        await using var paper = await Open();
        var (first, second, last) = (await Published(paper, "First"), await Published(paper, "Second"), await Published(paper, "Last week"));
        await paper.Note(second, 20);
        await paper.Note(first, 15, hoursAgo: 23);
        await paper.Note(first, 15);
        await paper.Note(last, 100, hoursAgo: 24);
        await paper.Note(World.CouncilStoryInKorean, 40, hoursAgo: MostRead.Week - 1);
        await paper.Note(World.Column, 500, hoursAgo: MostRead.Week);
        await paper.Note(World.CouncilStory, MostRead.Least - 1);
        var page = await Visit.Read(paper, "/most-read");
        Assert.Equal([first, second, last, first, second], page.ArticleLinks());
        Assert.Equal(["In the last 24 hours", "In the last seven days"], page.QuerySelectorAll("main h2").Select(h => h.TextContent));
        var korean = await Visit.Read(paper, "/ko/most-read");
        Assert.Equal([World.CouncilStoryInKorean], korean.ArticleLinks());
        Assert.Equal("많이 본 기사", korean.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task What_readers_cannot_have_is_never_in_it_and_leaves_it_at_once()
    {
        await using var paper = await Open();
        var (stays, withdrawn, retracted) = (await Published(paper, "Stays"), await Published(paper, "Withdrawn"), await Published(paper, "Retracted"));
        var paid = await paper.Publish(new("Paid for", "city") { Kind = ArticleKind.Sponsored });
        var ahead = await paper.Publish(new("Under an embargo", "city") { At = paper.Clock.GetUtcNow().AddHours(2) });
        foreach (var path in new[] { stays, withdrawn, retracted, paid, ahead }) await paper.Note(path, 30);
        Assert.Equal([retracted, withdrawn, stays], (await Visit.Read(paper, "/most-read")).ArticleLinks().Distinct());
        await paper.Decide(withdrawn, (desk, article, placement) => desk.Withdraw(article, placement, null, World.At(12), CancellationToken.None));
        Assert.Equal([retracted, stays], (await Visit.Read(paper, "/most-read")).ArticleLinks().Distinct());
        await paper.Decide(retracted, (desk, article, placement) =>
        {
            desk.Retract(article, placement, "It was not so.", World.At(12));
            return Task.CompletedTask;
        });
        Assert.Equal([stays], (await Visit.Read(paper, "/most-read")).ArticleLinks().Distinct());
        paper.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal([ahead, stays], (await Visit.Read(paper, "/most-read")).ArticleLinks().Distinct());
    }

    [Fact]
    public async Task A_front_shows_five_once_there_are_five_and_counts_anew_after_five_minutes()
    {
        await using var paper = await Open();
        var paths = new List<string>();
        for (var i = 1; i <= 6; i++) paths.Add(await Published(paper, $"Number {i}"));
        for (var i = 0; i < 4; i++) await paper.Note(paths[i], 50 - i);
        Assert.Null((await Visit.Read(paper, "/")).QuerySelector(".most-read"));
        await paper.Note(paths[4], MostRead.Least);
        paper.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromMilliseconds(1));
        Assert.Null((await Visit.Read(paper, "/")).QuerySelector(".most-read"));
        paper.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(paths.Take(5), await OnFront(paper));
        Assert.Null((await Visit.Read(paper, "/ko/")).QuerySelector(".most-read"));
        await paper.Note(paths[5], 90);
        Assert.Equal(paths.Take(5), await OnFront(paper));
        paper.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal([paths[5], .. paths.Take(4)], await OnFront(paper));
        Assert.Equal("/most-read", (await Visit.Read(paper, "/")).QuerySelector(".most-read h2 a")!.GetAttribute("href"));
        // They leave the front by the clock too, when nobody reads them any longer.
        paper.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Null((await Visit.Read(paper, "/")).QuerySelector(".most-read"));
    }

    [Fact]
    public async Task Nothing_read_is_said_so_and_article_pages_know_nothing_of_it()
    {
        await using var paper = await Open();
        Assert.NotNull((await Visit.Read(paper, "/most-read")).QuerySelector("main .empty"));
        var tags = (await paper.Read(World.CouncilStory)).Header("Surrogate-Key")!.Split(' ');
        Assert.All(tags, tag => Assert.Matches("^(?:site|article:[0-9]+|person:[0-9]+|photo:.+)$", tag));
    }

    private static Task<string> Published(World paper, string headline) => paper.Publish(new(headline, "city"));

    private static async Task<List<string>> OnFront(ReadPaper paper) =>
        [.. (await Visit.Read(paper, "/")).QuerySelectorAll(".most-read ol h3 a").Select(a => a.GetAttribute("href")!)];

    private static async Task<ReadPaper> Open()
    {
        var paper = new ReadPaper();
        await paper.InitializeAsync();
        return paper;
    }
}

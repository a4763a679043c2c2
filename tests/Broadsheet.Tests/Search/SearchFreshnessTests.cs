using Broadsheet.Core.Articles;
using Broadsheet.Core.Events;
using Broadsheet.Core.Search;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Search;

/// <summary>The index says what articles say: after every change, after a break in the middle, while it is built anew.</summary>
[Trait("Category", "Database")]
public sealed class SearchFreshnessTests : IAsyncLifetime
{
    private readonly World _paper = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _paper.InitializeAsync();

    public ValueTask DisposeAsync() => _paper.DisposeAsync();

    [Fact]
    public async Task A_changed_article_is_found_by_its_new_words_only()
    {
        await _paper.Publish(new("Old gable", "city") { Slug = "gable" });
        Assert.Equal(["Old gable"], await _paper.Find("gable"));
        await Rewrite("/2023/09/12/gable", "New spire");
        Assert.Empty(await _paper.Find("gable"));
        Assert.Equal(["New spire"], await _paper.Find("spire"));
    }

    [Fact]
    public async Task A_withdrawn_article_is_gone_from_the_search_its_feed_and_its_words()
    {
        var path = await _paper.Publish(new("Lanternfish surfaces", "city"));
        Assert.Equal(["Lanternfish surfaces"], await _paper.Find("lanternfish"));
        await _paper.Decide(path, (desk, article, placement) => desk.Withdraw(article, placement, "It was wrong.", World.At(12), Ct));
        Assert.Empty(await _paper.Find("lanternfish"));
        Assert.DoesNotContain("Lanternfish", await _paper.Page("/search/feed?q=lanternfish"), StringComparison.Ordinal);
        Assert.Null((await _paper.Search("lanternfsh")).GetProperty("didYouMean").GetString());
        Assert.False(await _paper.InDb(db => db.SearchDocuments.AnyAsync(d => d.Words.Contains("lanternfish"), Ct)));
        await _paper.Decide(path, (desk, article, placement) => desk.Restore(article, placement, World.At(13), Ct));
        Assert.Equal(["Lanternfish surfaces"], await _paper.Find("lanternfish"));
    }

    [Fact]
    public async Task A_retracted_article_is_found_by_headline_and_notice_and_shows_no_text()
    {
        var path = await _paper.Publish(new("Mayor resigns", "city") { Body = "<p>He packed his umbrella.</p>" });
        await _paper.Decide(path, (desk, article, placement) =>
        {
            desk.Retract(article, placement, "<p>The mayor has not resigned.</p>", World.At(12));
            return Task.CompletedTask;
        });
        Assert.Empty(await _paper.Find("umbrella"));
        Assert.Equal(["Mayor resigns"], await _paper.Find("mayor resigned"));
        Assert.Equal("", await _paper.Excerpt("mayor"));
    }

    [Fact]
    public async Task An_article_under_embargo_is_found_once_it_ends()
    {
        await _paper.Publish(new("Budget speech", "city") { At = World.At(21), Body = "<p>Quinquennial.</p>" });
        Assert.Empty(await _paper.Find("quinquennial"));
        _paper.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(["Budget speech"], await _paper.Find("quinquennial"));
    }

    [Fact]
    public async Task A_hundred_articles_of_one_minute_are_all_found()
    {
        await _paper.Change(async db =>
        {
            for (var n = 0; n < 100; n++) await World.Publish(db, new($"Minute {n}", "city") { Slug = $"minute-{n}" });
        });
        Assert.Equal(100, (await _paper.Search("minute")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task The_index_is_built_anew_while_it_serves()
    {
        await _paper.Change(async db => await db.SearchDocuments.Where(d => d.Language == "en").ExecuteUpdateAsync(s => s.SetProperty(d => d.Sections, ""), Ct));
        Assert.Empty((await _paper.Search("council")).Facet("sections"));
        await _paper.Change(db =>
        {
            db.Record(new Event { Kind = EventKinds.SearchRebuild, At = World.At(12) });
            return Task.CompletedTask;
        });
        Assert.Equal(new() { ["City"] = 1 }, (await _paper.Search("council")).Facet("sections"));
    }

    [Fact]
    public async Task An_index_of_another_version_is_built_anew()
    {
        await _paper.Change(async db => (await db.Consumers.SingleAsync(c => c.Name == SearchProgress.Name, Ct)).State = "{\"Version\":0,\"After\":null}");
        await _paper.Publish(new("One more", "city"));
        Assert.Equal($"{{\"Version\":{SearchIndexer.Version},\"After\":null}}", await _paper.InDb(db => db.Consumers.Where(c => c.Name == SearchProgress.Name).Select(c => c.State).SingleAsync(Ct)));
        Assert.Equal(["Council mends the breakwater"], await _paper.Find("council"));
    }

    [Fact]
    public async Task One_process_at_a_time_writes_the_index_and_another_takes_over_when_its_lease_ends()
    {
        var now = World.At(20).AddHours(1);
        Assert.Equal(SearchStep.UpToDate, await Advance("one", now));
        Assert.Equal(SearchStep.Held, await Advance("two", now.AddSeconds(29)));
        Assert.Equal(SearchStep.UpToDate, await Advance("one", now.AddSeconds(29)));
        Assert.Equal(SearchStep.Held, await Advance("two", now.AddSeconds(31)));
        Assert.Equal(SearchStep.UpToDate, await Advance("two", now.AddSeconds(60)));
    }

    private Task<SearchStep> Advance(string holder, DateTimeOffset now) => _paper.InDb(async db => (await SearchProgress.Advance(db, holder, now, Ct)).Step);

    private Task Rewrite(string path, string headline) => _paper.Change(async db =>
    {
        var article = (await db.Articles.FindAsync([(await db.Addresses.FindAsync([path.TrimStart('/')], Ct))!.TargetId!.Value], Ct))!;
        db.Add(article.Write(new Words(headline, "", "<p>New words.</p>"), World.At(12)));
        var desk = new PublicationDesk(db, await Core.Sections.SectionTree.Load(db, Ct), World.Seoul);
        await desk.Update(article, await desk.PlacementOf(article.Id, Ct), World.At(12), Ct);
    });
}

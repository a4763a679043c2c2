using System.Text.Json;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Events;
using Broadsheet.Tests.Reader;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.History;

/// <summary>A correction is on the record: beside the article, in the list, in feeds and for machines.</summary>
[Trait("Category", "Database")]
public sealed class CorrectionTests(World world) : IClassFixture<World>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_correction_stands_wherever_the_article_is_told_of()
    {
        var path = await world.Publish(new("The pier opens", "city/council"));
        await world.Page("/corrections");
        await world.Page("/feed");
        await world.Keep(path, (_, article, record) => record.Correct(article, CorrectionKind.Correction, "<p>The pier opens on <b>Monday</b>.</p><script>x</script>", 1, World.At(12), Ct));
        var page = await world.Read(path);
        Assert.EndsWith("The pier opens on Monday.", Words(page.QuerySelector(".corrections li")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("Updated", page.QuerySelector(".article-meta")!.TextContent, StringComparison.Ordinal);
        var data = page.QuerySelectorAll("script[type='application/ld+json']").Select(s => JsonDocument.Parse(s.TextContent).RootElement).Single(d => d.TryGetProperty("headline", out _));
        var noted = data.GetProperty("correction")[0];
        Assert.Equal(("CorrectionComment", "The pier opens on Monday.", "2023-09-12T12:00:00+09:00"), (noted.GetProperty("@type").GetString(), noted.GetProperty("text").GetString(), noted.GetProperty("datePublished").GetString()));
        var list = await world.Read("/corrections");
        var entry = list.QuerySelector(".record-list li")!;
        Assert.Equal(path, entry.QuerySelector("h2 a")!.GetAttribute("href"));
        Assert.Contains("The pier opens on Monday.", Words(entry.TextContent), StringComparison.Ordinal);
        Assert.Contains(list.QuerySelectorAll(".footer a"), a => a.GetAttribute("href") == "/corrections");
        Assert.DoesNotContain(path, await world.Page("/ko/corrections"), StringComparison.Ordinal);
        var feed = await world.Page("/feed");
        Assert.Contains("&lt;strong&gt;Correction&lt;/strong&gt; (2023-09-12) The pier opens on &lt;strong&gt;Monday&lt;/strong&gt;.", feed, StringComparison.Ordinal);
        Assert.Contains("2023-09-12T12:00:00+09:00</updated>", feed, StringComparison.Ordinal);
        Assert.True(await world.InDb(db => db.Events.AnyAsync(e => e.Kind == EventKinds.ArticleCorrected && e.ByPersonId == 1, Ct)));
    }

    [Fact]
    public async Task An_editors_note_does_not_say_that_the_text_was_updated()
    {
        var path = await world.Publish(new("The pier closes", "city"));
        await world.Keep(path, (_, article, record) => record.Correct(article, CorrectionKind.EditorsNote, "A note.", null, World.At(12), Ct));
        Assert.DoesNotContain("Updated", (await world.Read(path)).QuerySelector(".article-meta")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_says_something_about_what_readers_have()
    {
        var path = await world.Publish(new("The pier burns", "city"));
        await Assert.ThrowsAsync<ArgumentException>(() => world.Keep(path, (_, article, record) => record.Correct(article, CorrectionKind.Correction, "<p> </p>", null, World.At(12), Ct)));
        await world.Decide(path, (desk, article, placement) => desk.Withdraw(article, placement, null, World.At(12), Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.Keep(path, (_, article, record) => record.Correct(article, CorrectionKind.Correction, "No.", null, World.At(12), Ct)));
    }

    [Fact]
    public async Task The_list_goes_on_from_page_to_page_without_losing_any_and_leaves_out_what_was_withdrawn()
    {
        await using var own = new World();
        await own.InitializeAsync();
        var path = await own.Publish(new("Corrected often", "city"));
        var gone = await own.Publish(new("Corrected and gone", "city"));
        for (var i = 0; i < 65; i++)
            await own.Keep(i == 30 ? gone : path, (_, article, record) => record.Correct(article, CorrectionKind.Update, $"Note number {i}.", null, World.At(9).AddMinutes(i / 3), Ct));
        await own.Decide(gone, (desk, article, placement) => desk.Withdraw(article, placement, null, World.At(12), Ct));
        var notes = new List<string>();
        for (var next = "/corrections"; next is not null;)
        {
            var page = await own.Read(next);
            notes.AddRange(page.QuerySelectorAll(".record-list .what > p:not(.more-of)").Select(p => Words(p.TextContent)));
            next = page.QuerySelector(".pager .older")?.GetAttribute("href");
        }
        Assert.Equal(Enumerable.Range(0, 65).Reverse().Where(i => i != 30).Select(i => $"Note number {i}."), notes);
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

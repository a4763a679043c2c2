using Broadsheet.Core.Articles;
using Broadsheet.Tests.Reader;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.History;

/// <summary>What readers find of the versions of an article.</summary>
[Trait("Category", "Database")]
public sealed class HistoryPageTests(World world) : IClassFixture<World>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_version_has_its_page_and_what_changed_with_it()
    {
        var path = await Written("The vote of the council");
        var list = await world.Read($"{path}/history");
        Assert.Equal(["Version 4", "A minor edit", "Version 2", "Version 1"], list.QuerySelectorAll(".record-list .version a:first-child, .record-list summary").Select(e => e.TextContent.Trim()));
        Assert.Contains("The vote was 14 to 9.", list.QuerySelector(".record-list li")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(list.QuerySelector("meta[name=robots][content=noindex]"));
        var old = await world.Read($"{path}/history/1");
        Assert.Contains("The vote was 13 to 9.", old.QuerySelector(".text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("It is not the newest", old.QuerySelector(".version-head")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(path, old.QuerySelector(".version-head .ways a")!.GetAttribute("href"));
        Assert.Equal($"http://paper.example{path}", old.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.NotNull(old.QuerySelector("meta[name=robots][content=noindex]"));
        var changes = await world.Read($"{path}/history/4/changes");
        Assert.Equal(["13"], changes.QuerySelectorAll(".text del").Select(e => e.TextContent));
        Assert.Equal(["14"], changes.QuerySelectorAll(".text ins").Select(e => e.TextContent));
        Assert.Equal($"{path}/history", (await world.Read(path)).QuerySelector(".article-end .history a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_minor_edit_neither_marks_the_article_as_updated_nor_gives_it_a_history()
    {
        var path = await world.Publish(new("A slip of the pen", "city"));
        await world.Rewrite(path, w => w with { Body = "<p>The frist paragraph.</p>" }, World.At(9), isMinor: true);
        var page = await world.Read(path);
        Assert.Null(page.QuerySelector(".article-end .history"));
        Assert.DoesNotContain("Updated", page.QuerySelector(".article-meta")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(200, await world.Status($"{path}/history/2/changes"));
    }

    [Fact]
    public async Task Only_what_there_is_answers()
    {
        var path = await Written("What there is");
        Assert.Equal($"{path}/history/1", (await world.Ask($"{path}/history/1/changes")).Location);
        Assert.Equal($"{path}/history/2", (await world.Ask($"/en{path}/history/2")).Location);
        Assert.Equal($"{path}/history", (await world.Ask($"{path}/HISTORY")).Location);
        foreach (var none in new[] { "/history/5", "/history/0", "/history/01", "/history/-1", "/history/x", "/history/99999999999", "/history/2/change", "/history/2/changes/1", "/histor", "-no/history", "/history//2" })
            Assert.Equal((none, 404), (none, await world.Status(path + none)));
        var korean = await world.Read($"/ko{path}/history/2");
        Assert.Equal(("ko", "en"), (korean.DocumentElement.GetAttribute("lang"), korean.QuerySelector("article")!.GetAttribute("lang")));
        Assert.Equal($"/ko{path}/history", korean.QuerySelectorAll(".version-head .ways a")[1].GetAttribute("href"));
    }

    [Fact]
    public async Task The_history_of_a_retracted_article_stays_open_and_that_of_a_withdrawn_one_is_gone()
    {
        var path = await Written("The vote that was not");
        string[] pages = ["/history", "/history/1", "/history/2", "/history/4/changes"];
        foreach (var page in pages) await world.Page(path + page);
        await world.Decide(path, (desk, article, placement) =>
        {
            desk.Retract(article, placement, "None of it happened.", World.At(12));
            return Task.CompletedTask;
        });
        foreach (var page in pages) Assert.Contains("None of it happened.", await world.Page(path + page), StringComparison.Ordinal);
        await world.Decide(path, (desk, article, placement) => desk.Withdraw(article, placement, "It had to go.", World.At(13), Ct));
        foreach (var page in pages.SelectMany(p => new[] { p, "/ko" + p }).Append("/history/99"))
        {
            var answer = await world.Ask(page.StartsWith("/ko", StringComparison.Ordinal) ? $"/ko{path}{page[3..]}" : path + page);
            Assert.Equal((page, 410), (page, answer.Status));
            Assert.DoesNotContain("13 to 9", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_stood_under_an_embargo_is_no_part_of_the_history_and_a_new_address_takes_it_along()
    {
        var path = await world.Publish(new("Later today", "city") { At = World.At(19), Body = "<p>Not yet for readers.</p>" });
        await world.InDb(db => Task.FromResult(true));
        await world.Rewrite(path, w => w with { Body = "<p>For readers.</p>" }, World.At(9));
        await world.Rewrite(path, w => w with { Body = "<p>For all readers.</p>" }, World.At(19, 30));
        Assert.DoesNotContain("Version 1", await world.Page($"{path}/history"), StringComparison.Ordinal);
        Assert.Equal((404, 200, 301, 200), (await world.Status($"{path}/history/1"), await world.Status($"{path}/history/2"), await world.Status($"{path}/history/2/changes"), await world.Status($"{path}/history/3/changes")));
        await world.Decide(path, (desk, article, placement) => desk.Readdress(article, placement, "later-today-after-all", World.At(20), Ct));
        Assert.Equal("/2023/09/12/later-today-after-all/history/2", (await world.Ask($"{path}/history/2")).Location);
    }

    [Fact]
    public async Task A_photo_is_shown_in_a_version_while_the_article_shows_it()
    {
        var (kept, dropped) = (await world.Take(1026), await world.Take(1028));
        var path = await world.Publish(new("With a photo", "city"));
        await world.Illustrate(path, kept, dropped);
        await world.Change(async db => await db.ArticlePhotos.Where(p => p.PhotoId == dropped.Id).ExecuteDeleteAsync(Ct));
        await world.Rewrite(path, w => w with { Body = $"<p>Text.</p><figure data-photo=\"{dropped.PublicId}\"><figcaption>The old pier.</figcaption></figure>" }, World.At(10));
        var page = await world.Page($"{path}/history/3");
        Assert.Contains(kept.PublicId.ToString("N"), page, StringComparison.Ordinal);
        Assert.DoesNotContain(dropped.PublicId.ToString("N"), page, StringComparison.Ordinal);
        Assert.Contains("The old pier.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_says_who_did_it()
    {
        var path = await world.Publish(new("Signed", "city"));
        await world.Change(async db =>
        {
            var article = await db.Articles.SingleAsync(a => a.Path == path.Substring(1), Ct);
            var desk = new PublicationDesk(db, await Core.Sections.SectionTree.Load(db, Ct), World.Seoul, by: 2);
            var placement = await desk.PlacementOf(article.Id, Ct);
            desk.Retract(article, placement, "No.", World.At(12));
            await desk.Restore(article, placement, World.At(12), Ct);
            await desk.Withdraw(article, placement, null, World.At(12), Ct);
        });
        var id = await world.InDb(db => db.Articles.Where(a => a.Path == path.Substring(1)).Select(a => a.Id).SingleAsync(Ct));
        Assert.Equal(new long?[] { null, 2, 2, 2 }, await world.InDb(db => db.Events.Where(e => e.ArticleId == id).OrderBy(e => e.Seq).Select(e => e.ByPersonId).ToListAsync(Ct)));
    }

    // Four versions: a standfirst comes with the second, a slip of the pen is mended with the third, the fourth is a correction.
    private async Task<string> Written(string headline)
    {
        var path = await world.Publish(new(headline, "city/council") { Body = "<p>The vote was 13 to 9.</p><p>It was lat.</p>" });
        await world.Rewrite(path, w => w with { Standfirst = "A long night." }, World.At(9));
        await world.Rewrite(path, w => w with { Body = "<p>The vote was 13 to 9.</p><p>It was late.</p>" }, World.At(10), isMinor: true);
        await world.Rewrite(path, w => w with { Body = "<p>The vote was 14 to 9.</p><p>It was late.</p>" }, World.At(11));
        await world.Keep(path, (_, article, record) => record.Correct(article, CorrectionKind.Correction, "The vote was 14 to 9.", null, World.At(11), Ct));
        return path;
    }
}

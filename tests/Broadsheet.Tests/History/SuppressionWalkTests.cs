using Broadsheet.Core.Articles;
using Broadsheet.Core.Events;
using Broadsheet.Core.Sections;
using Broadsheet.Tests.Reader;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.History;

/// <summary>Walks every public route with words that readers may not have any more.</summary>
[Trait("Category", "Database")]
public sealed class SuppressionWalkTests : IAsyncLifetime
{
    // One for each test: what another has not suppressed would be found.
    private readonly World _world = new();

    private const string Name = "Zebulon Quint";
    private const string Crossing = "left the boat behind. And nobody";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_passage_leaves_every_page_feed_and_index_at_once()
    {
        var (path, photo) = await Prepare("The child on the pier", "pier-child");
        var before = await Walk(path, photo);
        Assert.Contains(before, p => p.Value.Contains(Name, StringComparison.OrdinalIgnoreCase));
        await Suppress(path, Name, SuppressionGround.Privacy);
        await Suppress(path, Crossing, SuppressionGround.Legal);
        var after = await Walk(path, photo);
        foreach (var (page, text) in after)
            foreach (var word in new[] { Name, "zebulon", "quint", Crossing, "left the boat behind", "And nobody" })
                Assert.False(text.Contains(word, StringComparison.OrdinalIgnoreCase), $"{page} has '{word}': {Around(text, word)}");
        Assert.Contains("A passage was removed on Sept. 12, 2023 to protect a person.", after[path], StringComparison.Ordinal);
        foreach (var shown in new[] { path, $"{path}/history/1", $"{path}/history/2", $"{path}/history/2/changes", "/feed" }) Assert.Contains("[…]", after[shown], StringComparison.Ordinal);
        Assert.DoesNotContain(path, await _world.Page("/search?q=zebulon"), StringComparison.Ordinal);
        Assert.Contains(path, await _world.Page("/search?q=unharmed"), StringComparison.Ordinal);
        Assert.False(await _world.InDb(db => db.SearchWords.AnyAsync(w => w.Word == "zebulon" || w.Word == "quint", Ct)));
        Assert.True(await _world.InDb(db => db.ArticleVersions.AnyAsync(v => v.Body.Contains("Quint"), Ct)));
        Assert.Equal(2, await _world.InDb(db => db.Events.CountAsync(e => e.Kind == EventKinds.ArticleSuppressed && e.ByPersonId == 1, Ct)));
    }

    [Fact]
    public async Task A_version_to_come_is_masked_too_and_lifting_gives_everything_back()
    {
        var (path, photo) = await Prepare("The child in the harbor", "harbor-child");
        await Suppress(path, Name, SuppressionGround.Unsaid);
        await _world.Rewrite(path, w => w with { Headline = $"{Name} again", Body = $"<p>Once more {Name}.</p>" }, World.At(19, 30));
        foreach (var (page, text) in await Walk(path, photo)) Assert.False(text.Contains(Name, StringComparison.OrdinalIgnoreCase), $"{page}: {Around(text, Name)}");
        Assert.Contains("<h1>[…] again</h1>", await _world.Page(path), StringComparison.Ordinal);
        await _world.Keep(path, async (db, article, record) => await record.Lift(article, await db.Suppressions.SingleAsync(s => s.ArticleId == article.Id, Ct), 1, World.At(14), Ct));
        Assert.Contains($"<h1>{Name} again</h1>", await _world.Page(path), StringComparison.Ordinal);
        Assert.Contains($"{Name} again", await _world.Page("/city"), StringComparison.Ordinal);
        Assert.Contains(path, await _world.Page("/search?q=zebulon"), StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _world.Keep(path, async (db, article, record) => await record.Lift(article, await db.Suppressions.SingleAsync(s => s.ArticleId == article.Id, Ct), 1, World.At(14), Ct)));
    }

    [Fact]
    public async Task A_version_that_is_suppressed_answers_with_the_notice_also_where_it_is_the_newest()
    {
        var (path, photo) = await Prepare("The child at sea", "sea-child");
        await _world.Keep(path, async (_, article, record) =>
        {
            await record.SuppressVersion(article, 1, SuppressionGround.Legal, "A court said so.", 1, World.At(12), Ct);
            await record.SuppressVersion(article, 2, SuppressionGround.Legal, "A court said so.", 1, World.At(12), Ct);
        });
        var pages = await Walk(path, photo);
        foreach (var (page, text) in pages.Where(p => !p.Key.Contains("q=", StringComparison.Ordinal)))
            foreach (var word in new[] { "The child at sea", "unharmed", "left the boat" }) Assert.False(text.Contains(word, StringComparison.OrdinalIgnoreCase), $"{page} has '{word}': {Around(text, word)}");
        Assert.Contains("The text of this version was removed on Sept. 12, 2023 for legal reasons.", pages[path], StringComparison.Ordinal);
        Assert.Contains("The text of this version was removed", pages[$"{path}/history/1"], StringComparison.Ordinal);
        Assert.Contains("법적 사유로 이 판의 본문을 삭제했습니다.", pages[$"/ko{path}/history"], StringComparison.Ordinal);
        Assert.Contains("what changed between them is not shown", pages[$"{path}/history/2/changes"], StringComparison.Ordinal);
        Assert.DoesNotContain(pages, p => p.Value.Contains("A court said so.", StringComparison.Ordinal));
        await _world.Rewrite(path, w => w with { Headline = "The sea", Body = "<p>Calm.</p>" }, World.At(19, 30));
        Assert.Contains("<h1>The sea</h1>", await _world.Page(path), StringComparison.Ordinal);
        Assert.Contains("[Removed]", await _world.Page($"{path}/history/2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        var path = await _world.Publish(new("Nothing to hide", "city"));
        foreach (var passage in new[] { "", " ", "a", "…", new string('a', PublicRecord.LongestPassage + 1) }) await Assert.ThrowsAsync<ArgumentException>(() => Suppress(path, passage, SuppressionGround.Legal));
        await Assert.ThrowsAsync<ArgumentException>(() => _world.Keep(path, (_, article, record) => record.SuppressPassage(article, "paragraph", SuppressionGround.Legal, " ", 1, World.At(12), Ct)));
        await Assert.ThrowsAsync<ArgumentException>(() => _world.Keep(path, (_, article, record) => record.SuppressVersion(article, 2, SuppressionGround.Legal, "r", 1, World.At(12), Ct)));
        Assert.Equal([1], await _world.InDb(async db => await new PublicRecord(db, await SectionTree.Load(db, Ct)).VersionsWith(await db.Articles.SingleAsync(a => a.Path == path.Substring(1), Ct), "THE first\nparagraph", Ct)));
    }

    private static string Around(string text, string word) =>
        text.IndexOf(word, StringComparison.OrdinalIgnoreCase) is var at and >= 0 ? text[Math.Max(0, at - 100)..Math.Min(text.Length, at + 100)] : "";

    private Task Suppress(string path, string passage, SuppressionGround ground) =>
        _world.Keep(path, (_, article, record) => record.SuppressPassage(article, passage, ground, "For the record alone.", 1, World.At(12), Ct));

    // Two versions; the name stands in every field, across markup and paragraphs; another article leads to this one.
    private async Task<(string Path, Core.Media.Photo Photo)> Prepare(string headline, string slug)
    {
        var photo = await _world.Take(1100 + (2 * slug.Length));
        var key = Guid.NewGuid();
        var path = await _world.Publish(new($"{headline}: {Name}", "city/council")
        {
            Slug = slug, Standfirst = $"{Name} is unharmed.", Keyword = "breakwater", Also = ["national"], Translation = key, Priority = 1, At = World.At(19),
            Body = $"<p>Ze<em>bulon</em> <strong>Quint</strong> is unharmed. He left the <a href=\"https://example.com/zebulon-quint\">boat</a> behind.</p><p>And nobody saw it.</p><ul><li>ZEBULON QUINT</li></ul>",
        });
        await _world.Change(async db =>
        {
            var article = await db.Articles.SingleAsync(a => a.Path == path.Substring(1), Ct);
            article.SearchHeadline = $"{headline} and {Name}";
            article.SocialHeadline = $"{headline}, {Name}";
            article.Sources = [$"{Name}’s mother"];
            db.Add(new ArticlePhoto { ArticleId = article.Id, PhotoId = photo.Id });
            var own = await db.Photos.SingleAsync(p => p.Id == photo.Id, Ct);
            (own.Caption, own.AltText) = ($"{Name} on the pier.", $"{Name} waves");
        });
        await _world.Rewrite(path, w => w with { Lead = (photo.Id, null, null), Body = w.Body + $"<figure data-photo=\"{photo.PublicId}\" data-alt=\"{Name}\"><figcaption>{Name} again.</figcaption></figure><figure data-photo=\"{photo.PublicId}\"></figure>" }, World.At(19, 10));
        await _world.Keep(path, (_, article, record) => record.Correct(article, CorrectionKind.Correction, $"The boy is <em>{Name}</em>.", null, World.At(19, 15), Ct));
        var id = await _world.InDb(db => db.Articles.Where(a => a.Path == path.Substring(1)).Select(a => a.PublicId).SingleAsync(Ct));
        await _world.Publish(new("아이", "city") { Language = "ko", Translation = key, Slug = slug + "-ko", Body = $"<p>본문.</p><aside data-related=\"{id}\"></aside>", At = World.At(19) });
        return (path, photo);
    }

    private async Task<Dictionary<string, string>> Walk(string path, Core.Media.Photo photo)
    {
        var pages = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var page in new[]
        {
            path, "/ko" + path, $"{path}/history", $"/ko{path}/history", $"{path}/history/1", $"{path}/history/2", $"/ko{path}/history/2", $"{path}/history/2/changes", $"{path}-ko", $"/qr{path}.svg",
            "/", "/ko/", "/city", "/city/council", "/national", "/by/ok-da-hyun", "/topic/breakwater", "/archive", "/2023/09/12", "/on-this-day", "/most-read", "/corrections", "/ko/corrections",
            "/feed", "/feed/city", "/ko/feed", "/sitemap-0.xml", "/sitemap-news.xml", "/search?q=unharmed", "/search.json?q=unharmed", "/search/feed?q=unharmed", "/ko/search?q=unharmed&lang=any", $"/media/{photo.PublicId:N}/320.jpg",
        })
            pages[page] = page.StartsWith("/media", StringComparison.Ordinal) ? "" : (await _world.Ask(page)).Text;
        return pages;
    }
}

using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Events;
using Broadsheet.Core.Sections;
using Broadsheet.Formats;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Wire;

/// <summary>Makes and changes the articles of a batch of wire items, inside a write.</summary>
internal sealed class WireArticles(BroadsheetDb db, SectionTree tree, WireFiling filing, DateTimeOffset now)
{
    private readonly PublicationDesk _desk = new(db, tree, filing.Zone);
    private readonly WireNames _names = new(db, filing);

    /// <summary>Makes or changes the articles of items that have words.</summary>
    internal async Task Write(List<Filed> batch, CancellationToken ct)
    {
        if (batch.Count == 0) return;
        foreach (var f in batch.Where(f => f.Article is null)) f.Article = Make(f.News);
        await _names.Resolve(batch.Select(f => f.News), ct);
        await db.SaveChangesAsync(ct);
        foreach (var f in batch) await Fill(f, ct);
    }

    /// <summary>Takes an article from readers. The provider's note is for the desk and is not shown to them.</summary>
    internal async Task Withdraw(Article article, CancellationToken ct)
    {
        if (article.State == ArticleState.Withdrawn) return;
        await _desk.Withdraw(article, await _desk.PlacementOf(article.Id, ct), null, now, ct);
    }

    private Article Make(NewsItem news)
    {
        var article = new Article
        {
            Language = WireNames.Language(news.Language, filing.Languages),
            Kind = Kind(news.Genre),
            SectionId = SectionFor(news).Id,
            WireSource = news.Source,
            Priority = Math.Clamp((news.Urgency ?? 5) + 1, 2, 9),
        };
        db.Add(article);
        return article;
    }

    private async Task Fill(Filed f, CancellationToken ct)
    {
        var (article, news) = (f.Article!, f.News);
        var isNew = article.VersionNumber == 0;
        article.WireCredit = new[] { news.Credit, news.Copyright }.Select(WireWords.Line).FirstOrDefault(line => line.Length > 0);
        article.UsageTerms = WireWords.Lines(news.UsageTerms);
        db.Add(article.Write(f.Words!, now));
        if (!isNew) await Clear(article.Id, ct);
        var people = _names.People(news);
        var keywords = _names.Keywords(news);
        db.AddRange(people.Select((p, i) => new Byline { ArticleId = article.Id, Position = i, PersonId = p.Id, Role = p.Role, Email = p.Email }));
        db.AddRange(keywords.Select((id, i) => new ArticleKeyword { ArticleId = article.Id, KeywordId = id, Position = i }));
        db.AddRange(f.Arrival.Delivery.Photos.Select(p => p.PhotoId).Distinct().Select(id => new ArticlePhoto { ArticleId = article.Id, PhotoId = id }));
        await Show(f, new Placement([], keywords, [.. people.Select(p => p.Id).Distinct()]), ct);
        db.Record(new Event { Kind = EventKinds.WireReceived, At = now, ArticleId = article.Id });
    }

    // What the newsroom took from readers stays with it; what only a kill took comes back at its old address.
    private async Task Show(Filed f, Placement placement, CancellationToken ct)
    {
        var article = f.Article!;
        if (article.State == ArticleState.Withdrawn && f.LiftsKill) await _desk.Restore(article, placement, now, ct);
        else if (article.State == ArticleState.Published) await _desk.Update(article, placement, f.News.VersionCreated is { } made && made < now ? made : now, ct);
        else if (article.State is ArticleState.Withdrawn or ArticleState.Retracted) f.Reason ??= $"the newsroom has {article.State.ToString().ToLowerInvariant()} the article: it stays so";
        if (article.State == ArticleState.Draft && filing.Publish) await _desk.Publish(article, placement, PublicationTime(f.News), now, null, ct);
    }

    private async Task Clear(long articleId, CancellationToken ct)
    {
        await db.Bylines.Where(b => b.ArticleId == articleId).ExecuteDeleteAsync(ct);
        await db.ArticleKeywords.Where(k => k.ArticleId == articleId).ExecuteDeleteAsync(ct);
        await db.ArticlePhotos.Where(p => p.ArticleId == articleId).ExecuteDeleteAsync(ct);
    }

    // What the wire says it made when; an embargo may put it ahead of now, nothing else does.
    private DateTimeOffset PublicationTime(NewsItem news)
    {
        var said = news.FirstCreated ?? news.ContentCreated ?? news.VersionCreated ?? now;
        if (said > now) said = now;
        return news.Embargo is { } embargo && embargo > said ? embargo : said;
    }

    private Section SectionFor(NewsItem news) =>
        news.Subjects.Select(filing.Topics.SectionOf).OfType<string>().Select(tree.At).FirstOrDefault(s => s is not null)
        ?? (filing.Section is { } path ? tree.At(path) : null)
        ?? tree.Top.First();

    private static ArticleKind Kind(string? genre) => genre?.ToLowerInvariant() switch
    {
        { } g when g.Contains("analysis", StringComparison.Ordinal) || g.Contains("background", StringComparison.Ordinal) => ArticleKind.Analysis,
        { } g when g.Contains("opinion", StringComparison.Ordinal) || g.Contains("column", StringComparison.Ordinal) => ArticleKind.Opinion,
        { } g when g.Contains("interview", StringComparison.Ordinal) => ArticleKind.Interview,
        { } g when g.Contains("obituary", StringComparison.Ordinal) => ArticleKind.Obituary,
        { } g when g.Contains("review", StringComparison.Ordinal) => ArticleKind.Review,
        { } g when g.Contains("feature", StringComparison.Ordinal) => ArticleKind.Feature,
        { } g when g.Contains("advertorial", StringComparison.Ordinal) || g.Contains("sponsored", StringComparison.Ordinal) => ArticleKind.Sponsored,
        _ => ArticleKind.News,
    };
}

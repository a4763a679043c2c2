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

    internal async Task Write(List<Filed> batch, CancellationToken ct)
    {
        foreach (var f in batch.Where(f => f.Article is null && !f.NoArticle)) f.Article = Make(f.News);
        await _names.Resolve(batch.Where(f => f.Article is not null && f.News.Status == PublishingStatus.Usable).Select(f => f.News), ct);
        await db.SaveChangesAsync(ct);
        foreach (var f in batch.Where(f => f.Article is not null))
        {
            if (f.News.Status == PublishingStatus.Canceled) await Kill(f, ct);
            else await Fill(f, ct);
        }
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

    private async Task Kill(Filed f, CancellationToken ct)
    {
        if (f.Article!.State == ArticleState.Withdrawn) return;
        await _desk.Withdraw(f.Article, await _desk.PlacementOf(f.Article.Id, ct), f.News.EditorialNote is { Length: > 0 } note ? BodyDialect.FromText(note) : null, now, ct);
    }

    private async Task Fill(Filed f, CancellationToken ct)
    {
        var (article, news) = (f.Article!, f.News);
        var isNew = article.VersionNumber == 0;
        article.WireCredit = new[] { news.Credit, news.Copyright }.Select(WireWords.Line).FirstOrDefault(line => line.Length > 0);
        article.UsageTerms = news.UsageTerms;
        db.Add(article.Write(WireWords.Of(news, f.Delivery.Photos), now));
        if (!isNew) await Clear(article.Id, ct);
        var people = _names.People(news);
        var keywords = _names.Keywords(news);
        db.AddRange(people.Select((p, i) => new Byline { ArticleId = article.Id, Position = i, PersonId = p.Id, Role = p.Role, Email = p.Email }));
        db.AddRange(keywords.Select((id, i) => new ArticleKeyword { ArticleId = article.Id, KeywordId = id, Position = i }));
        db.AddRange(f.Delivery.Photos.Select(p => p.PhotoId).Distinct().Select(id => new ArticlePhoto { ArticleId = article.Id, PhotoId = id }));
        var placement = new Placement([], keywords, [.. people.Select(p => p.Id).Distinct()]);
        if (article.State == ArticleState.Published) await _desk.Update(article, placement, news.VersionCreated is { } made && made < now ? made : now, ct);
        else if (article.State == ArticleState.Withdrawn) await _desk.Restore(article, placement, now, ct);
        else if (filing.Publish && article.State == ArticleState.Draft) await _desk.Publish(article, placement, PublicationTime(news), now, null, ct);
        db.Record(new Event { Kind = EventKinds.WireReceived, At = now, ArticleId = article.Id });
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
        news.Subjects.Select(s => filing.Topics[s]?.Section).OfType<string>().Select(tree.At).FirstOrDefault(s => s is not null)
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

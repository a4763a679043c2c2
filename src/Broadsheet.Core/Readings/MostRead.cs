using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Readings;

/// <summary>An article among the most read.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Path">Its address, without leading slash.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="SectionId">Its main section.</param>
/// <param name="PublishedAt">Its first publication.</param>
/// <param name="Readings">How often it was read in the time asked for.</param>
public sealed record ReadArticle(long Id, string Path, string Headline, ArticleKind Kind, long SectionId, DateTimeOffset PublishedAt, long Readings);

/// <summary>What an edition's readers read most. Only what they can read as it was published: nothing withdrawn, retracted or paid for.</summary>
public static class MostRead
{
    /// <summary>A day, in hours.</summary>
    public const int Day = 24;

    /// <summary>A week, in hours.</summary>
    public const int Week = 7 * Day;

    /// <summary>Fewer readings than these say nothing about an article, and too much about its few readers.</summary>
    public const int Least = 10;

    /// <summary>The most read articles, the most read one first. One query.</summary>
    /// <param name="db">The database.</param>
    /// <param name="language">The edition.</param>
    /// <param name="hours">How far back: the hour that has begun, and those before it.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Ends the reading.</param>
    public static Task<List<ReadArticle>> Read(BroadsheetDb db, string language, int hours, int most, DateTimeOffset now, CancellationToken ct)
    {
        // Both ends are said, so that SQLite, which keeps no statistics, goes by the index of hours and not through every article.
        var last = ReadingHour.Of(now);
        var first = last - hours + 1;
        return db.ReadingHours.Where(r => r.Hour >= first && r.Hour <= last).GroupBy(r => r.ArticleId).Select(g => new { ArticleId = g.Key, Readings = g.Sum(r => (long)r.Readings) })
            .Where(g => g.Readings >= Least)
            .Join(db.Articles, g => g.ArticleId, a => a.Id, (g, a) => new { g.Readings, Article = a })
            .Where(r => r.Article.Language == language && r.Article.State == ArticleState.Published && r.Article.PublishedAt <= now && r.Article.Kind != ArticleKind.Sponsored)
            .OrderByDescending(r => r.Readings).ThenByDescending(r => r.Article.PublishedAt).ThenByDescending(r => r.Article.Id).Take(most)
            .Select(r => new ReadArticle(r.Article.Id, r.Article.Path!, r.Article.Headline, r.Article.Kind, r.Article.SectionId, r.Article.PublishedAt!.Value, r.Readings))
            .ToListAsync(ct);
    }
}

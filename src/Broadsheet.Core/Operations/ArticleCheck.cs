using System.Globalization;
using System.Runtime.CompilerServices;
using Broadsheet.Core.Addresses;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Operations;

/// <summary>What rows say of each other: addresses, lists and days of articles. All of it as of one moment.</summary>
/// <param name="db">A sound database of this program's schema.</param>
/// <param name="zone">The newspaper's time zone.</param>
internal sealed class ArticleCheck(BroadsheetDb db, TimeZoneInfo zone)
{
    private const string SetAnew = "Publish any change to the article: its lists are set anew";

    private IQueryable<Article> Public => db.Articles.Where(a => a.State == ArticleState.Published || a.State == ArticleState.Retracted);

    internal async IAsyncEnumerable<Fault> Run([EnumeratorCancellation] CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", ct);
        try
        {
            await foreach (var fault in Addresses().WithCancellation(ct)) yield return fault;
            await foreach (var fault in Listings().WithCancellation(ct)) yield return fault;
            await foreach (var fault in Days(ct)) yield return fault;
        }
        finally
        {
            await db.Database.ExecuteSqlRawAsync("ROLLBACK", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    private async IAsyncEnumerable<Fault> Addresses()
    {
        var lost = db.Articles.Where(a => a.State != ArticleState.Draft && (a.State != ArticleState.Withdrawn || a.Path != null))
            .Where(a => !db.Addresses.Any(p => p.Path == a.Path && p.Kind == AddressKind.Article && p.TargetId == a.Id))
            .OrderBy(a => a.Id).Select(a => new { a.Id, a.Path });
        await foreach (var article in lost.AsAsyncEnumerable())
            yield return new("article", $"{article.Id} ({article.Path ?? "no path"})", "is published and its address is not claimed for it", "Restore the newest sound backup");
        var dangling = db.Addresses.Where(p => p.Kind == AddressKind.Article && !db.Articles.Any(a => a.Id == p.TargetId)).OrderBy(p => p.Path).Select(p => p.Path);
        await foreach (var path in dangling.AsAsyncEnumerable())
            yield return new("address", $"/{path}", "leads to an article that is not there", "Restore the newest sound backup");
    }

    private async IAsyncEnumerable<Fault> Listings()
    {
        var dangling = db.Listings.Where(l => !Public.Any(a => a.Id == l.ArticleId && a.Language == l.Language && a.PublishedAt == l.PublishedAt))
            .OrderBy(l => l.ArticleId).Select(l => new { l.Kind, l.ListId, l.Language, l.ArticleId });
        await foreach (var l in dangling.AsAsyncEnumerable())
            yield return new("list", $"{l.Kind.ToString().ToLowerInvariant()} {l.ListId} ({l.Language})", $"names article {l.ArticleId}, which is not public so", SetAnew);
        var unlisted = Public.Where(a => !db.Listings.Any(l => l.Kind == ListKind.Site && l.ArticleId == a.Id)).OrderBy(a => a.Id).Select(a => new { a.Id, a.Path });
        await foreach (var article in unlisted.AsAsyncEnumerable())
            yield return new("article", $"{article.Id} ({article.Path})", "is public and stands in no list of the site", SetAnew);
    }

    private async IAsyncEnumerable<Fault> Days([EnumeratorCancellation] CancellationToken ct)
    {
        var days = new Dictionary<(string Language, DateOnly Day), int>();
        await foreach (var l in db.Listings.Where(l => l.Kind == ListKind.Site).Select(l => new { l.Language, l.PublishedAt }).AsAsyncEnumerable().WithCancellation(ct))
        {
            var key = (l.Language, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(l.PublishedAt, zone).DateTime));
            days[key] = days.GetValueOrDefault(key) + 1;
        }
        await foreach (var said in db.PublicationDays.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
        {
            days.Remove((said.Language, said.Day), out var counted);
            if (counted != said.Count) yield return Wrong(said.Language, said.Day, said.Count, counted);
        }
        foreach (var ((language, day), counted) in days.OrderBy(d => d.Key)) yield return Wrong(language, day, 0, counted);
    }

    private static Fault Wrong(string language, DateOnly day, int said, int counted) => new(
        "day", $"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} ({language})", FormattableString.Invariant($"the archive says {said} articles, and there are {counted}"),
        "If Broadsheet:Site:TimeZone was changed, set it back; else restore the newest sound backup");
}

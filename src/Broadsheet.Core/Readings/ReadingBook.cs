using System.Globalization;
using System.Text;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Readings;

/// <summary>Writes counted readings down. Several processes may do so at once: everybody adds to what stands there.</summary>
public static class ReadingBook
{
    /// <summary>Most rows in one statement, and keys in one question.</summary>
    public const int Batch = 200;

    /// <summary>Adds counts in one transaction. Those of articles that were purged meanwhile are dropped.</summary>
    /// <param name="db">The database.</param>
    /// <param name="counts">Each article and hour once.</param>
    /// <param name="ct">Ends it; nothing of it stays.</param>
    public static Task Add(BroadsheetDb db, IReadOnlyCollection<ReadingHour> counts, CancellationToken ct) => db.Write(async () =>
    {
        // In one order everywhere, so that two processes never wait for each other.
        foreach (var some in counts.OrderBy(c => c.ArticleId).ThenBy(c => c.Hour).Chunk(Batch))
            await db.Database.ExecuteSqlRawAsync(Statement(some.Length), some.SelectMany(c => new object[] { c.ArticleId, c.Hour, c.Readings, c.Robots }), ct);
    }, ct);

    /// <summary>The keys of articles that readers can get at a time, by their public ones. Others are left out.</summary>
    public static async Task<Dictionary<Guid, long>> Keys(BroadsheetDb db, IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken ct)
    {
        var keys = new Dictionary<Guid, long>(ids.Count);
        foreach (var some in ids.Chunk(Batch))
            foreach (var row in await db.Articles.AsNoTracking()
                .Where(a => some.Contains(a.PublicId) && (a.State == ArticleState.Published || a.State == ArticleState.Retracted) && a.PublishedAt <= now)
                .Select(a => new { a.PublicId, a.Id }).ToListAsync(ct)) keys[row.PublicId] = row.Id;
        return keys;
    }

    // The same on both databases: each names the columns of VALUES column1, column2, ….
    private static string Statement(int rows)
    {
        var sql = new StringBuilder("INSERT INTO \"ReadingHours\" (\"ArticleId\", \"Hour\", \"Readings\", \"Robots\") SELECT v.column1, v.column2, v.column3, v.column4 FROM (VALUES ");
        for (var i = 0; i < rows; i++) sql.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}({{{4 * i}}}, {{{(4 * i) + 1}}}, {{{(4 * i) + 2}}}, {{{(4 * i) + 3}}})");
        return sql.Append(
            """
            ) AS v WHERE EXISTS (SELECT 1 FROM "Articles" AS a WHERE a."Id" = v.column1)
            ON CONFLICT ("ArticleId", "Hour") DO UPDATE SET "Readings" = "ReadingHours"."Readings" + excluded."Readings", "Robots" = "ReadingHours"."Robots" + excluded."Robots"
            """).ToString();
    }
}

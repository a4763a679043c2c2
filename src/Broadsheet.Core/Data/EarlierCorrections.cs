using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Data;

/// <summary>Gives corrections that an earlier program kept what they have now: a key of their own and their edition.</summary>
internal static class EarlierCorrections
{
    /// <summary>True for the migration since which there is something to complete.</summary>
    internal static bool CameWith(string migration) => migration.EndsWith("_Newsroom", StringComparison.Ordinal);

    /// <summary>Completes them. Costs one look into an index where there are none.</summary>
    internal static async Task Complete(BroadsheetDb db, CancellationToken ct)
    {
        if (!await db.Corrections.AnyAsync(c => c.Language == "", ct)) return;
        await db.Write(
            async () =>
            {
                var earlier = await db.Corrections.Where(c => c.Language == "").Join(db.Articles, c => c.ArticleId, a => a.Id, (c, a) => new { Correction = c, a.Language }).ToListAsync(ct);
                foreach (var row in earlier) (row.Correction.PublicId, row.Correction.Language) = (Guid.CreateVersion7(), row.Language);
            },
            ct);
    }
}

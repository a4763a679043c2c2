using System.Runtime.CompilerServices;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Operations;

/// <summary>Whether every body is in the canonical form, and every article has the version that it says is its newest.</summary>
/// <param name="db">A sound database of this program's schema.</param>
internal sealed class BodyCheck(BroadsheetDb db)
{
    private const int Batch = 100;

    internal async IAsyncEnumerable<Fault> Run(IProgress<OperationStep>? progress, [EnumeratorCancellation] CancellationToken ct)
    {
        var bare = db.Articles.Where(a => !db.ArticleVersions.Any(v => v.ArticleId == a.Id && v.Number == a.VersionNumber)).OrderBy(a => a.Id).Select(a => new { a.Id, a.Path, a.VersionNumber });
        await foreach (var article in bare.AsAsyncEnumerable().WithCancellation(ct))
            yield return new("article", $"{article.Id} ({article.Path ?? "draft"})", $"has no version {article.VersionNumber}", "Restore the newest sound backup");

        var (done, total) = (0L, await db.ArticleVersions.LongCountAsync(ct));
        for (var last = 0L; ;)
        {
            progress?.Report(new("Checking bodies", done, total));
            // In batches, so that no long read holds back the database's log.
            var versions = await db.ArticleVersions.Where(v => v.Id > last).OrderBy(v => v.Id).Take(Batch).Select(v => new { v.Id, v.ArticleId, v.Number, v.Body }).ToListAsync(ct);
            if (versions.Count == 0) break;
            foreach (var v in versions.Where(v => BodyDialect.Normalise(v.Body) != v.Body))
                yield return new("article", $"{v.ArticleId} version {v.Number}", "its body is not in the canonical form", "Was the database changed by hand? Put the body back, or restore the newest sound backup");
            (last, done) = (versions[^1].Id, done + versions.Count);
        }
    }
}

using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Sections;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.History;

/// <summary>What a desk does with the record of an article, in a test.</summary>
internal static class RecordWorld
{
    /// <summary>Writes the next version and gives it to readers.</summary>
    public static Task Rewrite(this World world, string path, Func<Words, Words> change, DateTimeOffset at, bool isMinor = false) => world.Keep(path, async (db, article, _) =>
    {
        var (id, number) = (article.Id, article.VersionNumber);
        var last = await db.ArticleVersions.AsNoTracking().SingleAsync(v => v.ArticleId == id && v.Number == number);
        var words = change(new Words(last.Headline, last.Standfirst, last.Body) { Lead = last.LeadPhotoId is { } photo ? (photo, last.LeadCaption, last.LeadAltText) : null, Dateline = last.Dateline });
        db.Add(article.Write(words with { Body = BodyDialect.Normalise(words.Body) }, at, null, isMinor));
        var desk = new PublicationDesk(db, await SectionTree.Load(db, CancellationToken.None), World.Seoul);
        await desk.Update(article, await desk.PlacementOf(id, CancellationToken.None), at, CancellationToken.None, isMinor);
    });

    /// <summary>Does something with the public record of an article, inside a write.</summary>
    public static Task Keep(this World world, string path, Func<BroadsheetDb, Article, PublicRecord, Task> work) => world.Change(async db =>
    {
        var article = await db.Articles.SingleAsync(a => a.Path == path.Substring(1));
        await work(db, article, new PublicRecord(db, await SectionTree.Load(db, CancellationToken.None)));
    });
}

using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Events;
using Broadsheet.Core.House;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Desk;

/// <summary>What became of a save.</summary>
public abstract record SaveOutcome
{
    private SaveOutcome() { }

    /// <summary>It is a revision now, or was one already.</summary>
    /// <param name="Head">Number of the newest revision.</param>
    public sealed record Saved(int Head) : SaveOutcome;

    /// <summary>Somebody saved meanwhile. Nothing was overwritten; both changes are offered together.</summary>
    /// <param name="Head">Number of the revision that was met: the base of the next save.</param>
    /// <param name="ById">Who saved it; a person.</param>
    /// <param name="Merge">Both changes together.</param>
    public sealed record Met(int Head, long? ById, ManuscriptMerge Merge) : SaveOutcome;
}

/// <summary>Begins articles, saves revisions. Nothing here reaches readers. Every call stands inside <see cref="BroadsheetDb.Write"/>.</summary>
/// <param name="db">The database.</param>
/// <param name="now">When.</param>
public sealed class DeskWork(BroadsheetDb db, DateTimeOffset now)
{
    private readonly DateTimeOffset _now = Moment.Cut(now);

    /// <summary>Begins an article.</summary>
    /// <param name="language">BCP 47; for ever.</param>
    /// <param name="first">What it begins with; its section is its desk.</param>
    /// <param name="by">Who; a person, null for a wire.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<(Article Article, DeskArticle Desk)> Begin(string language, Manuscript first, long? by, CancellationToken ct)
    {
        var article = new Article { Language = language, Kind = first.Kind, SectionId = first.SectionId };
        db.Add(article);
        await db.SaveChangesAsync(ct);
        return (article, await Add(article, first.Normalised(), RevisionKind.Saved, by, ct));
    }

    /// <summary>The row of an article at the desk; a published article that has none gets one with what readers have as its first revision.</summary>
    public async Task<DeskArticle> TakeUp(Article article, long? by, CancellationToken ct)
    {
        if (await db.DeskArticles.FindAsync([article.Id], ct) is { } known) return known;
        var desk = await Add(article, await new Manuscripts(db).Read(article, ct), RevisionKind.Received, by, ct);
        if (article.Path is not null) desk.Published(desk.Head);
        return desk;
    }

    /// <summary>Keeps what somebody types; overwrites what was kept of theirs before.</summary>
    /// <param name="articleId">The article.</param>
    /// <param name="by">Who; a person.</param>
    /// <param name="from">The revision that they began from.</param>
    /// <param name="manuscript">What stands in their editor.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task Keep(long articleId, long by, int from, Manuscript manuscript, CancellationToken ct)
    {
        var kept = await db.Autosaves.FindAsync([articleId, by], ct);
        if (kept is null) db.Add(kept = new Autosave { ArticleId = articleId, PersonId = by, Manuscript = manuscript });
        (kept.Base, kept.At, kept.Manuscript) = (from, _now, manuscript.Normalised());
    }

    /// <summary>Saves a revision and drops what was kept of this person's typing.</summary>
    /// <param name="desk">The article at the desk.</param>
    /// <param name="by">Who; a person.</param>
    /// <param name="from">The revision that they began from.</param>
    /// <param name="manuscript">What they made of it.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<SaveOutcome> Save(DeskArticle desk, long by, int from, Manuscript manuscript, CancellationToken ct)
    {
        manuscript = manuscript.Normalised();
        var head = await Revision(desk.ArticleId, desk.Head, ct);
        if (from != desk.Head && head.Manuscript != manuscript)
        {
            var original = await Revision(desk.ArticleId, from, ct);
            return new SaveOutcome.Met(desk.Head, head.ById, ManuscriptMerge.Of(original.Manuscript, manuscript, head.Manuscript));
        }
        await db.Autosaves.Where(a => a.ArticleId == desk.ArticleId && a.PersonId == by).ExecuteDeleteAsync(ct);
        if (head.Manuscript != manuscript) Add(desk, manuscript, RevisionKind.Saved, by);
        return new SaveOutcome.Saved(desk.Head);
    }

    /// <summary>Takes an older revision back: it becomes the newest, those between stay.</summary>
    public async Task Restore(DeskArticle desk, int number, long by, CancellationToken ct)
    {
        var old = await Revision(desk.ArticleId, number, ct);
        Add(desk, old.Manuscript, RevisionKind.Restored, by, number);
    }

    /// <summary>A revision.</summary>
    /// <exception cref="InvalidOperationException">There is none of this number.</exception>
    public async Task<Revision> Revision(long articleId, int number, CancellationToken ct) =>
        await db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.ArticleId == articleId && r.Number == number, ct)
        ?? throw new InvalidOperationException($"Article {articleId} has no revision {number}.");

    private async Task<DeskArticle> Add(Article article, Manuscript manuscript, RevisionKind kind, long? by, CancellationToken ct)
    {
        var workflow = await HouseSettings.Read<WorkflowSettings>(db, ct);
        var desk = new DeskArticle { ArticleId = article.Id, Language = article.Language, CreatedById = by, CreatedAt = _now };
        desk.MoveTo(workflow.Stages[article.Path is null ? 0 : ^1].Id, _now);
        db.Add(desk);
        db.Add(desk.Take(manuscript, kind, by, _now));
        Record(EventKinds.DeskBegun, desk, by);
        return desk;
    }

    private void Add(DeskArticle desk, Manuscript manuscript, RevisionKind kind, long? by, int? of = null)
    {
        db.Add(desk.Take(manuscript, kind, by, _now, of));
        Record(EventKinds.DeskSaved, desk, by);
    }

    private void Record(string kind, DeskArticle desk, long? by) =>
        db.Record(new Event { Kind = kind, At = _now, ArticleId = desk.ArticleId, SectionId = desk.SectionId, SubjectId = desk.Head, ByPersonId = by });
}

using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.House;
using Broadsheet.Core.Sections;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Desk;

/// <summary>
/// Gives revisions to readers: the one way from the desk to the public tables, taken by editors and by the clock alike.
/// Every call stands inside <see cref="BroadsheetDb.Write"/>.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="tree">The sections, read inside the same write.</param>
/// <param name="zone">The newspaper's time zone.</param>
/// <param name="now">When.</param>
public sealed class DeskPublication(BroadsheetDb db, SectionTree tree, TimeZoneInfo zone, DateTimeOffset now)
{
    private readonly DateTimeOffset _now = Moment.Cut(now);

    /// <summary>Publishes a draft, or gives readers a newer revision of a published article.</summary>
    /// <exception cref="NotPublishableException">Something is in the way; nothing was changed.</exception>
    public async Task Publish(DeskArticle desk, PublishOrder order, CancellationToken ct)
    {
        if (await Hindrance(desk, order, ct) is { } hindrance) throw new NotPublishableException(hindrance);
        await Give(desk, order, ct);
    }

    /// <summary>The same without asking what is in the way; for a preview, which is taken back. The revision has a headline.</summary>
    public async Task Give(DeskArticle desk, PublishOrder order, CancellationToken ct)
    {
        var article = await db.Articles.FirstAsync(a => a.Id == desk.ArticleId, ct);
        var revision = await new DeskWork(db, _now).Revision(desk.ArticleId, order.Revision, ct);
        var publication = new PublicationDesk(db, tree, zone, order.ById);
        var isFirst = article.State == ArticleState.Draft;
        var placement = await new Manuscripts(db).Write(article, revision.Manuscript, _now, ct, order.ById, order.Note is ChangeNote.Minor);
        if (isFirst) await publication.Publish(article, placement, order.At, _now, revision.Manuscript.Slug, ct);
        else await publication.Update(article, placement, _now, ct, isMinor: order.Note is ChangeNote.Minor);
        if (order.Note is ChangeNote.Told told)
            await new PublicRecord(db, tree).Correct(article, told.Kind, told.Html, order.ById, _now, ct);
        desk.Published(order.Revision);
    }

    /// <summary>What is in the way of an order, the newspaper's own checks among it; null for nothing.</summary>
    public async Task<PublishHindrance?> Hindrance(DeskArticle desk, PublishOrder order, CancellationToken ct)
    {
        var article = await db.Articles.FirstAsync(a => a.Id == desk.ArticleId, ct);
        var revision = await new DeskWork(db, _now).Revision(desk.ArticleId, order.Revision, ct);
        if (desk.SpikedAt is not null) return PublishHindrance.Spiked;
        if (article.State is ArticleState.Withdrawn or ArticleState.Retracted) return PublishHindrance.TakenBack;
        if (desk.EmbargoUntil > order.At) return PublishHindrance.Embargo;
        if (revision.Manuscript.Headline.Length == 0) return PublishHindrance.NoHeadline;
        if (BodyText.Of(revision.Manuscript.Body).Length == 0) return PublishHindrance.NoText;
        if (desk.PublishedHead == order.Revision) return PublishHindrance.Unchanged;
        if (article.State == ArticleState.Published && order.Note is null) return PublishHindrance.NoNote;
        if (order.Note is ChangeNote.Told told && BodyDialect.NormaliseInline(told.Html).Length == 0) return PublishHindrance.NoNote;
        if (await LacksSecondPerson(desk, order, ct)) return PublishHindrance.SecondPerson;
        var checks = new ArticleChecks(db, await HouseSettings.Read<CheckSettings>(db, ct));
        return (await checks.Find(revision.Manuscript, ct)).Any(f => f.Level == CheckLevel.Block) ? PublishHindrance.Check : null;
    }

    // Whoever gives the order must not be the only one who has worked on what is new.
    private async Task<bool> LacksSecondPerson(DeskArticle desk, PublishOrder order, CancellationToken ct)
    {
        var workflow = await HouseSettings.Read<WorkflowSettings>(db, ct);
        if (order.ById is null || !tree.Lineage(desk.SectionId).Any(s => workflow.TwoPersonSections.Contains(s.Id))) return false;
        var since = desk.PublishedHead ?? 0;
        return !await db.Revisions.AnyAsync(r => r.ArticleId == desk.ArticleId && r.Number > since && r.Number <= order.Revision && r.ById != order.ById && r.ById != null, ct);
    }
}

using Broadsheet.Core.Clock;
using Broadsheet.Core.Data;
using Broadsheet.Core.Desk;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Newsroom;

/// <summary>Which articles of the desk somebody sees, and what a line of a list says of them.</summary>
public static class DeskLists
{
    /// <summary>The articles in work that the one who asks may see.</summary>
    public static IQueryable<DeskArticle> Visible(StaffRequest request, BroadsheetDb db)
    {
        var own = request.Member.PersonId;
        if (request.SectionsOf(Right.ReadDesk) is not { } sections) return db.DeskArticles.AsNoTracking();
        var keys = sections.ToList();
        return db.DeskArticles.AsNoTracking().Where(d => keys.Contains(d.SectionId) || d.CreatedById == own || d.AssigneeId == own);
    }

    /// <summary>Lines of articles: three queries, however many lines.</summary>
    public static async Task<IReadOnlyList<BoardLine>> Lines(StaffRequest request, BroadsheetDb db, IReadOnlyList<DeskArticle> articles)
    {
        var ids = articles.Select(d => d.ArticleId).ToList();
        var publicIds = await db.Articles.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.PublicId }).ToDictionaryAsync(a => a.Id, a => a.PublicId, request.Aborted);
        var times = await db.Appointments.Where(a => a.State == AppointmentState.Waiting && a.Kind == AppointmentKind.Publish && ids.Contains(a.ArticleId))
            .Select(a => new { a.ArticleId, a.DueAt }).ToListAsync(request.Aborted);
        var names = await ArticleDoor.Names(request, articles.SelectMany(d => new[] { d.AssigneeId, d.HolderId }));
        return [.. articles.Select(d => new BoardLine(
            d, publicIds[d.ArticleId], request.Tree[d.SectionId].Name.In(request.Language),
            d.AssigneeId is { } assignee ? names.GetValueOrDefault(assignee) : null,
            d.HolderId is { } holder && d.HeldUntil > request.Now ? names.GetValueOrDefault(holder) : null,
            times.Find(t => t.ArticleId == d.ArticleId)?.DueAt))];
    }
}

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

    /// <summary>Lines of a list: three queries, however many lines.</summary>
    public static async Task<IReadOnlyList<BoardLine>> Lines(StaffRequest request, BroadsheetDb db, IQueryable<DeskArticle> wanted)
    {
        var rows = await wanted.Join(db.Articles, d => d.ArticleId, a => a.Id, (d, a) => new { Desk = d, a.PublicId }).ToListAsync(request.Aborted);
        var keys = rows.ConvertAll(r => (long?)r.Desk.ArticleId);
        var times = await db.Appointments.Where(a => a.State == AppointmentState.Waiting && a.Kind == AppointmentKind.Publish && keys.Contains(a.ArticleId))
            .Select(a => new { a.ArticleId, a.DueAt }).ToListAsync(request.Aborted);
        var names = await ArticleDoor.Names(request, rows.SelectMany(r => new[] { r.Desk.AssigneeId, r.Desk.HolderId }));
        return rows.OrderByDescending(r => r.Desk.ChangedAt).Select(r => new BoardLine(
            r.Desk, r.PublicId, request.Tree[r.Desk.SectionId].Name.In(request.Language),
            r.Desk.AssigneeId is { } assignee ? names.GetValueOrDefault(assignee) : null,
            r.Desk.HolderId is { } holder && r.Desk.HeldUntil > request.Now ? names.GetValueOrDefault(holder) : null,
            times.Find(t => t.ArticleId == r.Desk.ArticleId)?.DueAt)).ToList();
    }
}

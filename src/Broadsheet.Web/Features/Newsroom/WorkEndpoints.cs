using System.Globalization;
using Broadsheet.Core;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Desk;
using Broadsheet.Core.Events;
using Broadsheet.Core.House;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Components.Newsroom;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Newsroom;

/// <summary>The way of an article through the newsroom: stage, who has it, notes, put aside. Apart from publication.</summary>
public static class WorkEndpoints
{
    private const int LongestNote = 5_000;

    /// <summary>Maps it.</summary>
    public static void MapWork(this IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/articles/{id:guid}/work", Move).RequireStaff();
        newsroom.MapPost("/articles/{id:guid}/spike", Spike).RequireStaff();
        newsroom.MapPost("/articles/{id:guid}/notes", Note).RequireStaff();
        newsroom.MapPost("/articles/{id:guid}/notes/{note:guid}", Resolve).RequireStaff();
    }

    private static async Task<IResult> Move(StaffRequest request, BroadsheetDb db, SiteOptions site, Guid id)
    {
        if (await ArticleDoor.Open(request, id) is not { } at || !(request.Member.MayEdit(at.Desk, request.Tree) || request.May(Right.Assign, at.Desk.SectionId))) return Results.NotFound();
        var form = await request.Form();
        var mayAssign = request.May(Right.Assign, at.Desk.SectionId);
        await ArticleDoor.Change(
            request,
            at,
            async desk =>
            {
                var workflow = await HouseSettings.Read<WorkflowSettings>(db, request.Aborted);
                if (int.TryParse(form.Raw("stage"), NumberStyles.None, CultureInfo.InvariantCulture, out var stage) && workflow.Stages.Any(s => s.Id == stage)) desk.MoveTo(stage, request.Now);
                if (mayAssign && form.Has("assignee"))
                {
                    var wanted = long.TryParse(form.Raw("assignee"), NumberStyles.None, CultureInfo.InvariantCulture, out var key) && await db.StaffLogins.AnyAsync(l => l.PersonId == key && l.DisabledAt == null, request.Aborted) ? key : (long?)null;
                    desk.Assign(wanted, LocalTime.Read(site, form.Raw("due")), request.Now);
                }
                Record(request, db, EventKinds.DeskMoved, desk, null);
            });
        return request.SeeOther(ArticleDoor.Href(id), new Said("Desk_Moved"));
    }

    private static async Task<IResult> Spike(StaffRequest request, BroadsheetDb db, Guid id)
    {
        if (await ArticleDoor.OpenToEdit(request, id) is not { } at || at.Desk.PublishedHead is not null) return Results.NotFound();
        var aside = at.Desk.SpikedAt is null;
        await ArticleDoor.Change(
            request,
            at,
            desk =>
            {
                desk.Spike(aside, request.Now);
                Record(request, db, EventKinds.DeskSpiked, desk, null);
                return Task.CompletedTask;
            });
        return request.SeeOther(aside ? NewsroomPaths.Root : ArticleDoor.Href(id), new Said(aside ? "Desk_Spiked" : "Desk_Unspiked") { Undo = ArticleDoor.Href(id, "spike") });
    }

    private static async Task<IResult> Note(StaffRequest request, BroadsheetDb db, Guid id)
    {
        if (await ArticleDoor.Open(request, id) is not { } at) return Results.NotFound();
        var form = await request.Form();
        var text = form.Line("note", LongestNote);
        if (text.Length == 0 || !form.IsSound) return request.SeeOther(ArticleDoor.Href(id), new Said("Desk_Note_Refused", LongestNote.ToString(CultureInfo.InvariantCulture)) { IsRefusal = true });
        await db.Write(
            async () =>
            {
                var note = new DeskNote
                {
                    ArticleId = at.Desk.ArticleId,
                    ById = request.Member.PersonId,
                    At = request.Now,
                    Text = text,
                    Quote = BodyDialect.PlainLine(form.Raw("quote")) is { Length: > 0 and <= 500 } quote ? quote : null,
                };
                db.Add(note);
                await db.SaveChangesAsync(request.Aborted);
                Record(request, db, EventKinds.DeskNoted, at.Desk, note.Id);
            },
            request.Aborted);
        return request.SeeOther(ArticleDoor.Href(id));
    }

    private static async Task<IResult> Resolve(StaffRequest request, BroadsheetDb db, Guid id, Guid note)
    {
        if (await ArticleDoor.Open(request, id) is not { } at) return Results.NotFound();
        var found = false;
        await db.Write(
            async () =>
            {
                if (await db.DeskNotes.FirstOrDefaultAsync(n => n.PublicId == note && n.ArticleId == at.Desk.ArticleId, request.Aborted) is not { } row) return;
                found = true;
                (row.ResolvedAt, row.ResolvedById) = row.ResolvedAt is null ? (Moment.Cut(request.Now), request.Member.PersonId) : ((DateTimeOffset?)null, (long?)null);
                Record(request, db, EventKinds.DeskNoted, at.Desk, row.Id);
            },
            request.Aborted);
        return found ? request.SeeOther(ArticleDoor.Href(id)) : Results.NotFound();
    }

    private static void Record(StaffRequest request, BroadsheetDb db, string kind, DeskArticle desk, long? subject) =>
        db.Record(new Event { Kind = kind, At = Moment.Cut(request.Now), ArticleId = desk.ArticleId, SectionId = desk.SectionId, SubjectId = subject, ByPersonId = request.Member.PersonId });
}

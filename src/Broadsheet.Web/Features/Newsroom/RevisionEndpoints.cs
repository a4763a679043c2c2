using Broadsheet.Core.Articles.Diff;
using Broadsheet.Core.Data;
using Broadsheet.Core.Desk;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Newsroom;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Newsroom;

/// <summary>A revision as a line.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Kind">Why there is one.</param>
/// <param name="Of">For a restored one: which.</param>
/// <param name="At">When.</param>
/// <param name="By">Who; null for a wire.</param>
/// <param name="WordCount">Words.</param>
public sealed record RevisionLine(int Number, RevisionKind Kind, int? Of, DateTimeOffset At, string? By, int WordCount);

/// <summary>Every revision of an article, and one of them against the one before.</summary>
/// <param name="At">The article.</param>
/// <param name="Lines">Newest first.</param>
/// <param name="Shown">The one that is shown.</param>
/// <param name="Diff">What it changed; null for the first.</param>
/// <param name="MayEdit">True where an older one may be taken back.</param>
/// <param name="Site">Times are shown in its zone.</param>
public sealed record RevisionsModel(AtDesk At, IReadOnlyList<RevisionLine> Lines, int Shown, VersionDiff Diff, bool MayEdit, SiteOptions Site);

/// <summary>Who changed what, word by word, and the way back.</summary>
public static class RevisionEndpoints
{
    private const int Most = 200;

    /// <summary>Maps it.</summary>
    public static void MapRevisions(this IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/articles/{id:guid}/revisions", Show).RequireStaff();
        newsroom.MapPost("/articles/{id:guid}/revisions", Restore).RequireStaff();
    }

    private static async Task<IResult> Show(StaffRequest request, BroadsheetDb db, SiteOptions site, Guid id, int? number)
    {
        if (await ArticleDoor.Open(request, id) is not { } at) return Results.NotFound();
        var desk = at.Desk;
        var shown = number ?? desk.Head;
        if (shown < 1 || shown > desk.Head) return Results.NotFound();
        var rows = await db.Revisions.AsNoTracking().Where(r => r.ArticleId == desk.ArticleId).OrderByDescending(r => r.Number).Take(Most)
            .Select(r => new { r.Number, r.Kind, r.Of, r.At, r.ById, r.WordCount }).ToListAsync(request.Aborted);
        var names = await ArticleDoor.Names(request, rows.Select(r => r.ById));
        var work = new DeskWork(db, request.Now);
        var after = MeetingView.Words((await work.Revision(desk.ArticleId, shown, request.Aborted)).Manuscript);
        var before = shown == 1 ? new VersionText("", "", "") : MeetingView.Words((await work.Revision(desk.ArticleId, shown - 1, request.Aborted)).Manuscript);
        var lines = rows.ConvertAll(r => new RevisionLine(r.Number, r.Kind, r.Of, r.At, r.ById is { } by ? names.GetValueOrDefault(by) : null, r.WordCount));
        return request.Show<RevisionsPage, RevisionsModel>(new(at, lines, shown, VersionDiff.Between(before, after), request.Member.MayEdit(desk, request.Tree), site), Texts.T("Desk_Revisions"));
    }

    private static async Task<IResult> Restore(StaffRequest request, BroadsheetDb db, Guid id)
    {
        if (await ArticleDoor.OpenToEdit(request, id) is not { } at) return Results.NotFound();
        var form = await request.Form();
        if (!int.TryParse(form.Raw("number"), out var number) || number < 1 || number > at.Desk.Head) return Results.NotFound();
        await ArticleDoor.Change(request, at, desk => new DeskWork(db, request.Now).Restore(desk, number, request.Member.PersonId, request.Aborted));
        return request.SeeOther(ArticleDoor.Href(id), new Said("Desk_Restored", number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }
}

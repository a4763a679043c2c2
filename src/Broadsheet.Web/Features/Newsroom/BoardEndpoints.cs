using Broadsheet.Core.Clock;
using Broadsheet.Core.Data;
using Broadsheet.Core.Desk;
using Broadsheet.Core.House;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Components;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Newsroom;

/// <summary>An article as a line of the board or of a list.</summary>
/// <param name="Desk">What the desk knows of it.</param>
/// <param name="Id">Its public key.</param>
/// <param name="Section">Name of its section.</param>
/// <param name="Assignee">Who has it; null for nobody.</param>
/// <param name="Holder">Who has it open in the editor; null for nobody.</param>
/// <param name="GoesOut">When it is scheduled for; null for no time.</param>
public sealed record BoardLine(DeskArticle Desk, Guid Id, string Section, string? Assignee, string? Holder, DateTimeOffset? GoesOut);

/// <summary>A column of the board.</summary>
/// <param name="Name">The stage.</param>
/// <param name="Count">How many articles are there.</param>
/// <param name="Lines">The newest of them.</param>
public sealed record BoardColumn(string Name, int Count, IReadOnlyList<BoardLine> Lines);

/// <summary>Something that did not happen at its time.</summary>
/// <param name="Appointment">What was due.</param>
/// <param name="Id">Public key of the article.</param>
/// <param name="Headline">Its headline.</param>
public sealed record Alarm(Appointment Appointment, Guid Id, string Headline);

/// <summary>The desk's board.</summary>
/// <param name="Columns">The stages in order.</param>
/// <param name="Alarms">What needs somebody at once.</param>
/// <param name="Zone">Times are shown in it.</param>
/// <param name="MayWrite">True where a new article may be begun.</param>
public sealed record BoardModel(IReadOnlyList<BoardColumn> Columns, IReadOnlyList<Alarm> Alarms, SiteOptions Zone, bool MayWrite);

/// <summary><c>/newsroom</c>: what is in work, by stage.</summary>
public static class BoardEndpoints
{
    private const int Shown = 40;

    /// <summary>Its line in the left list.</summary>
    public static IServiceCollection AddBoard(this IServiceCollection services) => services.AddSingleton(new NavEntry("Desk_Board", NewsroomPaths.Root, null, 100));

    /// <summary>Maps it.</summary>
    public static void MapBoard(this IEndpointRouteBuilder newsroom) => newsroom.MapGet("/", Show).RequireStaff();

    private static async Task<IResult> Show(StaffRequest request, BroadsheetDb db, SiteOptions site)
    {
        var workflow = await HouseSettings.Read<WorkflowSettings>(db, request.Aborted);
        var open = DeskLists.Visible(request, db).Where(d => d.SpikedAt == null && (d.PublishedHead == null || d.PublishedHead != d.Head));
        var counts = await open.GroupBy(d => d.StageId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, request.Aborted);
        var shown = new List<DeskArticle>();
        foreach (var stage in workflow.Stages.Where(s => counts.ContainsKey(s.Id)))
            shown.AddRange(await open.Where(d => d.StageId == stage.Id).OrderByDescending(d => d.ChangedAt).Take(Shown).ToListAsync(request.Aborted));
        var lines = (await DeskLists.Lines(request, db, shown)).ToLookup(l => l.Desk.StageId);
        IReadOnlyList<BoardColumn> columns = [.. workflow.Stages.Select(s => new BoardColumn(s.Name.In(request.Language), counts.GetValueOrDefault(s.Id), [.. lines[s.Id]]))];
        return request.Show<BoardPage, BoardModel>(new(columns, await Alarms(request, db), site, request.May(Right.Write)), Texts.T("Desk_Board"));
    }

    // What failed, and what is overdue by more than the clock ever is.
    private static async Task<IReadOnlyList<Alarm>> Alarms(StaffRequest request, BroadsheetDb db)
    {
        var late = request.Now.AddSeconds(-10);
        var missed = await db.Appointments.AsNoTracking()
            .Where(a => a.State == AppointmentState.Failed || (a.State == AppointmentState.Waiting && a.DueAt < late)).OrderByDescending(a => a.DueAt).Take(Shown)
            .Join(DeskLists.Visible(request, db), a => a.ArticleId, d => d.ArticleId, (a, d) => new { Appointment = a, d.Headline })
            .Join(db.Articles, a => a.Appointment.ArticleId, a => a.Id, (a, article) => new { a.Appointment, a.Headline, article.PublicId }).ToListAsync(request.Aborted);
        return missed.ConvertAll(m => new Alarm(m.Appointment, m.PublicId, m.Headline));
    }
}

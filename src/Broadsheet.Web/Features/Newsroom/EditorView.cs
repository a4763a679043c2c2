using Broadsheet.Core.Data;
using Broadsheet.Core.Desk;
using Broadsheet.Core.House;
using Broadsheet.Core.People;
using Broadsheet.Core.Sections;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Components;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Newsroom;

/// <summary>A byline as it stands in the form.</summary>
/// <param name="Name">Name with the address of the page in brackets.</param>
/// <param name="Role">What they did.</param>
/// <param name="Email">The address that is printed.</param>
public sealed record BylineField(string Name, string? Role, string? Email);

/// <summary>A note of the newsroom.</summary>
/// <param name="Note">The note.</param>
/// <param name="By">Who wrote it.</param>
public sealed record NoteLine(DeskNote Note, string By);

/// <summary>What the editor's page shows.</summary>
public sealed record EditorModel
{
    /// <summary>The article.</summary>
    public required AtDesk At { get; init; }

    /// <summary>What stands in the form.</summary>
    public required Manuscript Manuscript { get; init; }

    /// <summary>The revision that the form began from.</summary>
    public required int Base { get; init; }

    /// <summary>What was sent and did not fit; empty the first time.</summary>
    public required FormInput Form { get; init; }

    /// <summary>True where the one who looks may change it.</summary>
    public required bool MayEdit { get; init; }

    /// <summary>True where they may publish it.</summary>
    public required bool MayPublish { get; init; }

    /// <summary>True where they may move and assign it.</summary>
    public required bool MayAssign { get; init; }

    /// <summary>What they typed and did not save, and when; null for nothing.</summary>
    public required DateTimeOffset? Unsaved { get; init; }

    /// <summary>Who else has it open; null for nobody.</summary>
    public required string? Holder { get; init; }

    /// <summary>The newspaper's settings.</summary>
    public required SiteOptions Site { get; init; }

    /// <summary>The stages.</summary>
    public required WorkflowSettings Workflow { get; init; }

    /// <summary>Longest headline that is not remarked on.</summary>
    public required int HeadlineLimit { get; init; }

    /// <summary>Sections in which it may stand.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>Bylines of the form.</summary>
    public required IReadOnlyList<BylineField> Bylines { get; init; }

    /// <summary>Names to choose from, as the form takes them.</summary>
    public required IReadOnlyList<string> People { get; init; }

    /// <summary>Keywords of the form, separated by commas.</summary>
    public required string Keywords { get; init; }

    /// <summary>The photo above the text.</summary>
    public required Core.Media.Photo? Lead { get; init; }

    /// <summary>Notes, oldest first.</summary>
    public required IReadOnlyList<NoteLine> Notes { get; init; }

    /// <summary>Who may be given the article: those of the newsroom, by key.</summary>
    public required IReadOnlyList<(long Id, string Name)> Staff { get; init; }
}

/// <summary>Gathers what the editor's page shows. A fixed number of queries.</summary>
public static class EditorView
{
    private const int MostPeople = 500;

    /// <summary>The page.</summary>
    /// <param name="request">Who looks.</param>
    /// <param name="at">The article.</param>
    /// <param name="form">What was sent and did not fit; empty the first time.</param>
    /// <param name="withDraft">True to go on with what was typed and not saved.</param>
    /// <param name="typed">What was sent, read.</param>
    public static async Task<IResult> Show(StaffRequest request, AtDesk at, FormInput form, bool withDraft = false, Manuscript? typed = null)
    {
        var db = request.Service<BroadsheetDb>();
        var ct = request.Aborted;
        var desk = at.Desk;
        var own = request.Member.PersonId;
        var unsaved = await db.Autosaves.AsNoTracking().FirstOrDefaultAsync(a => a.ArticleId == desk.ArticleId && a.PersonId == own, ct);
        var (manuscript, from) = typed is not null ? (typed, int.TryParse(form.Raw("base"), out var sent) ? sent : desk.Head)
            : withDraft && unsaved is not null ? (unsaved.Manuscript, unsaved.Base)
            : ((await new DeskWork(db, request.Now).Revision(desk.ArticleId, desk.Head, ct)).Manuscript, desk.Head);
        var bylines = manuscript.Bylines.Select(b => b.PersonId).ToList();
        var people = await db.People.AsNoTracking().Where(p => p.Kind == PersonKind.Person || bylines.Contains(p.Id)).OrderBy(p => p.Slug).Take(MostPeople).Select(p => new { p.Id, p.Slug, p.Name }).ToListAsync(ct);
        var shown = people.ToDictionary(p => p.Id, p => $"{p.Name.In(desk.Language)} ({p.Slug})");
        var keywords = await db.Keywords.Where(k => manuscript.Keywords.Contains(k.Id)).ToDictionaryAsync(k => k.Id, k => k.Name, ct);
        var notes = await db.DeskNotes.AsNoTracking().Where(n => n.ArticleId == desk.ArticleId).OrderBy(n => n.Id).ToListAsync(ct);
        var staff = await db.StaffLogins.Where(l => l.DisabledAt == null).Join(db.People, l => l.PersonId, p => p.Id, (l, p) => new { p.Id, p.Name }).ToListAsync(ct);
        var names = await ArticleDoor.Names(request, notes.Select(n => (long?)n.ById).Append(desk.HolderId));
        var lead = manuscript.Lead is { } photo ? await db.Photos.AsNoTracking().FirstOrDefaultAsync(p => p.Id == photo.PhotoId, ct) : null;
        var model = new EditorModel
        {
            At = at,
            Manuscript = manuscript,
            Base = from,
            Form = form,
            MayEdit = request.Member.MayEdit(desk, request.Tree),
            MayPublish = request.Member.MayPublish(desk, request.Tree),
            MayAssign = request.May(Right.Assign, desk.SectionId),
            Unsaved = withDraft || typed is not null ? null : unsaved?.At,
            Holder = desk.IsHeldFrom(own, request.Now) ? names.GetValueOrDefault(desk.HolderId!.Value) : null,
            Site = request.Service<SiteOptions>(),
            Workflow = await HouseSettings.Read<WorkflowSettings>(db, ct),
            HeadlineLimit = (await HouseSettings.Read<CheckSettings>(db, ct)).HeadlineLimit,
            Sections = [.. request.Tree.All.Where(s => s.Id == manuscript.SectionId || request.May(Right.Write, s.Id))],
            Bylines = [.. manuscript.Bylines.Select(b => shown.TryGetValue(b.PersonId, out var name) ? new BylineField(name, b.Role, b.Email) : null).OfType<BylineField>()],
            People = [.. people.Select(p => shown[p.Id])],
            Keywords = string.Join(", ", manuscript.Keywords.Where(keywords.ContainsKey).Select(k => keywords[k].In(desk.Language)).Concat(manuscript.NewKeywords)),
            Lead = lead,
            Notes = notes.ConvertAll(n => new NoteLine(n, names.GetValueOrDefault(n.ById, ""))),
            Staff = [.. staff.Select(s => (s.Id, s.Name.In(request.Language))).OrderBy(s => s.Item2, StringComparer.CurrentCulture)],
        };
        var title = manuscript.Headline.Length == 0 ? Texts.T("Desk_NoHeadline") : manuscript.Headline;
        return request.Show<EditorPage, EditorModel>(model, title, form.IsSound ? 200 : 422);
    }
}

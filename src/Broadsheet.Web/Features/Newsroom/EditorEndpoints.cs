using System.Globalization;
using Broadsheet.Core.Data;
using Broadsheet.Core.Desk;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Newsroom;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Newsroom;

/// <summary>What a new article begins with.</summary>
/// <param name="Form">What was typed.</param>
/// <param name="Languages">The newspaper's languages.</param>
/// <param name="Sections">Sections that the one who asks may write in.</param>
public sealed record NewArticleModel(FormInput Form, IReadOnlyList<string> Languages, IReadOnlyList<Core.Sections.Section> Sections);

/// <summary>The editor: opens an article, keeps what is typed, saves revisions. Nothing here reaches readers.</summary>
public static class EditorEndpoints
{
    /// <summary>Maps the editor.</summary>
    public static void MapEditor(this IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/articles/new", (StaffRequest request, SiteOptions site) => New(request, site, FormInput.Empty)).RequireRight(Right.Write);
        newsroom.MapPost("/articles/new", Begin).RequireRight(Right.Write);
        newsroom.MapGet("/articles/{id:guid}", Open).RequireStaff();
        newsroom.MapPost("/articles/{id:guid}", Save).RequireStaff();
        newsroom.MapPost("/articles/{id:guid}/draft", Keep).RequireStaff();
        newsroom.MapPost("/articles/{id:guid}/hold", Hold).RequireStaff();
        newsroom.MapPost("/articles/{id:guid}/take-over", TakeOver).RequireStaff();
        newsroom.MapPost("/articles/{id:guid}/discard", Discard).RequireStaff();
        newsroom.MapPost("/articles/{id:guid}/merged", SaveMerged).RequireStaff();
    }

    private static IResult New(StaffRequest request, SiteOptions site, FormInput form) => request.Show<NewArticlePage, NewArticleModel>(
        new(form, site.LanguageList, [.. request.Tree.All.Where(s => request.May(Right.Write, s.Id))]), Texts.T("Desk_New"), form.IsSound ? 200 : 422);

    private static async Task<IResult> Begin(StaffRequest request, BroadsheetDb db, SiteOptions site)
    {
        var form = await request.Form();
        var headline = form.Line("headline", 500);
        if (!long.TryParse(form.Raw("section"), out var section) || request.Tree.All.All(s => s.Id != section) || !request.May(Right.Write, section)) form.Fault("section", Texts.T("Desk_Section_Foreign"));
        var language = form.Raw("language");
        if (!site.LanguageList.Contains(language)) form.Fault("language", Texts.T("Desk_Language_Unknown"));
        if (!form.IsSound) return New(request, site, form);
        var id = Guid.Empty;
        await db.Write(
            async () =>
            {
                var own = request.Member.PersonId;
                var first = new Manuscript { Headline = headline, SectionId = section, Bylines = [new(own)] };
                id = (await new DeskWork(db, request.Now).Begin(language, first, own, request.Aborted)).Article.PublicId;
            },
            request.Aborted);
        return request.SeeOther(ArticleDoor.Href(id));
    }

    private static async Task<IResult> Open(StaffRequest request, Guid id, string? draft) =>
        await ArticleDoor.Open(request, id) is { } at ? await EditorView.Show(request, at, FormInput.Empty, withDraft: draft is not null) : Results.NotFound();

    private static async Task<IResult> Save(StaffRequest request, BroadsheetDb db, Guid id)
    {
        if (await ArticleDoor.OpenToEdit(request, id) is not { } at) return Results.NotFound();
        var form = await request.Form();
        if (Base(form, at) is not { } from) return Results.BadRequest();
        var typed = await Typed(request, db, at, form, from);
        if (!form.IsSound) return await EditorView.Show(request, at, form, typed: typed);
        return await SaveFrom(request, at, from, typed, form.Raw("then") == "publish" ? "publish" : null);
    }

    // What was offered when two saves met, as it was kept.
    private static async Task<IResult> SaveMerged(StaffRequest request, BroadsheetDb db, Guid id)
    {
        if (await ArticleDoor.OpenToEdit(request, id) is not { } at) return Results.NotFound();
        var own = request.Member.PersonId;
        return await db.Autosaves.AsNoTracking().FirstOrDefaultAsync(a => a.ArticleId == at.Desk.ArticleId && a.PersonId == own, request.Aborted) is { } kept
            ? await SaveFrom(request, at, kept.Base, kept.Manuscript, null)
            : request.SeeOther(ArticleDoor.Href(id), new Said("Desk_Discarded"));
    }

    private static async Task<IResult> SaveFrom(StaffRequest request, AtDesk at, int from, Manuscript typed, string? then)
    {
        SaveOutcome outcome = null!;
        await ArticleDoor.Change(request, at, async desk => outcome = await new DeskWork(request.Service<BroadsheetDb>(), request.Now).Save(desk, request.Member.PersonId, from, typed, request.Aborted));
        return outcome is SaveOutcome.Met met
            ? await MeetingView.Show(request, at, met)
            : request.SeeOther(ArticleDoor.Href(at.Article.PublicId, then), new Said("Desk_Saved"));
    }

    // Every few seconds from the browser: JSON, so that it can go on typing.
    private static async Task<IResult> Keep(StaffRequest request, BroadsheetDb db, Guid id)
    {
        if (await ArticleDoor.OpenToEdit(request, id) is not { } at) return Results.NotFound();
        var form = await request.Form();
        if (Base(form, at) is not { } from) return Results.BadRequest();
        var typed = await Typed(request, db, at, form, from);
        // What does not fit is not kept in part: the browser has the whole of it.
        if (!form.IsSound) return Results.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, detail: form.Errors.Values.First());
        await db.Write(() => new DeskWork(db, request.Now).Keep(at.Desk.ArticleId, request.Member.PersonId, from, typed, request.Aborted), request.Aborted);
        return Results.Json(new { head = at.Desk.Head, at = request.Service<SiteOptions>().In(request.Now).ToString("HH:mm", CultureInfo.InvariantCulture) });
    }

    private static async Task<Manuscript> Typed(StaffRequest request, BroadsheetDb db, AtDesk at, FormInput form, int from) =>
        await new ManuscriptForm(request, db, form).Read((await new DeskWork(db, request.Now).Revision(at.Desk.ArticleId, from, request.Aborted)).Manuscript, at.Desk.Language);

    // A sign of life of an open editor; answers who else has it.
    private static async Task<IResult> Hold(StaffRequest request, BroadsheetDb db, Guid id)
    {
        if (await ArticleDoor.Open(request, id) is not { } at) return Results.NotFound();
        var own = request.Member.PersonId;
        if (at.Desk.IsHeldFrom(own, request.Now)) return Results.Json(new { holder = (await ArticleDoor.Names(request, [at.Desk.HolderId])).Values.FirstOrDefault(), head = at.Desk.Head });
        if (request.Member.MayEdit(at.Desk, request.Tree)) await SetHolder(db, at.Desk.ArticleId, own, request.Now, request.Aborted);
        return Results.Json(new { holder = (string?)null, head = at.Desk.Head });
    }

    private static async Task<IResult> TakeOver(StaffRequest request, BroadsheetDb db, Guid id)
    {
        if (await ArticleDoor.OpenToEdit(request, id) is not { } at) return Results.NotFound();
        await SetHolder(db, at.Desk.ArticleId, request.Member.PersonId, request.Now, request.Aborted);
        return request.SeeOther(ArticleDoor.Href(id), new Said("Desk_TakenOver"));
    }

    private static async Task<IResult> Discard(StaffRequest request, BroadsheetDb db, Guid id)
    {
        if (await ArticleDoor.Open(request, id) is not { } at) return Results.NotFound();
        var own = request.Member.PersonId;
        await db.Write(() => db.Autosaves.Where(a => a.ArticleId == at.Desk.ArticleId && a.PersonId == own).ExecuteDeleteAsync(request.Aborted), request.Aborted);
        return request.SeeOther(ArticleDoor.Href(id), new Said("Desk_Discarded"));
    }

    // The holder is nobody's concern but the editors' own: no event, and no quarrel with somebody who saves at this moment.
    private static Task SetHolder(BroadsheetDb db, long articleId, long person, DateTimeOffset now, CancellationToken ct)
    {
        DateTimeOffset? until = now + DeskArticle.HoldLength;
        return db.Write(() => db.DeskArticles.Where(d => d.ArticleId == articleId).ExecuteUpdateAsync(s => s.SetProperty(d => d.HolderId, (long?)person).SetProperty(d => d.HeldUntil, until), ct), ct);
    }

    // Without the revision that it began from, a form could overwrite what somebody else saved.
    private static int? Base(FormInput form, AtDesk at) => int.TryParse(form.Raw("base"), NumberStyles.None, CultureInfo.InvariantCulture, out var from) && from > 0 && from <= at.Desk.Head ? from : null;
}

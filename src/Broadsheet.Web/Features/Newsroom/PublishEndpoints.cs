using System.Globalization;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Clock;
using Broadsheet.Core.Data;
using Broadsheet.Core.Desk;
using Broadsheet.Core.House;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Newsroom;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Newsroom;

/// <summary>What stands before a publication.</summary>
/// <param name="At">The article.</param>
/// <param name="Findings">What the checks found.</param>
/// <param name="Hindrance">What is in the way whatever the settings; null for nothing.</param>
/// <param name="Appointments">What is to be done at a time.</param>
/// <param name="Form">What was sent and did not fit.</param>
/// <param name="Site">Times are shown in its zone.</param>
/// <param name="MayPublish">True where the one who looks may publish.</param>
/// <param name="MayRetract">True where they may take it back.</param>
/// <param name="Revision">Number of the revision that would go out.</param>
public sealed record PublishModel(
    AtDesk At, IReadOnlyList<Finding> Findings, PublishHindrance? Hindrance, IReadOnlyList<Appointment> Appointments, FormInput Form, SiteOptions Site, bool MayPublish, bool MayRetract, int Revision)
{
    /// <summary>True where nothing stops it.</summary>
    public bool IsReady => Hindrance is null && Findings.All(f => f.Level != CheckLevel.Block);
}

/// <summary>Publication: looked at, checked, now or at a time; corrected, retracted, withdrawn. Apart from the stage of the work.</summary>
public static class PublishEndpoints
{
    private static readonly TimeSpan LinkLimit = TimeSpan.FromSeconds(6);

    /// <summary>Maps it.</summary>
    public static void MapPublication(this IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/articles/{id:guid}/publish", Show).RequireStaff();
        newsroom.MapPost("/articles/{id:guid}/publish", Publish).RequireStaff();
        newsroom.MapPost("/articles/{id:guid}/embargo", Embargo).RequireStaff();
        newsroom.MapPost("/articles/{id:guid}/expire", Expire).RequireStaff();
        newsroom.MapPost("/articles/{id:guid}/unschedule/{appointment:guid}", Unschedule).RequireStaff();
        newsroom.MapPost("/articles/{id:guid}/take-back", TakeBack).RequireStaff();
    }

    private static async Task<IResult> Show(StaffRequest request, Guid id) => await ArticleDoor.Open(request, id) is { } at ? await Page(request, at, FormInput.Empty) : Results.NotFound();

    private static async Task<IResult> Page(StaffRequest request, AtDesk at, FormInput form)
    {
        var db = request.Service<BroadsheetDb>();
        var ct = request.Aborted;
        var desk = at.Desk;
        var site = request.Service<SiteOptions>();
        var findings = new List<Finding>();
        PublishHindrance? hindrance = null;
        if (desk.IsChanged)
        {
            var manuscript = (await new DeskWork(db, request.Now).Revision(desk.ArticleId, desk.Head, ct)).Manuscript;
            var order = new PublishOrder(desk.Head, request.Member.PersonId, request.Now, desk.PublishedHead is null ? null : new ChangeNote.Minor());
            hindrance = await new DeskPublication(db, request.Tree, site.Zone, request.Now).Hindrance(desk, order, ct);
            var checks = new ArticleChecks(db, await HouseSettings.Read<CheckSettings>(db, ct));
            findings.AddRange(await checks.Find(manuscript, ct));
            findings.AddRange(await DeadLinks(request, checks, manuscript));
        }
        var appointments = await db.Appointments.AsNoTracking().Where(a => a.ArticleId == desk.ArticleId && (a.State == AppointmentState.Waiting || a.State == AppointmentState.Failed)).OrderBy(a => a.DueAt).ToListAsync(ct);
        var model = new PublishModel(at, findings, hindrance, appointments, form, site, request.Member.MayPublish(desk, request.Tree), request.May(Right.Retract, desk.SectionId), desk.Head);
        return request.Show<PublishPage, PublishModel>(model, Texts.T("Desk_Publication"), form.IsSound ? 200 : 422);
    }

    // What does not answer in time is not dead; what can't be asked at all is.
    private static async Task<IReadOnlyList<Finding>> DeadLinks(StaffRequest request, ArticleChecks checks, Manuscript manuscript)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(request.Aborted);
        limit.CancelAfter(LinkLimit);
        var client = request.Service<GuardedClient>();
        return await checks.FindDeadLinks(manuscript, IsDead, limit.Token);

        async Task<bool> IsDead(Uri link, CancellationToken ct)
        {
            try
            {
                return (int)(await client.Get(link, 0, ct)).Status is 404 or 410;
            }
            catch (FetchException e)
            {
                return e.IsRefused;
            }
            catch (OperationCanceledException) when (!request.Aborted.IsCancellationRequested)
            {
                return false;
            }
        }
    }

    private static async Task<IResult> Publish(StaffRequest request, BroadsheetDb db, SiteOptions site, Guid id)
    {
        if (await ArticleDoor.OpenToPublish(request, id) is not { } at) return Results.NotFound();
        var form = await request.Form();
        if (!int.TryParse(form.Raw("revision"), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) || revision != at.Desk.Head)
        {
            form.Fault("revision", Texts.T("Desk_Publish_Stale"));
            return await Page(request, at, form);
        }
        var note = Note(form, at.Desk);
        var when = form.Raw("when") == "at" ? Time(request, site, form, "at") : null;
        if (!form.IsSound) return await Page(request, at, form);
        if (await HasBarringLink(request, at, revision)) return await Page(request, at, Refused(form, PublishHindrance.Check));
        var order = new PublishOrder(revision, request.Member.PersonId, when ?? request.Now, note);
        try
        {
            await ArticleDoor.Change(request, at, desk => when is { } due ? Schedule(request, desk, order, due) : new DeskPublication(db, request.Tree, site.Zone, request.Now).Publish(desk, order, request.Aborted));
        }
        catch (NotPublishableException e)
        {
            db.ChangeTracker.Clear();
            return await Page(request, at, Refused(form, e.Hindrance));
        }
        return request.SeeOther(ArticleDoor.Href(id, "publish"), when is { } time ? new Said("Desk_Scheduled", Dates.Moment(site.In(time))) : new Said(at.Desk.PublishedHead is null ? "Desk_Published" : "Desk_Updated"));
    }

    private static async Task Schedule(StaffRequest request, DeskArticle desk, PublishOrder order, DateTimeOffset due)
    {
        var db = request.Service<BroadsheetDb>();
        if (await new DeskPublication(db, request.Tree, request.Service<SiteOptions>().Zone, request.Now).Hindrance(desk, order, request.Aborted) is { } hindrance) throw new NotPublishableException(hindrance);
        var told = order.Note as ChangeNote.Told;
        var appointment = new Appointment { Kind = AppointmentKind.Publish, ArticleId = desk.ArticleId, Revision = order.Revision, DueAt = due, ById = order.ById, CreatedAt = request.Now, NoteKind = told?.Kind, NoteHtml = told?.Html };
        await Clock(request, db).Make(appointment, request.Aborted);
    }

    // The one check that asks outside, so it stands before the write.
    private static async Task<bool> HasBarringLink(StaffRequest request, AtDesk at, int revision)
    {
        var db = request.Service<BroadsheetDb>();
        var settings = await HouseSettings.Read<CheckSettings>(db, request.Aborted);
        if (settings.Level(CheckKind.DeadLink) != CheckLevel.Block) return false;
        var manuscript = (await new DeskWork(db, request.Now).Revision(at.Desk.ArticleId, revision, request.Aborted)).Manuscript;
        return (await DeadLinks(request, new ArticleChecks(db, settings), manuscript)).Count > 0;
    }

    private static FormInput Refused(FormInput form, PublishHindrance hindrance)
    {
        form.Fault("publish", Texts.T($"Desk_Hindrance_{hindrance}"));
        return form;
    }

    private static ChangeNote? Note(FormInput form, DeskArticle desk)
    {
        if (desk.PublishedHead is null) return null;
        var kind = form.Raw("note-kind");
        if (kind == "minor") return new ChangeNote.Minor();
        var text = form.Line("note", 2_000);
        if (text.Length == 0) form.Fault("note", Texts.T("Desk_Hindrance_NoNote"));
        return new ChangeNote.Told(Enum.TryParse<CorrectionKind>(kind, out var told) && Enum.IsDefined(told) ? told : CorrectionKind.Update, BodyDialect.FromText(text));
    }

    private static DateTimeOffset? Time(StaffRequest request, SiteOptions site, FormInput form, string field)
    {
        var time = LocalTime.Read(site, form.Raw(field));
        if (time is null) form.Fault(field, Texts.T("Desk_Time_Unreadable"));
        else if (time <= request.Now) form.Fault(field, Texts.T("Desk_Time_Past"));
        return time;
    }

    // The page's own clock is near enough for what lies ahead of it: the row itself is compared with the database's.
    private static ClockDesk Clock(StaffRequest request, BroadsheetDb db) => new(db, request.Now);

    private static async Task<IResult> Embargo(StaffRequest request, BroadsheetDb db, SiteOptions site, Guid id)
    {
        if (await ArticleDoor.OpenToPublish(request, id) is not { } at || at.Desk.PublishedHead is not null) return Results.NotFound();
        var form = await request.Form();
        var until = form.Raw("until").Length == 0 ? null : Time(request, site, form, "until");
        if (!form.IsSound) return await Page(request, at, form);
        await ArticleDoor.Change(request, at, desk => Clock(request, db).Embargo(desk, until, request.Member.PersonId, request.Aborted));
        return request.SeeOther(ArticleDoor.Href(id, "publish"), until is { } end ? new Said("Desk_Embargoed", Dates.Moment(site.In(end))) : new Said("Desk_Embargo_Lifted"));
    }

    private static async Task<IResult> Expire(StaffRequest request, BroadsheetDb db, SiteOptions site, Guid id)
    {
        if (await ArticleDoor.Open(request, id) is not { } at || !request.May(Right.Retract, at.Desk.SectionId)) return Results.NotFound();
        var form = await request.Form();
        var time = Time(request, site, form, "expires");
        if (!form.IsSound) return await Page(request, at, form);
        await db.Write(() => Clock(request, db).Make(new Appointment { Kind = AppointmentKind.Expire, ArticleId = at.Desk.ArticleId, DueAt = time!.Value, ById = request.Member.PersonId, CreatedAt = request.Now }, request.Aborted), request.Aborted);
        return request.SeeOther(ArticleDoor.Href(id, "publish"), new Said("Desk_Expires", Dates.Moment(site.In(time!.Value))));
    }

    private static async Task<IResult> Unschedule(StaffRequest request, BroadsheetDb db, Guid id, Guid appointment)
    {
        if (await ArticleDoor.OpenToPublish(request, id) is not { } at) return Results.NotFound();
        bool? taken = null;
        await db.Write(
            async () =>
            {
                var row = await db.Appointments.FirstOrDefaultAsync(a => a.PublicId == appointment && a.ArticleId == at.Desk.ArticleId, request.Aborted);
                taken = row is null ? null : Clock(request, db).Cancel(row, request.Member.PersonId);
            },
            request.Aborted);
        return taken is null ? Results.NotFound() : request.SeeOther(ArticleDoor.Href(id, "publish"), new Said(taken.Value ? "Desk_Unscheduled" : "Desk_TooLate") { IsRefusal = !taken.Value });
    }

    private static async Task<IResult> TakeBack(StaffRequest request, BroadsheetDb db, SiteOptions site, Guid id)
    {
        if (await ArticleDoor.Open(request, id) is not { } at || !request.May(Right.Retract, at.Desk.SectionId) || at.Article.Path is null) return Results.NotFound();
        var form = await request.Form();
        var how = form.Raw("how");
        var notice = form.Line("notice", 2_000);
        if (how == "retract" && notice.Length == 0) form.Fault("notice", Texts.T("Desk_Notice_Needed"));
        if (!form.IsSound) return await Page(request, at, form);
        var done = "";
        await db.Write(
            async () =>
            {
                var article = await db.Articles.FirstAsync(a => a.Id == at.Article.Id, request.Aborted);
                var publication = new PublicationDesk(db, request.Tree, site.Zone, request.Member.PersonId);
                var placement = await publication.PlacementOf(article.Id, request.Aborted);
                done = (how, article.State) switch
                {
                    ("retract", ArticleState.Published) => "Desk_Retracted",
                    ("withdraw", ArticleState.Published or ArticleState.Retracted) => "Desk_Withdrawn",
                    ("restore", ArticleState.Retracted or ArticleState.Withdrawn) => "Desk_GivenBack",
                    _ => "",
                };
                if (done == "Desk_Retracted") publication.Retract(article, placement, BodyDialect.FromText(notice), request.Now);
                else if (done == "Desk_Withdrawn") await publication.Withdraw(article, placement, notice.Length == 0 ? null : BodyDialect.FromText(notice), request.Now, request.Aborted);
                else if (done == "Desk_GivenBack") await publication.Restore(article, placement, request.Now, request.Aborted);
            },
            request.Aborted);
        return done.Length == 0 ? Results.NotFound() : request.SeeOther(ArticleDoor.Href(id, "publish"), new Said(done));
    }
}

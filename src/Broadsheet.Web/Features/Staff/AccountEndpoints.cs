using Broadsheet.Core;
using Broadsheet.Core.Data;
using Broadsheet.Core.Events;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Newsroom;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>One's own account: what is printed, how one signs in, where one is signed in.</summary>
public static class AccountEndpoints
{
    /// <summary>Maps it.</summary>
    public static void MapAccount(this IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/account", (StaffRequest request, BroadsheetDb db, SiteOptions site, UserManager<StaffLogin> users) => Page(request, db, site, users, FormInput.Empty)).RequireStaff();
        newsroom.MapPost("/account", Save).RequireStaff();
        newsroom.MapPost("/account/sessions/{id:long}/end", EndOne).RequireStaff();
        newsroom.MapPost("/account/sessions/end", EndOthers).RequireStaff();
    }

    private static async Task<IResult> Save(StaffRequest request, BroadsheetDb db, SiteOptions site, UserManager<StaffLogin> users)
    {
        var form = await request.Form();
        var names = ProfileFields.Names(form, site.LanguageList);
        var title = new LocalText(site.LanguageList.Select(l => KeyValuePair.Create(l, form.Line($"title-{l}", 100))));
        var printed = form.Line("printed", 254);
        if (printed.Length > 0 && !StaffDesk.IsAddress(printed)) form.Fault("printed", Texts.T("Staff_Address_Wrong"));
        var language = ProfileFields.Interface(form);
        if (!form.IsSound) return await Page(request, db, site, users, form);
        await db.Write(
            async () =>
            {
                var login = await db.StaffLogins.SingleAsync(l => l.Id == request.Member.LoginId, request.Aborted);
                var person = await db.People.SingleAsync(p => p.Id == login.PersonId, request.Aborted);
                (person.Name, person.Title, person.Email, login.Language) = (names, title, printed.Length == 0 ? null : printed, language);
                db.Record(new Event { Kind = EventKinds.StaffProfile, At = request.Now, ByPersonId = person.Id, Tags = $"staff:{person.Id} person:{person.Id}" });
            },
            request.Aborted);
        return request.SeeOther(NewsroomPaths.Account, new Said("Staff_Saved"));
    }

    private static async Task<IResult> EndOne(StaffRequest request, long id, BroadsheetDb db)
    {
        var ended = 0;
        await db.Write(
            async () => ended = await db.StaffSessions.Where(s => s.Id == id && s.LoginId == request.Member.LoginId && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, request.Now), request.Aborted),
            request.Aborted);
        return ended == 0 ? Results.NotFound() : request.SeeOther(NewsroomPaths.Account, new Said("Staff_Session_Ended"));
    }

    private static async Task<IResult> EndOthers(StaffRequest request, BroadsheetDb db)
    {
        await db.Write(() => new StaffDesk(db, request.Now, request.Member.PersonId).EndSessions(request.Member.LoginId, request.SessionId, request.Aborted), request.Aborted);
        return request.SeeOther(NewsroomPaths.Account, new Said("Staff_Sessions_Ended"));
    }

    private static async Task<IResult> Page(StaffRequest request, BroadsheetDb db, SiteOptions site, UserManager<StaffLogin> users, FormInput form)
    {
        var login = await db.StaffLogins.SingleAsync(l => l.Id == request.Member.LoginId, request.Aborted);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == login.PersonId, request.Aborted);
        var passkeys = await db.Set<IdentityUserPasskey<long>>().AsNoTracking().Where(p => p.UserId == login.Id).ToListAsync(request.Aborted);
        var sessions = await db.StaffSessions.AsNoTracking()
            .Where(s => s.LoginId == login.Id && s.EndedAt == null && s.ExpiresAt > request.Now && s.Stamp == login.SecurityStamp).OrderByDescending(s => s.LastSeenAt).ToListAsync(request.Aborted);
        return request.Show<AccountPage, AccountModel>(
            new()
            {
                Form = form,
                Address = login.Email!,
                Name = person.Name,
                Title = person.Title,
                Printed = person.Email,
                Languages = site.LanguageList,
                Roles = [.. request.Member.Grants.Select(g => (g.Role, g.SectionId is { } id ? request.Tree[id].Name.In(request.Language) : null))],
                Passkeys = [.. passkeys.Select(p => new PasskeyRow(PasskeyDesk.KeyOf(p.CredentialId), p.Data.Name ?? Texts.T("Staff_Passkey"), p.Data.CreatedAt)).OrderBy(p => p.CreatedAt)],
                HasPassword = OwnSecurity.HasPassword(login),
                CodesLeft = await users.CountRecoveryCodesAsync(login),
                Sessions = [.. sessions.Select(s => new SessionRow(s.Id, s.Device, s.Method, site.In(s.CreatedAt), site.In(s.LastSeenAt), s.Id == request.SessionId))],
                PasskeysAt = site.BaseUrl.TrimEnd('/'),
            },
            Texts.T("Staff_Account"), form.WasSent ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}

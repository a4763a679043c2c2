using Broadsheet.Core.Data;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Newsroom;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>Signing in with a passkey; making, naming and removing one's own.</summary>
public static class PasskeyEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapPasskeys(this IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/sign-in/passkey/options", async (PasskeyDesk desk) => Json(await desk.Ask())).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
        newsroom.MapPost("/sign-in/passkey", SignIn).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
        newsroom.MapPost("/account/passkeys/options", AskToMake).RequireStaff().WithMetadata(new ForUnsettled());
        newsroom.MapPost("/account/passkeys", Add).RequireStaff().WithMetadata(new ForUnsettled());
        newsroom.MapPost("/account/passkeys/{key}/name", Name).RequireStaff();
        newsroom.MapPost("/account/passkeys/{key}/remove", Remove).RequireStaff();
    }

    private static IResult Json(string options) => Results.Text(options, "application/json");

    private static async Task<IResult> SignIn(DoorRequest request, PasskeyDesk desk, StaffSessions sessions)
    {
        var form = await request.Form();
        var back = NewsroomPaths.Return(form.Raw("return"));
        var login = await desk.Answered(request, form.Raw("credential"));
        if (login is null || login.DisabledAt is not null)
            return request.SeeOther(NewsroomPaths.WithReturn(NewsroomPaths.SignIn, back) + (login is null ? "" : "&why=disabled"), login is null ? new("Staff_Passkey_Failed") { IsRefusal = true } : null);
        await sessions.Begin(request.Context, login, SignInMethod.Passkey);
        return request.SeeOther(back);
    }

    private static async Task<IResult> AskToMake(StaffRequest request, PasskeyDesk desk) =>
        request.HasProved ? Json(await desk.AskToMake(request)) : Results.Problem(statusCode: StatusCodes.Status403Forbidden, detail: Texts.T("Staff_Prove_Text"));

    private static async Task<IResult> Add(StaffRequest request, PasskeyDesk desk, OwnSecurity security, UserManager<StaffLogin> users, BroadsheetDb db)
    {
        if (!request.HasProved) return request.SeeOther(NewsroomPaths.WithReturn(NewsroomPaths.Prove, NewsroomPaths.Account));
        var isFirst = !request.Service<StaffPresence>().IsSettled;
        var back = isFirst ? NewsroomPaths.Welcome : NewsroomPaths.Account;
        if (await desk.Made(request, (await request.Form()).Raw("credential")) is not { } made) return request.SeeOther(back, new("Staff_Passkey_NotMade") { IsRefusal = true });
        if (await db.Set<IdentityUserPasskey<long>>().CountAsync(p => p.UserId == request.Member.LoginId, request.Aborted) >= PasskeyDesk.Most)
            return request.SeeOther(back, new("Staff_Passkey_Enough") { IsRefusal = true });
        made.Name = DeviceName.From(request.Context.Request.Headers.UserAgent.ToString()) is { Length: > 0 } device ? device : Texts.T("Staff_Passkey");
        await security.Change(request, login => users.AddOrUpdatePasskeyAsync(login, made));
        return request.SeeOther(isFirst ? NewsroomPaths.Root : NewsroomPaths.Account, new Said("Staff_Passkey_Made"));
    }

    private static async Task<IResult> Name(StaffRequest request, string key, PasskeyDesk desk, BroadsheetDb db)
    {
        var form = await request.Form();
        var name = form.Needed("name", 60);
        var found = false;
        await db.Write(
            async () =>
            {
                if (await desk.Own(request, key) is not { } passkey) return;
                found = true;
                if (form.IsSound) passkey.Data.Name = name;
            },
            request.Aborted);
        if (!found) return Results.NotFound();
        return request.SeeOther(NewsroomPaths.Account, form.IsSound ? new("Staff_Saved") : new("Staff_Passkey_Nameless") { IsRefusal = true });
    }

    private static async Task<IResult> Remove(StaffRequest request, string key, PasskeyDesk desk, OwnSecurity security, BroadsheetDb db)
    {
        if (await desk.Own(request, key) is null) return Results.NotFound();
        if (!request.HasProved) return request.SeeOther(NewsroomPaths.WithReturn(NewsroomPaths.Prove, NewsroomPaths.Account));
        var isDone = await security.ChangeWhere(request, async login =>
        {
            if (!OwnSecurity.HasPassword(login) && await db.Set<IdentityUserPasskey<long>>().CountAsync(p => p.UserId == login.Id, request.Aborted) < 2) return false;
            if (await desk.Own(request, key) is { } passkey) db.Remove(passkey);
            return true;
        });
        return request.SeeOther(NewsroomPaths.Account, isDone ? new("Staff_Passkey_Removed") : new("Staff_LastWay") { IsRefusal = true });
    }
}

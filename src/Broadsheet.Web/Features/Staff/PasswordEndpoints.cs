using Broadsheet.Core.Data;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Newsroom;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>Recovery codes, shown once.</summary>
/// <param name="Codes">In groups of four.</param>
public sealed record CodesModel(IReadOnlyList<string> Codes);

/// <summary>One's own password, authenticator app and recovery codes. Each change asks for a recent proof of who one is.</summary>
public static class PasswordEndpoints
{
    private const string Codes = "codes";

    /// <summary>Maps them.</summary>
    public static void MapPassword(this IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/account/password", Ask).RequireStaff().WithMetadata(new ForUnsettled());
        newsroom.MapPost("/account/password", Set).RequireStaff().WithMetadata(new ForUnsettled());
        newsroom.MapPost("/account/password/remove", Remove).RequireStaff();
        newsroom.MapGet("/account/app", AskApp).RequireStaff();
        newsroom.MapPost("/account/app", SetApp).RequireStaff();
        newsroom.MapGet("/account/codes", ShowCodes).RequireStaff();
        newsroom.MapPost("/account/codes", NewCodes).RequireStaff();
    }

    private static async Task<IResult> Ask(StaffRequest request, BroadsheetDb db, OwnSecurity security) =>
        request.HasProved ? Page(request, security.Begin(request, await Own(request, db), FormInput.Empty)) : Prove(request, "/newsroom/account/password");

    private static async Task<IResult> Set(StaffRequest request, BroadsheetDb db, OwnSecurity security, SealedCookie cookies)
    {
        if (!request.HasProved) return Prove(request, "/newsroom/account/password");
        var (form, login) = (await request.Form(), await Own(request, db));
        var password = form.Raw("password");
        if (PasswordRules.Fault(password, login.Email!, request.SiteName) is { } fault) form.Fault("password", Texts.T(fault, PasswordRules.Least));
        else if (password != form.Raw("again")) form.Fault("again", Texts.T("Staff_Password_Differs"));
        var app = login.TwoFactorEnabled ? null : security.Proved(login, form);
        if (!form.IsSound) return Page(request, security.Begin(request, login, form), StatusCodes.Status422UnprocessableEntity);
        var codes = await security.SetPassword(request, password, app);
        return codes is null ? request.SeeOther(NewsroomPaths.Account, new Said("Staff_Password_Saved")) : Give(request, cookies, codes);
    }

    // Never the last way in, and never one without the other: both go together.
    private static async Task<IResult> Remove(StaffRequest request, BroadsheetDb db, OwnSecurity security, IUserStore<StaffLogin> store)
    {
        if (!request.HasProved) return Prove(request, NewsroomPaths.Account);
        var isDone = await security.ChangeWhere(request, async login =>
        {
            if (!await db.Set<IdentityUserPasskey<long>>().AnyAsync(p => p.UserId == login.Id, request.Aborted)) return false;
            await ((StaffStore)store).RemovePassword(login, request.Aborted);
            return true;
        });
        return request.SeeOther(NewsroomPaths.Account, isDone ? new("Staff_Password_Removed") : new("Staff_LastWay") { IsRefusal = true });
    }

    private static async Task<IResult> AskApp(StaffRequest request, BroadsheetDb db, OwnSecurity security) =>
        request.HasProved ? AppPage(request, security, await Own(request, db), FormInput.Empty) : Prove(request, "/newsroom/account/app");

    private static async Task<IResult> SetApp(StaffRequest request, BroadsheetDb db, OwnSecurity security, SealedCookie cookies)
    {
        if (!request.HasProved) return Prove(request, "/newsroom/account/app");
        var (form, login) = (await request.Form(), await Own(request, db));
        if (login.PasswordHash is null) return request.SeeOther("/newsroom/account/password");
        if (security.Proved(login, form) is not { } app) return AppPage(request, security, login, form);
        IReadOnlyList<string> codes = [];
        await security.Change(request, async own => codes = await security.UseApp(own, app));
        return Give(request, cookies, codes);
    }

    private static async Task<IResult> NewCodes(StaffRequest request, OwnSecurity security, SealedCookie cookies)
    {
        if (!request.HasProved) return Prove(request, NewsroomPaths.Account);
        IReadOnlyList<string> codes = [];
        await security.Change(request, async login => codes = await security.NewCodes(login));
        return Give(request, cookies, codes);
    }

    private static IResult ShowCodes(StaffRequest request, SealedCookie cookies) =>
        cookies.Take<List<string>>(request.Context, Codes) is { } codes
            ? request.Show<CodesPage, CodesModel>(new([.. codes.Select(RecoveryCodes.Grouped)]), Texts.T("Staff_Codes"))
            : request.SeeOther(NewsroomPaths.Account);

    private static IResult Give(StaffRequest request, SealedCookie cookies, IReadOnlyList<string> codes)
    {
        cookies.Put(request.Context, Codes, codes);
        return request.SeeOther("/newsroom/account/codes");
    }

    private static Task<StaffLogin> Own(StaffRequest request, BroadsheetDb db) => db.StaffLogins.AsNoTracking().SingleAsync(l => l.Id == request.Member.LoginId, request.Aborted);

    private static IResult Prove(StaffRequest request, string back) => request.SeeOther(NewsroomPaths.WithReturn(NewsroomPaths.Prove, back));

    private static IResult Page(StaffRequest request, PasswordModel model, int status = StatusCodes.Status200OK) =>
        request.Show<PasswordPage, PasswordModel>(model, Texts.T(model.App is null ? "Staff_Password_Change" : "Staff_PasswordAndApp"), status);

    private static IResult AppPage(StaffRequest request, OwnSecurity security, StaffLogin login, FormInput form) => request.Show<AppPage, PasswordModel>(
        new(form, login.Email!, security.NewApp(request, login, form)), Texts.T("Staff_App_Change"), form.WasSent ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}

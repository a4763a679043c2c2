using Broadsheet.Core.Data;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Newsroom;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>Recovery codes, shown once.</summary>
/// <param name="Codes">In groups of four.</param>
public sealed record CodesModel(IReadOnlyList<string> Codes);

/// <summary>One's own password and recovery codes.</summary>
public static class PasswordEndpoints
{
    internal const string Codes = "codes";

    /// <summary>Maps them.</summary>
    public static void MapPassword(this IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/account/password", Ask).RequireStaff().WithMetadata(new ForUnsettled());
        newsroom.MapPost("/account/password", Set).RequireStaff().WithMetadata(new ForUnsettled());
        newsroom.MapGet("/account/codes", ShowCodes).RequireStaff();
    }

    private static async Task<IResult> Ask(StaffRequest request, BroadsheetDb db, OwnSecurity security) =>
        request.HasProved ? Page(request, security.Begin(request, await Own(request, db), FormInput.Empty)) : Prove(request);

    private static async Task<IResult> Set(StaffRequest request, BroadsheetDb db, OwnSecurity security, SealedCookie cookies)
    {
        if (!request.HasProved) return Prove(request);
        var (form, login) = (await request.Form(), await Own(request, db));
        var password = form.Raw("password");
        if (PasswordRules.Fault(password, login.Email!, request.SiteName) is { } fault) form.Fault("password", Texts.T(fault, PasswordRules.Least));
        else if (password != form.Raw("again")) form.Fault("again", Texts.T("Staff_Password_Differs"));
        var app = login.TwoFactorEnabled ? null : security.Proved(login, form);
        if (!form.IsSound) return Page(request, security.Begin(request, login, form), StatusCodes.Status422UnprocessableEntity);
        if (await security.SetPassword(request, password, app) is not { } codes) return request.SeeOther(NewsroomPaths.Account, new Said("Staff_Password_Saved"));
        cookies.Put(request.Context, Codes, codes);
        return request.SeeOther("/newsroom/account/codes");
    }

    private static IResult ShowCodes(StaffRequest request, SealedCookie cookies) =>
        cookies.Take<List<string>>(request.Context, Codes) is { } codes
            ? request.Show<CodesPage, CodesModel>(new([.. codes.Select(RecoveryCodes.Grouped)]), Texts.T("Staff_Codes"))
            : request.SeeOther(NewsroomPaths.Account);

    private static Task<StaffLogin> Own(StaffRequest request, BroadsheetDb db) => db.StaffLogins.AsNoTracking().SingleAsync(l => l.Id == request.Member.LoginId, request.Aborted);

    private static IResult Prove(StaffRequest request) => request.SeeOther(NewsroomPaths.WithReturn(NewsroomPaths.Prove, "/newsroom/account/password"));

    private static IResult Page(StaffRequest request, PasswordModel model, int status = StatusCodes.Status200OK) => request.Show<PasswordPage, PasswordModel>(model, Texts.T(model.App is null ? "Staff_Password_Change" : "Staff_PasswordAndApp"), status);
}

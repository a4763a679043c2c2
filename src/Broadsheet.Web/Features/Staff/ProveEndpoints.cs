using Broadsheet.Core.Data;
using Broadsheet.Web.Components;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>The page that asks again who one is.</summary>
/// <param name="Form">As it was sent.</param>
/// <param name="Return">Where to go afterwards.</param>
/// <param name="Address">One's address.</param>
/// <param name="HasPassword">True where there is a password.</param>
/// <param name="PasskeysAt">Address of the newspaper, where passkeys work.</param>
public sealed record ProveModel(FormInput Form, string Return, string Address, bool HasPassword, string PasskeysAt);

/// <summary>Before something sensitive: who has left the machine open does not hand the account over.</summary>
public static class ProveEndpoints
{
    /// <summary>Maps it.</summary>
    public static void MapProve(this IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/prove", (StaffRequest request, BroadsheetDb db) => Page(request, db, FormInput.Empty, NewsroomPaths.Return(request.Context.Request.Query["return"]))).RequireStaff().WithMetadata(new ForUnsettled());
        newsroom.MapPost("/prove", Password).RequireStaff().RequireRateLimiting(RateLimits.SignIn);
        newsroom.MapPost("/prove/passkey", Passkey).RequireStaff().RequireRateLimiting(RateLimits.SignIn);
    }

    private static async Task<IResult> Password(StaffRequest request, BroadsheetDb db, SignInDesk desk, StaffSessions sessions)
    {
        var form = await request.Form();
        var (password, back) = (form.Raw("password"), NewsroomPaths.Return(form.Raw("return")));
        var address = await db.StaffLogins.Where(l => l.Id == request.Member.LoginId).Select(l => l.Email!).SingleAsync(request.Aborted);
        if (password.Length is 0 or > PasswordRules.Most || await desk.Password(address, password, request.Aborted) is null)
        {
            form.Fault("password", Texts.T("Staff_Wrong_Password"));
            return await Page(request, db, form, back);
        }
        await sessions.Prove(request.SessionId, request.Aborted);
        return request.SeeOther(back);
    }

    private static async Task<IResult> Passkey(StaffRequest request, BroadsheetDb db, PasskeyDesk desk, StaffSessions sessions)
    {
        var form = await request.Form();
        var back = NewsroomPaths.Return(form.Raw("return"));
        if ((await desk.Answered(request, form.Raw("credential")))?.Id != request.Member.LoginId)
        {
            form.Fault("credential", Texts.T("Staff_Passkey_Failed"));
            return await Page(request, db, form, back);
        }
        await sessions.Prove(request.SessionId, request.Aborted);
        return request.SeeOther(back);
    }

    private static async Task<IResult> Page(StaffRequest request, BroadsheetDb db, FormInput form, string back)
    {
        var login = await db.StaffLogins.AsNoTracking().SingleAsync(l => l.Id == request.Member.LoginId, request.Aborted);
        return request.Show<ProvePage, ProveModel>(
            new(form, back, login.Email!, OwnSecurity.HasPassword(login), request.Service<SiteOptions>().BaseUrl.TrimEnd('/')),
            Texts.T("Staff_Prove"), form.WasSent ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}

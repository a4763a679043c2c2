using Broadsheet.Core.Data;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Newsroom;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>Who gave the right password and has yet to give a code.</summary>
internal sealed record HalfSignedIn(long LoginId, string Stamp, string Return);

/// <summary>The sign-in page.</summary>
/// <param name="Form">As it was sent.</param>
/// <param name="Return">Where to go afterwards.</param>
/// <param name="Why">Why one is here, or what went wrong; null for neither.</param>
/// <param name="PasskeysAt">Address of the newspaper, where passkeys work.</param>
public sealed record SignInModel(FormInput Form, string Return, string? Why, string PasskeysAt);

/// <summary>The page that asks for a code.</summary>
/// <param name="Form">As it was sent.</param>
public sealed record CodeModel(FormInput Form);

/// <summary>Signing in with a password and a code, and signing out.</summary>
public static class SignInEndpoints
{
    private const string Half = "half";

    /// <summary>Maps them.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/sign-in", Ask).AllowAnonymous();
        newsroom.MapPost("/sign-in", Password).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
        newsroom.MapGet("/sign-in/code", AskCode).AllowAnonymous();
        newsroom.MapPost("/sign-in/code", Code).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
        newsroom.MapPost("/sign-out", SignOut).RequireStaff().WithMetadata(new ForUnsettled());
    }

    private static IResult Ask(DoorRequest request)
    {
        var query = request.Context.Request.Query;
        var back = NewsroomPaths.Return(query["return"]);
        if (request.Service<StaffPresence>().Member is not null) return request.SeeOther(back);
        return Page(request, FormInput.Empty, back, query["why"].ToString() switch { "ended" => "Staff_Why_Ended", "disabled" => "Staff_Why_Disabled", _ => null });
    }

    private static async Task<IResult> Password(DoorRequest request, SignInDesk desk, SealedCookie cookies)
    {
        var form = await request.Form();
        var (address, password, back) = (form.Needed("email", 254), form.Raw("password"), NewsroomPaths.Return(form.Raw("return")));
        if (password.Length == 0) form.Fault("password", Texts.T("Room_Field_Needed"));
        if (!form.IsSound) return Page(request, form, back, null);
        if (password.Length > PasswordRules.Most || await desk.Password(address, password, request.Aborted) is not { } login) return Page(request, form, back, "Staff_Wrong");
        cookies.Put(request.Context, Half, new HalfSignedIn(login.Id, login.SecurityStamp!, back));
        return request.SeeOther("/newsroom/sign-in/code");
    }

    private static IResult AskCode(DoorRequest request, SealedCookie cookies) =>
        cookies.Take<HalfSignedIn>(request.Context, Half, keep: true) is null ? request.SeeOther(NewsroomPaths.SignIn) : CodePage(request, FormInput.Empty);

    private static async Task<IResult> Code(DoorRequest request, SignInDesk desk, StaffSessions sessions, SealedCookie cookies, BroadsheetDb db)
    {
        if (cookies.Take<HalfSignedIn>(request.Context, Half, keep: true) is not { } half) return request.SeeOther(NewsroomPaths.SignIn);
        var form = await request.Form();
        var code = form.Needed("code", 40);
        if (!form.IsSound) return CodePage(request, form);
        // The password was changed meanwhile: begin again.
        if (!await db.StaffLogins.AnyAsync(l => l.Id == half.LoginId && l.SecurityStamp == half.Stamp, request.Aborted)) return Page(request, FormInput.Empty, half.Return, "Staff_Why_Ended");
        if (await desk.Code(half.LoginId, code, request.Aborted) is not var (login, method))
        {
            form.Fault("code", Texts.T("Staff_Code_Wrong"));
            return CodePage(request, form);
        }
        cookies.Drop(request.Context, Half);
        if (login.DisabledAt is not null) return Page(request, FormInput.Empty, half.Return, "Staff_Why_Disabled");
        await sessions.Begin(request.Context, login, method);
        return method == SignInMethod.Recovery ? request.SeeOther(half.Return, new Said("Staff_Recovery_Used")) : request.SeeOther(half.Return);
    }

    private static async Task<IResult> SignOut(StaffRequest request, StaffSessions sessions)
    {
        await sessions.End(request.Context);
        return request.SeeOther(NewsroomPaths.SignIn, new Said("Staff_SignedOut"));
    }

    private static IResult Page(DoorRequest request, FormInput form, string back, string? why) => request.Show<SignInPage, SignInModel>(
        new(form, back, why, request.Service<SiteOptions>().BaseUrl.TrimEnd('/')), Texts.T("Staff_SignIn"), form.WasSent ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static IResult CodePage(DoorRequest request, FormInput form) =>
        request.Show<Staff.CodePage, CodeModel>(new(form), Texts.T("Staff_Code_Title"), form.WasSent ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}

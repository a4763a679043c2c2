using Broadsheet.Core.Data;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Newsroom;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>The page that makes the first administrator.</summary>
/// <param name="Form">As it was sent.</param>
/// <param name="Key">The link's key.</param>
public sealed record SetUpModel(FormInput Form, string Key);

/// <summary>The first start: whoever has the link that the program printed becomes the first administrator.</summary>
public static class SetUpEndpoints
{
    // The first step of a new newspaper; what it is called, its sections and its pages are said in its settings afterwards.
    private const string Next = NewsroomPaths.Root;

    /// <summary>Maps it.</summary>
    public static void MapSetUp(this IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/set-up", Open).AllowAnonymous();
        newsroom.MapPost("/set-up", Begin).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
    }

    private static async Task<IResult> Open(DoorRequest request, BroadsheetDb db)
    {
        var key = request.Context.Request.Query["key"].ToString();
        return await new StaffLinks(db).Find(key, request.Now, request.Aborted) is { LoginId: null } ? Page(request, FormInput.Empty, key) : Gone(request);
    }

    private static async Task<IResult> Begin(DoorRequest request, BroadsheetDb db, StaffSessions sessions)
    {
        var form = await request.Form();
        var (key, address) = (form.Raw("key"), form.Needed("email", 254));
        if (address.Length > 0 && !StaffDesk.IsAddress(address)) form.Fault("email", Texts.T("Staff_Address_Wrong"));
        if (!form.IsSound) return Page(request, form, key);
        StaffLogin? login = null;
        await db.Write(
            async () =>
            {
                login = null;
                var links = new StaffLinks(db);
                if (await links.Find(key, request.Now, request.Aborted) is not { LoginId: null } || await db.StaffLogins.AnyAsync(request.Aborted) || await links.Use(key, request.Now, request.Aborted) is null) return;
                var desk = new StaffDesk(db, request.Now, null);
                login = await desk.Add(address, null, request.Language, request.Aborted);
                await desk.Give(login, StaffRole.Administrator, null, request.Aborted);
            },
            request.Aborted);
        if (login is null) return Gone(request);
        await sessions.Begin(request.Context, login, SignInMethod.Link);
        return request.SeeOther(Next);
    }

    private static IResult Page(DoorRequest request, FormInput form, string key) =>
        request.Show<SetUpPage, SetUpModel>(new(form, key), Texts.T("Staff_SetUp"), form.WasSent ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static IResult Gone(DoorRequest request) => request.Show<FaultPage, FaultModel>(
        new(Texts.T("Staff_Link_Gone"), Texts.T("Staff_SetUp_Gone"), NewsroomPaths.SignIn, Texts.T("Room_ToSignIn")), Texts.T("Staff_Link_Gone"), StatusCodes.Status410Gone);
}

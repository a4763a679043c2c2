using Broadsheet.Core.Data;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Newsroom;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>The page of a one-time link.</summary>
/// <param name="Key">The link's key.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Address">Their address.</param>
public sealed record LinkModel(string Key, string Name, string Address);

/// <summary>Coming in by a one-time link. Opening it does not use it up, for mail scanners open every link; pressing its button does.</summary>
public static class LinkEndpoints
{
    /// <summary>Maps it.</summary>
    public static void MapLinks(this IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/link", Open).AllowAnonymous();
        newsroom.MapPost("/link", Use).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
    }

    private static async Task<IResult> Open(DoorRequest request, BroadsheetDb db)
    {
        var key = request.Context.Request.Query["key"].ToString();
        if (await new StaffLinks(db).Find(key, request.Now, request.Aborted) is not { LoginId: { } loginId }) return Gone(request);
        var who = await db.StaffLogins.Where(l => l.Id == loginId).Join(db.People, l => l.PersonId, p => p.Id, (l, p) => new { p.Name, l.Email }).SingleAsync(request.Aborted);
        return request.Show<LinkPage, LinkModel>(new(key, who.Name.In(request.Language), who.Email!), Texts.T("Staff_Link_Title"));
    }

    private static async Task<IResult> Use(DoorRequest request, BroadsheetDb db, StaffSessions sessions)
    {
        var key = (await request.Form()).Raw("key");
        StaffLogin? login = null;
        await db.Write(
            async () =>
            {
                login = null;
                var links = new StaffLinks(db);
                // A key of the set-up is no way in for anybody: it is not used up here.
                if (await links.Find(key, request.Now, request.Aborted) is not { LoginId: { } loginId } || await links.Use(key, request.Now, request.Aborted) is null) return;
                login = await db.StaffLogins.SingleAsync(l => l.Id == loginId, request.Aborted);
            },
            request.Aborted);
        if (login is null) return Gone(request);
        await sessions.Begin(request.Context, login, SignInMethod.Link);
        return request.SeeOther(NewsroomPaths.Root);
    }

    private static IResult Gone(DoorRequest request) => request.Show<FaultPage, FaultModel>(
        new(Texts.T("Staff_Link_Gone"), Texts.T("Staff_Link_Gone_Text", request.Service<StaffOptions>().LinkHours), NewsroomPaths.SignIn, Texts.T("Room_ToSignIn")), Texts.T("Staff_Link_Gone"), StatusCodes.Status410Gone);
}

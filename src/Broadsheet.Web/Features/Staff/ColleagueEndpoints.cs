using Broadsheet.Core.Data;
using Broadsheet.Core.Sections;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Components.Newsroom;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>One colleague: roles, a fresh link, off and on.</summary>
public static class ColleagueEndpoints
{
    /// <summary>Maps it.</summary>
    public static void MapColleague(this IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/people/{id:long}", (StaffRequest request, long id, PeopleList people, Invitations invitations, SealedCookie cookies) => Page(request, id, people, invitations, cookies, FormInput.Empty)).RequireRightEverywhere(Right.KeepPeople);
        newsroom.MapPost("/people/{id:long}/roles", Give).RequireRightEverywhere(Right.KeepPeople);
        newsroom.MapPost("/people/{id:long}/roles/take", Take).RequireRightEverywhere(Right.KeepPeople);
        newsroom.MapPost("/people/{id:long}/link", Link).RequireRightEverywhere(Right.KeepPeople);
        newsroom.MapPost("/people/{id:long}/off", (StaffRequest request, long id, BroadsheetDb db) => Switch(request, id, db, off: true)).RequireRightEverywhere(Right.KeepPeople);
        newsroom.MapPost("/people/{id:long}/on", (StaffRequest request, long id, BroadsheetDb db) => Switch(request, id, db, off: false)).RequireRightEverywhere(Right.KeepPeople);
    }

    private static async Task<IResult> Page(StaffRequest request, long id, PeopleList people, Invitations invitations, SealedCookie cookies, FormInput form)
    {
        if ((await people.Load(request, id)).SingleOrDefault() is not { } person) return Results.NotFound();
        var link = cookies.Take<FreshLink>(request.Context, PeopleEndpoints.LinkCookie) is { } fresh && fresh.LoginId == id ? fresh.Link : null;
        return request.Show<ColleaguePage, ColleagueModel>(
            new(form, person, request.Tree, link, invitations.Hours, invitations.CanMail), person.Name.In(request.Language), form.WasSent ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> Give(StaffRequest request, long id, BroadsheetDb db, PeopleList people, Invitations invitations, SealedCookie cookies)
    {
        var form = await request.Form();
        if (RoleFields.Read(request, form) is not var (role, section)) return await Page(request, id, people, invitations, cookies, form);
        var done = await Change(request, id, db, (desk, login) => desk.Give(login, role, section?.Id, request.Aborted));
        return done is null ? Results.NotFound() : request.SeeOther(At(id), new Said("Staff_Role_Given", RoleText.Of(role, section?.Name.In(request.Language))) { Undo = $"{At(id)}/roles/take?{Query(role, section)}" });
    }

    private static async Task<IResult> Take(StaffRequest request, long id, BroadsheetDb db, PeopleList people, Invitations invitations, SealedCookie cookies)
    {
        var form = await request.Form();
        if (RoleFields.Read(request, form) is not var (role, section)) return await Page(request, id, people, invitations, cookies, form);
        var sectionId = section?.Id;
        var done = await Change(request, id, db, async (desk, login) =>
            await db.StaffGrants.SingleOrDefaultAsync(g => g.LoginId == login.Id && g.Role == role && g.SectionId == sectionId, request.Aborted) is not { } grant || await desk.Take(login, grant, request.Aborted));
        return done switch
        {
            null => Results.NotFound(),
            false => request.SeeOther(At(id), new("Staff_LastAdministrator") { IsRefusal = true }),
            _ => request.SeeOther(At(id), new Said("Staff_Role_Taken", RoleText.Of(role, section?.Name.In(request.Language))) { Undo = $"{At(id)}/roles?{Query(role, section)}" }),
        };
    }

    private static async Task<IResult> Link(StaffRequest request, long id, BroadsheetDb db, Invitations invitations, SealedCookie cookies)
    {
        var byMail = (await request.Form()).IsTicked("mail") && invitations.CanMail;
        var (link, address) = ("", "");
        var done = await Change(request, id, db, async (_, login) =>
        {
            if (login.DisabledAt is not null) return false;
            (link, address) = (await invitations.Make(request, login, byMail), login.Email!);
            return true;
        });
        if (done is null) return Results.NotFound();
        if (done is false) return request.SeeOther(At(id), new("Staff_Link_Off") { IsRefusal = true });
        cookies.Put(request.Context, PeopleEndpoints.LinkCookie, new FreshLink(id, link));
        return request.SeeOther(At(id), new Said(byMail ? "Staff_Invited_Mail" : "Staff_Link_Made", address));
    }

    private static async Task<IResult> Switch(StaffRequest request, long id, BroadsheetDb db, bool off)
    {
        var done = await Change(request, id, db, async (desk, login) =>
        {
            if (off) return await desk.Disable(login, request.Aborted);
            desk.Enable(login);
            return true;
        });
        return done switch
        {
            null => Results.NotFound(),
            false => request.SeeOther(At(id), new("Staff_LastAdministrator") { IsRefusal = true }),
            _ when off => request.SeeOther(At(id), new Said("Staff_Off_Done") { Undo = $"{At(id)}/on" }),
            _ => request.SeeOther(At(id), new Said("Staff_On_Done") { Undo = $"{At(id)}/off" }),
        };
    }

    // Null where there is no such person; otherwise what the change said.
    private static async Task<bool?> Change(StaffRequest request, long id, BroadsheetDb db, Func<StaffDesk, StaffLogin, Task<bool>> change)
    {
        bool? done = null;
        await db.Write(
            async () =>
            {
                done = await db.StaffLogins.SingleOrDefaultAsync(l => l.Id == id, request.Aborted) is { } login ? await change(new(db, request.Now, request.Member.PersonId), login) : null;
            },
            request.Aborted);
        return done;
    }

    private static string At(long id) => $"{PeopleEndpoints.People}/{id}";

    private static string Query(StaffRole role, Section? section) => $"role={RoleNames.Of(role)}{(section is null ? "" : $"&section={Uri.EscapeDataString(section.Path)}")}";
}

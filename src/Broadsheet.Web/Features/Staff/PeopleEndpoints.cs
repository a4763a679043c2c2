using Broadsheet.Core.Data;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Newsroom;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>The list of the newsroom's people, and inviting. Only for those who keep people everywhere: who could do it on one desk could give themselves the rest.</summary>
public static class PeopleEndpoints
{
    internal const string People = "/newsroom/people";
    internal const string LinkCookie = "link";

    /// <summary>Its line in the left list.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton(new NavEntry("Staff_People", People, Right.KeepPeople, 800)).AddScoped<PeopleList>().AddScoped<Invitations>();

    /// <summary>Maps it.</summary>
    public static void MapPeople(this IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/people", List).RequireRightEverywhere(Right.KeepPeople);
        newsroom.MapGet("/people/invite", (StaffRequest request, Invitations invitations) => Ask(request, invitations, FormInput.Empty)).RequireRightEverywhere(Right.KeepPeople);
        newsroom.MapPost("/people/invite", Invite).RequireRightEverywhere(Right.KeepPeople);
        newsroom.MapPost("/people/mail/{id:long}/again", SendAgain).RequireRightEverywhere(Right.KeepPeople);
        newsroom.MapColleague();
    }

    private static async Task<IResult> List(StaffRequest request, PeopleList people) =>
        request.Show<PeoplePage, PeopleModel>(new(await people.Load(request, null), await people.Stuck(request.Aborted)), Texts.T("Staff_People"));

    private static IResult Ask(StaffRequest request, Invitations invitations, FormInput form) => request.Show<InvitePage, InviteModel>(
        new(form, request.Tree, invitations.CanMail), Texts.T("Staff_Invite"), form.WasSent ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static async Task<IResult> Invite(StaffRequest request, BroadsheetDb db, Invitations invitations, SealedCookie cookies)
    {
        var form = await request.Form();
        var (address, name) = (form.Needed("email", 254), form.Needed("name", 100));
        if (address.Length > 0 && !StaffDesk.IsAddress(address)) form.Fault("email", Texts.T("Staff_Address_Wrong"));
        var role = RoleFields.Read(request, form);
        if (form.IsSound && await new StaffDesk(db, request.Now, null).Find(address, request.Aborted) is not null) form.Fault("email", Texts.T("Staff_Invite_Known"));
        if (!form.IsSound || role is not var (given, section)) return Ask(request, invitations, form);
        var (link, id, byMail) = ("", 0L, form.IsTicked("mail") && invitations.CanMail);
        await db.Write(
            async () =>
            {
                var desk = new StaffDesk(db, request.Now, request.Member.PersonId);
                // Of two who invite the same at once the second gives the role and makes a fresh link.
                var login = await desk.Find(address, request.Aborted) ?? await desk.Add(address, name, ProfileFields.Interface(form), request.Aborted);
                await desk.Give(login, given, section?.Id, request.Aborted);
                link = await invitations.Make(request, login, byMail);
                id = login.Id;
            },
            request.Aborted);
        cookies.Put(request.Context, LinkCookie, new FreshLink(id, link));
        return request.SeeOther($"{People}/{id}", new Said(byMail ? "Staff_Invited_Mail" : "Staff_Invited", address));
    }

    private static async Task<IResult> SendAgain(StaffRequest request, long id, BroadsheetDb db)
    {
        var found = 0;
        await db.Write(
            async () => found = await db.OutgoingMails.Where(m => m.Id == id && m.SentAt == null && m.NextTryAt != null).ExecuteUpdateAsync(m => m.SetProperty(x => x.NextTryAt, request.Now), request.Aborted),
            request.Aborted);
        return found == 0 ? Results.NotFound() : request.SeeOther(People, new Said("Staff_Mail_Again"));
    }
}

/// <summary>A link that is shown once.</summary>
internal sealed record FreshLink(long LoginId, string Link);

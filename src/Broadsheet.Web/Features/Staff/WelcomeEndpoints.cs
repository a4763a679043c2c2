using Broadsheet.Core;
using Broadsheet.Core.Data;
using Broadsheet.Core.Events;
using Broadsheet.Web.Components;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>The first page of somebody new: who they are.</summary>
/// <param name="Form">As it was sent.</param>
/// <param name="Name">The name as it is known.</param>
/// <param name="Languages">Languages of the newspaper.</param>
public sealed record WelcomeModel(FormInput Form, LocalText Name, IReadOnlyList<string> Languages);

/// <summary>The second: how they will sign in.</summary>
/// <param name="Password">The form of password and app.</param>
/// <param name="PasskeysAt">Address of the newspaper, where passkeys work.</param>
/// <param name="Address">Their address.</param>
public sealed record WayInModel(PasswordModel Password, string PasskeysAt, string Address);

/// <summary>What somebody new says: name and language, then how they will sign in.</summary>
public static class WelcomeEndpoints
{
    /// <summary>Maps it.</summary>
    public static void MapWelcome(this IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/welcome", Ask).RequireStaff().WithMetadata(new ForUnsettled());
        newsroom.MapPost("/welcome", Say).RequireStaff().WithMetadata(new ForUnsettled());
    }

    private static async Task<IResult> Ask(StaffRequest request, BroadsheetDb db, OwnSecurity security)
    {
        if (request.Service<StaffPresence>().IsSettled) return request.SeeOther(NewsroomPaths.Root);
        var login = await db.StaffLogins.AsNoTracking().SingleAsync(l => l.Id == request.Member.LoginId, request.Aborted);
        return login.WelcomedAt is null ? Name(request, FormInput.Empty)
            : request.Show<WayInPage, WayInModel>(new(security.Begin(request, login, FormInput.Empty), request.Service<SiteOptions>().BaseUrl.TrimEnd('/'), login.Email!), Texts.T("Staff_WayIn"));
    }

    private static async Task<IResult> Say(StaffRequest request, BroadsheetDb db)
    {
        var form = await request.Form();
        var names = ProfileFields.Names(form, request.Service<SiteOptions>().LanguageList);
        var language = ProfileFields.Interface(form);
        if (!form.IsSound) return Name(request, form);
        await db.Write(
            async () =>
            {
                var login = await db.StaffLogins.SingleAsync(l => l.Id == request.Member.LoginId, request.Aborted);
                var person = await db.People.SingleAsync(p => p.Id == login.PersonId, request.Aborted);
                (person.Name, login.Language, login.WelcomedAt) = (names, language, request.Now);
                db.Record(new Event { Kind = EventKinds.StaffProfile, At = request.Now, ByPersonId = person.Id, Tags = $"staff:{person.Id} person:{person.Id}" });
            },
            request.Aborted);
        return request.SeeOther(NewsroomPaths.Welcome);
    }

    private static IResult Name(StaffRequest request, FormInput form) => request.Show<WelcomePage, WelcomeModel>(
        new(form, request.Member.Name, request.Service<SiteOptions>().LanguageList), Texts.T("Staff_Welcome", request.SiteName), form.WasSent ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}

/// <summary>What several forms ask of a person.</summary>
internal static class ProfileFields
{
    internal static LocalText Names(FormInput form, IReadOnlyList<string> languages)
    {
        var names = new LocalText(languages.Select(l => KeyValuePair.Create(l, form.Line($"name-{l}", 100))));
        if (names.IsEmpty) form.Fault($"name-{languages[0]}", Texts.T("Room_Field_Needed"));
        return names;
    }

    internal static string Interface(FormInput form) => NewsroomLanguage.All.Contains(form.Raw("language")) ? form.Raw("language") : NewsroomLanguage.Current;
}

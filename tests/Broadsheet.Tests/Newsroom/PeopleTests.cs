using Broadsheet.Core.Events;
using Broadsheet.Core.Staff;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Newsroom;

/// <summary>Who keeps the newsroom's people: invites, gives and takes roles, switches off.</summary>
[Trait("Category", "Database")]
public sealed class PeopleTests(NewsroomApp app) : IClassFixture<NewsroomApp>
{
    [Fact]
    public async Task An_administrator_invites_somebody_who_comes_in_by_the_link()
    {
        using var admin = await app.SignIn(StaffRole.Administrator);
        var sent = await admin.Send("/newsroom/people/invite", "/newsroom/people/invite", ("email", "new@paper.example"), ("name", "Ahn New"), ("role", "copy-editor"), ("section", "city/council"));
        Assert.Equal(303, sent.Status);
        var page = await admin.Page(sent.Location!);
        Assert.Contains("new@paper.example is invited. Pass the link on.", page.Words, StringComparison.Ordinal);
        var link = page.Page.QuerySelector("#fresh-link")!.GetAttribute("value")!;
        Assert.Null((await admin.Page(sent.Location!)).Page.QuerySelector("#fresh-link"));
        Assert.StartsWith("http://paper.example/newsroom/link?key=", link, StringComparison.Ordinal);
        using var newcomer = app.Stranger();
        Assert.Equal(303, (await newcomer.Send(new Uri(link).PathAndQuery)).Status);
        var list = await admin.Page("/newsroom/people");
        Assert.Contains("Ahn New copy editor (Council) new@paper.example invited", list.Words, StringComparison.Ordinal);

        var again = await admin.Send("/newsroom/people/invite", "/newsroom/people/invite", ("email", "NEW@paper.example"), ("name", "Ahn New"), ("role", "editor"));
        Assert.Contains("Somebody has this address already", again.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_and_administrators_of_one_desk_are_told_which_right_is_missing()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        var refused = await editor.Get("/newsroom/people");
        Assert.Equal(403, refused.Status);
        Assert.Contains("you need the right to keep the newsroom’s people in all sections", refused.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("People", refused.Page.QuerySelector(".room-nav")!.TextContent, StringComparison.Ordinal);
        using var local = await app.SignIn(StaffRole.Administrator, "city");
        Assert.Equal(403, (await local.Get("/newsroom/people")).Status);
    }

    [Fact]
    public async Task A_role_is_given_and_taken_and_each_can_be_undone()
    {
        using var admin = await app.SignIn(StaffRole.Administrator);
        using var reporter = await app.SignIn(StaffRole.Reporter, "city");
        var at = $"/newsroom/people/{reporter.LoginId}";
        Assert.Equal(303, (await admin.Send(at, $"{at}/roles", ("role", "editor"), ("section", "national"))).Status);
        Assert.Equal(["Editor@national", "Reporter@city"], await Roles(reporter));
        Assert.Equal(303, (await admin.Send(at, $"{at}/roles/take?role=editor&section=national")).Status);
        Assert.Equal(["Reporter@city"], await Roles(reporter));
        Assert.Equal(303, (await admin.Send(at, $"{at}/roles?role=editor&section=national")).Status);
        Assert.Equal(["Editor@national", "Reporter@city"], await Roles(reporter));
        var kinds = await app.InDb(db => db.Events.Where(e => e.Tags.StartsWith($"staff:{reporter.PersonId} role:editor")).Select(e => e.Kind + e.ByPersonId).ToListAsync());
        Assert.Equal([EventKinds.StaffRoleGiven + admin.PersonId, EventKinds.StaffRoleTaken + admin.PersonId, EventKinds.StaffRoleGiven + admin.PersonId], kinds);
    }

    [Fact]
    public async Task Whoever_is_switched_off_is_out_at_once_and_learns_why()
    {
        using var admin = await app.SignIn(StaffRole.Administrator);
        using var reporter = await app.SignIn(StaffRole.Reporter);
        var link = await app.Invite(StaffRole.Reporter, null, reporter.Email);
        var at = $"/newsroom/people/{reporter.LoginId}";
        Assert.Equal(303, (await admin.Send(at, $"{at}/off")).Status);
        var refused = await reporter.Get("/newsroom");
        Assert.Equal("/newsroom/sign-in?return=%2Fnewsroom&why=disabled", refused.Location);
        Assert.Contains("This account is switched off. An administrator can switch it on again.", (await reporter.Page(refused.Location!)).Words, StringComparison.Ordinal);
        Assert.Equal(410, (await reporter.Get(link)).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Contains("This account is switched off", (await reporter.SignIn(NewsroomApp.Password, Totp.CodeAt(reporter.AppKey, app.Clock.GetUtcNow()))).Words, StringComparison.Ordinal);

        Assert.Equal(303, (await admin.Send(at, $"{at}/on")).Status);
        Assert.Equal(303, (await reporter.Get("/newsroom")).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("/newsroom", (await reporter.SignIn(NewsroomApp.Password, Totp.CodeAt(reporter.AppKey, app.Clock.GetUtcNow()))).Location);
    }

    [Fact]
    public async Task What_is_not_there_and_roles_that_are_none_are_refused()
    {
        using var admin = await app.SignIn(StaffRole.Administrator);
        Assert.Equal(404, (await admin.Get("/newsroom/people/999999")).Status);
        var at = $"/newsroom/people/{admin.LoginId}";
        var refused = await admin.Send(at, $"{at}/roles", ("role", "publisher"));
        Assert.Equal(422, refused.Status);
        Assert.Contains("Choose a role.", refused.Words, StringComparison.Ordinal);
        Assert.Contains("That section is not there any longer", (await admin.Send(at, $"{at}/roles", ("role", "editor"), ("section", "gone"))).Words, StringComparison.Ordinal);
    }

    private Task<List<string>> Roles(StaffClient who) => app.InDb(db => (
        from g in db.StaffGrants
        where g.LoginId == who.LoginId
        join s in db.Sections on g.SectionId equals s.Id
        orderby s.Path descending
        select new { g.Role, s.Path }).AsAsyncEnumerable().Select(g => $"{g.Role}@{g.Path}").ToListAsync().AsTask());
}

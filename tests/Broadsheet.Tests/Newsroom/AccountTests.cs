using Broadsheet.Core.Staff;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Newsroom;

/// <summary>One's own account: what is printed, how one signs in, where one is signed in.</summary>
[Trait("Category", "Database")]
public sealed class AccountTests(NewsroomApp app) : IClassFixture<NewsroomApp>
{
    [Fact]
    public async Task Name_title_and_printed_address_are_ones_own_to_say()
    {
        using var reporter = await app.SignIn(StaffRole.Reporter);
        var saved = await reporter.Send("/newsroom/account", "/newsroom/account", ("name-en", "Bae Su-min"), ("name-ko", "배수민"), ("title-en", "Harbor reporter"), ("printed", "bae@paper.example"), ("language", "ko"));
        Assert.Equal(303, saved.Status);
        var page = await reporter.Page("/newsroom/account");
        Assert.Contains("저장했습니다.", page.Words, StringComparison.Ordinal);
        Assert.Contains("배수민", page.Page.QuerySelector(".room-self")!.TextContent, StringComparison.Ordinal);
        var person = await app.InDb(db => db.People.SingleAsync(p => p.Id == reporter.PersonId));
        Assert.Equal(("Bae Su-min", "Harbor reporter", "bae@paper.example"), (person.Name.In("en"), person.Title.In("en"), person.Email));
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_what_was_typed_stays()
    {
        using var reporter = await app.SignIn(StaffRole.Reporter);
        var refused = await reporter.Send("/newsroom/account", "/newsroom/account", ("name-en", ""), ("name-ko", ""), ("title-en", "Kept"), ("printed", "not an address"));
        Assert.Equal(422, refused.Status);
        Assert.Equal("That is no e-mail address; it looks like name@example.org.", refused.Page.QuerySelector("#f-printed-error")!.TextContent);
        Assert.Equal("Please fill this in.", refused.Page.QuerySelector("#f-name-en-error")!.TextContent);
        Assert.Equal(("not an address", "Kept"), (refused.Page.QuerySelector("#f-printed")!.GetAttribute("value"), refused.Page.QuerySelector("#f-title-en")!.GetAttribute("value")));
    }

    [Fact]
    public async Task Another_session_is_listed_and_ended_and_so_are_all_others()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        using var second = await Elsewhere(editor);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        using var third = await Elsewhere(editor);
        var page = (await editor.Page("/newsroom/account")).Page;
        Assert.Equal(3, page.QuerySelectorAll("section:last-of-type tbody tr").Length);
        Assert.Contains("Firefox, Linux", page.Body!.TextContent, StringComparison.Ordinal);

        var oldest = page.QuerySelectorAll("form[action*='/sessions/'][action$='/end']").Select(f => f.GetAttribute("action")!).Where(a => a != "/newsroom/account/sessions/end").ToList();
        Assert.Equal(2, oldest.Count);
        Assert.Equal(303, (await editor.Send(page, "/newsroom/account", oldest[0])).Status);
        Assert.Single(new[] { await second.Get("/newsroom"), await third.Get("/newsroom") }, a => a.Status == 200);
        Assert.Equal(303, (await editor.Send("/newsroom/account", "/newsroom/account/sessions/end")).Status);
        Assert.Equal((303, 303), ((await second.Get("/newsroom")).Status, (await third.Get("/newsroom")).Status));
        await editor.Page("/newsroom");
    }

    [Fact]
    public async Task A_new_password_ends_other_sessions_and_the_old_password()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        using var elsewhere = await Elsewhere(editor);
        Assert.Equal(303, (await editor.SetPassword("another quay without cranes", app.Clock.GetUtcNow(), "/newsroom/account/password")).Status);
        await editor.Page("/newsroom");
        Assert.Equal(303, (await elsewhere.Get("/newsroom")).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(422, (await elsewhere.SignIn(NewsroomApp.Password, "")).Status);
        Assert.Equal(303, (await elsewhere.SignIn("another quay without cranes", Totp.CodeAt(editor.AppKey, app.Clock.GetUtcNow()))).Status);
    }

    [Theory]
    [InlineData("too short", "At least", "at least 12 characters")]
    [InlineData("aaaaaaaaaaaaaaaa", "", "too easy to guess")]
    [InlineData("the test paper 123", "", "newspaper’s name")]
    public async Task A_password_that_others_would_guess_is_refused_with_words(string password, string hint, string words)
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        var refused = await editor.Send("/newsroom/account/password", "/newsroom/account/password", ("password", password), ("again", password));
        Assert.Equal(422, refused.Status);
        Assert.Contains(words, refused.Page.QuerySelector("#f-password-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(hint, refused.Words, StringComparison.Ordinal);
        Assert.Equal("", refused.Page.QuerySelector("#f-password")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_what_is_sensitive_asks_again_who_one_is()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        foreach (var page in new[] { "/newsroom/account/password", "/newsroom/account/app" })
            Assert.Equal($"/newsroom/prove?return={Uri.EscapeDataString(page)}", (await editor.Get(page)).Location);
        foreach (var action in new[] { "/newsroom/account/codes", "/newsroom/account/password/remove" })
            Assert.StartsWith("/newsroom/prove?return=", (await editor.Send("/newsroom/account", action)).Location, StringComparison.Ordinal);
        const string Prove = "/newsroom/prove?return=%2Fnewsroom%2Faccount%2Fapp";
        var wrong = await editor.Send(Prove, "/newsroom/prove", ("password", "not mine at all"));
        Assert.Equal(422, wrong.Status);
        Assert.Contains("That is not your password", wrong.Words, StringComparison.Ordinal);
        Assert.Equal("/newsroom/account/app", (await editor.Send(Prove, "/newsroom/prove", ("password", NewsroomApp.Password))).Location);
        await editor.Page("/newsroom/account/app");
    }

    [Fact]
    public async Task A_new_app_takes_the_place_of_the_old_one_with_new_recovery_codes()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        var before = (await editor.Page("/newsroom/account/codes")).Page.QuerySelector(".codes code")!.TextContent;
        var open = (await editor.Page("/newsroom/account/app")).Page;
        var key = open.QuerySelector(".app code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var wrong = await editor.Send(open, "/newsroom/account/app", "/newsroom/account/app", ("code", "000000"));
        Assert.Contains("That code is not of this key", wrong.Words, StringComparison.Ordinal);
        Assert.Equal(key, wrong.Page.QuerySelector(".app code")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("/newsroom/account/codes", (await editor.Send(wrong.Page, "/newsroom/account/app", "/newsroom/account/app", ("code", Totp.CodeAt(key, app.Clock.GetUtcNow())))).Location);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        using var elsewhere = new StaffClient(app.Address) { Email = editor.Email };
        Assert.Equal(422, (await elsewhere.SignIn(NewsroomApp.Password, Totp.CodeAt(editor.AppKey, app.Clock.GetUtcNow()))).Status);
        Assert.Equal(422, (await elsewhere.SignIn(NewsroomApp.Password, before)).Status);
        Assert.Equal(303, (await elsewhere.SignIn(NewsroomApp.Password, Totp.CodeAt(key, app.Clock.GetUtcNow()))).Status);
    }

    [Fact]
    public async Task The_last_way_in_stays()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        await editor.Send("/newsroom/account", "/newsroom/account/password/remove");
        Assert.Contains("That is your only way in", (await editor.Page("/newsroom/account")).Words, StringComparison.Ordinal);
    }

    private async Task<StaffClient> Elsewhere(StaffClient who)
    {
        var client = new StaffClient(app.Address) { Email = who.Email };
        Assert.Equal(303, (await client.SignIn(NewsroomApp.Password, Totp.CodeAt(who.AppKey, app.Clock.GetUtcNow()))).Status);
        return client;
    }
}

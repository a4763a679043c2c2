using System.Net.Http.Headers;
using Broadsheet.Core.Staff;
using Xunit;

namespace Broadsheet.Tests.Newsroom;

/// <summary>Coming in by a link, by password and code; what is refused says what to do.</summary>
[Trait("Category", "Database")]
public sealed class SignInTests(NewsroomApp app) : IClassFixture<NewsroomApp>
{
    [Fact]
    public async Task Somebody_invited_says_who_they_are_sets_a_password_and_comes_back_with_it()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        var codes = await editor.Page("/newsroom/account/codes");
        Assert.Equal(10, codes.Page.QuerySelectorAll(".codes code").Length);
        Assert.Contains("Nothing in work yet", (await editor.Page("/newsroom")).Words, StringComparison.Ordinal);
        Assert.Equal((303, "/newsroom/sign-in"), await Brief(editor.Send("/newsroom", "/newsroom/sign-out")));
        Assert.Contains("You are signed out.", (await editor.Page("/newsroom/sign-in")).Words, StringComparison.Ordinal);
        Assert.Equal(303, (await editor.Get("/newsroom")).Status);

        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((303, "/newsroom"), await Brief(editor.SignIn(NewsroomApp.Password, Totp.CodeAt(editor.AppKey, app.Clock.GetUtcNow()))));
        Assert.Contains("Nothing in work yet", (await editor.Page("/newsroom")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_a_link_does_not_use_it_up_and_pressing_its_button_does()
    {
        var link = await app.Invite(StaffRole.Reporter, null, "scanned@paper.example");
        using var scanner = app.Stranger();
        for (var i = 0; i < 3; i++) await scanner.Page(link);
        using var reporter = app.Stranger();
        Assert.Equal((303, "/newsroom"), await Brief(reporter.Send(link)));
        Assert.Equal((303, "/newsroom/welcome"), await Brief(reporter.Get("/newsroom")));
        var again = await scanner.Get(link);
        Assert.Equal(410, again.Status);
        Assert.Contains("ask an administrator for a fresh link", again.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_too_old_replaced_or_made_up_is_refused_with_words()
    {
        using var stranger = app.Stranger();
        var first = await app.Invite(StaffRole.Reporter, null, "late@paper.example");
        var open = (await stranger.Page(first)).Page;
        var second = await app.Invite(StaffRole.Reporter, null, "late@paper.example");
        Assert.Equal(410, (await stranger.Get(first)).Status);
        Assert.Equal(410, (await stranger.Send(open, first, "/newsroom/link")).Status);
        Assert.Equal(410, (await stranger.Get("/newsroom/link?key=made-up")).Status);
        Assert.Equal(410, (await stranger.Get("/newsroom/link")).Status);
        app.Clock.Advance(TimeSpan.FromHours(72));
        Assert.Equal(410, (await stranger.Get(second)).Status);
    }

    [Fact]
    public async Task Ten_wrong_passwords_lock_the_account_and_the_page_says_for_how_long()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        using var thief = new StaffClient(app.Address) { Email = editor.Email };
        for (var i = 0; i < 10; i++)
        {
            var refused = await thief.SignIn("not the password", "000000");
            Assert.Equal(422, refused.Status);
            Assert.Contains("After 10 wrong attempts passwords are not taken for 15 minutes", refused.Words, StringComparison.Ordinal);
            Assert.Equal(editor.Email, refused.Page.QuerySelector("input[name=email]")!.GetAttribute("value"));
        }
        app.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(422, (await thief.SignIn(NewsroomApp.Password, Code(editor))).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((303, "/newsroom"), await Brief(thief.SignIn(NewsroomApp.Password, Code(editor))));
    }

    [Fact]
    public async Task Wrong_codes_are_counted_too_although_the_password_is_right_each_time()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        using var thief = new StaffClient(app.Address) { Email = editor.Email };
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        for (var i = 0; i < 10; i++) Assert.Equal(422, (await thief.SignIn(NewsroomApp.Password, "abcdef")).Status);
        Assert.Equal(422, (await thief.SignIn(NewsroomApp.Password, Code(editor))).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(303, (await thief.SignIn(NewsroomApp.Password, Code(editor))).Status);
    }

    [Fact]
    public async Task A_code_is_taken_once()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        var code = Code(editor);
        Assert.Equal((303, "/newsroom"), await Brief(new StaffClient(app.Address) { Email = editor.Email }.SignIn(NewsroomApp.Password, code)));
        using var onlooker = new StaffClient(app.Address) { Email = editor.Email };
        var refused = await onlooker.SignIn(NewsroomApp.Password, code);
        Assert.Equal(422, refused.Status);
        Assert.Contains("was used already. Wait for the app’s next code", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovery_code_works_once_in_place_of_the_app()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        var code = (await editor.Page("/newsroom/account/codes")).Page.QuerySelector(".codes code")!.TextContent;
        using var elsewhere = new StaffClient(app.Address) { Email = editor.Email };
        Assert.Equal((303, "/newsroom"), await Brief(elsewhere.SignIn(NewsroomApp.Password, code.ToUpperInvariant())));
        Assert.Contains("You signed in with a recovery code", (await elsewhere.Page("/newsroom")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("You signed in with a recovery code", (await elsewhere.Page("/newsroom")).Words, StringComparison.Ordinal);
        using var third = new StaffClient(app.Address) { Email = editor.Email };
        Assert.Equal(422, (await third.SignIn(NewsroomApp.Password, code)).Status);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/newsroom")]
    [InlineData("/newsroom/../elsewhere")]
    [InlineData("/newsroom\\@elsewhere.example")]
    [InlineData("/newsroomelsewhere")]
    [InlineData("/newsroom\r\nSet-Cookie: a=b")]
    public async Task Nobody_is_led_elsewhere_after_signing_in(string wanted)
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await editor.Send("/newsroom", "/newsroom/sign-out");
        var asked = await editor.Send($"/newsroom/sign-in?return={Uri.EscapeDataString(wanted)}", "/newsroom/sign-in", ("email", editor.Email), ("password", NewsroomApp.Password));
        Assert.Equal((303, "/newsroom"), await Brief(editor.Send(asked.Location!, ("code", Code(editor)))));
    }

    [Fact]
    public async Task Signing_in_leads_back_to_the_page_that_was_asked_for()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await editor.Send("/newsroom", "/newsroom/sign-out");
        var away = await editor.Get("/newsroom/account?tab=1");
        var asked = await editor.Send(away.Location!, "/newsroom/sign-in", ("email", editor.Email), ("password", NewsroomApp.Password));
        Assert.Equal((303, "/newsroom/account?tab=1"), await Brief(editor.Send(asked.Location!, ("code", Code(editor)))));
    }

    [Fact]
    public async Task A_program_is_told_401_and_403_in_problem_details()
    {
        using var program = app.Stranger();
        program.Http.DefaultRequestHeaders.Accept.Clear();
        program.Http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var refused = await program.Get("/newsroom");
        Assert.Equal(401, refused.Status);
        Assert.Contains("Sign in first.", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_too_old_is_refused_with_words_and_changes_nothing()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        var open = (await editor.Page("/newsroom")).Page;
        open.QuerySelector("form[action='/newsroom/sign-out'] input")!.SetAttribute("value", "CfDJ8-not-a-token");
        var refused = await editor.Send(open, "/newsroom", "/newsroom/sign-out");
        Assert.Equal(400, refused.Status);
        Assert.Contains("This form is too old", refused.Words, StringComparison.Ordinal);
        await editor.Page("/newsroom");
    }

    [Fact]
    public async Task A_session_is_over_after_twelve_hours_without_work_and_after_fourteen_days_with_it()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        app.Clock.Advance(TimeSpan.FromHours(12));
        var over = await editor.Get("/newsroom");
        Assert.Equal((303, "/newsroom/sign-in?return=%2Fnewsroom&why=ended"), (over.Status, over.Location));
        Assert.Contains("Your session has ended. Sign in again", (await editor.Page(over.Location!)).Words, StringComparison.Ordinal);
        Assert.Equal(303, (await editor.SignIn(NewsroomApp.Password, Code(editor))).Status);
        for (var hours = 11; hours < 14 * 24; hours += 11)
        {
            app.Clock.Advance(TimeSpan.FromHours(11));
            await editor.Page("/newsroom");
        }
        app.Clock.Advance(TimeSpan.FromHours(7));
        Assert.Equal(303, (await editor.Get("/newsroom")).Status);
    }

    [Fact]
    public async Task The_newsroom_is_never_kept_and_speaks_the_language_of_its_people()
    {
        using var editor = await app.SignIn(StaffRole.Editor, language: "ko");
        using var answer = await editor.Http.GetAsync(new Uri("/newsroom", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Contains("현황판", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var stranger = app.Stranger();
        stranger.Http.DefaultRequestHeaders.Add("Accept-Language", "ko-KR,ko;q=0.9,en;q=0.5");
        Assert.Contains("비밀번호로 로그인", (await stranger.Page("/newsroom/sign-in")).Words, StringComparison.Ordinal);
        Assert.Contains("Sign in with password", (await stranger.Page("/newsroom/sign-in?lang=en")).Words, StringComparison.Ordinal);
    }

    private string Code(StaffClient who) => Totp.CodeAt(who.AppKey, app.Clock.GetUtcNow());

    private static async Task<(int, string?)> Brief(Task<StaffAnswer> answer)
    {
        var given = await answer;
        return (given.Status, given.Location);
    }
}

using System.Net.Http.Headers;
using Broadsheet.Core.Clock;
using Broadsheet.Core.House;
using Broadsheet.Core.Staff;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Newsroom;

/// <summary>The desk by its pages: written, saved, met, checked, published, corrected, taken back.</summary>
[Trait("Category", "Database")]
public sealed class DeskPagesTests(NewsroomApp app) : IClassFixture<NewsroomApp>
{
    private const string Body = "<p>The vote was 14 to 9.</p>";

    [Fact]
    public async Task An_empty_board_says_what_to_do_and_a_new_article_opens_in_the_editor()
    {
        using var reporter = await app.SignIn(StaffRole.Contributor, "city/council");
        Assert.Contains("Nothing in work yet", (await reporter.Page("/newsroom")).Words, StringComparison.Ordinal);
        var path = await Begin(reporter, "The quay at night");
        Assert.Equal("The quay at night", (await reporter.Page(path)).Page.QuerySelector("#headline")!.GetAttribute("value"));
        Assert.Contains("The quay at night", (await reporter.Page("/newsroom")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_saved_reaches_readers_only_when_it_is_published()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        var path = await Begin(editor, "Saved and not yet printed");
        Assert.Equal(303, (await editor.Send(path, path, ("body", Body), ("standfirst", "A standfirst"), ("keywords", "Breakwater, Night work"))).Status);
        Assert.DoesNotContain("Saved and not yet printed", await app.Page("/"), StringComparison.Ordinal);
        Assert.Contains("Saved and not yet printed", (await editor.Page(path + "/preview")).Body, StringComparison.Ordinal);
        Assert.Null(await Public(path));
        Assert.Equal(303, (await editor.Send(path + "/publish", path + "/publish")).Status);
        await app.Hear();
        var page = await app.Page((await Public(path))!);
        Assert.Contains("A standfirst", page, StringComparison.Ordinal);
        Assert.Contains("Night work", page, StringComparison.Ordinal);
        Assert.Equal(303, (await editor.Send(path, path, ("headline", "Changed behind the curtain"))).Status);
        Assert.DoesNotContain("Changed behind the curtain", await app.Page((await Public(path))!), StringComparison.Ordinal);
        Assert.Contains("Unpublished changes", (await editor.Page(path)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_says_what_readers_are_told()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        var path = await Published(editor, "A wrong number");
        await editor.Send(path, path, ("body", "<p>The vote was 15 to 8.</p>"));
        var refused = await editor.Send(path + "/publish", path + "/publish", ("note-kind", "Correction"), ("note", ""));
        Assert.Equal(422, refused.Status);
        Assert.Contains("Say what readers are told", refused.Words, StringComparison.Ordinal);
        Assert.Equal(303, (await editor.Send(path + "/publish", path + "/publish", ("note-kind", "Correction"), ("note", "The vote was 15 to 8."))).Status);
        await app.Hear();
        var page = await app.Page((await Public(path))!);
        Assert.Contains("15 to 8", page, StringComparison.Ordinal);
        Assert.Contains("15 to 8", await app.Page("/corrections"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_form_meets_the_other_save_and_both_are_kept()
    {
        using var reporter = await app.SignIn(StaffRole.Reporter, "city/council");
        using var copy = await app.SignIn(StaffRole.CopyEditor);
        var path = await Begin(reporter, "Two at one text");
        await reporter.Send(path, path, ("body", "<p>First paragraph.</p><p>Second paragraph.</p>"));
        var open = (await copy.Page(path)).Page;
        await reporter.Send(path, path, ("body", "<p>First paragraph, by the reporter.</p><p>Second paragraph.</p>"));
        var met = await copy.Send(open, path, path, ("body", "<p>First paragraph.</p><p>Second paragraph, by the copy editor.</p>"));
        Assert.Equal(409, met.Status);
        Assert.Contains("Two saves met", met.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("by the copy editor", (await reporter.Page(path)).Body, StringComparison.Ordinal);
        Assert.Equal(303, (await copy.Send(met.Page, path, path + "/merged")).Status);
        var both = (await reporter.Page(path)).Page.QuerySelector("textarea[name=body]")!.TextContent;
        Assert.Contains("by the reporter", both, StringComparison.Ordinal);
        Assert.Contains("by the copy editor", both, StringComparison.Ordinal);
        Assert.Contains("by the copy editor", (await reporter.Page(path + "/revisions")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_is_kept_for_whoever_typed_it_and_offered_back()
    {
        using var reporter = await app.SignIn(StaffRole.Reporter, "city/council");
        var path = await Begin(reporter, "Typed and not saved");
        await Keep(reporter, path, "Typed at one");
        Assert.Contains("did not save", (await reporter.Page(path)).Words, StringComparison.Ordinal);
        Assert.Equal("Typed at one", (await reporter.Page(path + "?draft=1")).Page.QuerySelector("#headline")!.GetAttribute("value"));
        Assert.Equal(303, (await reporter.Send(path, path + "/discard")).Status);
        Assert.DoesNotContain("did not save", (await reporter.Page(path)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typing_makes_no_keywords_publication_does()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        var path = await Ready(editor, "With a word of its own");
        await editor.Send(path, path, ("keywords", "breakwater, Tide tables"));
        Assert.Equal(404, await app.Status("/topic/tide-tables"));
        Assert.Equal("Breakwater, Tide tables", (await editor.Page(path)).Page.QuerySelector("#keywords")!.GetAttribute("value"));
        await editor.Send(path + "/publish", path + "/publish");
        await app.Hear();
        Assert.Contains("With a word of its own", await app.Page("/topic/tide-tables"), StringComparison.Ordinal);
        Assert.Contains("With a word of its own", await app.Page("/topic/breakwater"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_keyword_is_known_by_its_name_in_the_articles_language()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        var section = await app.Section("city/council");
        var path = (await editor.Send("/newsroom/articles/new", ("headline", "방파제 보수"), ("language", "ko"), ("section", section.ToString(System.Globalization.CultureInfo.InvariantCulture)))).Location!;
        await editor.Send(path, path, ("body", "<p>본문.</p>"), ("keywords", "방파제"));
        await editor.Send(path + "/publish", path + "/publish");
        await app.Hear();
        Assert.Contains("방파제 보수", await app.Page("/ko/topic/breakwater"), StringComparison.Ordinal);
        Assert.Equal(404, await app.Status("/topic/bangpaje"));
    }

    [Fact]
    public async Task A_form_without_its_revision_is_refused_and_overwrites_nothing()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        var path = await Ready(editor, "Not to be overwritten");
        Assert.Equal(400, (await editor.Send(path, path, ("base", ""), ("headline", "Overwritten"))).Status);
        Assert.Equal("Not to be overwritten", (await editor.Page(path)).Page.QuerySelector("#headline")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_list_of_one_desk_goes_on_where_its_page_ends()
    {
        for (var i = 0; i < 52; i++) await app.Publish(new($"Council paper {i}", "city/council") { At = World.At(7) });
        for (var i = 0; i < 3; i++) await app.Publish(new($"Paper of another desk {i}", "national") { At = World.At(7, 30) });
        using var editor = await app.SignIn(StaffRole.Editor, "city/council");
        var first = await editor.Page("/newsroom/articles?view=published");
        Assert.Equal(50, first.Page.QuerySelectorAll(".list tbody tr").Length);
        Assert.DoesNotContain("another desk", first.Words, StringComparison.Ordinal);
        var second = await editor.Page(first.Page.QuerySelector("p.actions a")!.GetAttribute("href")!);
        var both = first.Page.QuerySelectorAll(".list .name a").Concat(second.Page.QuerySelectorAll(".list .name a")).Select(a => a.TextContent).Where(t => t.StartsWith("Council paper", StringComparison.Ordinal)).ToList();
        Assert.Equal(52, both.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(52, both.Count);
    }

    [Fact]
    public async Task A_photo_larger_than_a_form_may_be_is_taken()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        var path = await Begin(editor, "With a large photo");
        using var form = new MultipartFormDataContent { { new StringContent(Token((await editor.Page(path)).Page)), "__RequestVerificationToken" } };
        using var file = new ByteArrayContent([.. Large.Value]);
        form.Add(file, "photo", "large.png");
        using var answer = await editor.Http.PostAsync(new Uri("/newsroom/photos", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(201, (int)answer.StatusCode);
    }

    // Noise does not compress: some 3 MB, three times what a form may have.
    private static readonly Lazy<byte[]> Large = new(() =>
    {
        using var noise = NetVips.Image.Gaussnoise(1000, 1000, sigma: 60, mean: 128, seed: 7).Cast(NetVips.Enums.BandFormat.Uchar);
        using var three = noise.Bandjoin(noise.Rot90(), noise.Rot180());
        return three.PngsaveBuffer(compression: 0);
    });

    [Fact]
    public async Task An_open_editor_is_said_and_can_be_taken_over()
    {
        using var reporter = await app.SignIn(StaffRole.Reporter, "city/council");
        using var editor = await app.SignIn(StaffRole.Editor);
        var path = await Begin(reporter, "Held by one");
        await Hold(reporter, path);
        var page = await editor.Page(path);
        Assert.Contains("has this article open now", page.Words, StringComparison.Ordinal);
        Assert.Equal(303, (await editor.Send(page.Page, path, path + "/take-over")).Status);
        Assert.Contains("has this article open now", (await reporter.Page(path)).Words, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.DoesNotContain("has this article open now", (await reporter.Page(path)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scheduled_at_a_time_of_the_newspapers_zone_it_goes_out_then()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        var path = await Ready(editor, "At a quarter past");
        var local = World.Seoul.GetUtcOffset(app.Clock.GetUtcNow());
        var at = app.Clock.GetUtcNow().ToOffset(local).AddHours(2);
        Assert.Equal(422, (await editor.Send(path + "/publish", path + "/publish", ("when", "at"), ("at", "2020-01-01T08:00"))).Status);
        Assert.Equal(303, (await editor.Send(path + "/publish", path + "/publish", ("when", "at"), ("at", at.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture)))).Status);
        Assert.Contains("Goes out", (await editor.Page("/newsroom")).Words, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromHours(2));
        await Until(async () => await Public(path) is not null);
        await app.Hear();
        Assert.Contains("At a quarter past", await app.Page((await Public(path))!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_go_out_stands_on_the_board_as_an_alarm()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        var path = await Ready(editor, "Stopped on its way");
        var at = app.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).AddHours(1);
        await editor.Send(path + "/publish", path + "/publish", ("when", "at"), ("at", at.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        await editor.Send(path, path + "/spike");
        app.Clock.Advance(TimeSpan.FromHours(1));
        await Until(() => app.InDb(db => db.Appointments.AnyAsync(a => a.State == AppointmentState.Failed)));
        var board = await editor.Page("/newsroom");
        Assert.Contains("Did not go out: Stopped on its way: It was put aside", board.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reporter_of_one_desk_publishes_own_work_and_a_contributor_none()
    {
        using var reporter = await app.SignIn(StaffRole.Reporter, "city/council");
        using var contributor = await app.SignIn(StaffRole.Contributor, "city/council");
        var own = await Ready(reporter, "Own work of a reporter");
        Assert.Equal(303, (await reporter.Send(own + "/publish", own + "/publish")).Status);
        var foreign = await Ready(contributor, "Work of a contributor");
        Assert.Null((await contributor.Page(foreign + "/publish")).Page.QuerySelector($"form[action='{foreign}/publish']"));
        Assert.Equal(404, (await contributor.Get(own)).Status);
        using var post = new FormUrlEncodedContent([new("__RequestVerificationToken", Token((await contributor.Page(foreign)).Page)), new("revision", "2")]);
        using var answer = await contributor.Http.PostAsync(new Uri(foreign + "/publish", UriKind.Relative), post, TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Null(await Public(foreign));
    }

    [Fact]
    public async Task A_check_that_bars_is_said_and_bars()
    {
        await app.Change(db => HouseSettings.Change(db, new CheckSettings { Levels = new Dictionary<CheckKind, CheckLevel> { [CheckKind.HeadlineLength] = CheckLevel.Block, [CheckKind.DeadLink] = CheckLevel.Off }, HeadlineLimit = 30 }, null, "", app.Clock.GetUtcNow(), CancellationToken.None));
        using var editor = await app.SignIn(StaffRole.Editor);
        var path = await Ready(editor, "A headline that is longer than thirty characters");
        Assert.Contains("The headline is long", (await editor.Page(path + "/publish")).Words, StringComparison.Ordinal);
        Assert.Equal(422, (await editor.Send(path + "/publish", path + "/publish")).Status);
        Assert.Null(await Public(path));
        await app.Change(db => HouseSettings.Change(db, new CheckSettings { Levels = new Dictionary<CheckKind, CheckLevel> { [CheckKind.DeadLink] = CheckLevel.Off } }, null, "", app.Clock.GetUtcNow(), CancellationToken.None));
    }

    [Fact]
    public async Task A_retracted_article_keeps_its_address_and_can_be_given_back()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        var path = await Published(editor, "Not so after all");
        Assert.Equal(422, (await editor.Send(path + "/publish", path + "/take-back", ("how", "retract"))).Status);
        Assert.Equal(303, (await editor.Send(path + "/publish", path + "/take-back", ("how", "retract"), ("notice", "The source took it back."))).Status);
        await app.Hear();
        Assert.Contains("The source took it back.", await app.Page((await Public(path))!), StringComparison.Ordinal);
        await editor.Send(path + "/publish", path + "/take-back", ("how", "withdraw"));
        await app.Hear();
        Assert.Equal(410, await app.Status((await Public(path))!));
        await editor.Send(path + "/publish", path + "/take-back", ("how", "restore"));
        await app.Hear();
        Assert.Contains("The vote was 14 to 9.", await app.Page((await Public(path))!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_are_written_and_done_with_and_work_is_given_to_somebody()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        var path = await Begin(editor, "With notes");
        Assert.Equal(303, (await editor.Send(path, path + "/notes", ("note", "Who says so?"))).Status);
        var open = await editor.Page(path);
        Assert.Contains("Who says so?", open.Words, StringComparison.Ordinal);
        var resolve = open.Page.QuerySelector(".notes form")!.GetAttribute("action")!;
        Assert.Equal(303, (await editor.Send(path, resolve)).Status);
        Assert.NotNull((await editor.Page(path)).Page.QuerySelector(".notes .resolved"));
        await editor.Send(path, path + "/work", ("stage", "3"), ("assignee", editor.PersonId.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal((3, (long?)editor.PersonId), await app.InDb(async db => (await db.DeskArticles.OrderByDescending(d => d.ArticleId).FirstAsync(d => d.Headline == "With notes")) is var d ? (d.StageId, d.AssigneeId) : default));
    }

    [Fact]
    public async Task An_older_revision_is_taken_back()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        var path = await Ready(editor, "First of all");
        await editor.Send(path, path, ("headline", "Second of all"));
        Assert.Equal(303, (await editor.Send(path + "/revisions?number=2", path + "/revisions")).Status);
        Assert.Equal("First of all", (await editor.Page(path)).Page.QuerySelector("#headline")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_published_article_is_found_and_taken_up()
    {
        var published = await app.Publish(new("Found in the archive", "city/council") { Body = "<p>As printed.</p>" });
        using var editor = await app.SignIn(StaffRole.Editor);
        var list = await editor.Page("/newsroom/articles?view=published&q=archive");
        var form = list.Page.QuerySelector("form[action$='/take-up']")!.GetAttribute("action")!;
        var answer = await editor.Send(list.Page, "/newsroom/articles", form);
        Assert.Contains("As printed.", (await editor.Page(answer.Location!)).Body, StringComparison.Ordinal);
        Assert.Contains("As printed.", await app.Page(published), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "image/svg+xml")]
    [InlineData("MZ this is a program", "image/jpeg")]
    [InlineData("", "image/png")]
    public async Task An_upload_that_is_no_photo_is_refused_with_what_to_do(string content, string type)
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        var path = await Begin(editor, "With a lying upload");
        using var form = new MultipartFormDataContent { { new StringContent(Token((await editor.Page(path)).Page)), "__RequestVerificationToken" } };
        using var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content));
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        form.Add(file, "photo", "picture.jpg");
        using var answer = await editor.Http.PostAsync(new Uri("/newsroom/photos", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains("detail", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pasted_script_is_not_kept()
    {
        using var editor = await app.SignIn(StaffRole.Editor);
        var path = await Begin(editor, "<script>alert(1)</script>Headline");
        await editor.Send(path, path, ("body", "<p onclick='x()'>Words<script>alert(1)</script></p><iframe src='https://evil.example'></iframe>"));
        Assert.Equal("<p>Words</p>", (await editor.Page(path)).Page.QuerySelector("textarea[name=body]")!.TextContent);
    }

    private static string Token(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private async Task<string> Begin(StaffClient client, string headline)
    {
        var section = await app.Section("city/council");
        var answer = await client.Send("/newsroom/articles/new", ("headline", headline), ("language", "en"), ("section", section.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(303, answer.Status);
        return answer.Location!;
    }

    private async Task<string> Ready(StaffClient client, string headline)
    {
        var path = await Begin(client, headline);
        Assert.Equal(303, (await client.Send(path, path, ("body", Body))).Status);
        return path;
    }

    private async Task<string> Published(StaffClient client, string headline)
    {
        var path = await Ready(client, headline);
        Assert.Equal(303, (await client.Send(path + "/publish", path + "/publish")).Status);
        await app.Hear();
        return path;
    }

    private Task<string?> Public(string path)
    {
        var id = Guid.Parse(path.Split('/')[^1]);
        return app.InDb(db => db.Articles.Where(a => a.PublicId == id).Select(a => a.Path == null ? null : "/" + a.Path).SingleAsync());
    }

    private static async Task Keep(StaffClient client, string path, string headline)
    {
        var page = (await client.Page(path)).Page;
        using var post = new FormUrlEncodedContent([new("__RequestVerificationToken", Token(page)), new("base", "1"), new("headline", headline), new("section", page.QuerySelector("#section option[selected]")!.GetAttribute("value")!)]);
        using var answer = await client.Http.PostAsync(new Uri(path + "/draft", UriKind.Relative), post);
        Assert.Equal(200, (int)answer.StatusCode);
    }

    private static async Task Hold(StaffClient client, string path)
    {
        using var post = new FormUrlEncodedContent([new("__RequestVerificationToken", Token((await client.Page(path)).Page))]);
        using var answer = await client.Http.PostAsync(new Uri(path + "/hold", UriKind.Relative), post);
        Assert.Equal(200, (int)answer.StatusCode);
    }

    private static async Task Until(Func<Task<bool>> reached)
    {
        var limit = System.Diagnostics.Stopwatch.StartNew();
        while (!await reached())
        {
            Assert.True(limit.Elapsed < TimeSpan.FromSeconds(20), "It did not come about within twenty seconds.");
            await Task.Yield();
        }
    }
}

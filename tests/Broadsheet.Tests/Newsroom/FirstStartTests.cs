using Broadsheet.Core.Staff;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Newsroom;

/// <summary>The command line's ways in: the first start, <c>user add</c>; and the last administrator.</summary>
[Trait("Category", "Database")]
public sealed class FirstStartTests : IAsyncLifetime
{
    private readonly NewsroomApp _app = new();

    [Fact]
    public async Task Serving_a_newspaper_without_people_prints_a_link_that_makes_the_first_administrator()
    {
        await using var program = Commands.Program.Start(["serve", "--data", _app.Data.Path, "--urls", "http://127.0.0.1:0"]);
        var line = await program.Line("This link makes the first administrator: http://paper.example/newsroom/set-up?key=");
        var path = new Uri(line.Split(' ')[^1]).PathAndQuery;
        using var first = _app.Stranger();
        // The program's clock is the real one, the test's another: the link is made anew by the test's.
        var key = "";
        await _app.Change(async db => key = await new StaffLinks(db).Make(null, _app.Clock.GetUtcNow(), TimeSpan.FromHours(72), CancellationToken.None));
        Assert.Equal(410, (await first.Get(path)).Status);
        path = $"/newsroom/set-up?key={key}";
        Assert.Contains("That is no e-mail address", (await first.Send(path, ("email", "nobody"))).Words, StringComparison.Ordinal);
        var open = (await first.Page(path)).Page;
        Assert.Equal("/newsroom", (await first.Send(open, path, null, ("email", "first@paper.example"))).Location);
        Assert.Equal("/newsroom/welcome", (await first.Get("/newsroom")).Location);
        using var second = _app.Stranger();
        var late = await second.Get(path);
        Assert.Equal(410, late.Status);
        Assert.Contains("Somebody is an administrator here already", late.Words, StringComparison.Ordinal);
        Assert.Equal(StaffRole.Administrator, (await _app.InDb(db => db.StaffGrants.SingleAsync())).Role);
    }

    [Fact]
    public async Task User_add_prints_a_link_and_a_fresh_one_for_the_same_address()
    {
        var (exit, first, _) = await Add("guk@paper.example", "--role", "photo-editor", "--section", "city", "--name", "Guk Ha-ram");
        Assert.Equal(0, exit);
        Assert.Matches("^http://paper.example/newsroom/link\\?key=[A-Za-z0-9_-]{43}\n$", first);
        var (_, second, _) = await Add("GUK@paper.example", "--role", "moderator");
        Assert.NotEqual(first, second);
        var login = await _app.InDb(db => db.StaffLogins.SingleAsync());
        Assert.Equal(1, await _app.InDb(db => db.StaffLinks.CountAsync(l => l.LoginId == login.Id)));
        Assert.Equal([StaffRole.PhotoEditor, StaffRole.Moderator], await _app.InDb(db => db.StaffGrants.OrderBy(g => g.Id).Select(g => g.Role).ToListAsync()));
    }

    [Theory]
    [InlineData("no e-mail address", "nobody", "--role", "editor")]
    [InlineData("There are: contributor, reporter, photo-editor, copy-editor, editor, moderator, standards-board, administrator", "a@paper.example", "--role", "boss")]
    [InlineData("there is no such section", "a@paper.example", "--role", "editor", "--section", "nowhere")]
    [InlineData("--role", "a@paper.example")]
    public async Task User_add_says_in_one_line_what_is_wrong(string words, params string[] arguments)
    {
        var (exit, output, errors) = await Add(arguments);
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(words, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_whose_byline_has_the_address_keeps_their_articles()
    {
        Assert.Equal(0, (await Add("okdahyun@example.com", "--role", "reporter")).Exit);
        var person = await _app.InDb(db => db.StaffLogins.Join(db.People, l => l.PersonId, p => p.Id, (_, p) => p.Slug).SingleAsync());
        Assert.Equal("ok-da-hyun", person);
    }

    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        using var admin = await _app.SignIn(StaffRole.Administrator);
        using var local = await _app.SignIn(StaffRole.Administrator, "city");
        var at = $"/newsroom/people/{admin.LoginId}";
        foreach (var action in new[] { $"{at}/off", $"{at}/roles/take" })
        {
            await admin.Send(at, action);
            Assert.Contains("That is the last administrator. Make somebody else one first.", (await admin.Page(at)).Words, StringComparison.Ordinal);
        }
        using var second = await _app.SignIn(StaffRole.Administrator);
        Assert.Equal(303, (await admin.Send(at, $"{at}/roles/take")).Status);
        Assert.Equal(403, (await admin.Get(at)).Status);
    }

    public async ValueTask InitializeAsync() => await _app.InitializeAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task<(int Exit, string Output, string Errors)> Add(params string[] arguments) => Commands.Program.Run(["user", "add", .. arguments, "--data", _app.Data.Path]);
}

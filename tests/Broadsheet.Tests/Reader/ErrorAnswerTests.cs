using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Reader;

/// <summary>What went wrong, said to people as a page and to programs as problem details (RFC 9457).</summary>
[Trait("Category", "Database")]
public sealed partial class ErrorAnswerTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task People_get_a_page_with_a_way_on()
    {
        var withdrawn = await Withdrawn();
        foreach (var (path, status) in new[] { ("/nowhere", 404), (withdrawn, 410), ("/assets/none.css", 404), ("/media/none", 404) })
        {
            var answer = await world.Ask(path);
            Assert.Equal((status, "text/html"), (answer.Status, answer.Type));
            var page = Visit.Parse(answer.Text);
            Assert.Contains($"{status}", page.QuerySelector("main .status")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector("main h1"));
            Assert.NotNull(page.QuerySelector("main a[href='/']"));
            Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
        }
        Assert.Equal("ko", Visit.Parse((await world.Ask("/ko/nowhere")).Text).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Programs_get_problem_details()
    {
        var withdrawn = await Withdrawn();
        foreach (var accept in new[] { "application/json", "application/problem+json", "*/*" })
            foreach (var (path, status) in new[] { ("/nowhere", 404), (withdrawn, 410), ("/assets/none.css", 404) })
            {
                var answer = await world.Ask(path, ("Accept", accept));
                Assert.Equal((status, "application/problem+json"), (answer.Status, answer.Type));
                var problem = JsonDocument.Parse(answer.Text).RootElement;
                Assert.Equal(status, problem.GetProperty("status").GetInt32());
                Assert.Matches("^[0-9a-f]{32}$", problem.GetProperty("traceId").GetString());
            }
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_have_is_named_with_those_it_has()
    {
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, new HttpMethod("BREW") })
        {
            var answer = await world.Ask(method, "/city");
            Assert.Equal((405, "text/html"), (answer.Status, answer.Type));
            Assert.Equal("GET, HEAD", answer.Header("Allow"));
        }
        Assert.Equal("application/problem+json", (await world.Ask(HttpMethod.Post, "/city", ("Accept", "application/json"))).Type);
    }

    [Theory]
    [InlineData("/%ff%fe")]
    [InlineData("/a//b")]
    [InlineData("/a\\b")]
    [InlineData("/%0d%0aSet-Cookie:x")]
    [InlineData("/%F0%9F%8E%89")]
    [InlineData("/feed/none")]
    [InlineData("/qr/none.svg")]
    [InlineData("/ko/ko/city")]
    [InlineData("/fr/city")]
    public async Task Addresses_that_nobody_gave_out_are_not_found(string path) => Assert.Equal(404, await world.Status(path));

    [Theory]
    [InlineData("/%00")]
    [InlineData("/a%00b")]
    [InlineData("/feed/%00")]
    [InlineData("/qr/%00.svg")]
    [InlineData("/media/%00/%00")]
    public async Task An_address_with_a_nul_in_it_is_refused(string path) => Assert.Equal(400, await world.Status(path));

    [Fact]
    public async Task A_very_long_address_is_not_found() => Assert.Equal(404, await world.Status("/" + new string('a', 6000)));

    [Fact]
    public async Task A_broken_database_is_told_without_its_words_and_the_trace_is_in_the_log()
    {
        await using var paper = new World();
        await paper.InitializeAsync();
        await Break(paper);
        foreach (var path in new[] { "/archive", "/ko/by/ok-da-hyun", "/ko" + World.CouncilStory, "/feed" })
        {
            var answer = await paper.Ask(path);
            Assert.Equal((500, "text/html"), (answer.Status, answer.Type));
            Assert.StartsWith("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
            var page = Visit.Parse(answer.Text);
            Assert.Contains("500", page.QuerySelector("main .status")!.TextContent, StringComparison.Ordinal);
            Silent(answer.Text);
            var trace = Trace().Match(page.QuerySelector("main")!.TextContent).Value;
            Assert.Contains($"GET {path} 500 ", (await paper.Logged(trace)).Line, StringComparison.Ordinal);
        }
        var problem = await paper.Ask("/archive", ("Accept", "application/json"));
        Assert.Equal((500, "application/problem+json"), (problem.Status, problem.Type));
        Silent(problem.Text);
        Assert.Equal(200, await paper.Status("/healthz"));
        Assert.Contains(paper.Log.Lines, l => l.Line.Contains("Exception", StringComparison.Ordinal));
    }

    private static void Silent(string text)
    {
        foreach (var word in new[] { "Exception", "SQLite", "Npgsql", "   at ", "relation", "Sections", "malformed", "no such table" })
            Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<string> Withdrawn()
    {
        var path = await world.Publish(new("To be withdrawn", "city"));
        await world.Decide(path, (desk, article, placement) => desk.Withdraw(article, placement, "It had to go.", World.At(12), CancellationToken.None));
        return path;
    }

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex Trace();

    private static Task<int> Break(World paper) => paper.InDb(db => db.Database.ExecuteSqlRawAsync("DROP TABLE \"Listings\"; DROP TABLE \"Addresses\""));
}

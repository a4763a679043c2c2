using Broadsheet.Core.Articles;
using Broadsheet.Tests.History;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Broadsheet.Tests.Reader;

/// <summary>What a page costs the database.</summary>
[Trait("Category", "Database")]
public sealed class QueryCountTests(ITestOutputHelper output)
{
    // Small by nature: the tree of sections, and the one row that the newspaper says of itself.
    private static readonly string[] Small = ["Sections", "Newspapers"];

    private static readonly string[] Pages =
    [
        World.CouncilStory, "/ko" + World.CouncilStory, "/", "/ko/", "/city", "/city/council/harbor", "/by/ok-da-hyun", "/topic/breakwater",
        "/archive", "/2023", "/2023/09", "/2023/09/12", "/on-this-day", "/most-read", "/feed", "/feed/city", $"/qr{World.CouncilStory}.svg", "/no-such-page", World.CouncilStory + "-gone", "/search?q=council", "/search?q=cuoncil",
        "/corrections", "/ko/corrections", World.Column + "/history", World.Column + "/history/1", World.Column + "/history/2/changes", "/ko" + World.Column + "/history/2",
    ];

    [Fact]
    public async Task A_page_takes_the_same_number_of_queries_from_ten_articles_as_from_five_hundred()
    {
        using var queries = new Queries();
        await using var world = new World();
        await world.InitializeAsync();
        await world.WarmedUp();
        await queries.Follow(world);
        await Keep(world);
        var gone = await world.Publish(new("Gone", "city") { Slug = "council-mends-the-breakwater-gone" });
        await world.Decide(gone, (desk, article, placement) => desk.Withdraw(article, placement, null, World.At(12), CancellationToken.None));
        await Fill(world, 1, 10);
        var ten = await Count(world, queries);
        await Fill(world, 10, 500);
        var many = await Count(world, queries);
        foreach (var page in Pages)
            output.WriteLine($"{page}: {ten[page]} queries with 10 articles, {many[page]} with 500");
        Assert.Equal(ten, many);
        Assert.InRange(ten[World.CouncilStory], 1, 14);
    }

    [Fact]
    public async Task No_page_walks_through_a_table_that_grows()
    {
        using var queries = new Queries();
        await using var world = new World();
        await world.InitializeAsync();
        await world.WarmedUp();
        await queries.Follow(world);
        await Keep(world);
        await Fill(world, 1, 40);
        var illustrated = await world.Publish(new("With photos", "city"));
        await world.Illustrate(illustrated, await world.Take(1020), await world.Take(1022), await world.Take(1024));
        var walks = new List<string>();
        foreach (var page in Pages.Append("/city?before=1694476800000-1").Append(illustrated))
        {
            Empty(world);
            queries.Take();
            await world.Ask(page);
            foreach (var (sql, parameters) in queries.Take())
                foreach (var walk in await Walks(world, sql, parameters)) walks.Add($"{page}: {walk} in {sql}");
        }
        Assert.Empty(walks);
    }

    private static async Task<IEnumerable<string>> Walks(World world, string sql, (string Name, object? Value)[] parameters) => TestDatabase.OnPostgres
        ? (await PostgresPlans.Walks(world, sql, parameters)).Where(w => !Small.Any(t => w.Contains(t, StringComparison.Ordinal)))
        : (await Queries.Scans(world, sql, parameters)).Where(s => !IsSmall(s, sql));

    // A plan names tables by their alias in the query, and the parts of a query made for it in brackets.
    private static bool IsSmall(string scan, string sql)
    {
        var alias = scan.Split(' ')[1];
        return sql.Contains("WHERE 0", StringComparison.Ordinal) || alias.StartsWith('(') || alias == "CONSTANT" || Small.Any(t => sql.Contains($"\"{t}\" AS \"{alias}\"", StringComparison.Ordinal))
            || sql.Contains($") AS \"{alias}\"", StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, int>> Count(World world, Queries queries)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in Pages)
        {
            Empty(world);
            queries.Take();
            await world.Ask(page);
            counts[page] = queries.Take().Count;
        }
        return counts;
    }

    // What is in memory costs the database nothing.
    private static void Empty(World world)
    {
        var room = world.Services.GetRequiredService<PressRoom>();
        room.BeginAt(room.Heard);
    }

    // An article with a history, of which something is suppressed.
    private static async Task Keep(World world)
    {
        await world.Rewrite(World.Column, w => w with { Body = "<p>The first paragraph.</p><p>Another one, Zebulon.</p>" }, World.At(9));
        await world.Keep(World.Column, async (_, article, record) =>
        {
            await record.Correct(article, CorrectionKind.Clarification, "It was another one.", null, World.At(9), CancellationToken.None);
            await record.SuppressPassage(article, "Zebulon", SuppressionGround.Legal, "For the record.", null, World.At(9), CancellationToken.None);
        });
        await world.Keep(World.CouncilStory, (_, article, record) => record.SuppressPassage(article, "Zebulon", SuppressionGround.Legal, "For the record.", null, World.At(9), CancellationToken.None));
    }

    // In one write, with every article in every kind of list.
    private static Task Fill(World world, int from, int to) => world.Change(async db =>
    {
        for (var i = from; i < to; i++)
        {
            var article = await World.Publish(db, new($"Filler {i}", "city/council/harbor") { Keyword = "breakwater", At = World.At(7).AddMinutes(-i), Also = ["opinion"] });
            db.Add(new Correction { ArticleId = article.Id, Language = "en", Html = "A note.", At = World.At(7), VersionNumber = 1 });
        }
        await db.Articles.CountAsync();
    });
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Wire;

/// <summary>Imports that are killed, and imports that meet.</summary>
[Trait("Category", "Database")]
public sealed class BrokenOffTests(ImportPaper paper) : IClassFixture<ImportPaper>
{
    [Fact]
    public async Task After_a_kill_everything_told_is_there_and_the_next_run_does_the_rest_once()
    {
        var file = paper.Write("thousand.json", Items("thousand", 1_000));
        var told = new List<WireLine>();
        using (var process = paper.Start("import", file, "--publish", "--json"))
        {
            while (told.Count < 200 && await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
                told.Add(JsonSerializer.Deserialize<WireLine>(line, JsonSerializerOptions.Web)!);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.NotEqual(0, process.ExitCode);
        }
        Assert.Equal(200, told.Count);
        var kept = await paper.InDb(db => db.WireItems.Where(w => w.ArticleId != null).Select(w => w.Guid).ToHashSetAsync());
        Assert.All(told, line => Assert.Contains(line.Id!, kept));
        Assert.InRange(kept.Count, 200, 999);

        var second = await paper.Import(file);
        Assert.Equal((0, 1_000, kept.Count), (second.Code, second.Lines.Count, second.Count("unchanged")));
        Assert.Equal(1_000 - kept.Count, second.Count("created"));
        foreach (var line in told.Take(3)) Assert.Equal(200, await paper.Status(line.Address()));
        await paper.NothingIsDoubled();
        Assert.Equal((1_000, 1_000), await paper.InDb(async db => (await db.Articles.CountAsync(a => a.Headline.StartsWith("thousand ")), await db.Articles.Where(a => a.Headline.StartsWith("thousand ")).Select(a => a.Path).Distinct().CountAsync())));
    }

    [Fact]
    public async Task Two_imports_of_the_same_files_at_once_make_every_article_once()
    {
        for (var i = 0; i < 3; i++) paper.Write($"twice/{i}.json", Items($"twice-{i}", 250));
        paper.Write("twice/a.jpg", Media.Drawing.File(".jpg", 440, 300));
        paper.Write("twice/9.json", Wires.Ninjs("twice-photo", headline: "twice with a photo", more:
            ("associations", System.Text.Json.Nodes.JsonNode.Parse("""{"p":{"type":"picture","uri":"urn:x:p","renditions":{"r":{"href":"a.jpg","mimetype":"image/jpeg"}}}}"""))));
        var runs = await Task.WhenAll(paper.Import(Path.Combine(paper.Wire, "twice")), paper.Import(Path.Combine(paper.Wire, "twice")));
        Assert.All(runs, run => Assert.Equal((0, "", 751), (run.Code, run.Error, run.Lines.Count)));
        Assert.All(runs[0].Lines.Zip(runs[1].Lines), pair => Assert.Equal(["created", "unchanged"], new[] { pair.First.Status, pair.Second.Status }.Order(StringComparer.Ordinal)));
        await paper.NothingIsDoubled();
        Assert.Equal(751, await paper.InDb(db => db.Articles.CountAsync(a => a.Headline.StartsWith("twice"))));
    }

    private static string Items(string name, int count) =>
        $"[{string.Join(",\n", Enumerable.Range(0, count).Select(i => Wires.Ninjs($"{name}-{i}", headline: $"{name} {i % 500}", body: $"<p>Item {i} of many.</p>", more: ("byline", $"By Reporter {i % 40}"))))}]";
}

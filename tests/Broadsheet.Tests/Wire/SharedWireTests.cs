using Broadsheet.Core.Articles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Wire;

/// <summary>The agencies' own files, through the command line.</summary>
[Trait("Category", "Database")]
public sealed class SharedWireTests(ImportPaper paper) : IClassFixture<ImportPaper>
{
    private static readonly string[] Sets = ["wire-newsml-g2/releases", "wire-newsml-g2/tests/unit_test_files", "wire-apa-newsml-g2", "wire-newsmlg2-catalogs", "wire-ninjs"];

    [Fact]
    public async Task Every_file_is_accounted_for_and_a_second_import_changes_nothing()
    {
        var folders = Sets.Select(set => Path.Combine(SharedData.Folder(set.Split('/')[0]), Path.Combine([.. set.Split('/').Skip(1)]))).ToArray();
        var files = folders.SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)).Where(f => Path.GetExtension(f) is ".xml" or ".json").Count();
        var first = await paper.Import(folders);
        Assert.Equal("", first.Error);
        Assert.True(first.Lines.Count >= files, $"{files} files gave {first.Lines.Count} lines.");
        // What the suites mean to fail and the fragments among the examples are refused: nothing of what is meant to pass.
        Assert.DoesNotContain(first.Lines, l => l.Status == "failed" && l.Error!.Contains("should_pass", StringComparison.Ordinal));
        Assert.DoesNotContain(first.Lines, l => l.Error?.Contains("could not be filed", StringComparison.Ordinal) == true);

        var rows = await paper.Rows();
        var second = await paper.Import(folders);
        Assert.All(second.Lines, l => Assert.Contains(l.Status, new[] { "unchanged", "skipped", "failed" }));
        Assert.Equal(first.Lines.Count, second.Lines.Count);
        Assert.Equal(rows, await paper.Rows());

        foreach (var line in first.Lines.Where(l => l.Url is not null).DistinctBy(l => l.Url))
        {
            var (path, now) = (line.Address()[1..], paper.Clock.GetUtcNow());
            var status = await paper.Status(line.Address());
            var isDue = await paper.InDb(db => db.Articles.Where(a => a.Path == path).Select(a => a.State == ArticleState.Published && a.PublishedAt <= now).SingleAsync());
            Assert.True(status == (isDue ? 200 : 404) || status == 410, $"{line.Address()} answered {status}.");
        }
        Assert.All(await paper.InDb(db => db.ArticleVersions.Select(v => v.Body).ToListAsync()), body => Assert.Equal(BodyDialect.Normalise(body), body));
    }
}

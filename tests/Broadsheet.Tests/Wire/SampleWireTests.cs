using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Wire;

/// <summary>The sample wire does what samples/README.md says, through the command line.</summary>
[Trait("Category", "Database")]
public sealed class SampleWireTests(ImportPaper paper) : IClassFixture<ImportPaper>
{
    [Fact]
    public async Task The_sample_wire_makes_corrects_and_withdraws_articles_and_twice_is_once()
    {
        await using var empty = new ImportPaper();
        await empty.InitializeAsync();
        var run = await empty.Import(ImportPaper.Samples);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(0, run.Count("failed"));
        Assert.EndsWith(":trawler-package", Assert.Single(run.Lines, l => l.Status == "skipped").Id, StringComparison.Ordinal);
        Assert.All(run.Lines.Where(l => l.Status == "created" && l.Url is not null), l => Assert.StartsWith("http://paper.example/2023/09/", l.Url, StringComparison.Ordinal));

        var storm = run.Lines.Where(l => l.Id!.EndsWith(":storm", StringComparison.Ordinal)).ToList();
        Assert.Equal(["created", "updated"], storm.Select(l => l.Status));
        Assert.Equal(storm[0].Url, storm[1].Url);
        Assert.Contains("4-meter swell", await empty.Page(storm[1].Address()), StringComparison.Ordinal);

        var fares = run.Lines.Where(l => l.Id!.EndsWith(":ferry-fares", StringComparison.Ordinal)).ToList();
        Assert.Equal(["created", "updated"], fares.Select(l => l.Status));
        Assert.Equal(410, await empty.Status(fares[0].Address()));
        Assert.DoesNotContain("joke", await empty.Page("/feed"), StringComparison.Ordinal);

        Assert.EndsWith("/2023/09/12/cheongsol-cement-to-restart-its-second-kiln", run.Line(":cement").Url, StringComparison.Ordinal);
        foreach (var line in run.Lines.Where(l => l.Url is not null && !l.Id!.EndsWith(":ferry-fares", StringComparison.Ordinal)))
            Assert.Equal(200, await empty.Status(line.Address()));

        var rows = await empty.Rows();
        var again = await empty.Import(ImportPaper.Samples);
        Assert.Equal((0, again.Lines.Count), (again.Code, again.Count("unchanged")));
        Assert.Equal(run.Lines.Count, again.Lines.Count);
        Assert.Equal(rows, await empty.Rows());
        await empty.NothingIsDoubled();
    }

    [Fact]
    public async Task A_picture_of_a_package_that_comes_twice_is_one_photo_with_one_caption_and_its_own_alt_text()
    {
        await paper.Import(ImportPaper.Samples);
        var hashes = await paper.InDb(db => db.Photos.Select(p => p.Hash).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, hashes.Count);
        Assert.Equal(2, hashes.Distinct(StringComparer.Ordinal).Count());
        var path = await paper.InDb(db => db.Articles.Where(a => a.Headline.StartsWith("Squid boats")).Select(a => a.Path).SingleAsync());
        var page = await paper.Page("/" + path);
        var seen = System.Text.RegularExpressions.Regex.Replace(page, "<script.*?</script>|<meta[^>]*>", "", System.Text.RegularExpressions.RegexOptions.Singleline);
        Assert.Equal(2, seen.Split("here with the trawler Haedoji 7").Length);
        Assert.Contains("alt=\"A small trawler with raised nets", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newspaper_without_sections_gets_one_in_both_languages()
    {
        await paper.Import(ImportPaper.Samples);
        var section = Assert.Single(await paper.InDb(db => db.Sections.ToListAsync()));
        Assert.Equal(("news", "News", "뉴스"), (section.Path, section.Name.In("en"), section.Name.In("ko")));
        Assert.Equal(200, await paper.Status("/news"));
    }

    [Fact]
    public async Task Topics_become_keywords_named_in_both_languages()
    {
        await paper.Import(ImportPaper.Samples);
        Assert.Contains("Economy and business", await paper.Page("/topic/economy-and-business"), StringComparison.Ordinal);
        Assert.Contains("경제", await paper.Page("/ko/topic/economy-and-business"), StringComparison.Ordinal);
    }
}

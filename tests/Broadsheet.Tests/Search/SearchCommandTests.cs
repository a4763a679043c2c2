using Broadsheet.Core.Search;
using Broadsheet.Tests.Wire;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Search;

/// <summary><c>broadsheet search rebuild</c>, beside a server that holds the index.</summary>
[Trait("Category", "Database")]
public sealed class SearchCommandTests(ImportPaper paper) : IClassFixture<ImportPaper>
{
    [Fact]
    public async Task The_index_is_built_anew_and_its_articles_are_counted()
    {
        var ct = TestContext.Current.CancellationToken;
        Assert.Equal(0, (await paper.Import(paper.Write("few.json", $"[{string.Join(',', Enumerable.Range(0, 30).Select(i => Wires.Ninjs($"few-{i}", headline: $"Cormorant {i}")))}]"))).Code);
        await paper.Hear();
        await paper.InDb(db => db.SearchDocuments.ExecuteUpdateAsync(s => s.SetProperty(d => d.Head, ""), ct));
        var run = await paper.Run("search", "rebuild");
        Assert.Equal((0, "30 articles are in the index.\n", ""), (run.Code, run.Output, run.Error));
        Assert.False(await paper.InDb(db => db.SearchDocuments.AnyAsync(d => d.Head == "", ct)));
        Assert.Equal(30, (await paper.InDb(db => db.MakeSearchIndex().Find(new([SearchQuery.Read("cormorants")!.Terms[0].Phrases], [], [], null, 0, long.MaxValue), 100, ct))).Count);
    }
}

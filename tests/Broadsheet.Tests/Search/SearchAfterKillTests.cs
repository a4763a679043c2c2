using Broadsheet.Core.Articles;
using Broadsheet.Core.Search;
using Broadsheet.Tests.Wire;
using Broadsheet.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Broadsheet.Tests.Search;

/// <summary>A server that is killed while it indexes.</summary>
[Trait("Category", "Database")]
public sealed class SearchAfterKillTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_kill_in_the_middle_the_next_process_completes_the_index_and_doubles_nothing()
    {
        await using var paper = new UnindexedPaper();
        await paper.InitializeAsync();
        Assert.Equal(0, (await paper.Import(paper.Write("many.json", $"[{string.Join(',', Enumerable.Range(0, 1_500).Select(i => Wires.Ninjs($"many-{i}", headline: $"Lighthouse {i}", body: $"<p>Beam number {i}.</p>")))}]"))).Code);
        using (var server = paper.Start("serve", "--urls", "http://127.0.0.1:0"))
        {
            try
            {
                using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
                while (await After(paper) is null or 0) limit.Token.ThrowIfCancellationRequested();
            }
            finally
            {
                server.Kill();
                await server.WaitForExitAsync(Ct);
            }
        }
        var after = await After(paper);
        await paper.InDb(db => db.Consumers.ExecuteUpdateAsync(s => s.SetProperty(c => c.LeaseUntil, (DateTimeOffset?)null), Ct));
        while ((await paper.InDb(db => SearchProgress.Advance(db, "next", TimeProvider.System.GetUtcNow(), Ct))).Step != SearchStep.UpToDate) { }
        var (articles, documents) = await paper.InDb(async db => (await db.Articles.CountAsync(a => a.State == ArticleState.Published, Ct), await db.SearchDocuments.CountAsync(Ct)));
        Assert.Equal(articles, documents);
        Assert.InRange(after ?? 0, 1, long.MaxValue);
        var found = await paper.InDb(async db => await db.MakeSearchIndex().Find(new([SearchQuery.Read("lighthouse")!.Terms[0].Phrases], [], [], null, 0, long.MaxValue), 5_000, Ct));
        Assert.Equal(1_500, found.Count);
    }

    // Another process has to do the indexing.
    private sealed class UnindexedPaper : ImportPaper
    {
        public override Task Hear() => Task.CompletedTask;

        protected override void Configure(IServiceCollection services) => services.Remove(services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationFactory?.Method.ReturnType == typeof(SearchJob)));
    }

    private static Task<long?> After(ImportPaper paper) => paper.InDb(async db =>
        await db.Consumers.AsNoTracking().Where(c => c.Name == SearchProgress.Name).Select(c => c.State).SingleOrDefaultAsync(Ct) is { } state
            ? System.Text.Json.JsonSerializer.Deserialize<SearchProgress>(state)!.After : null);
}

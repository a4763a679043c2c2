using Xunit;

namespace Broadsheet.Tests.Reader;

/// <summary>Long lists, page by page.</summary>
[Trait("Category", "Database")]
public sealed class PagingTests(PagingTests.LongLists lists) : IClassFixture<PagingTests.LongLists>
{
    [Theory]
    [InlineData("/national")]
    [InlineData("/national/north-korea")]
    [InlineData("/by/ok-da-hyun")]
    [InlineData("/topic/breakwater")]
    [InlineData("/2023/09/10")]
    public async Task Pages_follow_without_gap_or_double(string path)
    {
        var (seen, pages) = (new List<string>(), 0);
        for (var next = path; next is not null; pages++)
        {
            var page = await lists.World.Read(next);
            seen.AddRange(page.ArticleLinks());
            var older = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
            next = older is not null && older.StartsWith(path + "?before=", StringComparison.Ordinal) ? older : null;
            Assert.Equal(pages > 0, page.QuerySelector("meta[name=robots][content=noindex]") is not null);
            if (pages > 0) Assert.Contains(path, page.QuerySelectorAll("a[rel=prev]").Select(a => a.GetAttribute("href")));
        }
        Assert.True(pages >= 2, $"{path} has one page only");
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Empty(lists.Paths.Except(seen));
    }

    [Fact]
    public async Task A_page_that_was_linked_stays_the_same_when_something_new_is_printed()
    {
        var older = (await lists.World.Read("/topic/breakwater")).QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var before = (await lists.World.Read(older)).ArticleLinks();
        await lists.World.Publish(new("Newer than all", "city") { Keyword = "breakwater", At = World.At(19) });
        Assert.Equal(before, (await lists.World.Read(older)).ArticleLinks());
    }

    [Theory]
    [InlineData("/national?before=")]
    [InlineData("/national?before=abc")]
    [InlineData("/national?before=1-2-3")]
    [InlineData("/national?before=-1-2")]
    [InlineData("/national?before=253402300800000-1")]
    [InlineData("/national?before=99999999999999999999-1")]
    [InlineData("/national?before=1694476800000")]
    [InlineData("/national?before=%00")]
    [InlineData("/national?before=1%27%20OR%201=1--")]
    [InlineData("/by/ok-da-hyun?before=x")]
    [InlineData("/topic/breakwater?before=x")]
    public async Task A_place_in_a_list_that_is_none_is_not_found(string path) => Assert.Equal(404, await lists.World.Status(path));

    [Fact]
    public async Task Behind_the_last_article_there_is_an_empty_list_and_a_way_back()
    {
        var page = await lists.World.Read("/national?before=1-1");
        Assert.Empty(page.ArticleLinks());
        Assert.NotNull(page.QuerySelector("a[rel=prev]"));
    }

    /// <summary>A world with more than a page of articles; several share a moment.</summary>
    public sealed class LongLists : IAsyncLifetime
    {
        /// <summary>The newspaper.</summary>
        public World World { get; } = new();

        /// <summary>Addresses of the long list.</summary>
        public List<string> Paths { get; } = [];

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            await World.InitializeAsync();
            for (var i = 0; i < 104; i++)
                Paths.Add(await World.Publish(new($"Item {i}", "national/north-korea") { Keyword = "breakwater", At = World.At(8 + (i / 20), day: 10) }));
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => World.DisposeAsync();
    }
}

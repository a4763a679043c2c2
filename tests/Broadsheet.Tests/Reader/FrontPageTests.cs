using Broadsheet.Core.Articles;
using Xunit;

namespace Broadsheet.Tests.Reader;

/// <summary>Fronts through HTTP: one newspaper in two languages with everything in it.</summary>
[Trait("Category", "Database")]
public sealed class FrontPageTests(FrontPageTests.Paper paper) : IClassFixture<FrontPageTests.Paper>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/ko/")]
    [InlineData("/city")]
    [InlineData("/city/council")]
    [InlineData("/opinion")]
    [InlineData("/ko/national")]
    public async Task No_article_stands_on_a_front_twice(string path)
    {
        var links = (await paper.World.Read(path)).ArticleLinks();
        Assert.NotEmpty(links);
        Assert.Empty(links.GroupBy(l => l).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public async Task The_lead_is_the_weightiest_new_story_and_each_edition_has_its_own()
    {
        Assert.Equal(World.CouncilStory, await Lead("/"));
        Assert.Equal(World.CouncilStoryInKorean, await Lead("/ko/"));
        Assert.Equal(World.CouncilStory, await Lead("/city/council/harbor"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/city")]
    [InlineData("/national")]
    [InlineData("/opinion")]
    public async Task Opinion_sponsored_and_retracted_articles_stand_below_and_not_at_the_top(string path)
    {
        var page = await paper.World.Read(path);
        var top = page.QuerySelectorAll(".front-top a[href]").Select(a => a.GetAttribute("href")).ToList();
        Assert.DoesNotContain(top, h => paper.NeverLeading.Contains(h!));
        Assert.Contains(page.ArticleLinks(), l => paper.NeverLeading.Contains(l));
    }

    [Fact]
    public async Task A_front_is_composed_and_not_a_list()
    {
        var page = await paper.World.Read("/");
        Assert.Single(page.QuerySelectorAll(".teaser.lead"));
        Assert.Equal(3, page.QuerySelectorAll(".teaser.second").Length);
        Assert.True(page.QuerySelectorAll(".band").Length >= 3);
        Assert.Equal(8, page.QuerySelectorAll(".recent li").Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("city")]
    [InlineData("national/north-korea")]
    [InlineData("by/ok-da-hyun")]
    [InlineData("topic/breakwater")]
    [InlineData("2023/09/12")]
    [InlineData("feed")]
    [InlineData("feed/city")]
    public async Task Every_front_and_list_has_an_edition_in_each_language_made_of_articles_in_it(string path)
    {
        var (english, korean) = (await Articles("/" + path), await Articles("/ko/" + path));
        Assert.NotEmpty(english);
        Assert.NotEmpty(korean);
        Assert.All(english, a => Assert.DoesNotContain(a, paper.Korean));
        Assert.All(korean, a => Assert.Contains(a, paper.Korean));
    }

    [Fact]
    public async Task The_archive_counts_each_edition_for_itself()
    {
        var counts = new List<string>();
        foreach (var prefix in new[] { "/", "/ko/" })
            counts.Add(string.Concat((await paper.World.Read(prefix + "archive")).QuerySelector($"a[href='{prefix}2023/09'] + .count")!.TextContent.Where(char.IsAsciiDigit)));
        Assert.Equal([$"{paper.English.Count}", $"{paper.Korean.Count}"], counts);
    }

    [Fact]
    public async Task A_retracted_article_is_named_as_such_in_lists_and_its_standfirst_is_gone()
    {
        foreach (var path in new[] { "/city", "/by/ok-da-hyun", "/2023/09/12" })
        {
            var teaser = (await paper.World.Read(path)).QuerySelectorAll("main article").Single(a => a.QuerySelector($"a[href='{paper.Retracted}']") is not null);
            Assert.Contains("Retracted", teaser.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("What was never so.", teaser.TextContent, StringComparison.Ordinal);
        }
    }

    private async Task<List<string>> Articles(string path) => path.Contains("feed", StringComparison.Ordinal)
        ? [.. System.Xml.Linq.XDocument.Parse(await paper.World.Page(path)).Descendants("item").Select(i => new Uri(i.Element("link")!.Value).AbsolutePath)]
        : (await paper.World.Read(path)).ArticleLinks();

    private async Task<string?> Lead(string path) => (await paper.World.Read(path)).QuerySelector(".teaser.lead .headline a")!.GetAttribute("href");

    /// <summary>The world with sixty more articles of every kind, in both languages, own and from a wire.</summary>
    public sealed class Paper : IAsyncLifetime
    {
        private static readonly string[] Sections = ["city", "city/council", "city/council/harbor", "national", "national/north-korea", "opinion"];

        /// <summary>The newspaper.</summary>
        public World World { get; } = new();

        /// <summary>Addresses of the English articles.</summary>
        public HashSet<string> English { get; } = [World.CouncilStory, World.Column];

        /// <summary>Addresses of the Korean articles.</summary>
        public HashSet<string> Korean { get; } = [World.CouncilStoryInKorean];

        /// <summary>Addresses of what has no place at the top.</summary>
        public HashSet<string> NeverLeading { get; } = [World.Column];

        /// <summary>The address of a retracted article.</summary>
        public string Retracted { get; private set; } = "";

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            await World.InitializeAsync();
            for (var i = 0; i < 60; i++)
            {
                var (kind, section) = ((ArticleKind)(i % 9), Sections[i % 6]);
                var path = await World.Publish(new($"Story {i} of the day", section)
                {
                    Kind = kind,
                    Language = i % 4 == 0 ? "ko" : "en",
                    Priority = 3 + (i * 5 % 7),
                    WireSource = i % 5 == 0 ? "urn:agency" : null,
                    At = World.At(18 - (i % 12), i),
                    Also = i % 3 == 0 ? [Sections[(i + 1) % 6]] : [],
                    Keyword = "breakwater",
                });
                (i % 4 == 0 ? Korean : English).Add(path);
                if (kind is ArticleKind.Opinion or ArticleKind.Editorial or ArticleKind.Sponsored) NeverLeading.Add(path);
            }
            for (var i = 0; i < 3; i++)
                English.Add(await World.Publish(new($"Council sits, part {i}", "city/council") { Priority = 3, At = World.At(19, i) }));
            Retracted = await World.Publish(new("A scoop that was none", "city") { Priority = 1, Standfirst = "What was never so.", At = World.At(19, 30) });
            await World.Decide(Retracted, (desk, article, placement) =>
            {
                desk.Retract(article, placement, "None of it happened.", World.At(19, 40));
                return Task.CompletedTask;
            });
            English.Add(Retracted);
            NeverLeading.Add(Retracted);
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => World.DisposeAsync();
    }
}

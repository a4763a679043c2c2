using Xunit;

namespace Broadsheet.Tests.Reader;

/// <summary>Languages: of the article, of the interface, of the edition.</summary>
[Trait("Category", "Database")]
public sealed class EditionTests(World world) : IClassFixture<World>
{
    [Theory]
    [InlineData(World.CouncilStory, "en", "Council mends the breakwater")]
    [InlineData(World.CouncilStoryInKorean, "ko", "의회, 방파제 보수")]
    [InlineData("/ko" + World.CouncilStory, "ko", "Council mends the breakwater")]
    [InlineData("/en" + World.CouncilStoryInKorean, "en", "의회, 방파제 보수")]
    public async Task An_article_opens_in_the_interface_of_its_own_language_or_of_the_prefix(string path, string language, string headline)
    {
        var page = await world.Read(path);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(headline, page.QuerySelector("h1")!.TextContent);
        Assert.Contains(language == "ko" ? "로그인" : "log in", page.QuerySelector(".comments .locked")!.TextContent, StringComparison.Ordinal);
        var plain = path[..4] is "/ko/" or "/en/" ? path[3..] : path;
        Assert.Equal("http://paper.example" + plain, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_prefix_of_an_articles_own_language_leads_to_its_plain_address()
    {
        var answer = await world.Ask("/en" + World.CouncilStory);
        Assert.Equal((301, World.CouncilStory), (answer.Status, answer.Location));
        answer = await world.Ask("/ko" + World.CouncilStoryInKorean);
        Assert.Equal((301, World.CouncilStoryInKorean), (answer.Status, answer.Location));
    }

    [Theory]
    [InlineData("/en/", "/")]
    [InlineData("/en", "/")]
    [InlineData("/en/city/council", "/city/council")]
    [InlineData("/en/by/ok-da-hyun", "/by/ok-da-hyun")]
    [InlineData("/en/topic/breakwater", "/topic/breakwater")]
    [InlineData("/en/archive", "/archive")]
    [InlineData("/en/2023", "/2023")]
    [InlineData("/en/2023/09", "/2023/09")]
    [InlineData("/en/on-this-day", "/on-this-day")]
    [InlineData("/en/2023/09/12", "/2023/09/12")]
    [InlineData("/en/feed", "/feed")]
    [InlineData("/en/feed/city", "/feed/city")]
    public async Task Lists_of_the_first_language_have_no_prefix(string path, string plain)
    {
        var answer = await world.Ask(path);
        Assert.Equal((301, plain), (answer.Status, answer.Location));
    }

    [Fact]
    public async Task An_article_links_to_its_translation_and_to_itself_in_the_other_interface()
    {
        foreach (var (path, other, prefix, language) in new[] { (World.CouncilStory, World.CouncilStoryInKorean, "/ko", "ko"), (World.CouncilStoryInKorean, World.CouncilStory, "/en", "en") })
        {
            var page = await world.Read(path);
            var translation = page.QuerySelector(".translation a")!;
            Assert.Equal((other, language), (translation.GetAttribute("href"), translation.GetAttribute("hreflang")));
            Assert.Contains(prefix + path, page.QuerySelectorAll(".masthead .folio a").Select(a => a.GetAttribute("href")));
        }
    }

    [Theory]
    [InlineData(World.CouncilStory)]
    [InlineData("/")]
    [InlineData("/city")]
    [InlineData("/city/council/harbor")]
    [InlineData("/by/ok-da-hyun")]
    [InlineData("/topic/breakwater")]
    [InlineData("/archive")]
    [InlineData("/2023")]
    [InlineData("/2023/09")]
    [InlineData("/on-this-day")]
    [InlineData("/2023/09/12")]
    public async Task Language_versions_name_each_other_and_themselves(string path)
    {
        var versions = await Alternates(path);
        Assert.Equal(["en", "ko", "x-default"], versions.Keys.Order());
        Assert.Equal(versions["en"], versions["x-default"]);
        foreach (var language in new[] { "en", "ko" })
        {
            var at = new Uri(versions[language]).AbsolutePath;
            Assert.Equal(versions, await Alternates(at));
            Assert.Equal(versions[language], (await world.Read(at)).QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task An_article_without_translation_names_no_other_version() => Assert.Empty(await Alternates(World.Column));

    [Fact]
    public async Task Neither_cookie_nor_preferred_language_of_a_browser_changes_an_address()
    {
        var plain = await world.Ask("/");
        var korean = await world.Ask("/", ("Accept-Language", "ko-KR,ko;q=0.9"), ("Cookie", "language=ko"));
        Assert.Equal(plain.Bytes, korean.Bytes);
        Assert.DoesNotContain("Accept-Language", plain.Header("Vary"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Cookie", plain.Header("Vary"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Sections_and_people_have_their_names_in_both_languages()
    {
        Assert.Equal("시의회", (await world.Read("/ko/city/council")).QuerySelector("h1")!.TextContent);
        Assert.Equal("옥다현", (await world.Read("/ko/by/ok-da-hyun")).QuerySelector("h1")!.TextContent);
        Assert.Equal("방파제", (await world.Read("/ko/topic/breakwater")).QuerySelector("h1")!.TextContent);
    }

    private async Task<Dictionary<string, string>> Alternates(string path) =>
        (await world.Read(path)).QuerySelectorAll("link[rel=alternate][hreflang]").ToDictionary(l => l.GetAttribute("hreflang")!, l => l.GetAttribute("href")!);
}

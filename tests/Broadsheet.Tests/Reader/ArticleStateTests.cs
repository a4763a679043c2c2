using Xunit;

namespace Broadsheet.Tests.Reader;

/// <summary>What readers get of an article in each of its states.</summary>
[Trait("Category", "Database")]
public sealed class ArticleStateTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task A_published_article_answers_with_its_headline()
    {
        var page = await world.Page(World.CouncilStory);
        Assert.Contains("<h1>Council mends the breakwater</h1>", page, StringComparison.Ordinal);
        Assert.Contains("The first paragraph.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_article_answers_410_with_its_notice()
    {
        var path = await world.Publish(new("A story that has to go", "city"));
        await world.Decide(path, (desk, article, placement) => desk.Withdraw(article, placement, "It named a child.", World.At(12), CancellationToken.None));
        using var response = await world.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(410, (int)response.StatusCode);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("It named a child.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("The first paragraph.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("A story that has to go", await world.Page("/"), StringComparison.Ordinal);
        Assert.DoesNotContain("A story that has to go", await world.Page("/feed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retracted_article_keeps_its_address_and_shows_the_notice_in_place_of_the_text()
    {
        var path = await world.Publish(new("A story that was wrong", "city"));
        await world.Decide(path, (desk, article, placement) =>
        {
            desk.Retract(article, placement, "None of it happened.", World.At(12));
            return Task.CompletedTask;
        });
        var page = await world.Page(path);
        Assert.Contains("None of it happened.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("The first paragraph.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_answers_404() => Assert.Equal(404, await world.Status("/2023/09/12/no-such-story"));

    [Fact]
    public async Task An_embargoed_article_is_nowhere_until_its_time()
    {
        var path = await world.Publish(new("Embargoed budget", "city") { At = World.At(8, day: 20) });
        Assert.Equal(404, await world.Status(path));
        Assert.DoesNotContain("Embargoed budget", await world.Page("/"), StringComparison.Ordinal);
        Assert.DoesNotContain("Embargoed budget", await world.Page("/city"), StringComparison.Ordinal);
        Assert.DoesNotContain("Embargoed budget", await world.Page("/feed"), StringComparison.Ordinal);
        Assert.Equal(404, await world.Status("/2023/09/20"));
    }
}

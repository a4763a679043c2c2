using Broadsheet.Core;
using Broadsheet.Core.Sections;
using Broadsheet.Tests.Reader;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Model;

/// <summary>Sections that move, and what stood in them.</summary>
[Trait("Category", "Database")]
public sealed class SectionMoveTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task A_tree_goes_as_deep_as_the_newspaper_likes()
    {
        var path = "depth";
        await Add(null, "depth");
        for (var level = 1; level <= 12; level++)
        {
            await Add(path, $"level-{level}");
            path += $"/level-{level}";
        }
        var page = await world.Read("/" + path);
        Assert.Equal(14, page.QuerySelectorAll(".crumbs li").Length);
        var story = await world.Publish(new("Deep down", path) { Slug = "deep-down" });
        Assert.Contains(story, (await world.Read("/depth")).ArticleLinks());
    }

    [Fact]
    public async Task Old_addresses_of_a_moved_section_and_of_its_children_lead_to_the_new_ones_in_every_edition()
    {
        await Add(null, "alpha");
        await Add("alpha", "beta");
        await Add("alpha/beta", "gamma");
        await Add(null, "omega");
        await Move("alpha/beta", "omega", "delta");
        Assert.Equal((301, "/omega/delta"), await Redirect("/alpha/beta"));
        Assert.Equal((301, "/omega/delta/gamma"), await Redirect("/alpha/beta/gamma"));
        Assert.Equal((301, "/ko/omega/delta/gamma"), await Redirect("/ko/alpha/beta/gamma"));
        Assert.Equal((301, "/feed/omega/delta/gamma"), await Redirect("/feed/alpha/beta/gamma"));
        Assert.Equal((301, "/ko/feed/omega/delta"), await Redirect("/ko/feed/alpha/beta"));
        Assert.Equal(200, await world.Status("/omega/delta/gamma"));
        Assert.Equal(200, await world.Status("/feed/omega/delta/gamma"));
    }

    [Fact]
    public async Task A_section_moved_twice_is_one_step_away_from_each_old_address_and_moved_back_it_is_home()
    {
        await Add(null, "wander");
        await Add("wander", "child");
        await Add(null, "second-place");
        await Add(null, "third-place");
        await Move("wander", "second-place", "wander");
        await Move("second-place/wander", "third-place", "stray");
        Assert.Equal((301, "/third-place/stray"), await Redirect("/wander"));
        Assert.Equal((301, "/third-place/stray"), await Redirect("/second-place/wander"));
        Assert.Equal((301, "/third-place/stray/child"), await Redirect("/wander/child"));
        await Move("third-place/stray", null, "wander");
        Assert.Equal(200, await world.Status("/wander"));
        Assert.Equal(200, await world.Status("/wander/child"));
        Assert.Equal((301, "/wander"), await Redirect("/second-place/wander"));
        Assert.Equal((301, "/wander"), await Redirect("/third-place/stray"));
        Assert.Equal((301, "/wander/child"), await Redirect("/third-place/stray/child"));
    }

    [Fact]
    public async Task An_old_address_is_never_given_to_another_section()
    {
        await Add(null, "letters");
        await Add(null, "mailbag");
        await Move("letters", "mailbag", "letters");
        await Assert.ThrowsAsync<ArgumentException>(() => Add(null, "letters"));
        await Add(null, "postcards");
        await Assert.ThrowsAsync<ArgumentException>(() => Move("postcards", null, "letters"));
        Assert.Equal((301, "/mailbag/letters"), await Redirect("/letters"));
        Assert.Equal(200, await world.Status("/postcards"));
    }

    [Fact]
    public async Task A_section_cannot_go_below_itself_nor_take_a_word_of_the_house()
    {
        await Add(null, "circle");
        await Add("circle", "inner");
        await Assert.ThrowsAsync<ArgumentException>(() => Move("circle", "circle/inner", "circle"));
        foreach (var taken in new[] { "newsroom", "ko", "eng", "2023", "feed", "by", "Upper", "with space", "" })
            await Assert.ThrowsAsync<ArgumentException>(() => Add(null, taken));
        Assert.Equal(200, await world.Status("/circle/inner"));
    }

    [Fact]
    public async Task Articles_of_a_moved_section_leave_the_fronts_above_the_old_place_and_join_those_above_the_new()
    {
        await Add(null, "town");
        await Add("town", "hall");
        await Add("town/hall", "docks");
        await Add("town", "parks");
        await Add(null, "land");
        await Add(null, "aside");
        var plain = await world.Publish(new("Docks alone", "town/hall/docks"));
        var alsoParks = await world.Publish(new("Docks and parks", "town/hall/docks") { Also = ["town/parks"] });
        var alsoAside = await world.Publish(new("Docks and aside", "town/hall/docks") { Also = ["aside"] });
        var mainlyHall = await world.Publish(new("Hall and docks", "town/hall") { Also = ["town/hall/docks"] });
        await Move("town/hall/docks", "land", "docks");
        foreach (var edition in new[] { "", "/feed" })
        {
            Assert.Equal(Sorted(mainlyHall), await Standing(edition + "/town/hall"));
            Assert.Equal(Sorted(alsoParks, mainlyHall), await Standing(edition + "/town"));
            Assert.Equal(Sorted(plain, alsoParks, alsoAside, mainlyHall), await Standing(edition + "/land"));
            Assert.Equal(Sorted(plain, alsoParks, alsoAside, mainlyHall), await Standing(edition + "/land/docks"));
            Assert.Equal(Sorted(alsoAside), await Standing(edition + "/aside"));
        }
        Assert.Equal(200, await world.Status(plain));
        Assert.Equal(["Home", "land", "docks"], (await world.Read(plain)).QuerySelectorAll(".crumbs li").Select(l => l.TextContent.Trim()));
    }

    [Fact]
    public async Task An_article_in_further_sections_appears_on_their_fronts_and_feeds_and_on_those_above()
    {
        var story = await world.Publish(new("Everywhere at once", "city/council") { Also = ["national/north-korea"], Slug = "everywhere-at-once" });
        foreach (var path in new[] { "/city", "/city/council", "/national", "/national/north-korea", "/feed/national", "/feed/national/north-korea", "/feed/city" })
            Assert.Contains(story, await Standing(path));
        Assert.DoesNotContain(story, await Standing("/city/council/harbor"));
        Assert.DoesNotContain(story, await Standing("/opinion"));
    }

    private static List<string> Sorted(params string[] paths) => [.. paths.Order(StringComparer.Ordinal)];

    private Task Add(string? parent, string slug) => world.Change(async db =>
        await SectionDesk.Add(db, await At(db, parent), slug, new LocalText("en", slug), World.At(7), CancellationToken.None));

    private Task Move(string path, string? parent, string slug) => world.Change(async db =>
        await SectionDesk.Move(db, (await At(db, path))!, await At(db, parent), slug, World.At(7), CancellationToken.None));

    private static async Task<Section?> At(Core.Data.BroadsheetDb db, string? path) =>
        path is null ? null : await db.Sections.SingleAsync(s => s.Path == path);

    private async Task<(int, string?)> Redirect(string path)
    {
        var answer = await world.Ask(path);
        return (answer.Status, answer.Location);
    }

    // Links of a front, or of the items of a feed, sorted.
    private async Task<List<string>> Standing(string path)
    {
        if (!path.StartsWith("/feed", StringComparison.Ordinal)) return Sorted([.. (await world.Read(path)).ArticleLinks()]);
        var items = System.Xml.Linq.XDocument.Parse(await world.Page(path)).Descendants("item");
        return Sorted([.. items.Select(i => new Uri(i.Element("link")!.Value).AbsolutePath)]);
    }
}

using Broadsheet.Core.Articles;
using Broadsheet.Web.Hosting;
using Xunit;

namespace Broadsheet.Tests.Reader;

/// <summary>Footnotes, and what other sites have, as readers and feed readers get them.</summary>
[Trait("Category", "Database")]
public sealed class NotesAndEmbedsPageTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Footnotes_are_numbered_through_the_article_and_stand_at_its_end()
    {
        var path = await world.Publish(new("Notes", "city/council") { Body = "<p>One<span data-note>First <a href=\"/x\">source</a></span>.</p><hr><ul><li>Two <span data-note lang=ko>둘째</span></li></ul>" });
        var page = await world.Ask(path);
        Assert.Contains("<p>One<sup class=\"note-mark\"><a id=\"note-mark-1\" href=\"#note-1\" role=\"doc-noteref\">1</a></sup>.</p>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<li>Two<sup class=\"note-mark\"><a id=\"note-mark-2\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("<li id=\"note-1\"><span>First <a href=\"/x\">source</a></span> <a class=\"back\" href=\"#note-mark-1\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("<span lang=\"ko\">둘째</span>", page.Text, StringComparison.Ordinal);
        Assert.Equal(SecurityHeaders.Policy, page.Header("Content-Security-Policy"));
        Assert.DoesNotContain("embed-", page.Text, StringComparison.Ordinal);
        var feed = await world.Ask("/feed/city/council");
        Assert.Contains("One&lt;sup&gt;1&lt;/sup&gt;", feed.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;ol&gt;&lt;li&gt;First ", feed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_of_another_site_is_a_link_and_only_its_page_may_load_frames_from_there()
    {
        var path = await world.Publish(new("A film", "city/council") { Body = "<p>See.</p><figure data-embed=\"https://youtu.be/dQw4w9WgXcQ\"><figcaption>The <i>film</i></figcaption></figure>" });
        foreach (var page in new[] { await world.Ask(path), await world.Ask(path) })
        {
            Assert.Equal(SecurityHeaders.Policy + "; frame-src https://www.youtube-nocookie.com", page.Header("Content-Security-Policy"));
            Assert.Contains("<load-embed data-src=\"https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ\" data-title=\"The film\">", page.Text, StringComparison.Ordinal);
            Assert.Contains("<a href=\"https://www.youtube.com/watch?v=dQw4w9WgXcQ\" rel=\"noopener\">", page.Text, StringComparison.Ordinal);
            Assert.Contains("Load from youtube.com", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("<iframe", page.Text, StringComparison.Ordinal);
        }
        Assert.Equal(SecurityHeaders.Policy, (await world.Ask(World.CouncilStory)).Header("Content-Security-Policy"));
        Assert.Contains("&lt;a href=\"https://www.youtube.com/watch?v=dQw4w9WgXcQ\"&gt;The film&lt;/a&gt;", (await world.Ask("/feed/city/council")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_of_a_page_names_no_other_sites_than_those_of_the_list() =>
        Assert.All(Embeds.Providers, p => Assert.Matches("^https://[a-z.-]+$", p.Origin));
}

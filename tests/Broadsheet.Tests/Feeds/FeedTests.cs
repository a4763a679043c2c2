using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using Broadsheet.Core;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Sections;
using Broadsheet.Tests.Reader;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Feeds;

/// <summary>RSS, read as feed readers read it.</summary>
[Trait("Category", "Database")]
public sealed class FeedTests(World world) : IClassFixture<World>
{
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("/feed", "The Test Paper", "http://paper.example/", "en")]
    [InlineData("/ko/feed", "The Test Paper", "http://paper.example/ko/", "ko")]
    [InlineData("/feed/city/council", "The Test Paper: Council", "http://paper.example/city/council", "en")]
    [InlineData("/ko/feed/city/council", "The Test Paper: 시의회", "http://paper.example/ko/city/council", "ko")]
    public async Task The_site_and_each_section_have_a_feed_in_each_edition(string path, string title, string link, string language)
    {
        var answer = await world.Ask(path);
        Assert.Equal((200, "application/rss+xml"), (answer.Status, answer.Type));
        var feed = Load(answer.Text);
        Assert.Equal((title, link, language), (feed.Title.Text, feed.Links.Single(l => l.RelationshipType == "alternate").Uri.AbsoluteUri, feed.Language));
        Assert.Contains(feed.Items, i => i.Title.Text == (language == "ko" ? "의회, 방파제 보수" : "Council mends the breakwater"));
        Assert.Equal("http://paper.example" + path, XDocument.Parse(answer.Text).Descendants(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
    }

    [Fact]
    public async Task An_item_has_its_address_as_permanent_guid_its_time_its_authors_and_its_text()
    {
        var path = await world.Publish(new("Two reporters went", "city/council") { Standfirst = "They came back.", At = World.At(14, 5), Body = "<p>The <b>whole</b> text.</p><aside data-related=\"018a0000-0000-7000-8000-000000000000\"></aside>" });
        await world.Change(async db =>
        {
            var id = (await db.Addresses.FindAsync(path[1..]))!.TargetId!.Value;
            db.Add(new Byline { ArticleId = id, Position = 1, PersonId = await db.People.Where(p => p.Slug == "guk-ha-ram").Select(p => p.Id).SingleAsync() });
        });
        var item = await Item("/feed", path);
        Assert.Equal(("http://paper.example" + path, "true"), (item.Element("guid")!.Value, item.Element("guid")!.Attribute("isPermaLink")?.Value ?? "true"));
        Assert.Equal("http://paper.example" + path, item.Element("link")!.Value);
        Assert.Equal("Tue, 12 Sep 2023 14:05:00 +0900", item.Element("pubDate")!.Value);
        Assert.Equal("They came back.", item.Element("description")!.Value);
        Assert.Equal(["Ok Da-hyun", "Guk Ha-ram"], item.Elements(Dublin + "creator").Select(c => c.Value));
        Assert.Equal(["City", "Council"], item.Elements("category").Select(c => c.Value));
        Assert.Equal("<p>The <strong>whole</strong> text.</p>", item.Element(Content + "encoded")!.Value.Trim());
    }

    [Fact]
    public async Task An_item_carries_its_photo_with_caption_and_credit()
    {
        var photo = await world.Take(1012);
        var path = await world.Publish(new("A photo in the feed", "city"));
        await world.Illustrate(path, photo);
        var media = (await Item("/feed/city", path)).Element(Media + "content")!;
        Assert.Equal($"http://paper.example/media/{photo.PublicId:N}/960.jpg", media.Attribute("url")!.Value);
        Assert.Equal(("image", "image/jpeg", "960"), (media.Attribute("medium")!.Value, media.Attribute("type")!.Value, media.Attribute("width")!.Value));
        Assert.Equal(("TEST PAPER", "The breakwater at low tide."), (media.Element(Media + "credit")!.Value, media.Element(Media + "description")!.Value));
    }

    [Fact]
    public async Task Characters_that_xml_does_not_know_are_left_out_of_an_article()
    {
        var path = await world.Publish(new("Bell \u0007rings \uFFFEat \u001Bnoon", "opinion") { Standfirst = "Tab\tstays, \u0001 goes", Body = "<p>Text with \u0008 in it &amp; <em>all</em></p>" });
        var item = await Item("/feed/opinion", path);
        Assert.Equal("Bell rings at noon", item.Element("title")!.Value);
        Assert.Equal("Tab stays, goes", item.Element("description")!.Value);
        Assert.Contains("Text with in it", item.Element(Content + "encoded")!.Value, StringComparison.Ordinal);
        Assert.Equal(200, await world.Status("/feed"));
    }

    [Fact]
    public async Task A_section_with_an_odd_name_has_a_feed_all_the_same()
    {
        await world.Change(async db => await SectionDesk.Add(db, null, "odd-name", new LocalText("en", "Odd \u0007name"), World.At(7), CancellationToken.None));
        await world.Publish(new("In a section with an odd name", "odd-name"));
        Assert.Equal("The Test Paper: Odd name", Load(await world.Page("/feed/odd-name")).Title.Text);
    }

    [Fact]
    public async Task A_long_text_is_not_cut_inside_a_character()
    {
        var path = await world.Publish(new("No standfirst here", "opinion") { Body = $"<p>{new string('x', 299)}🎉🎉</p>" });
        var words = (await Item("/feed/opinion", path)).Element("description")!.Value;
        Assert.Equal(new string('x', 299) + "…", words);
    }

    [Fact]
    public async Task A_retracted_article_stands_in_the_feed_with_its_notice_alone()
    {
        var path = await world.Publish(new("Retracted in the feed", "opinion") { Standfirst = "What it said." });
        await world.Decide(path, (desk, article, placement) =>
        {
            desk.Retract(article, placement, "It <em>never</em> was.", World.At(12));
            return Task.CompletedTask;
        });
        var item = await Item("/feed/opinion", path);
        Assert.Equal("It never was.", item.Element("description")!.Value);
        Assert.Null(item.Element(Content + "encoded"));
        Assert.DoesNotContain("What it said.", item.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_holds_the_thirty_newest_in_order_and_names_the_time_of_the_newest()
    {
        for (var i = 0; i < 33; i++) await world.Publish(new($"Feed item {i}", "national/north-korea") { At = World.At(8 + (i / 10), i, day: 5) });
        var feed = Load(await world.Page("/feed/national"));
        Assert.Equal(30, feed.Items.Count());
        Assert.Equal(feed.Items.Select(i => i.PublishDate).OrderDescending(), feed.Items.Select(i => i.PublishDate));
        Assert.Equal(feed.Items.First().PublishDate, feed.LastUpdatedTime);
        Assert.Equal("Feed item 32", feed.Items.First(i => i.Title.Text.StartsWith("Feed item", StringComparison.Ordinal)).Title.Text);
    }

    [Fact]
    public async Task An_embargo_ends_in_a_feed_too()
    {
        await world.Publish(new("Free at nine in the evening", "national") { At = World.At(21) });
        foreach (var feed in new[] { "/feed", "/feed/national" }) Assert.DoesNotContain("Free at nine", await world.Page(feed), StringComparison.Ordinal);
        world.Clock.Advance(TimeSpan.FromMinutes(61));
        foreach (var feed in new[] { "/feed", "/feed/national" }) Assert.Contains("Free at nine", await world.Page(feed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_name_the_feed_that_belongs_to_them()
    {
        foreach (var (path, feed) in new[] { ("/", "/feed"), ("/ko/", "/ko/feed"), ("/city/council", "/feed/city/council"), (World.CouncilStory, "/feed/city/council/harbor"), ("/ko/city", "/ko/feed/city") })
        {
            Assert.Equal(feed, (await world.Read(path)).QuerySelector("link[type='application/rss+xml']")!.GetAttribute("href"));
            Assert.Equal(200, await world.Status(feed));
        }
    }

    private async Task<XElement> Item(string feed, string path) =>
        XDocument.Parse(await world.Page(feed)).Descendants("item").Single(i => i.Element("link")!.Value.EndsWith(path, StringComparison.Ordinal));

    private static SyndicationFeed Load(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return SyndicationFeed.Load(reader);
    }
}

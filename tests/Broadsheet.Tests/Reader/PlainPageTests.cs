using Xunit;

namespace Broadsheet.Tests.Reader;

/// <summary>Plain pages: files of the data folder.</summary>
[Trait("Category", "Database")]
public sealed class PlainPageTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task A_file_is_a_page_as_soon_as_it_is_there_and_changes_with_it()
    {
        Assert.Equal(404, await world.Status("/about"));
        var file = Write("about.en.html", "---\ntitle: About the paper\n---\n<p>Printed since <b>1911</b>.</p><script>alert(1)</script>");
        var page = await world.Read("/about");
        Assert.Equal("About the paper", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("<p>Printed since <strong>1911</strong>.</p>", page.QuerySelector("main .text")!.InnerHtml.Trim());
        Assert.Contains("/about", (await world.Read("/archive")).QuerySelectorAll("footer a").Select(a => a.GetAttribute("href")));
        var written = File.GetLastWriteTimeUtc(file);
        await File.WriteAllTextAsync(file, "---\ntitle: About us\n---\n<p>Printed since 1912.</p>", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(file, written.AddSeconds(1));
        world.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("About us", (await world.Read("/about")).QuerySelector("h1")!.TextContent);
        File.Delete(file);
        world.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(404, await world.Status("/about"));
    }

    [Fact]
    public async Task A_page_is_shown_in_the_language_of_the_edition_and_otherwise_in_the_one_that_there_is()
    {
        Write("contact.en.html", "---\ntitle: Contact\n---\n<p>Write to us.</p>");
        Write("contact.ko.html", "---\ntitle: 연락처\n---\n<p>편지를 보내 주세요.</p>");
        Write("terms.en.html", "---\ntitle: Terms\n---\n<p>Terms of use.</p>");
        Assert.Equal("연락처", (await world.Read("/ko/contact")).QuerySelector("h1")!.TextContent);
        Assert.Equal("Contact", (await world.Read("/contact")).QuerySelector("h1")!.TextContent);
        var terms = await world.Read("/ko/terms");
        Assert.Equal("Terms", terms.QuerySelector("h1")!.TextContent);
        Assert.Equal("en", terms.QuerySelector(".plain")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_page_whose_keys_are_broken_does_not_take_the_newspaper_with_it()
    {
        Write("privacy.en.html", "---\ntitle: [unclosed\n---\n<p>What we keep.</p>");
        Assert.Equal(200, await world.Status("/topic/breakwater"));
        Assert.Contains("What we keep.", await world.Page("/privacy"), StringComparison.Ordinal);
        Assert.Contains(world.Log.Lines, l => l.Line.Contains("privacy.en.html", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/about/../../broadsheet.json")]
    [InlineData("/%2e%2e/broadsheet.json")]
    [InlineData("/..%2fbroadsheet.json")]
    [InlineData("/pages/about.en.html")]
    [InlineData("/broadsheet.db")]
    [InlineData("/media/originals")]
    public async Task Nothing_else_of_the_data_folder_can_be_had(string path) => Assert.Equal(404, await world.Status(path));

    private string Write(string name, string text)
    {
        Directory.CreateDirectory(world.Data.Pages);
        var file = Path.Combine(world.Data.Pages, name);
        File.WriteAllText(file, text);
        return file;
    }
}

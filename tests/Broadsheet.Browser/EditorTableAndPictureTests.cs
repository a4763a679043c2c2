using Microsoft.Playwright;
using Xunit;

namespace Broadsheet.Browser;

/// <summary>Tables, pictures, insets and what comes from the clipboard, in the editor.</summary>
public sealed class EditorTableAndPictureTests(SampleSite browser, EditorSite site) : IClassFixture<EditorSite>
{
    private static readonly string Clipboards = Path.Combine(SampleSite.Root, "src/Broadsheet.Web/Assets/tests/clipboards");

    [Theory]
    [InlineData("word")]
    [InlineData("google-docs")]
    [InlineData("web")]
    public async Task What_another_program_copied_is_pasted_clean(string program)
    {
        await using var writer = await site.Open(browser);
        await writer.Text.FocusAsync();
        await writer.Paste(Read(program + ".html"), "text");
        await writer.Has(Read(program + ".txt").TrimEnd());
        Assert.Empty(writer.Faults);
    }

    [Fact]
    public async Task Plain_text_comes_in_paragraphs_and_a_cell_takes_it_as_lines()
    {
        await using var writer = await site.Open(browser, "<p>x</p>\n<table><tbody><tr><td>a</td></tr></tbody></table>");
        await writer.Select("x");
        await writer.Paste(null, "One\n\nTwo");
        await writer.Select("a");
        await writer.Paste(null, "One\n\nTwo");
        await writer.Has("<p>One</p>\n<p>Two</p>\n<table><tbody><tr><td>One<br>Two</td></tr></tbody></table>");
    }

    [Fact]
    public async Task A_table_is_made_filled_and_changed_by_keyboard()
    {
        await using var writer = await site.Open(browser);
        await writer.Text.FocusAsync();
        await writer.Page.GetByRole(AriaRole.Button, new() { Name = "Insert" }).PressAsync("Enter");
        await writer.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Table" }).PressAsync("Enter");
        foreach (var cell in new[] { "Year", "Boats", "Catch", "2023", "14", "9 t" })
        {
            await writer.Keys.TypeAsync(cell);
            await writer.Press("Tab");
        }
        await writer.Keys.TypeAsync("2024");
        await Choose("Row below");
        await Choose("Column after");
        await writer.Press("Tab");
        await Choose("Delete column");
        await writer.Select("2024");
        await Choose("Cell heads its row");
        await Choose("Caption of the table");
        await writer.Keys.TypeAsync("The catch");
        await writer.Has("<table><caption>The catch</caption><thead><tr><th scope=\"col\">Year</th><th scope=\"col\">Boats</th><th scope=\"col\">Catch</th></tr></thead>" +
            "<tbody><tr><td>2023</td><td>14</td><td>9 t</td></tr><tr><th scope=\"row\">2024</th><td></td><td></td></tr></tbody></table>");
        Assert.Empty(writer.Faults);

        async Task Choose(string name)
        {
            await writer.Page.GetByRole(AriaRole.Button, new() { Name = "Table", Exact = true }).PressAsync("Enter");
            await writer.Page.Locator("[role=menu]:not([hidden]) [role^=menuitem]").Filter(new() { HasText = name }).PressAsync("Enter");
        }
    }

    [Fact]
    public async Task Dropped_pictures_follow_one_another_with_credit_caption_and_alternative_text()
    {
        await using var writer = await site.Open(browser, "<p>One</p>\n<ul><li>two</li></ul>\n<p>Three</p>");
        await writer.Drop("li", EditorSite.Picture, "boats.png", "squid.png");
        await Assertions.Expect(writer.Text.Locator("figure img[src]")).ToHaveCountAsync(2);
        await Assertions.Expect(writer.Text.Locator("figure .credit").First).ToHaveTextAsync("Photo: Desk");
        var body = await writer.Body();
        Assert.Matches("^<p>One</p>\n<ul><li>two</li></ul>\n<figure data-photo=\"[-0-9a-f]{36}\"></figure>\n<figure data-photo=\"[-0-9a-f]{36}\"></figure>\n<p>Three</p>$", body);
        Assert.Equal("Own caption of boats.png", await writer.Text.Locator("figure .caption").First.GetAttributeAsync("data-own"));
        await writer.Text.Locator("figure .caption").First.ClickAsync();
        await writer.Keys.TypeAsync("Boats at dusk");
        await writer.Text.Locator("figure").First.GetByLabel("Alternative text").FillAsync("Five boats");
        await writer.Press("Tab");
        Assert.Contains(" data-alt=\"Five boats\"><figcaption>Boats at dusk</figcaption></figure>", await writer.Body(), StringComparison.Ordinal);
        await writer.Text.Locator("figure").First.GetByRole(AriaRole.Button, new() { Name = "Move up" }).ClickAsync();
        Assert.StartsWith("<p>One</p>\n<figure", await writer.Body(), StringComparison.Ordinal);
        await writer.Text.Locator("figure").First.GetByRole(AriaRole.Button, new() { Name = "Remove picture" }).ClickAsync();
        await Assertions.Expect(writer.Text.Locator("figure")).ToHaveCountAsync(1);
        await writer.Press("Control+z");
        await Assertions.Expect(writer.Text.Locator("figure")).ToHaveCountAsync(2);
        Assert.Empty(writer.Faults);
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_refused_in_the_newspapers_words_and_nothing_else_is_lost()
    {
        await using var writer = await site.Open(browser, "<p>One</p>");
        await writer.Drop("p", "GIF89a"u8.ToArray(), "liar.png", "notes.txt");
        var alerts = writer.Text.Locator("[role=alert]");
        await Assertions.Expect(alerts).ToHaveCountAsync(2);
        await Assertions.Expect(writer.Text.GetByText("liar.png was not taken: Its content is no picture that can be read.")).ToBeVisibleAsync();
        await writer.Text.GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).First.ClickAsync();
        await Assertions.Expect(alerts).ToHaveCountAsync(1);
        await writer.Has("<p>One</p>");
    }

    [Fact]
    public async Task Related_articles_are_searched_added_and_taken_out()
    {
        await using var writer = await site.Open(browser, "<p>One</p>");
        await writer.Text.ClickAsync();
        await writer.Page.GetByRole(AriaRole.Button, new() { Name = "Insert" }).ClickAsync();
        await writer.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Related articles" }).ClickAsync();
        await writer.Panel.GetByRole(AriaRole.Button, new() { Name = "Squid come late" }).ClickAsync();
        await writer.Panel.GetByRole(AriaRole.Button, new() { Name = "Harbour wall" }).ClickAsync();
        await writer.Has($"<p>One</p>\n<aside data-related=\"{EditorSite.Articles[1].Id} {EditorSite.Articles[0].Id}\"></aside>");
        await writer.Text.GetByRole(AriaRole.Button, new() { Name = "Remove Squid come late" }).ClickAsync();
        await writer.Has($"<p>One</p>\n<aside data-related=\"{EditorSite.Articles[0].Id}\"></aside>");
    }

    [Fact]
    public async Task A_footnote_is_written_where_it_belongs_and_linked_like_any_words()
    {
        await using var writer = await site.Open(browser, "<p>He said <em>so once</em> more</p>");
        await writer.Select("once");
        await writer.Press("ArrowRight", "Control+Alt+f");
        await writer.Keys.TypeAsync("See the minutes");
        await writer.Press("Enter");
        await writer.Has("<p>He said <em>so once</em><span data-note>See the minutes</span> more</p>");
        await writer.Select("minutes");
        await writer.Press("Control+k");
        await writer.Keys.TypeAsync("/minutes");
        await writer.Press("Enter");
        await writer.Has("<p>He said <em>so once</em><span data-note>See the <a href=\"/minutes\">minutes</a></span> more</p>");
        await writer.Page.ScreenshotAsync(new() { Path = Path.Combine(SampleSite.Pictures, "editor-note.png") });
        await writer.Press("Control+Alt+f");
        await writer.Has("<p>He said <em>so once</em>See the <a href=\"/minutes\">minutes</a> more</p>");
    }

    [Fact]
    public async Task Something_of_another_site_comes_from_the_list_and_loads_nothing_while_somebody_writes()
    {
        await using var writer = await site.Open(browser, "<p>One</p>");
        var asked = new List<string>();
        writer.Page.Request += (_, request) => asked.Add(request.Url);
        await writer.Text.ClickAsync();
        await writer.Page.GetByRole(AriaRole.Button, new() { Name = "Insert" }).ClickAsync();
        await writer.Page.GetByRole(AriaRole.Menuitem, new() { Name = "From another site" }).ClickAsync();
        await writer.Keys.TypeAsync("https://evil.example/watch?v=1");
        await writer.Press("Enter");
        await Assertions.Expect(writer.Panel.GetByRole(AriaRole.Alert)).ToContainTextAsync("YouTube, Vimeo");
        await writer.Panel.GetByLabel("Address there").FillAsync("https://youtu.be/dQw4w9WgXcQ");
        await writer.Press("Enter");
        await writer.Text.Locator("figcaption .caption").ClickAsync();
        await writer.Keys.TypeAsync("The film");
        await writer.Has("<p>One</p>\n<figure data-embed=\"https://www.youtube.com/watch?v=dQw4w9WgXcQ\"><figcaption>The film</figcaption></figure>");
        await writer.Page.ScreenshotAsync(new() { Path = Path.Combine(SampleSite.Pictures, "editor-embed.png") });
        Assert.All(asked, url => Assert.StartsWith(site.Address, url, StringComparison.Ordinal));
        Assert.Empty(writer.Faults);
    }

    [Fact]
    public async Task A_reader_loads_what_another_site_has_by_pressing_a_button_and_into_a_sandbox()
    {
        await using var reader = await browser.Open(o => o.BaseURL = site.Address);
        var asked = 0;
        await reader.Page.RouteAsync("https://player.vimeo.com/**", route =>
        {
            asked++;
            return route.FulfillAsync(new() { ContentType = "text/html", Body = "<p>player</p>" });
        });
        await reader.Page.GotoAsync("/read");
        Assert.Equal(0, asked);
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Load from vimeo.com" }).ClickAsync();
        await Assertions.Expect(reader.Page.FrameLocator("iframe[title='A film']").GetByText("player")).ToBeVisibleAsync();
        Assert.Equal("allow-scripts allow-same-origin allow-presentation allow-popups", await reader.Page.Locator("iframe").GetAttributeAsync("sandbox"));
        Assert.Empty(reader.Faults);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Clipboards, file));
}

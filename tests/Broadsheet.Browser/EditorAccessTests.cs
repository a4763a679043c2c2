using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Broadsheet.Browser;

/// <summary>The editor for everybody: axe, toolbar by keyboard, twice the size, no motion; and how it looks.</summary>
public sealed partial class EditorAccessTests(SampleSite browser, EditorSite site) : IClassFixture<EditorSite>
{
    private const string Body = """
        <p>The council voted 14 to 9 on Tuesday to raise the <a href="/harbor">harbour wall</a> by two metres, said <q>the mayor</q>.</p>
        <h2>What was decided</h2>
        <p>The eastern wall comes <em>first</em>; the western one <strong>in spring</strong>. <span lang="ko">나래</span> pays half.</p>
        <ul><li>its gate</li><li><p>its lamp</p><ol start="3"><li>green</li></ol></li></ul>
        <blockquote><p>“We could not wait.”</p></blockquote>
        <aside data-pull><p>Two metres, and not one less</p></aside>
        <table><caption>The cost</caption><thead><tr><th scope="col">Year</th><th scope="col">Cost</th></tr></thead><tbody><tr><th scope="row">2024</th><td>3 million</td></tr></tbody></table>
        <hr>
        <pre>a  b</pre>
        <p>The end.</p>
        """;

    [Theory]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Dark)]
    [InlineData("ko", ColorScheme.Light)]
    public async Task Axe_finds_nothing_with_menus_panels_and_pictures_open(string page, ColorScheme theme)
    {
        await using var writer = await site.Open(browser, Body, page: page, change: o => o.ColorScheme = theme);
        await writer.Drop("p", EditorSite.Picture, "boats.png");
        await Assertions.Expect(writer.Text.Locator("figure img[src]")).ToHaveCountAsync(1);
        await writer.Text.Locator("td").First.ClickAsync();
        await writer.Press("Control+f");
        await writer.Keys.TypeAsync("wall");
        await Clean();
        await writer.Page.ScreenshotAsync(new() { Path = Path.Combine(SampleSite.Pictures, $"editor-find-{page}-{theme}.png".ToLowerInvariant()), FullPage = true });
        await writer.Press("Escape", "Control+k");
        await Clean();
        await writer.Press("Escape");
        await writer.Page.Locator(".opener").Nth(2).ClickAsync();
        await Clean();
        await writer.Page.ScreenshotAsync(new() { Path = Path.Combine(SampleSite.Pictures, $"editor-menu-{page}-{theme}.png".ToLowerInvariant()) });
        Assert.Empty(writer.Faults);

        async Task Clean()
        {
            var result = await writer.Page.RunAxe();
            Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}"))));
        }
    }

    [Fact]
    public async Task The_tools_are_one_stop_for_Tab_and_arrows_go_through_them()
    {
        await using var writer = await site.Open(browser, "<p>One</p>");
        await writer.Text.ClickAsync();
        await writer.Press("Alt+F10");
        Assert.Equal("Paragraph", await Focused());
        await writer.Press("ArrowRight");
        Assert.Equal("Strong", await Focused());
        await writer.Press("End");
        Assert.Equal("Find and replace", await Focused());
        await writer.Press("Home", "Enter", "ArrowDown", "Enter");
        await writer.Has("<h2>One</h2>");
        await Assertions.Expect(writer.Text).ToBeFocusedAsync();
        await writer.Press("Shift+Tab");
        Assert.Equal("Heading", await Focused());
        await writer.Press("Tab");
        await Assertions.Expect(writer.Text).ToBeFocusedAsync();
        await writer.Press("Tab");
        Assert.Equal("Save", await Focused());

        Task<string> Focused() => writer.Page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent");
    }

    [Fact]
    public async Task Nothing_needs_scrolling_sideways_at_twice_the_size_nor_on_a_phone()
    {
        await using var writer = await site.Open(browser, Body, change: o => o.ViewportSize = new() { Width = 640, Height = 450 });
        await writer.Text.Locator("td").First.ClickAsync();
        await writer.Press("Control+f");
        Assert.Equal(640, await writer.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await writer.Page.SetViewportSizeAsync(320, 700);
        Assert.Equal(320, await writer.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await writer.Page.ScreenshotAsync(new() { Path = Path.Combine(SampleSite.Pictures, "editor-phone.png") });
    }

    [Fact]
    public async Task Events_tell_the_page_of_changes_and_of_pictures()
    {
        await using var writer = await site.Open(browser, "<p>One</p>");
        await writer.Page.EvaluateAsync("document.title = ''; for (const kind of ['body-change', 'photo-upload']) document.addEventListener(kind, e => { document.title += `${kind} ${e.detail.body ?? e.detail.file.name}; `; })");
        await writer.Text.FocusAsync();
        await writer.Press("Control+End");
        await writer.Keys.TypeAsync(" two");
        await Assertions.Expect(writer.Page).ToHaveTitleAsync("body-change <p>One two</p>;");
        await writer.Drop("p", EditorSite.Picture, "boats.png");
        await Assertions.Expect(writer.Page).ToHaveTitleAsync(Told());
    }

    [GeneratedRegex("^body-change <p>One two</p>;photo-upload boats.png;body-change <p>One two</p> <figure [^>]*></figure>;$")]
    private static partial Regex Told();
}

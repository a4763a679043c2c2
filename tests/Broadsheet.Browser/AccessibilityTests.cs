using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Broadsheet.Browser;

/// <summary>Every page for everybody: axe, small screens, no script, keyboard.</summary>
public sealed class AccessibilityTests(SampleSite site)
{
    [Theory, MemberData(nameof(Pages.All), MemberType = typeof(Pages))]
    public async Task A_page_loads_without_a_fault_and_axe_finds_nothing_in_either_theme(string path)
    {
        await using var reader = await site.Open(o => o.ColorScheme = ColorScheme.Light);
        await reader.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.DoesNotContain(reader.Faults, f => !f.Contains("404 (Not Found)", StringComparison.Ordinal));
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await reader.Page.EmulateMediaAsync(new() { ColorScheme = theme });
            var result = await reader.Page.RunAxe();
            Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(v => v.Nodes.Select(n => $"{theme}: {v.Id}: {n.Html}"))));
        }
    }

    [Theory, MemberData(nameof(Pages.All), MemberType = typeof(Pages))]
    public async Task A_page_needs_no_scrolling_sideways_at_320_pixels_nor_at_twice_the_size(string path)
    {
        await using var reader = await site.Open(o => (o.ViewportSize, o.DeviceScaleFactor) = (new() { Width = 320, Height = 700 }, 2));
        await reader.Page.GotoAsync(path);
        Assert.Equal(320, await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await reader.Page.SetViewportSizeAsync(640, 450);
        Assert.Equal(640, await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task The_story_reads_whole_without_script()
    {
        await using var reader = await site.Open(o => o.JavaScriptEnabled = false);
        await reader.Page.GotoAsync(Pages.Story);
        Assert.Equal("Kim Jong-un to meet Putin as both sides confirm trip", await reader.Page.Locator("h1").InnerTextAsync());
        Assert.Equal(2, await reader.Page.Locator("figure.article-lead, .text figure").CountAsync());
        Assert.False(await reader.Page.Locator("[data-tool=print]").IsVisibleAsync());
        Assert.True(await reader.Page.GetByText("To write comments, please log in to one of the accounts.").IsVisibleAsync());
    }

    [Fact]
    public async Task The_first_press_of_Tab_offers_to_skip_to_the_content()
    {
        await using var reader = await site.Open();
        await reader.Page.GotoAsync(Pages.Story);
        await reader.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await reader.Page.EvaluateAsync<string>("document.activeElement.textContent.trim()"));
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.Keyboard.PressAsync("Tab");
        Assert.True(await reader.Page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
    }

    [Fact]
    public async Task The_toolbar_works_by_keyboard_and_remembers_theme_and_size()
    {
        await using var reader = await site.Open(o => o.ColorScheme = ColorScheme.Light);
        await reader.Page.GotoAsync(Pages.Story);
        var before = await reader.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor");
        await reader.Page.Locator("article [data-tool=theme]").FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.ReloadAsync();
        Assert.NotEqual(before, await reader.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
        Assert.Equal("true", await reader.Page.Locator("article [data-tool=theme]").GetAttributeAsync("aria-pressed"));
    }

    [Fact]
    public async Task Nothing_moves_while_the_front_page_loads()
    {
        await using var reader = await site.Open();
        await reader.Page.AddInitScriptAsync("window.shift = 0; new PerformanceObserver(l => l.getEntries().forEach(e => { if (!e.hadRecentInput) window.shift += e.value; })).observe({ type: 'layout-shift', buffered: true });");
        await reader.Page.GotoAsync("/", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.True(await reader.Page.EvaluateAsync<double>("window.shift") < 0.01);
    }
}

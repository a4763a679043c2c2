using Microsoft.Playwright;
using Xunit;

namespace Broadsheet.Browser;

/// <summary>The quiet buttons of an article, and what else a reader's device asks for.</summary>
public sealed class ToolTests(SampleSite site)
{
    private const string TextSize = "parseFloat(getComputedStyle(document.querySelector('.text')).fontSize)";

    [Fact]
    public async Task Text_grows_by_two_steps_stays_so_on_the_next_page_and_returns()
    {
        await using var reader = await site.Open();
        await reader.Page.GotoAsync(Pages.Story);
        var normal = await reader.Page.EvaluateAsync<double>(TextSize);
        var button = reader.Page.Locator("article [data-tool=size]");
        await button.ClickAsync();
        var large = await reader.Page.EvaluateAsync<double>(TextSize);
        Assert.True(large > normal * 1.1);
        await button.ClickAsync();
        await reader.Page.GotoAsync("/2023/09/11/squid-come-late");
        Assert.True(await reader.Page.EvaluateAsync<double>(TextSize) > large * 1.1);
        await reader.Page.Locator("article [data-tool=size]").ClickAsync();
        Assert.Equal(normal, await reader.Page.EvaluateAsync<double>(TextSize), 0.01);
    }

    [Fact]
    public async Task Copy_link_copies_the_permanent_address_even_in_another_interface()
    {
        await using var reader = await site.Open(o => o.Permissions = ["clipboard-read", "clipboard-write"]);
        await reader.Page.GotoAsync("/ko" + Pages.Story);
        await reader.Page.Locator("article [data-tool=copy]").ClickAsync();
        await Assertions.Expect(reader.Page.Locator("article [role=status]")).Not.ToBeEmptyAsync();
        var copied = await reader.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Equal(await reader.Page.Locator("link[rel=canonical]").GetAttributeAsync("href"), copied);
        Assert.EndsWith(Pages.Story, copied, StringComparison.Ordinal);
        Assert.DoesNotContain("/ko/", copied, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_animated_for_who_wants_no_motion()
    {
        await using var reader = await site.Open(o => o.ReducedMotion = ReducedMotion.Reduce);
        await reader.Page.GotoAsync(Pages.Story);
        var moving = await reader.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);
              return [...s.transitionDuration.split(','), ...s.animationDuration.split(',')].some(d => parseFloat(d) > 0) || s.scrollBehavior == 'smooth'; }).map(e => e.tagName)
            """);
        Assert.Empty(moving);
    }

    [Fact]
    public async Task With_forced_colours_the_story_reads_and_the_current_section_and_the_focus_are_seen()
    {
        await using var reader = await site.Open(o => o.ForcedColors = ForcedColors.Active);
        await reader.Page.GotoAsync(Pages.Story);
        var colours = await reader.Page.EvaluateAsync<string[]>("[getComputedStyle(document.querySelector('.text p')).color, getComputedStyle(document.querySelector('.standfirst')).color, getComputedStyle(document.documentElement).backgroundColor]");
        Assert.Equal(colours[0], colours[1]);
        Assert.NotEqual(colours[0], colours[2]);
        Assert.NotEqual("none", await reader.Page.EvaluateAsync<string>("(() => { const s = getComputedStyle(document.querySelector('.bar [aria-current]')); return s.borderBottomStyle; })()"));
        await reader.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("solid", await reader.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
        var icons = await reader.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('svg.icon')).stroke");
        Assert.NotEqual(colours[2], icons);
    }

    [Fact]
    public async Task An_English_story_in_the_Korean_interface_has_Korean_furniture_around_an_English_article()
    {
        await using var reader = await site.Open();
        await reader.Page.GotoAsync("/ko" + Pages.Story);
        Assert.Equal("ko", await reader.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal("나래신문", await reader.Page.Locator(".name").InnerTextAsync());
        Assert.Equal("홈", await reader.Page.Locator(".crumbs a").First.InnerTextAsync());
        Assert.Contains("댓글을 쓰려면", await reader.Page.Locator(".comments").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("en", await reader.Page.Locator("article.article").GetAttributeAsync("lang"));
        Assert.Equal("Kim Jong-un to meet Putin as both sides confirm trip", await reader.Page.Locator("h1").InnerTextAsync());
        Assert.Equal("en", await reader.Page.Locator(".byline").First.EvaluateAsync<string>("e => e.closest('[lang]').lang"));
    }
}

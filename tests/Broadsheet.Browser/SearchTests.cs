using Xunit;

namespace Broadsheet.Browser;

/// <summary>A reader who looks for something, with keyboard and without script.</summary>
public sealed class SearchTests(SampleSite site)
{
    [Fact]
    public async Task A_reader_searches_narrows_and_reads_by_keyboard_alone_without_script()
    {
        await using var reader = await site.Open(o => o.JavaScriptEnabled = false);
        await reader.Page.GotoAsync("/");
        await reader.Page.Locator(".to-search").PressAsync("Enter");
        await reader.Page.WaitForURLAsync("**/search");
        await reader.Page.Locator("#q").FillAsync("breakwater");
        await reader.Page.Locator("#q").PressAsync("Enter");
        await reader.Page.WaitForURLAsync("**/search?q=breakwater**");
        Assert.True(await reader.Page.Locator(".ledger mark").CountAsync() > 3);
        var all = await reader.Page.Locator(".ledger > li").CountAsync();
        await reader.Page.Locator(".facets a", new() { HasTextString = "Opinion" }).First.PressAsync("Enter");
        await reader.Page.WaitForURLAsync("**section=opinion**");
        Assert.InRange(await reader.Page.Locator(".ledger > li").CountAsync(), 1, all - 1);
        await reader.Page.Locator(".ledger .headline a").First.PressAsync("Enter");
        await reader.Page.WaitForURLAsync("**/2023/**");
        Assert.Equal(1, await reader.Page.Locator("article h1").CountAsync());
    }

    [Fact]
    public async Task On_a_phone_the_facets_are_folded_and_open_at_a_touch()
    {
        await using var reader = await site.Open(o => (o.ViewportSize, o.HasTouch) = (new() { Width = 390, Height = 844 }, true));
        await reader.Page.GotoAsync("/ko/search?q=%EB%B0%A9%ED%8C%8C%EC%A0%9C");
        var facets = reader.Page.Locator(".facets nav").First;
        Assert.False(await facets.IsVisibleAsync());
        await reader.Page.Locator(".facets summary").TapAsync();
        Assert.True(await facets.IsVisibleAsync());
    }
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Broadsheet.Browser;

/// <summary>Draws pages for people to look at (artifacts/pictures), and checks what a printed page holds.</summary>
public sealed partial class PictureTests(SampleSite site)
{
    [Theory, MemberData(nameof(Pages.Drawn), MemberType = typeof(Pages))]
    public async Task A_page_is_drawn_on_phone_and_desktop_in_both_themes(string name, string path)
    {
        foreach (var (size, width, height) in new[] { ("phone", 390, 844), ("desktop", 1280, 900) })
            foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await using var reader = await site.Open(o => (o.ViewportSize, o.ColorScheme) = (new() { Width = width, Height = height }, theme));
                await reader.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
                var picture = await reader.Page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(SampleSite.Pictures, $"{name}-{size}-{theme.ToString().ToLowerInvariant()}.png") });
                Assert.True(picture.Length > 20_000);
            }
    }

    [Fact]
    public async Task A_printed_story_is_a_clipping_without_navigation()
    {
        await using var reader = await site.Open();
        await reader.Page.GotoAsync(Pages.Story, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await reader.Page.Locator("h1").IsVisibleAsync());
        Assert.True(await reader.Page.Locator("img[src^='/qr/']").IsVisibleAsync());
        Assert.True(await reader.Page.GetByText("[parkseoyun@example.com]").IsVisibleAsync());
        foreach (var hidden in new[] { "nav.bar", ".footer", ".comments", "reader-tools", ".more" })
            foreach (var element in await reader.Page.Locator(hidden).AllAsync())
                Assert.False(await element.IsVisibleAsync(), hidden);
        Assert.DoesNotContain(await reader.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('article figure')].map(f => getComputedStyle(f).breakInside)"), way => way != "avoid");
        var pdf = await reader.Page.PdfAsync(new() { Format = "A4", Path = Path.Combine(SampleSite.Pictures, "story.pdf") });
        Assert.InRange(PageObject().Count(System.Text.Encoding.Latin1.GetString(pdf)), 1, 3);
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PageObject();
}

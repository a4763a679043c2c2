using Xunit;

namespace Broadsheet.Browser;

/// <summary>What a finger can hit, and what the keyboard brings into sight.</summary>
public sealed class FingerAndKeyboardTests(SampleSite site)
{
    // WCAG 2.5.8: 24 by 24 pixels, or a circle of 24 around it that touches no other target's; links within a sentence are exempt.
    private const string TooSmall = """
        (() => {
          const shown = [...document.querySelectorAll('a, button, summary')].filter(e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !e.matches('.skip'));
          const inSentence = e => e.matches('.text p a, .text li a, figcaption a, .about a, .corrections a') || (e.parentElement.matches('p, li, span') && e.parentElement.innerText.trim() !== e.innerText.trim() && getComputedStyle(e).display === 'inline');
          const middle = e => { const r = e.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; };
          return shown.filter(e => {
            const r = e.getBoundingClientRect();
            if (r.height >= 24 && r.width >= 24 || inSentence(e)) return false;
            const [x, y] = middle(e);
            return shown.some(o => { if (o === e || o.contains(e) || e.contains(o)) return false; const b = o.getBoundingClientRect(); const dx = Math.max(b.left - x, 0, x - b.right), dy = Math.max(b.top - y, 0, y - b.bottom); return Math.hypot(dx, dy) < 12; });
          }).map(e => `${e.outerHTML.slice(0, 90)} ${Math.round(e.getBoundingClientRect().width)}x${Math.round(e.getBoundingClientRect().height)}`);
        })()
        """;

    private const string Covered = """
        (() => {
          const e = document.activeElement; if (!e || e === document.body) return null;
          const bars = ['.bar', '.name'].map(s => document.querySelector(s)).filter(b => getComputedStyle(b).position === 'sticky');
          if (bars.some(b => b.contains(e))) return '';
          const r = e.getBoundingClientRect();
          if (r.bottom < 0 || r.top > innerHeight) return 'out of sight: ' + e.outerHTML.slice(0, 80);
          const points = [[r.x + 2, r.y + 2], [r.right - 2, r.bottom - 2], [r.x + r.width / 2, r.y + r.height / 2]];
          return points.every(([x, y]) => bars.some(b => b.contains(document.elementFromPoint(x, y)))) ? 'hidden: ' + e.outerHTML.slice(0, 80) : '';
        })()
        """;

    [Fact]
    public async Task Every_target_is_24_pixels_or_stands_apart()
    {
        await using var reader = await site.Open(o => o.ViewportSize = new() { Width = 390, Height = 844 });
        foreach (var path in Pages.Kinds)
        {
            await reader.Page.GotoAsync(path);
            Assert.Empty(await reader.Page.EvaluateAsync<string[]>(TooSmall));
        }
    }

    [Theory, InlineData(390, 600), InlineData(1280, 500)]
    public async Task The_sticky_bar_never_hides_what_has_the_focus(int width, int height)
    {
        await using var reader = await site.Open(o => o.ViewportSize = new() { Width = width, Height = height });
        foreach (var path in new[] { "/", Pages.Story })
        {
            await reader.Page.GotoAsync(path);
            await reader.Page.EvaluateAsync("document.querySelector('main').lastElementChild.scrollIntoView({ block: 'end' })");
            await reader.Page.Locator("main a").Last.FocusAsync();
            for (var i = 0; i < 40; i++)
            {
                await reader.Page.Keyboard.PressAsync("Shift+Tab"); // backwards, where what comes next lies above
                Assert.Contains(await reader.Page.EvaluateAsync<string?>(Covered), new[] { null, "" });
            }
        }
    }
}

using Xunit;

namespace Broadsheet.Browser;

/// <summary>Photos: the right size of each, at the right time, without moving anything.</summary>
public sealed class PhotoTests(SampleSite site)
{
    // What is drawn may be wider than its box, where a wide photo is cut to 3:2.
    private const string Drawn = """
        (async () => {
          for (const i of document.images) i.loading = 'eager';
          await Promise.all([...document.images].map(i => i.decode()));
          return [...document.querySelectorAll('picture img')].map(i => {
            const ratio = i.getAttribute('width') / i.getAttribute('height'), fit = getComputedStyle(i).objectFit;
            const width = fit === 'cover' ? Math.max(i.clientWidth, i.clientHeight * ratio) : fit === 'contain' ? Math.min(i.clientWidth, i.clientHeight * ratio) : i.clientWidth;
            const widths = i.srcset.split(', ').map(s => +s.match(/(\d+)w$/)[1]), got = widths.indexOf(+i.currentSrc.match(/(\d+)\.\w+$/)[1]);
            const enough = widths.findIndex(w => w >= width * devicePixelRatio - 1), best = enough < 0 ? widths.length - 1 : enough;
            return got < best || got > best + 2 ? `${i.closest('figure').parentElement.className} drawn ${Math.round(width)} got ${widths[got]} of ${widths}` : null;
          }).filter(Boolean);
        })()
        """;

    [Theory, InlineData(390, 3), InlineData(390, 1), InlineData(768, 2), InlineData(1024, 1), InlineData(1280, 1), InlineData(1680, 2)]
    public async Task Each_photo_comes_as_sharp_as_it_is_shown_and_not_much_larger(int width, float density)
    {
        foreach (var path in Pages.Kinds)
        {
            await using var reader = await site.Open(o => (o.ViewportSize, o.DeviceScaleFactor) = (new() { Width = width, Height = 900 }, density)); // a profile of its own: a cached larger one would be taken
            await reader.Page.GotoAsync(path);
            Assert.Empty(await reader.Page.EvaluateAsync<string[]>(Drawn));
        }
    }

    [Theory, InlineData(390, 844), InlineData(1280, 900)]
    public async Task Photos_say_how_large_they_are_the_first_comes_at_once_and_the_rest_when_they_are_near(int width, int height)
    {
        await using var reader = await site.Open(o => o.ViewportSize = new() { Width = width, Height = height });
        foreach (var path in Pages.Kinds)
        {
            await reader.Page.GotoAsync(path);
            var wrong = await reader.Page.EvaluateAsync<string[]>("""
                [...document.querySelectorAll('picture img')].flatMap((i, n) => [
                  i.getAttribute('width') > 0 && i.getAttribute('height') > 0 ? null : 'no size: ' + i.src,
                  i.getBoundingClientRect().top > innerHeight && i.loading !== 'lazy' ? 'below, not lazy: ' + i.src : null,
                  i.closest('.teaser.lead, .article-lead') && i.loading === 'lazy' ? 'the lead is lazy: ' + i.src : null]).filter(Boolean)
                """);
            Assert.Empty(wrong);
            foreach (var photo in await reader.Page.Locator("picture img").AllAsync())
            {
                await photo.ScrollIntoViewIfNeededAsync();
                await reader.Page.WaitForFunctionAsync("i => i.complete && i.naturalWidth > 0", await photo.ElementHandleAsync());
            }
        }
    }
}

using System.Text.Json;
using Broadsheet.Core;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Models;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;

namespace Broadsheet.Web.Features.Reader;

/// <summary>
/// <c>/search</c> and <c>/search.json</c> of each edition. The press keeps none of it: anybody can think of searches without end.
/// </summary>
public static class SearchEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    /// <summary>Maps the searches.</summary>
    public static void MapSearch(this IEndpointRouteBuilder app)
    {
        var site = app.ServiceProvider.GetRequiredService<SiteOptions>();
        foreach (var language in site.LanguageList)
        {
            app.MapMethods(site.PathIn(language, "search"), ["GET", "HEAD"], (HttpContext c, SearchPages p, PageRenderer r, TimeProvider t) => Page(c, p, r, t, language)).RequireRateLimiting(RateLimits.Search);
            app.MapMethods(site.PathIn(language, "search.json"), ["GET", "HEAD"], (HttpContext c, SearchPages p, SiteOptions s, TimeProvider t) => Data(c, p, s, t, language)).RequireRateLimiting(RateLimits.Search);
        }
    }

    private static async Task Page(HttpContext context, SearchPages pages, PageRenderer renderer, TimeProvider clock, string language)
    {
        if (await Find(context, pages, clock, language) is { } page) await SheetSender.SendOnce(context, "text/html; charset=utf-8", await renderer.Draw(page));
    }

    private static async Task Data(HttpContext context, SearchPages pages, SiteOptions site, TimeProvider clock, string language)
    {
        if (await Find(context, pages, clock, language) is not { Model: SearchModel model }) return;
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                query = model.Text,
                total = model.Total,
                isMore = model.IsMore,
                didYouMean = model.DidYouMean?.Name,
                articles = model.Hits.Select(h => new
                {
                    url = site.Absolute(h.Teaser.Href),
                    headline = h.Teaser.Headline,
                    standfirst = h.Teaser.Standfirst,
                    language = h.Teaser.Language,
                    section = h.Teaser.Section?.Name,
                    kind = h.Teaser.Kind ?? "news",
                    published = h.Teaser.PublishedAt,
                    bylines = h.Teaser.Bylines,
                    excerpt = h.Excerpt.Select(p => new { text = p.Text, match = p.IsMatch }),
                }),
                facets = model.Groups.ToDictionary(g => g.Name, g => g.Facets.Select(f => new { name = f.Name, count = f.Count, url = site.Absolute(f.Href) })),
                next = model.Older is { } next ? site.Absolute(site.PathIn(language, "search.json") + next.Href[next.Href.IndexOf('?', StringComparison.Ordinal)..]) : null,
            },
            Json);
        await SheetSender.SendOnce(context, "application/json; charset=utf-8", body);
    }

    private static async Task<PublicPage.Drawn?> Find(HttpContext context, SearchPages pages, TimeProvider clock, string language)
    {
        if (SearchParameters.Read(context.Request.Query) is not { } asked)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return null;
        }
        var page = await pages.Page(asked, language, Moment.Cut(clock.GetUtcNow()), context.RequestAborted);
        if (page is null) context.Response.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }
}

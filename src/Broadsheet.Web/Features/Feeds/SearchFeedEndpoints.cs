using Broadsheet.Core;
using Broadsheet.Web.Components;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;

namespace Broadsheet.Web.Features.Feeds;

/// <summary>A search that somebody keeps: <c>/search/feed?q=…</c>.</summary>
public static class SearchFeedEndpoints
{
    /// <summary>Maps the feed of each edition's searches.</summary>
    public static void MapSearchFeed(this IEndpointRouteBuilder app)
    {
        var site = app.ServiceProvider.GetRequiredService<SiteOptions>();
        foreach (var language in site.LanguageList)
            app.MapMethods(site.PathIn(language, "search/feed"), ["GET", "HEAD"], (HttpContext c, FeedPages f, TimeProvider t) => Feed(c, f, t, language)).RequireRateLimiting(RateLimits.Search);
    }

    private static async Task Feed(HttpContext context, FeedPages feeds, TimeProvider clock, string language)
    {
        if (SearchParameters.Read(context.Request.Query) is not { IsAsked: true } asked)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        if (await feeds.Search(asked, language, Moment.Cut(clock.GetUtcNow()), context.RequestAborted) is not { } feed)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        await SheetSender.SendOnce(context, feed.ContentType, feed.Body);
    }
}

using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Press;

/// <summary>The first to see a request: serves what is in memory, before anything else is done for it.</summary>
public sealed class PressMiddleware(RequestDelegate next, PressRoom room, PressWatch watch, SecurityHeaders security, CdnHeaders cdn, TimeProvider clock)
{
    /// <summary>Serves a page from memory, or passes on.</summary>
    public Task Invoke(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return Elsewhere(context);
        var key = Key(request);
        if (key is null || watch.IsBlind || room.Find(key, clock.GetUtcNow().ToUnixTimeMilliseconds()) is not { } sheet) return Elsewhere(context);
        if (sheet.Status != StatusCodes.Status200OK && !Errors.WantsPage(request)) return Elsewhere(context);
        PressMetrics.Hits.Add(1);
        sheet.Reading?.Note(request);
        // A browser keeps the headers of what it has (RFC 9110, section 15.4.5): 'not modified' carries only those of the validator,
        // and to a CDN how much longer it may keep the page.
        if (SheetSender.IsKnown(request, sheet))
        {
            if (cdn.IsHearing) cdn.Set(context.Response.Headers, sheet);
            return SheetSender.NotModified(context.Response, request, sheet);
        }
        security.Set(context.Response.Headers);
        cdn.Set(context.Response.Headers, sheet);
        return SheetSender.SendPage(context, sheet);
    }

    // A method of its own, so that a hit makes no closure.
    private Task Elsewhere(HttpContext context) => Workshop.Run(() => next(context));

    /// <summary>The key of a request: its path, and its place in a list where it has one. Null where no page can have it.</summary>
    public static string? Key(HttpRequest request)
    {
        var path = request.Path.Value ?? "/";
        if (!request.QueryString.HasValue) return path;
        var before = request.Query["before"];
        return before.Count == 0 ? path : before[0] is { Length: < 40 } cursor ? $"{path}?before={cursor}" : null;
    }
}

using System.Net.Mime;
using Broadsheet.Core.Readings;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Web.Features.Reader;

/// <summary>
/// <c>POST /readings</c>: a browser says that it shows an article, where browsers count. The body is the article's public key and
/// nothing else. What another site's page sends is refused before it comes here.
/// </summary>
public static class ReadingEndpoints
{
    private const int KeyLength = 36;

    /// <summary>Maps it, where browsers count.</summary>
    public static void MapReadings(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetRequiredService<PressOptions>().CountBy == CountBy.Beacon)
            app.MapPost("/readings", Take).RequireRateLimiting(RateLimits.Readings);
    }

    private static async Task Take(HttpContext context, Beacons beacons, TimeProvider clock)
    {
        var (request, response) = (context.Request, context.Response);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(MediaTypeNames.Text.Plain, StringComparison.OrdinalIgnoreCase))
        {
            response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }
        // One byte more than a key has: a longer body is none.
        var body = new byte[KeyLength + 1];
        var length = request.ContentLength is > KeyLength ? 0 : await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, context.RequestAborted);
        if (length != KeyLength || !Guid.TryParseExact(System.Text.Encoding.ASCII.GetString(body, 0, length), "D", out var article))
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        beacons.Add(article, ReadingHour.Of(clock.GetUtcNow()), Robots.Sent(request.Headers));
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.CacheControl = "no-store";
    }
}

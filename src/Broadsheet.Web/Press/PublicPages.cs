using System.Security.Cryptography;
using Broadsheet.Web.Hosting;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Web.Press;

/// <summary>Finds the page of an address. A function of address, database and time: nothing of the request reaches it.</summary>
/// <param name="address">What is asked for.</param>
/// <param name="now">The time, to the millisecond.</param>
/// <param name="ct">Ends with the reader or the time limit.</param>
/// <returns>The page; never null: what is not there is a page with 404.</returns>
public delegate Task<PublicPage> FindPage(PageAddress address, DateTimeOffset now, CancellationToken ct);

/// <summary>Serves every public address that no endpoint of the house has.</summary>
public static class PublicPages
{
    /// <summary>Maps the rest of the address space to public pages.</summary>
    public static void MapPublicPages(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/{**path}", ["GET", "HEAD"], Serve).WithOrder(int.MaxValue);
    }

    private static async Task Serve(HttpContext context, FindPage find, PageRenderer renderer, SiteOptions site, HostingOptions hosting, TimeProvider clock)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(TimeSpan.FromSeconds(hosting.PageTimeoutSeconds));
        var before = context.Request.Query["before"];
        var address = PageAddress.Read(context.Request.Path.Value ?? "/", before.Count == 0 ? null : before[0], site.LanguageList)
            ?? new PageAddress("\u0000", null, null);
        var page = await find(address, Core.Moment.Cut(clock.GetUtcNow()), limit.Token);
        switch (page)
        {
            case PublicPage.Moved moved:
                context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
                context.Response.Headers.Location = moved.Location;
                context.Response.Headers.CacheControl = "max-age=0, must-revalidate";
                break;
            case PublicPage.Ready ready:
                await Send(context, StatusCodes.Status200OK, ready.ContentType, ready.Body, limit.Token);
                break;
            case PublicPage.Drawn drawn:
                await Send(context, drawn.Status, "text/html; charset=utf-8", await renderer.Draw(drawn), limit.Token);
                break;
        }
    }

    private static async Task Send(HttpContext context, int status, string contentType, byte[] body, CancellationToken ct)
    {
        var response = context.Response;
        var (bytes, encoding) = Encoding.For(context.Request.Headers.AcceptEncoding.ToString(), body);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}{(encoding is null ? "" : "-" + encoding)}\"";
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "max-age=0, must-revalidate";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (status == StatusCodes.Status200OK && Matches(context.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.StatusCode = status;
        response.ContentType = contentType;
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(bytes, ct);
    }

    // RFC 9110, section 13.1.2: If-None-Match compares weakly.
    private static bool Matches(HttpRequest request, string tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var tags)
        && tags.Any(t => t.Tag == "*" || t.Tag == tag);
}

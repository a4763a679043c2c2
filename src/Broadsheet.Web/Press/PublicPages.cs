using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Press;

/// <summary>Finds the page of an address. A function of address, database and time: nothing of the request reaches it.</summary>
/// <param name="address">What is asked for.</param>
/// <param name="now">The time, to the millisecond.</param>
/// <param name="ct">Ends with the time limit.</param>
/// <returns>The page; never null: what is not there is a page with 404.</returns>
public delegate Task<PublicPage> FindPage(PageAddress address, DateTimeOffset now, CancellationToken ct);

/// <summary>Serves every public address that is not in memory and that no endpoint of the house has.</summary>
public static class PublicPages
{
    private static readonly PageAddress Nowhere = new("\u0000", null, null);

    /// <summary>Maps the rest of the address space to public pages.</summary>
    public static void MapPublicPages(this IEndpointRouteBuilder app) => app.MapMethods("/{**path}", ["GET", "HEAD"], Serve).WithOrder(int.MaxValue);

    private static async Task Serve(HttpContext context, Printer printer, PressWatch watch, CdnHeaders cdn, SiteOptions site)
    {
        if (watch.IsBlind)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "10";
            return;
        }
        var before = context.Request.Query["before"];
        var address = PageAddress.Read(context.Request.Path.Value ?? "/", before.Count == 0 ? null : before[0], site.LanguageList);
        PressMetrics.Misses.Add(1);
        var printed = await printer.Print(address ?? Nowhere, address is null ? "\u0000" : PressMiddleware.Key(context.Request)!, context.RequestAborted);
        if (printed.Sheet is { } sheet)
        {
            if (sheet.Status != StatusCodes.Status200OK && !Errors.WantsPage(context.Request))
            {
                context.Response.StatusCode = sheet.Status;
                return;
            }
            sheet.Reading?.Note(context.Request);
            cdn.Set(context.Response.Headers, sheet);
            await SheetSender.Send(context, sheet);
            return;
        }
        context.Response.StatusCode = printed.Status;
        context.Response.Headers.Location = printed.Location;
        context.Response.Headers.CacheControl = "max-age=0, must-revalidate";
    }
}

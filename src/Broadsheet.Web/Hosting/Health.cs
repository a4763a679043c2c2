using Broadsheet.Core.Data;
using Broadsheet.Web.Press;

namespace Broadsheet.Web.Hosting;

/// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: so does the database.</summary>
public static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly string[] Methods = ["GET", "HEAD"];

    /// <summary>Maps both.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/healthz", Methods, () => TypedResults.Text("alive\n"));
        app.MapMethods("/readyz", Methods, Ready);
    }

    private static async Task<IResult> Ready(BroadsheetDb db, PressWatch watch, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        return !watch.IsCutOff && await db.Database.CanConnectAsync(limit.Token)
            ? TypedResults.Text("ready\n")
            : TypedResults.Text("the database does not answer\n", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}

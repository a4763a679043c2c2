using System.Diagnostics;

namespace Broadsheet.Web.Hosting;

/// <summary>One line a request: what, how it went, how long, and the trace it belongs to. No address, agent, cookie or query.</summary>
public sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log, TimeProvider clock)
{
    /// <summary>Measures and passes on.</summary>
    public async Task Invoke(HttpContext context)
    {
        var start = clock.GetTimestamp();
        using var activity = Activity.Current is null ? Begin(context.Request) : null;
        try
        {
            await next(context);
        }
        finally
        {
            var trace = Errors.TraceOf(context);
            var path = context.Request.Path.ToUriComponent();
            Answered(log, context.Request.Method, path.Length > 200 ? path[..200] : path, context.Response.StatusCode, context.Response.ContentLength, clock.GetElapsedTime(start).TotalMilliseconds, trace);
        }
    }

    // Where no telemetry is configured the server begins none: the trace of a caller (W3C Trace Context) is taken up here.
    private static Activity Begin(HttpRequest request)
    {
        var activity = new Activity("request");
        if (request.Headers.TraceParent is [{ } parent]) activity.SetParentId(parent);
        return activity.Start();
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Path} {Status} {Bytes} {Milliseconds:0.0} ms {TraceId}")]
    private static partial void Answered(ILogger log, string method, string path, int status, long? bytes, double milliseconds, string traceId);
}

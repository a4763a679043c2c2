namespace Broadsheet.Web.Hosting;

/// <summary>One line a request: what, how it went, how long, and the trace it belongs to. No address, agent, cookie or query.</summary>
public sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log, TimeProvider clock)
{
    /// <summary>Measures and passes on.</summary>
    public async Task Invoke(HttpContext context)
    {
        var start = clock.GetTimestamp();
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

    [LoggerMessage(LogLevel.Information, "{Method} {Path} {Status} {Bytes} {Milliseconds:0.0} ms {TraceId}")]
    private static partial void Answered(ILogger log, string method, string path, int status, long? bytes, double milliseconds, string traceId);
}

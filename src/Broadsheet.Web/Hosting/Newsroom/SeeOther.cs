namespace Broadsheet.Web.Hosting.Newsroom;

/// <summary>303: what was sent is done, the answer is at another address (RFC 9110, section 15.4.4).</summary>
/// <param name="Path">A path of ours.</param>
public sealed record SeeOther(string Path) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = Path;
        return Task.CompletedTask;
    }
}

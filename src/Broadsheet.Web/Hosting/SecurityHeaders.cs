using Microsoft.Extensions.Primitives;

namespace Broadsheet.Web.Hosting;

/// <summary>Headers of every response, and the refusal of writes that come from another site.</summary>
/// <param name="site">Where the newspaper is.</param>
public sealed class SecurityHeaders(SiteOptions site)
{
    /// <summary>What a page may load: its own files. No inline script or style, no frame, no plug-in.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; " +
        "base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    /// <summary>The policy of a page that may load frames of other sites; empty where there are none.</summary>
    /// <param name="origins">Scheme and host of each.</param>
    public static StringValues WithFrames(IReadOnlyList<string> origins) =>
        origins.Count == 0 ? StringValues.Empty : $"{Policy}; frame-src {string.Join(' ', origins)}";

    private static readonly StringValues Csp = Policy;
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues Deny = "DENY";
    private static readonly StringValues Referrer = "strict-origin-when-cross-origin";
    private static readonly StringValues Permissions = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";
    private static readonly StringValues SameOrigin = "same-origin";
    private static readonly StringValues SameSite = "same-site";
    private static readonly StringValues Hsts = "max-age=31536000; includeSubDomains";
    private readonly bool _https = site.BaseUrl.StartsWith("https:", StringComparison.Ordinal);

    /// <summary>Sets the headers.</summary>
    public void Set(IHeaderDictionary headers)
    {
        // A page that may load frames has said so already.
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = Csp;
        headers.XContentTypeOptions = NoSniff;
        headers.XFrameOptions = Deny;
        headers["Referrer-Policy"] = Referrer;
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = SameOrigin;
        headers["Cross-Origin-Resource-Policy"] = SameSite;
        if (_https) headers.StrictTransportSecurity = Hsts;
    }

    /// <summary>Sets them on every answer.</summary>
    public Task Invoke(HttpContext context, RequestDelegate next)
    {
        // At the last moment: whoever answers to a fault clears the headers first.
        context.Response.OnStarting(() =>
        {
            Set(context.Response.Headers);
            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>Refuses what another site's page sends.</summary>
    public Task RefuseForeignWrite(HttpContext context, RequestDelegate next)
    {
        if (!IsForeignWrite(context.Request)) return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // A browser says where a request comes from; a program that is no browser says nothing and carries no cookies.
    private bool IsForeignWrite(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) return false;
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site") return true;
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && origin != site.BaseUrl.TrimEnd('/') && origin != $"{request.Scheme}://{request.Host}";
    }
}

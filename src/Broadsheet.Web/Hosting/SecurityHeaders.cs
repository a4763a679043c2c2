namespace Broadsheet.Web.Hosting;

/// <summary>Headers of every response, and the refusal of writes that come from another site.</summary>
public static class SecurityHeaders
{
    /// <summary>What a page may load: its own files. No inline script or style, no frame, no plug-in.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; " +
        "base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    /// <summary>Sets the headers before anything else can answer.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app, SiteOptions site)
    {
        var https = site.BaseUrl.StartsWith("https:", StringComparison.Ordinal);
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            headers["Permissions-Policy"] = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-site";
            if (https) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            return IsForeignWrite(context.Request, site) ? Refuse(context) : next(context);
        });
    }

    // A browser says where a request comes from; a program that is no browser says nothing and carries no cookies.
    private static bool IsForeignWrite(HttpRequest request, SiteOptions site)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) return false;
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site") return true;
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && origin != site.BaseUrl.TrimEnd('/') && origin != $"{request.Scheme}://{request.Host}";
    }

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}

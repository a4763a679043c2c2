using System.Diagnostics;
using Broadsheet.Core;
using Broadsheet.Web.Features.Reader;
using Broadsheet.Web.Press;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Web.Hosting;

/// <summary>What people and programs get when something goes wrong: a page, or problem details (RFC 9457). Never an exception's text.</summary>
public static class Errors
{
    /// <summary>Turns exceptions and bare status codes into answers.</summary>
    public static void UseErrorAnswers(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => Answer(context, StatusOf(context.Features.Get<IExceptionHandlerFeature>()?.Error)),
            SuppressDiagnosticsCallback = e => e.Exception is OperationCanceledException or BadHttpRequestException,
        });
        app.UseStatusCodePages(context => Answer(context.HttpContext, context.HttpContext.Response.StatusCode));
    }

    private static int StatusOf(Exception? error) => error switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        OperationCanceledException => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static async Task Answer(HttpContext context, int status)
    {
        if (context.RequestAborted.IsCancellationRequested) return;
        var trace = TraceOf(context);
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = HeaderNames.Accept;
        if (WantsPage(context.Request))
        {
            if (await Page(context, status, trace) is { } page)
            {
                context.Response.ContentType = "text/html; charset=utf-8";
                context.Response.ContentLength = page.Length;
                if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(page);
                return;
            }
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync($"{status} {Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status)} ({trace})\n");
            return;
        }
        await Results.Problem(statusCode: status).ExecuteAsync(context);
    }

    /// <summary>What a request is called in the log.</summary>
    public static string TraceOf(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    /// <summary>True for a person's browser, false for a program.</summary>
    public static bool WantsPage(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    // A fault may be the database's own: its page does without. Where even that fails, a line of text is the answer.
    private static async Task<byte[]?> Page(HttpContext context, int status, string trace)
    {
        try
        {
            await using var scope = context.RequestServices.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var site = services.GetRequiredService<SiteOptions>();
            var address = PageAddress.Read(context.Request.Path.Value ?? "/", null, site.LanguageList);
            var now = Moment.Cut(services.GetRequiredService<TimeProvider>().GetUtcNow());
            var language = address?.Edition(site.LanguageList) ?? site.LanguageList[0];
            var page = status >= 500
                ? ReaderPages.Error(Edition.Bare(site, services.GetRequiredService<PlainPages>(), language), status, null)
                : await services.GetRequiredService<ReaderPages>().Error(language, status, null, now, CancellationToken.None);
            if (page is not PublicPage.Drawn { Model: Components.Models.ErrorModel model } drawn) return null;
            return await services.GetRequiredService<PageRenderer>().Draw(drawn with { Model = model with { TraceId = status >= 500 ? trace : null } });
        }
        catch (Exception e) when (status >= 500)
        {
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Errors)).LogError(e, "The error page could not be drawn");
            return null;
        }
    }
}

using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Newsroom;
using Broadsheet.Web.Features.Newsroom;
using Broadsheet.Web.Features.Staff;
using Broadsheet.Web.Mail;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;

namespace Broadsheet.Web.Hosting.Newsroom;

/// <summary>The newsroom: what it is made of, and what a request to it passes.</summary>
public static class NewsroomSite
{
    /// <summary>Registers everything below <c>/newsroom</c>. Each feature adds itself here and in <see cref="MapNewsroom"/>.</summary>
    public static void AddNewsroom(this IServiceCollection services, SiteOptions site)
    {
        services.AddRazorComponents();
        services.AddScoped<StaffPresence>().AddScoped<StaffSessions>().AddSingleton<SealedCookie>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, StaffCookieHandler>(StaffCookieHandler.Staff, null);
        services.AddAuthorization().AddScoped<IAuthorizationHandler, RightHandler>().AddSingleton<IAuthorizationMiddlewareResultHandler, NewsroomDoor>();
        services.AddStaffIdentity(site);
        services.AddSingleton<MailDesk>().AddHostedService<MailJob>();
        services.AddDesk();
        services.AddStaffPages();
    }

    /// <summary>Before a page of the newsroom: never kept, faults in its own dress, who is there, which language, what they may.</summary>
    public static void UseNewsroom(this IApplicationBuilder app) => app.UseWhen(IsNewsroom, branch =>
    {
        branch.Use(NoStore);
        branch.UseStatusCodePages(Fault);
        branch.UseAuthentication();
        branch.Use(WhoIsThere);
        branch.UseAuthorization();
    });

    /// <summary>After the look at the antiforgery token: a form that is too old is refused with words, before anything reads it.</summary>
    public static void UseFreshForms(this IApplicationBuilder app) => app.UseWhen(IsNewsroom, branch => branch.Use((HttpContext context, RequestDelegate next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }) return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Items[nameof(UseFreshForms)] = true;
        return Task.CompletedTask;
    }));

    /// <summary>Maps everything below <c>/newsroom</c>.</summary>
    public static void MapNewsroom(this IEndpointRouteBuilder app)
    {
        var newsroom = app.MapGroup(NewsroomPaths.Root).WithMetadata(new RequireAntiforgeryTokenAttribute());
        newsroom.MapDesk();
        newsroom.MapStaffPages();
        // What nothing else has: 404 for those who are in, the way to the sign-in for all others, so that nobody learns which addresses there are.
        newsroom.MapFallback("/{**path}", () => Results.NotFound()).RequireStaff();
    }

    private static bool IsNewsroom(HttpContext context) => context.Request.Path.StartsWithSegments(NewsroomPaths.Root, StringComparison.Ordinal);

    private static Task NoStore(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    }

    // The scheme is no default one: it is asked here for the pages that anybody may see.
    private static async Task WhoIsThere(HttpContext context, RequestDelegate next)
    {
        if (await context.AuthenticateAsync(StaffCookieHandler.Staff) is { Succeeded: true, Principal: { } principal }) context.User = principal;
        NewsroomLanguage.Set(context, context.RequestServices.GetRequiredService<StaffPresence>());
        await next(context);
    }

    private static async Task Fault(StatusCodeContext fault)
    {
        var context = fault.HttpContext;
        var status = context.Response.StatusCode;
        if (status < 400) return;
        var key = context.Items.ContainsKey(nameof(UseFreshForms)) ? "Form" : Texts.In($"Room_Fault_{status}", null) is null ? "Other" : $"{status}";
        var (title, text) = (Texts.T($"Room_Fault_{key}"), Texts.T($"Room_Fault_{key}_Text"));
        if (!Errors.WantsPage(context.Request))
        {
            await Results.Problem(statusCode: status, title: title, detail: text).ExecuteAsync(context);
            return;
        }
        var request = await DoorRequest.BindAsync(context);
        await request.Show<FaultPage, FaultModel>(new(title, text), title, status).ExecuteAsync(context);
    }
}

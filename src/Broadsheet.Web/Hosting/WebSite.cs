using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Broadsheet.Core.Data;
using Broadsheet.Web.Features.Feeds;
using Broadsheet.Web.Features.Media;
using Broadsheet.Web.Features.Reader;
using Broadsheet.Web.Hosting.Newsroom;
using Broadsheet.Web.Jobs;
using Broadsheet.Web.Press;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Broadsheet.Web.Hosting;

/// <summary>The web site of a newspaper: what it is made of and in which order a request meets it.</summary>
public static class WebSite
{
    /// <summary>Makes the site; the caller starts it.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="urls">Where to listen, separated by semicolons.</param>
    /// <param name="services">Changes services last (a test's clock); null for none.</param>
    /// <exception cref="UsageException">A setting is wrong.</exception>
    public static WebApplication Build(DataFolder data, string urls, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "broadsheet", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddBroadsheetSettings(data);
        builder.Services.AddNewspaper(builder.Configuration, data);
        builder.Services.AddLogging(l => Log(l, builder.Configuration));
        var hosting = Option<HostingOptions>(builder.Services);
        builder.WebHost.UseKestrelCore().UseUrls(urls).ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = hosting.MaxRequestBytes;
            k.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            k.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            k.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(5));
            k.Limits.MinResponseDataRate = new(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(10));
        });
        if (Option<PressOptions>(builder.Services).InlineSockets) InlineSockets.Use(builder.WebHost);
        builder.Services.AddRouting();
        builder.Services.AddRateLimits(Option<SearchOptions>(builder.Services), Option<StaffOptions>(builder.Services));
        builder.Services.AddRequestTimeouts(o => o.DefaultPolicy = new() { Timeout = TimeSpan.FromSeconds(60) });
        builder.Services.AddDataProtection().SetApplicationName("broadsheet");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = new ProtectionKeys(s.GetRequiredService<IServiceScopeFactory>())));
        var https = Option<SiteOptions>(builder.Services).IsHttps;
        builder.Services.AddAntiforgery(o => (o.Cookie.Name, o.Cookie.SecurePolicy) = ("broadsheet-form", https ? CookieSecurePolicy.Always : CookieSecurePolicy.None));
        builder.Services.AddProblemDetails(o => o.CustomizeProblemDetails = c => c.ProblemDetails.Extensions["traceId"] = Errors.TraceOf(c.HttpContext));
        builder.Services.AddTelemetry(builder.Configuration);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(20));
        AddPages(builder.Services);
        builder.Services.AddHostedService<EventPump>().AddHostedService<ImproveJob>().AddHostedService<WarmUp>().AddHostedService<RenditionJob>().AddHostedService<PurgeJob>().AddHostedService<ClockJob>();
        builder.Services.AddNewsroom(Option<SiteOptions>(builder.Services));
        builder.Services.AddSingleton<SearchJob>().AddHostedService(s => s.GetRequiredService<SearchJob>());
        builder.Services.AddSingleton<ReadingsJob>().AddHostedService(s => s.GetRequiredService<ReadingsJob>());
        services?.Invoke(builder.Services);
        var app = builder.Build();
        Pipeline(app, hosting);
        return app;
    }

    private static void AddPages(IServiceCollection services)
    {
        // Letters of every script stay letters: a syllable of Hangul takes 3 bytes and not 8.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<EventNews>().AddSingleton<SecurityHeaders>().AddSingleton<PressRoom>().AddSingleton<PressWatch>().AddSingleton<Printer>();
        services.AddSingleton<ReadingTally>().AddSingleton<Beacons>();
        services.AddOperatorClient().AddSingleton<CdnHeaders>().AddSingleton<CdnPurge>();
        services.AddSingleton<PageRenderer>().AddSingleton<AssetFiles>().AddSingleton<PlainPages>().AddSingleton<Editions>();
        services.AddScoped<ReaderPages>().AddScoped<FrontPages>().AddScoped<ArticlePages>().AddScoped<HistoryPages>().AddScoped<VersionPages>().AddScoped<CorrectionPages>().AddScoped<ListPages>().AddScoped<ArchivePages>().AddScoped<DayPages>().AddScoped<MostReadPages>();
        services.AddScoped<Teasers>().AddScoped<SearchPages>().AddScoped<QrPages>().AddScoped<FeedPages>();
        services.AddScoped<FindPage>(s => async (address, now, ct) =>
        {
            // One connection for all queries of a page: it is taken once and given back with the scope.
            await s.GetRequiredService<BroadsheetDb>().Database.OpenConnectionAsync(ct);
            return await s.GetRequiredService<FeedPages>().Find(address, now, ct)
                ?? await s.GetRequiredService<QrPages>().Find(address, now, ct)
                ?? await s.GetRequiredService<ReaderPages>().Find(address, now, ct);
        });
    }

    private static void Pipeline(WebApplication app, HostingOptions hosting)
    {
        if (Forwarded(hosting) is { } forwarded) app.UseForwardedHeaders(forwarded);
        app.UseMiddleware<PressMiddleware>();
        app.UseMiddleware<RequestLog>();
        app.Use(app.Services.GetRequiredService<SecurityHeaders>().Invoke);
        app.UseErrorAnswers();
        app.Use(app.Services.GetRequiredService<SecurityHeaders>().RefuseForeignWrite);
        app.UseRouting();
        app.Use(RefuseLargeBody);
        app.UseRequestTimeouts();
        app.UseRateLimiter();
        app.UseNewsroom();
        app.UseAntiforgery();
        app.UseFreshForms();
        app.MapHealth();
        AssetFiles.Map(app);
        app.MapMedia();
        app.MapSitemaps();
        app.MapSearch();
        app.MapSearchFeed();
        app.MapReadings();
        app.MapNewsroom();
        app.MapPublicPages();
    }

    // The server itself counts a body when it is read; what says beforehand that it is too large is not read at all.
    private static Task RefuseLargeBody(HttpContext context, RequestDelegate next)
    {
        if (context.Request.ContentLength is not { } length || length <= (context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? long.MaxValue)) return next(context);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }

    private static ForwardedHeadersOptions? Forwarded(HostingOptions hosting)
    {
        var proxies = hosting.KnownProxies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (proxies.Length == 0) return null;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in proxies)
        {
            if (System.Net.IPNetwork.TryParse(proxy, out var network)) options.KnownIPNetworks.Add(network);
            else if (IPAddress.TryParse(proxy, out var address)) options.KnownProxies.Add(address);
            else throw new UsageException($"Setting {HostingOptions.Section}:KnownProxies: '{proxy}' is neither an address nor a network.");
        }
        return options;
    }

    private static void Log(ILoggingBuilder logging, ConfigurationManager settings)
    {
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        // This one's only use would be an activity and a scope for each request, before the press sees it; RequestLog begins one for the rest.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // Whether keys are encrypted at rest is the operator's choice, said in docs/operations.md and not at every start.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement", LogLevel.Error);
        if (settings["Broadsheet:Hosting:LogFormat"] == "json")
            logging.AddJsonConsole(o => { o.UseUtcTimestamp = true; o.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"; });
        else logging.AddSimpleConsole(o => { o.SingleLine = true; o.UseUtcTimestamp = true; o.TimestampFormat = "HH:mm:ss "; });
    }

    private static T Option<T>(IServiceCollection services) =>
        (T)services.Last(s => s.ServiceType == typeof(T)).ImplementationInstance!;
}

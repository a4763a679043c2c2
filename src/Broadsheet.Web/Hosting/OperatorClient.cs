namespace Broadsheet.Web.Hosting;

/// <summary>The HTTP client for addresses that the operator has set, and for no other: what content, readers or feeds name is never asked by it.</summary>
public static class OperatorClient
{
    /// <summary>Its name for <see cref="IHttpClientFactory"/>.</summary>
    public const string Name = "Operator";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Adds it: ten seconds for a call, no redirects, no cookies, nothing logged.</summary>
    public static IServiceCollection AddOperatorClient(this IServiceCollection services)
    {
        services.AddHttpClient(Name, c => c.Timeout = Limit)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .RemoveAllLoggers();
        return services;
    }
}

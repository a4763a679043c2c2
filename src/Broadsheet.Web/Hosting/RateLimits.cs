using System.Net.Sockets;
using System.Threading.RateLimiting;
using Broadsheet.Web.Hosting.Newsroom;

namespace Broadsheet.Web.Hosting;

/// <summary>How much one reader may ask of what costs work on every request.</summary>
public static class RateLimits
{
    /// <summary>The policy of searches.</summary>
    public const string Search = "search";

    /// <summary>The policy of reported readings.</summary>
    public const string Readings = "readings";

    /// <summary>The policy of attempts to sign in to the newsroom.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Readings that one address may report in a minute. An office or a telephone network may be one address.</summary>
    public const int ReadingsPerMinute = 120;

    /// <summary>Registers the policies.</summary>
    public static IServiceCollection AddRateLimits(this IServiceCollection services, SearchOptions search, StaffOptions staff) => services.AddRateLimiter(o =>
    {
        o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        o.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        o.AddPolicy(Search, context => PerMinute(context, search.PerMinute));
        o.AddPolicy(SignIn, context => PerMinute(context, staff.AttemptsPerMinute));
        o.AddPolicy(Readings, context => PerMinute(context, ReadingsPerMinute));
    });

    private static RateLimitPartition<string> PerMinute(HttpContext context, int permitted) => RateLimitPartition.GetSlidingWindowLimiter(Reader(context), _ => new()
    {
        PermitLimit = permitted,
        Window = TimeSpan.FromMinutes(1),
        SegmentsPerWindow = 6,
        AutoReplenishment = false,
    });

    // An IPv6 reader has a whole network of addresses (RFC 6177): its first 64 bits are the reader.
    private static string Reader(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}

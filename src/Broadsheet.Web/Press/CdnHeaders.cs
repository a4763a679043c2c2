using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Broadsheet.Web.Press;

/// <summary>
/// What a CDN in front is told of a page: its keys, and, where it is told of changes (<c>Broadsheet:Press:Purge:Url</c>), that it may
/// keep the page (RFC 9213). Browsers are told nothing new: they ask each time.
/// </summary>
/// <param name="purge">Whether a CDN hears of changes.</param>
/// <param name="watch">Whether this node does.</param>
/// <param name="clock">For pages that age.</param>
public sealed class CdnHeaders(PurgeOptions purge, PressWatch watch, TimeProvider clock)
{
    private const int Longest = 86_400;
    private static readonly StringValues Long = Control(Longest);

    /// <summary>True where a CDN hears of changes.</summary>
    public bool IsHearing { get; } = purge.IsOn;

    /// <summary>Sets the headers of a page.</summary>
    public void Set(IHeaderDictionary headers, Sheet sheet)
    {
        headers["Surrogate-Key"] = sheet.Keys;
        if (!IsHearing) return;
        headers["Cache-Tag"] = sheet.KeysWithCommas;
        // A node that hears of no changes may have a page that was purged already; what is not there may be there soon.
        if (watch.IsCutOff || sheet.Status is not (StatusCodes.Status200OK or StatusCodes.Status410Gone)) return;
        headers["CDN-Cache-Control"] = sheet.ExpiresAt == long.MaxValue ? Long : Until(sheet);
    }

    // One value a second for a page that ages; none is made for the next hit in the same second.
    private StringValues Until(Sheet sheet)
    {
        var left = (sheet.ExpiresAt - clock.GetUtcNow().ToUnixTimeMilliseconds()) / 1000;
        if (left >= Longest) return Long;
        if (sheet.CdnLife is { } made && made.Seconds == left) return made.Header;
        var life = new CdnLife(left, Control(Math.Max(0, left)));
        sheet.CdnLife = life;
        return life.Header;
    }

    private static StringValues Control(long seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"max-age={seconds}, stale-while-revalidate=30, stale-if-error=86400");
}

/// <summary>How much longer a page that ages may be kept, as a header.</summary>
/// <param name="Seconds">From the moment it was made.</param>
/// <param name="Header">The value of <c>CDN-Cache-Control</c>.</param>
public sealed record CdnLife(long Seconds, StringValues Header);

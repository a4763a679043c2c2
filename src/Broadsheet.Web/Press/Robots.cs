using System.Buffers;
using Microsoft.Extensions.Primitives;

namespace Broadsheet.Web.Press;

/// <summary>
/// Which requests nobody reads: of programs that say what they are, and of browsers that fetch a page in case it is wanted.
/// They are counted apart, and served all the same.
/// </summary>
public static class Robots
{
    // Every browser has called itself Mozilla since 1998; only the oldest Opera did not. Other programs say their own names.
    private const string Browser = "Mozilla/";
    private const string OldOpera = "Opera/";

    // Parts of the names of robots that call themselves Mozilla too, in any case: how most of them end, then those that end
    // otherwise. "bot" alone would be a maker of telephones (CUBOT), docs/readings.md says how the
    // list is kept; it is read on every hit, and its length costs time there.
    private static readonly SearchValues<string> Names = SearchValues.Create(
        ["bot/", "bot;", "bot)", "bot-", "_bot", "robot", "crawler", "spider", "preview", "monitor", "scanner", "headless", "lighthouse", "slurp", "yeti/", "daum/", "daumoa", "googleother", "google-", "ptst/"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>True for the headers of a robot or a prefetch. A request without a <c>User-Agent</c> is no browser's.</summary>
    public static bool Sent(IHeaderDictionary headers) =>
        headers.UserAgent is not [{ } agent] || !IsBrowser(agent) || IsPrefetch(headers["Sec-Purpose"]) || IsPrefetch(headers["Purpose"]) || IsPrefetch(headers["X-Moz"]);

    private static bool IsBrowser(string agent) =>
        (agent.StartsWith(Browser, StringComparison.Ordinal) || agent.StartsWith(OldOpera, StringComparison.Ordinal)) && !agent.AsSpan(OldOpera.Length).ContainsAny(Names);

    // Also "prefetch;prerender" and "prefetch;anonymous-client-ip".
    private static bool IsPrefetch(StringValues purpose) => purpose is [{ } first, ..] && first.StartsWith("prefetch", StringComparison.OrdinalIgnoreCase);
}

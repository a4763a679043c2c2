using System.Buffers;

namespace Broadsheet.Web.Press;

/// <summary>
/// Which requests nobody reads: of programs that say what they are, and of browsers that fetch a page in case it is wanted.
/// They are counted apart, and served all the same.
/// </summary>
public static class Robots
{
    // Parts of the name that a program gives itself, in any case: how most of them end, then those that end otherwise. One belongs
    // here that names itself so in its maker's documentation and in no browser's: "bot" alone would be a maker of telephones
    // (CUBOT), "kakaotalk" and "naver" alone the browsers inside two much used apps. docs/readings.md says how the list is kept.
    private static readonly SearchValues<string> Names = SearchValues.Create(
        [
            "bot/", "bot;", "bot)", "bot,", "_bot", "-bot", "bot-", "robot", "crawler", "spider", "scraper", "kakaotalk-scrap", "fetcher", "monitor", "preview",
            "googlebot", "google-", "googleother", "mediapartners", "bingpreview", "slurp", "facebookexternalhit", "facebookcatalog", "meta-external", "ia_archiver", "yeti/", "daumoa", "embedly", "whatsapp/", "feedly", "feedfetcher",
            "headlesschrome", "lighthouse", "pingdom", "uptime", "curl/", "wget/", "libwww", "python-", "python/", "aiohttp", "httpx", "go-http-client", "okhttp/", "java/", "apache-httpclient", "node-fetch", "axios/", "undici", "ruby", "guzzlehttp", "scrapy",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>True for the headers of a robot or a prefetch. A request without a <c>User-Agent</c> is no browser's.</summary>
    public static bool Sent(IHeaderDictionary headers) =>
        headers.UserAgent is not [{ Length: > 0 } agent] || agent.AsSpan().ContainsAny(Names)
        || IsPrefetch(headers["Sec-Purpose"]) || IsPrefetch(headers["Purpose"]) || IsPrefetch(headers["X-Moz"]);

    // Also "prefetch;prerender" and "prefetch;anonymous-client-ip".
    private static bool IsPrefetch(Microsoft.Extensions.Primitives.StringValues purpose) =>
        purpose is [{ } first, ..] && first.StartsWith("prefetch", StringComparison.OrdinalIgnoreCase);
}

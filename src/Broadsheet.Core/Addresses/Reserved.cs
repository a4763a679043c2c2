using System.Collections.Frozen;

namespace Broadsheet.Core.Addresses;

/// <summary>First path segments that belong to the house: no section can have them.</summary>
public static class Reserved
{
    private static readonly FrozenSet<string> Segments = new[]
    {
        "about", "account", "api", "archive", "assets", "by", "comment", "contact", "corrections", "dictionary", "favicon.ico", "feed",
        "healthz", "history", "imprint", "media", "most-read", "newsroom", "on-this-day", "print", "privacy", "qr", "readings", "readyz", "robots.txt", "search",
        "sitemap.xml", "source", "standards", "story", "terms", "topic", "words", ".well-known",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True where a first segment may not be claimed: a word of the house, a language code, or a year.</summary>
    public static bool Holds(string segment) =>
        Segments.Contains(segment)
        || (segment.Length is 2 or 3 && segment.All(char.IsAsciiLetterLower))
        || (segment.Length == 4 && segment.All(char.IsAsciiDigit));
}

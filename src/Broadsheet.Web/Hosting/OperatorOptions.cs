using System.ComponentModel.DataAnnotations;

namespace Broadsheet.Web.Hosting;

/// <summary>How the server stands in its network: settings <c>Broadsheet:Hosting:*</c>.</summary>
public sealed class HostingOptions
{
    /// <summary>Where the settings stand.</summary>
    public const string Section = "Broadsheet:Hosting";

    /// <summary>Addresses or networks (<c>10.0.0.0/8</c>) of proxies whose forwarded headers are believed, separated by commas; none by default.</summary>
    public string KnownProxies { get; set; } = "";

    /// <summary>How log lines look: <c>text</c> or <c>json</c>.</summary>
    [AllowedValues("text", "json")]
    public string LogFormat { get; set; } = "text";

    /// <summary>Largest request body, in bytes; uploads of photos need the room of <c>Broadsheet:Media:MaxBytes</c>.</summary>
    [Range(1024L, 4L * 1024 * 1024 * 1024)]
    public long MaxRequestBytes { get; set; } = 1024 * 1024;

    /// <summary>Longest time a page may take to make, in seconds.</summary>
    [Range(1, 120)]
    public int PageTimeoutSeconds { get; set; } = 10;
}

/// <summary>Limits on wire files: settings <c>Broadsheet:Wire:*</c>.</summary>
public sealed class WireOptions
{
    /// <summary>Where the settings stand.</summary>
    public const string Section = "Broadsheet:Wire";

    /// <summary>Largest single item, in bytes.</summary>
    [Range(1024L, 256L * 1024 * 1024)]
    public long MaxItemBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Largest wire file, in bytes.</summary>
    [Range(1024L, 64L * 1024 * 1024 * 1024)]
    public long MaxFileBytes { get; set; } = 8L * 1024 * 1024 * 1024;
}

/// <summary>The search: settings <c>Broadsheet:Search:*</c>.</summary>
public sealed class SearchOptions
{
    /// <summary>Where the settings stand.</summary>
    public const string Section = "Broadsheet:Search";

    /// <summary>Searches that one address may ask for in a minute; more are answered 429.</summary>
    [Range(1, 1_000_000)]
    public int PerMinute { get; set; } = 120;
}

/// <summary>Readers' comments: settings <c>Broadsheet:Comments:*</c>.</summary>
public sealed class CommentOptions
{
    /// <summary>Where the settings stand.</summary>
    public const string Section = "Broadsheet:Comments";

    /// <summary>Longest comment, in characters as a person counts them (grapheme clusters).</summary>
    [Range(1, 5000)]
    public int MaxCharacters { get; set; } = 250;
}

using System.ComponentModel.DataAnnotations;

namespace Broadsheet.Web.Hosting;

/// <summary>What the operator says of the newspaper: settings <c>Broadsheet:Site:*</c>.</summary>
public sealed class SiteOptions : IValidatableObject
{
    /// <summary>Where the settings stand.</summary>
    public const string Section = "Broadsheet:Site";

    /// <summary>The newspaper's name, where it has not said another itself.</summary>
    [Required, StringLength(80, MinimumLength = 1)]
    public string Name { get; set; } = "Broadsheet";

    /// <summary>Scheme and host that readers use, without a path: every absolute address starts with it.</summary>
    [Required]
    public string BaseUrl { get; set; } = "http://localhost:5080";

    /// <summary>The newspaper's time zone, by its IANA name.</summary>
    [Required]
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Content languages, BCP 47 primary subtags, the first one first; separated by commas where the setting is one text.</summary>
    [Required]
    public string Languages { get; set; } = "en,ko";

    /// <summary><see cref="Languages"/> as a list.</summary>
    public IReadOnlyList<string> LanguageList => Languages.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>True where readers come by https: cookies are then for https only.</summary>
    public bool IsHttps => BaseUrl.StartsWith("https:", StringComparison.Ordinal);

    /// <summary>The time zone itself.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>Where a path is in the edition of a language: the first language has no prefix, nor has one without an edition.</summary>
    /// <param name="language">The edition.</param>
    /// <param name="path">Without prefix and leading slash.</param>
    public string PathIn(string language, string path) => language == LanguageList[0] || !LanguageList.Contains(language) ? $"/{path}" : $"/{language}/{path}";

    /// <summary>An absolute address of ours.</summary>
    /// <param name="path">With leading slash.</param>
    public string Absolute(string path) => BaseUrl.TrimEnd('/') + path;

    /// <summary>A moment in the newspaper's time zone.</summary>
    public DateTimeOffset In(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    /// <summary>The moment at which a day begins in the newspaper's time zone.</summary>
    public DateTimeOffset Midnight(DateOnly day)
    {
        var start = day.ToDateTime(TimeOnly.MinValue);
        // Where clocks go forward at midnight the day begins an hour later.
        while (Zone.IsInvalidTime(start)) start = start.AddMinutes(15);
        // Where the first hour comes twice the day has both.
        var offset = Zone.IsAmbiguousTime(start) ? Zone.GetAmbiguousTimeOffsets(start).Max() : Zone.GetUtcOffset(start);
        return start.Ticks < offset.Ticks ? DateTimeOffset.MinValue : new DateTimeOffset(start, offset).ToUniversalTime();
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Uri.TryCreate(BaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.PathAndQuery != "/")
            yield return new($"{Section}:BaseUrl is '{BaseUrl}': it must be http:// or https:// with a host and no path.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new($"{Section}:TimeZone is '{TimeZone}': it must be an IANA name such as Asia/Seoul.");
        if (LanguageList.Count == 0 || LanguageList.Any(l => l.Length is not (2 or 3) || !l.All(char.IsAsciiLetterLower)) || LanguageList.Distinct(StringComparer.Ordinal).Count() != LanguageList.Count)
            yield return new($"{Section}:Languages is '{Languages}': it must be language codes such as en,ko, each once.");
    }
}

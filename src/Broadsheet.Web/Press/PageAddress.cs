using System.Globalization;

namespace Broadsheet.Web.Press;

/// <summary>What a reader asks for: everything that a public page may depend on.</summary>
/// <param name="Path">Without language prefix and without slashes at its ends: <c>national/north-korea</c>; empty for a front page.</param>
/// <param name="Prefix">The language prefix that was there, or null.</param>
/// <param name="Before">Where an older page of a list begins, or null.</param>
public sealed record PageAddress(string Path, string? Prefix, ListCursor? Before)
{
    /// <summary>Longest path that is looked at, in characters.</summary>
    public const int MaxLength = 400;

    /// <summary>Reads a request's path; null where no page can have it.</summary>
    /// <param name="path">Decoded, with leading slash.</param>
    /// <param name="before">The query parameter <c>before</c>, or null. Other parameters make no difference.</param>
    /// <param name="languages">The newspaper's languages.</param>
    public static PageAddress? Read(string path, string? before, IReadOnlyList<string> languages)
    {
        if (path.Length > MaxLength || path.Any(c => char.IsControl(c) || c is '\\' or '\uFFFD') || path.Contains("//", StringComparison.Ordinal)) return null;
        var cursor = before is null ? null : ListCursor.Read(before);
        if (before is not null && cursor is null) return null;
        var rest = path.Trim('/');
        var first = rest.Split('/', 2)[0];
        if (languages.Contains(first, StringComparer.Ordinal))
            return new(rest.Length == first.Length ? "" : rest[(first.Length + 1)..], first, cursor);
        return new(rest, null, cursor);
    }

    /// <summary>The language of lists at this address: the prefix, or the newspaper's first language.</summary>
    public string Edition(IReadOnlyList<string> languages) => Prefix ?? languages[0];
}

/// <summary>A place in a list, newest first: the last article of the page before.</summary>
/// <param name="PublishedAt">Its publication.</param>
/// <param name="ArticleId">Its key.</param>
public sealed record ListCursor(DateTimeOffset PublishedAt, long ArticleId)
{
    /// <summary>The cursor of a query parameter, or null where it is none.</summary>
    public static ListCursor? Read(string text) =>
        text.Length < 40 && text.Split('-') is [var at, var id]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds < 253_402_300_800_000
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            ? new(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), key) : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PublishedAt.ToUnixTimeMilliseconds()}-{ArticleId}");
}

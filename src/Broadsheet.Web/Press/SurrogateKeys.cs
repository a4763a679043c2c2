namespace Broadsheet.Web.Press;

/// <summary>
/// The tags of a page as a CDN is told of them: short, and never more than a proxy takes. A page and an event give the same
/// keys for the same tags.
/// </summary>
public static class SurrogateKeys
{
    /// <summary>The key of pages that have too many tags to name them. Every purge names it.</summary>
    public const string Any = "any";

    /// <summary>Longest list of keys in a header, in characters: half of what a proxy with room for 8 kB of headers takes.</summary>
    public const int MaxLength = 4_000;

    /// <summary>The keys of a page, separated by spaces.</summary>
    public static string Of(IReadOnlyList<string> tags)
    {
        var keys = string.Join(' ', tags.Select(Key).Distinct(StringComparer.Ordinal));
        return keys.Length <= MaxLength ? keys : Any;
    }

    /// <summary>The keys of what changed.</summary>
    public static IEnumerable<string> OfChange(IEnumerable<string> tags) => tags.Select(Key).Append(Any).Distinct(StringComparer.Ordinal);

    // The random end of a photo's name is enough: two photos with the same one are purged together, which harms nobody.
    private static string Key(string tag) =>
        tag.StartsWith("photo:", StringComparison.Ordinal) && tag.Length > 18 ? string.Concat("photo:", tag.AsSpan(tag.Length - 12)) : tag;
}

namespace Broadsheet.Core.Search;

/// <summary>
/// Keys of documents: the minute of first publication, then a number within it. Both databases find matches in the order of
/// keys, so that the newest are there without sorting.
/// </summary>
public static class SearchKey
{
    private const int Within = 16;

    /// <summary>The first key of a minute.</summary>
    public static long At(DateTimeOffset published) => Math.Max(0, published.ToUnixTimeSeconds() / 60) << Within;

    /// <summary>The last key of the minute that begins with one.</summary>
    public static long LastOf(long first) => first | ((1 << Within) - 1);

    /// <summary>The last key that an article published by now can have.</summary>
    public static long Until(DateTimeOffset now) => LastOf(At(now));

    /// <summary>The minute of a key.</summary>
    public static DateTimeOffset Minute(long key) => DateTimeOffset.FromUnixTimeSeconds((key >> Within) * 60);
}

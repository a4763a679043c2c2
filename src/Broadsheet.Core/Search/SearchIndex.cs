using Broadsheet.Core.Articles;

namespace Broadsheet.Core.Search;

/// <summary>An article as it goes into the index.</summary>
/// <param name="Document">Its row.</param>
/// <param name="PublishedAt">First publication: its key is of this minute.</param>
/// <param name="Tokens">Tokens in their order, borders between blocks.</param>
/// <param name="Facts">What it can be filtered by (<see cref="SearchFacts"/>), and its words of one syllable.</param>
public sealed record SearchEntry(SearchDocument Document, DateTimeOffset PublishedAt, IReadOnlyList<string> Tokens, IReadOnlyCollection<string> Facts);

/// <summary>What an index is asked: all of one list, any of the inner ones.</summary>
/// <param name="Wanted">Words: each must be there in one of its forms.</param>
/// <param name="Excluded">Words none of whose forms may be there.</param>
/// <param name="Facts">Facts: one of each group must hold.</param>
/// <param name="Language">Only in this language; null for any.</param>
/// <param name="From">First key.</param>
/// <param name="Until">Last key.</param>
public sealed record SearchPlan(
    IReadOnlyList<IReadOnlyList<Language.Search.SearchPhrase>> Wanted, IReadOnlyList<IReadOnlyList<Language.Search.SearchPhrase>> Excluded,
    IReadOnlyList<IReadOnlyList<string>> Facts, string? Language, long From, long Until);

/// <summary>A match.</summary>
/// <param name="Key">Its key; newer articles have greater ones.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Sections">Its own sections, keys separated by spaces.</param>
/// <param name="People">Its bylines, keys separated by spaces.</param>
/// <param name="HasPicture">True with a picture.</param>
/// <param name="Head">The tokens of its headline, a space before and behind each.</param>
public sealed record SearchMatch(long Key, long ArticleId, ArticleKind Kind, string Sections, string People, bool HasPicture, string Head);

/// <summary>The full-text index of the database in use. Both hold the same tokens and answer alike; writes stand in the caller's transaction.</summary>
public abstract class SearchIndex
{
    /// <summary>Puts new entries in, rows and words.</summary>
    public abstract Task Put(IReadOnlyList<SearchEntry> entries, CancellationToken ct);

    /// <summary>Takes entries out, rows and words.</summary>
    public abstract Task Remove(IReadOnlyList<long> keys, CancellationToken ct);

    /// <summary>Puts what came in lately where it is found as fast as the rest; once a while, not after every entry of many.</summary>
    public abstract Task Settle(CancellationToken ct);

    /// <summary>Counts words of headlines up or down; those that come to nothing go.</summary>
    public abstract Task Count(IReadOnlyDictionary<(string Language, string Word), int> changes, CancellationToken ct);

    /// <summary>The newest matches, newest first.</summary>
    /// <param name="plan">What is asked.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="ct">Ends the search.</param>
    public abstract Task<IReadOnlyList<SearchMatch>> Find(SearchPlan plan, int most, CancellationToken ct);
}

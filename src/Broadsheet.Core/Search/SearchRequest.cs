using Broadsheet.Core.Articles;

namespace Broadsheet.Core.Search;

/// <summary>In which order matches are shown.</summary>
public enum SearchOrder
{
    /// <summary>By how well the words fit and how fresh the article is.</summary>
    Best = 0,

    /// <summary>Newest first.</summary>
    Newest = 1,
}

/// <summary>A search as it is asked for.</summary>
/// <param name="Query">The words; none finds everything that passes the filters.</param>
public sealed record SearchRequest(SearchQuery Query)
{
    /// <summary>Only in this language; null for any.</summary>
    public string? Language { get; init; }

    /// <summary>Only in this section and what lies below it.</summary>
    public long? Section { get; init; }

    /// <summary>Only of this kind.</summary>
    public ArticleKind? Kind { get; init; }

    /// <summary>Only with this person's byline.</summary>
    public long? Person { get; init; }

    /// <summary>Not published before this moment.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Published before this moment.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Only with a picture.</summary>
    public bool WithPicture { get; init; }

    /// <summary>How matches are ordered.</summary>
    public SearchOrder Order { get; init; }

    /// <summary>Matches passed over.</summary>
    public int Skip { get; init; }

    /// <summary>Matches wanted.</summary>
    public int Take { get; init; } = 20;
}

/// <summary>What was found.</summary>
/// <param name="Total">How many, at most <see cref="SearchDesk.MostMatches"/>.</param>
/// <param name="IsMore">True where there are more than were counted: the oldest are left out.</param>
/// <param name="Articles">Keys of the articles asked for, in order.</param>
/// <param name="Facets">How many there are of each sort.</param>
/// <param name="DidYouMean">A query that finds something where this one finds little; null for none.</param>
public sealed record SearchResult(int Total, bool IsMore, IReadOnlyList<long> Articles, SearchFacets Facets, string? DidYouMean);

/// <summary>Counts of matches by what a reader may narrow the search by.</summary>
/// <param name="Sections">By section, those above counted with those below.</param>
/// <param name="Kinds">By kind.</param>
/// <param name="People">By byline.</param>
/// <param name="Years">By year, in the newspaper's time zone.</param>
/// <param name="WithPicture">With a picture.</param>
public sealed record SearchFacets(
    IReadOnlyDictionary<long, int> Sections, IReadOnlyDictionary<ArticleKind, int> Kinds, IReadOnlyDictionary<long, int> People, IReadOnlyDictionary<int, int> Years, int WithPicture);

using Broadsheet.Core.Search;

namespace Broadsheet.Web.Components.Models;

/// <summary>A found article.</summary>
/// <param name="Teaser">As lists show it.</param>
/// <param name="Headline">Its headline with the words of the query marked.</param>
/// <param name="Excerpt">Where the words stand in its text.</param>
public sealed record SearchHit(Teaser Teaser, IReadOnlyList<SearchPiece> Headline, IReadOnlyList<SearchPiece> Excerpt);

/// <summary>A way to narrow the search, or to widen it again.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Count">How many articles it leaves.</param>
/// <param name="Href">The search with it; without it where it is chosen.</param>
/// <param name="Chosen">True where the search is narrowed by it.</param>
public sealed record SearchFacet(string Name, int Count, string Href, bool Chosen);

/// <summary>The page of a search.</summary>
public sealed record SearchModel
{
    /// <summary>What surrounds it.</summary>
    public required Frame Frame { get; init; }

    /// <summary>Its head.</summary>
    public required Head Head { get; init; }

    /// <summary>Where the form leads: <c>/search</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What was typed; empty before the first search.</summary>
    public required string Text { get; init; }

    /// <summary>Everything else that was chosen, as it stands in the address: kept in the form.</summary>
    public required IReadOnlyList<(string Name, string Value)> Chosen { get; init; }

    /// <summary>True once something was asked.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Matches, at most as many as are counted.</summary>
    public int Total { get; init; }

    /// <summary>True where there are more than <see cref="Total"/>.</summary>
    public bool IsMore { get; init; }

    /// <summary>Found articles of this page.</summary>
    public IReadOnlyList<SearchHit> Hits { get; init; } = [];

    /// <summary>Groups of facets by what they are: <c>sections</c>, <c>kinds</c>, …; the resource key <c>SearchBy_{name}</c> is their heading.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<SearchFacet> Facets)> Groups { get; init; } = [];

    /// <summary>Orders: best, newest.</summary>
    public IReadOnlyList<Link> Orders { get; init; } = [];

    /// <summary>First day of the dates asked for, or null.</summary>
    public string? From { get; init; }

    /// <summary>Last day of the dates asked for, or null.</summary>
    public string? To { get; init; }

    /// <summary>A better query and its search, or null.</summary>
    public Link? DidYouMean { get; init; }

    /// <summary>The search in every language, or only in this one again; null in a paper of one language.</summary>
    public Link? Languages { get; init; }

    /// <summary>The same search as a feed.</summary>
    public required string FeedHref { get; init; }

    /// <summary>More matches, or null at the end.</summary>
    public Link? Older { get; init; }

    /// <summary>The page before, or null on the first.</summary>
    public Link? Newer { get; init; }
}

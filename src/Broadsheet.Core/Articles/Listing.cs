namespace Broadsheet.Core.Articles;

/// <summary>Which list a <see cref="Listing"/> stands in.</summary>
public enum ListKind
{
    /// <summary>Everything of an edition; the list's id is 0.</summary>
    Site = 0,

    /// <summary>A section with all below it.</summary>
    Section = 1,

    /// <summary>A keyword.</summary>
    Keyword = 2,

    /// <summary>A person's work.</summary>
    Person = 3,
}

/// <summary>
/// One place of a public article in one list. Fronts, lists and feeds read these alone, newest first by key, so that a page
/// costs the same at any size of the archive. Rows exist exactly while the article is public.
/// </summary>
public sealed class Listing
{
    /// <summary>Which kind of list.</summary>
    public ListKind Kind { get; init; }

    /// <summary>Which list of that kind.</summary>
    public long ListId { get; init; }

    /// <summary>The edition: the article's language.</summary>
    public required string Language { get; init; }

    /// <summary>First publication; may lie ahead (an embargo).</summary>
    public DateTimeOffset PublishedAt { get; init; }

    /// <summary>The article.</summary>
    public long ArticleId { get; init; }
}

/// <summary>How many articles an edition published on one day of the newspaper's time zone. Feeds the archive.</summary>
public sealed class PublicationDay
{
    /// <summary>The edition.</summary>
    public required string Language { get; init; }

    /// <summary>The day.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Public articles of that day.</summary>
    public int Count { get; set; }
}

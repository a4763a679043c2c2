namespace Broadsheet.Web.Components.Models;

/// <summary>A section's band on a front.</summary>
/// <param name="Section">Its name and front.</param>
/// <param name="Articles">First the band's own lead, then the rest; none stands elsewhere on the page.</param>
/// <param name="IsOpinion">True for opinion: set in another voice.</param>
public sealed record SectionBand(Link Section, IReadOnlyList<Teaser> Articles, bool IsOpinion = false)
{
    /// <summary>What has no room in the band: headlines under it.</summary>
    public IReadOnlyList<Teaser> Further { get; init; } = [];
}

/// <summary>The front page of an edition.</summary>
public sealed record HomeModel
{
    /// <summary>What surrounds it.</summary>
    public required Frame Frame { get; init; }

    /// <summary>Its head.</summary>
    public required Head Head { get; init; }

    /// <summary>The most important story; null in an empty paper.</summary>
    public Teaser? Lead { get; init; }

    /// <summary>Two or three more.</summary>
    public IReadOnlyList<Teaser> Seconds { get; init; } = [];

    /// <summary>Section bands in the order of the section row.</summary>
    public IReadOnlyList<SectionBand> Bands { get; init; } = [];

    /// <summary>The newest that stand nowhere else on the page.</summary>
    public IReadOnlyList<Teaser> Recent { get; init; } = [];

    /// <summary>The most read of the last 24 hours, wherever else they stand; empty until there are five.</summary>
    public IReadOnlyList<Teaser> MostRead { get; init; } = [];
}

/// <summary>A section front, at any level.</summary>
public sealed record SectionModel
{
    /// <summary>What surrounds it.</summary>
    public required Frame Frame { get; init; }

    /// <summary>Its head.</summary>
    public required Head Head { get; init; }

    /// <summary>Home, then every section down to this one.</summary>
    public required IReadOnlyList<Link> Breadcrumb { get; init; }

    /// <summary>The section's name.</summary>
    public required string Name { get; init; }

    /// <summary>One sentence, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The sections below it.</summary>
    public IReadOnlyList<Link> Children { get; init; } = [];

    /// <summary>Its most important story, on the first page only.</summary>
    public Teaser? Lead { get; init; }

    /// <summary>Two or three more, on the first page only.</summary>
    public IReadOnlyList<Teaser> Seconds { get; init; } = [];

    /// <summary>The rest, newest first.</summary>
    public IReadOnlyList<Teaser> Articles { get; init; } = [];

    /// <summary>Older articles, or null at the end.</summary>
    public string? OlderHref { get; init; }

    /// <summary>Back to the first page, or null on it.</summary>
    public string? NewestHref { get; init; }
}

/// <summary>A list with a heading: author page, keyword page.</summary>
public sealed record ListModel
{
    /// <summary>What surrounds it.</summary>
    public required Frame Frame { get; init; }

    /// <summary>Its head.</summary>
    public required Head Head { get; init; }

    /// <summary>What list it is: <c>author</c>, <c>keyword</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The heading: a name, a keyword.</summary>
    public required string Heading { get; init; }

    /// <summary>Under the heading: a person's title.</summary>
    public string? Title { get; init; }

    /// <summary>A person's few sentences, plain text.</summary>
    public string? Introduction { get; init; }

    /// <summary>A person's address.</summary>
    public string? Email { get; init; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Teaser> Articles { get; init; } = [];

    /// <summary>Older articles, or null.</summary>
    public Link? Older { get; init; }

    /// <summary>The first page, or null on it.</summary>
    public Link? Newer { get; init; }
}

/// <summary>A plain page: about, contact, standards.</summary>
/// <param name="Frame">What surrounds it.</param>
/// <param name="Head">Its head.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Html">Its text in our dialect, sanitised.</param>
/// <param name="Language">BCP 47 language of the text (the interface's may differ).</param>
public sealed record PlainPageModel(Frame Frame, Head Head, string Title, string Html, string Language);

/// <summary>A page for what went wrong or is no more.</summary>
/// <param name="Frame">What surrounds it.</param>
/// <param name="Head">Its head.</param>
/// <param name="Status">404, 410, 500, 503, …: the resource keys <c>Error{Status}Title</c> and <c>Error{Status}Text</c> say it.</param>
/// <param name="NoticeHtml">The newspaper's own notice (why an article was withdrawn), inline HTML, or null.</param>
/// <param name="TraceId">For a fault: what the reader can quote, or null.</param>
public sealed record ErrorModel(Frame Frame, Head Head, int Status, string? NoticeHtml, string? TraceId);

namespace Broadsheet.Web.Components.Models;

/// <summary>A name and where it leads.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Href">A path of ours, with its edition prefix.</param>
/// <param name="Current">True for the place where the reader is.</param>
public sealed record Link(string Name, string Href, bool Current = false);

/// <summary>The same page in another language.</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="Href">A path of ours.</param>
/// <param name="Name">The language's own name: English, 한국어.</param>
public sealed record LanguageLink(string Language, string Href, string Name);

/// <summary>What surrounds every page: masthead, section row, footer.</summary>
public sealed record Frame
{
    /// <summary>The newspaper's name in the interface language.</summary>
    public required string SiteName { get; init; }

    /// <summary>Language of the interface (<c>en</c>, <c>ko</c>).</summary>
    public required string Language { get; init; }

    /// <summary>Where the edition's front page is: <c>/</c> or <c>/ko/</c>.</summary>
    public required string HomeHref { get; init; }

    /// <summary>The day under the name: that of the edition's newest article, in the newspaper's time zone. Null in an empty paper.</summary>
    public DateOnly? EditionDate { get; init; }

    /// <summary>The section row: top sections with something to read; the one the page stands in is current.</summary>
    public IReadOnlyList<Link> Sections { get; init; } = [];

    /// <summary>Plain pages for the footer.</summary>
    public IReadOnlyList<Link> Pages { get; init; } = [];

    /// <summary>The other editions, or the same page in the other interface language.</summary>
    public IReadOnlyList<LanguageLink> OtherLanguages { get; init; } = [];

    /// <summary>The edition's archive.</summary>
    public required string ArchiveHref { get; init; }

    /// <summary>The edition's search.</summary>
    public required string SearchHref { get; init; }

    /// <summary>The feed that belongs to this page.</summary>
    public required string FeedHref { get; init; }

    /// <summary>True in a sample newspaper: every page says so.</summary>
    public bool IsSample { get; init; }
}

/// <summary>What stands in the head of a page for browsers, search engines and cards.</summary>
public sealed record Head
{
    /// <summary>Title without the newspaper's name.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences.</summary>
    public string? Description { get; init; }

    /// <summary>The one absolute address of this page.</summary>
    public required string Canonical { get; init; }

    /// <summary>Absolute addresses of the language versions (with <c>x-default</c>), for <c>hreflang</c>; empty where there is one only.</summary>
    public IReadOnlyList<(string Language, string Href)> Alternates { get; init; } = [];

    /// <summary>Title for a card, where it differs.</summary>
    public string? SocialTitle { get; init; }

    /// <summary>Open Graph type: <c>website</c>, <c>article</c>, <c>profile</c>.</summary>
    public string OpenGraphType { get; init; } = "website";

    /// <summary>Absolute address, width, height and alternative text of the card's picture.</summary>
    public (string Href, int Width, int Height, string? Alt)? Picture { get; init; }

    /// <summary>Further Open Graph properties, such as <c>article:published_time</c>, in order.</summary>
    public IReadOnlyList<(string Property, string Content)> Properties { get; init; } = [];

    /// <summary>JSON-LD documents, already serialised with HTML-safe escapes.</summary>
    public IReadOnlyList<string> StructuredData { get; init; } = [];

    /// <summary>True where search engines should not keep the page.</summary>
    public bool NoIndex { get; init; }
}

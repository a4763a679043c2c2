namespace Broadsheet.Web.Components.Models;

/// <summary>Who wrote an article, as printed.</summary>
/// <param name="Name">In the article's language.</param>
/// <param name="Href">The page of their work.</param>
/// <param name="Role"><c>reporter</c>, <c>photographer</c>, <c>translator</c>, <c>columnist</c>, …: a resource key, or null.</param>
/// <param name="Email">Shown at the article's end, or null.</param>
/// <param name="IsAgency">True for a wire agency.</param>
public sealed record BylineModel(string Name, string Href, string? Role, string? Email, bool IsAgency);

/// <summary>A correction on the public record.</summary>
/// <param name="Kind"><c>correction</c>, <c>clarification</c>, <c>update</c>, <c>editors-note</c>: a resource key.</param>
/// <param name="At">When it was made, in the newspaper's time zone.</param>
/// <param name="Html">Its text, inline HTML of our dialect.</param>
public sealed record CorrectionModel(string Kind, DateTimeOffset At, string Html);

/// <summary>Something that readers may not have any more.</summary>
/// <param name="Kind"><c>passage</c> or <c>version</c>: a resource key.</param>
/// <param name="Ground"><c>unsaid</c>, <c>legal</c>, <c>privacy</c>: a resource key.</param>
/// <param name="At">When it was removed, in the newspaper's time zone.</param>
public sealed record RemovalModel(string Kind, string Ground, DateTimeOffset At);

/// <summary>An article page: every part of it, ready to be drawn.</summary>
public sealed record ArticleModel
{
    /// <summary>What surrounds it.</summary>
    public required Frame Frame { get; init; }

    /// <summary>Its head.</summary>
    public required Head Head { get; init; }

    /// <summary>Home, then every section down to the main one.</summary>
    public required IReadOnlyList<Link> Breadcrumb { get; init; }

    /// <summary>BCP 47 language of the article (the interface's may differ).</summary>
    public required string Language { get; init; }

    /// <summary>The kind where readers must know it; null for plain news.</summary>
    public string? Kind { get; init; }

    /// <summary>The headline, plain text.</summary>
    public required string Headline { get; init; }

    /// <summary>The standfirst, plain text; empty where there is none.</summary>
    public string Standfirst { get; init; } = "";

    /// <summary>The place before the first word, or null.</summary>
    public string? Dateline { get; init; }

    /// <summary>Who wrote it, in order.</summary>
    public IReadOnlyList<BylineModel> Bylines { get; init; } = [];

    /// <summary>First publication, in the newspaper's time zone.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Last change that readers are told of; null where none.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Minutes a reader needs, at least 1.</summary>
    public int ReadingMinutes { get; init; } = 1;

    /// <summary>The photo above the text.</summary>
    public Figure? Lead { get; init; }

    /// <summary>The text.</summary>
    public IReadOnlyList<BodyPart> Body { get; init; } = [];

    /// <summary>Footnotes, in order of their numbers.</summary>
    public IReadOnlyList<Core.Articles.Footnote> Notes { get; init; } = [];

    /// <summary>Corrections, newest first.</summary>
    public IReadOnlyList<CorrectionModel> Corrections { get; init; } = [];

    /// <summary>The notice in place of a text that is suppressed whole; null while it stands.</summary>
    public RemovalModel? Suppressed { get; init; }

    /// <summary>Passages that were taken out of the text.</summary>
    public IReadOnlyList<RemovalModel> Removals { get; init; } = [];

    /// <summary>Where its versions are listed; null where there is one only.</summary>
    public string? HistoryHref { get; init; }

    /// <summary>Where the facts came from, as the desk listed it.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The credit and terms of a wire agency, or null.</summary>
    public string? WireCredit { get; init; }

    /// <summary>Keywords with their pages.</summary>
    public IReadOnlyList<Link> Keywords { get; init; } = [];

    /// <summary>The article in other languages.</summary>
    public IReadOnlyList<LanguageLink> Translations { get; init; } = [];

    /// <summary>Characters that a comment may have, counted as a person counts them.</summary>
    public int CommentLimit { get; init; } = 250;

    /// <summary>What else is new in the section.</summary>
    public IReadOnlyList<Teaser> More { get; init; } = [];

    /// <summary>The retraction notice that stands in place of the text; null while the article stands.</summary>
    public string? RetractionHtml { get; init; }

    /// <summary>The permanent absolute address, printed on a clipping.</summary>
    public required string Permalink { get; init; }

    /// <summary>What the browser reports where it counts readings; null where the server does.</summary>
    public Guid? BeaconId { get; init; }

    /// <summary>Path of the QR code (SVG) of <see cref="Permalink"/>, for print.</summary>
    public required string QrHref { get; init; }
}

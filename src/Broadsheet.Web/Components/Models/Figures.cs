namespace Broadsheet.Web.Components.Models;

/// <summary>A photo in the sizes that exist.</summary>
/// <param name="Width">Pixels of the original, turned upright.</param>
/// <param name="Height">Pixels of the original, turned upright.</param>
/// <param name="BasePath">Path of its renditions; <c>{BasePath}/{width}.{avif|webp|jpg}</c> is one.</param>
/// <param name="Widths">Widths of the renditions, ascending, never wider than the original.</param>
/// <param name="HasModernFormats">False while only JPEG is ready.</param>
public sealed record Picture(int Width, int Height, string BasePath, IReadOnlyList<int> Widths, bool HasModernFormats);

/// <summary>A photo with its words.</summary>
/// <param name="Picture">The photo.</param>
/// <param name="CaptionHtml">Inline HTML of our dialect, or null.</param>
/// <param name="Alt">Alternative text; empty for a decorative picture.</param>
/// <param name="Credit">The credit line without brackets, or null.</param>
public sealed record Figure(Picture Picture, string? CaptionHtml, string Alt, string? Credit);

/// <summary>A piece of an article's body.</summary>
public abstract record BodyPart
{
    private BodyPart() { }

    /// <summary>Markup of our dialect, sanitised when it was written.</summary>
    /// <param name="Markup">Whole block elements.</param>
    public sealed record Html(string Markup) : BodyPart;

    /// <summary>A photo placed in the text.</summary>
    /// <param name="Figure">The photo with its words.</param>
    public sealed record Photo(Figure Figure) : BodyPart;

    /// <summary>The caption of a photo that is not shown any more.</summary>
    /// <param name="Words">Inline HTML of our dialect.</param>
    public sealed record Caption(string Words) : BodyPart;

    /// <summary>Something of another site: a link, and what loads it on request.</summary>
    /// <param name="Source">Whose it is, and its addresses.</param>
    /// <param name="CaptionHtml">Inline HTML of our dialect, or null.</param>
    public sealed record Foreign(Core.Articles.Embed Source, string? CaptionHtml) : BodyPart;

    /// <summary>An inset of related articles; those withdrawn are already left out.</summary>
    /// <param name="Articles">One or several.</param>
    public sealed record Related(IReadOnlyList<Teaser> Articles) : BodyPart;
}

/// <summary>An article as fronts, lists and insets show it.</summary>
public sealed record Teaser
{
    /// <summary>Its permanent path.</summary>
    public required string Href { get; init; }

    /// <summary>The headline, plain text.</summary>
    public required string Headline { get; init; }

    /// <summary>The standfirst, plain text; empty where there is none.</summary>
    public string Standfirst { get; init; } = "";

    /// <summary>BCP 47 language of the article.</summary>
    public required string Language { get; init; }

    /// <summary>Its main section; null in lists of that section itself.</summary>
    public Link? Section { get; init; }

    /// <summary>The kind where readers must know it (<c>analysis</c>, <c>opinion</c>, <c>editorial</c>, <c>sponsored</c>, …); null for plain news.</summary>
    public string? Kind { get; init; }

    /// <summary>True once the newspaper has taken it back: lists say so, and show neither standfirst nor photo.</summary>
    public bool IsRetracted { get; init; }

    /// <summary>First publication, in the newspaper's time zone.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The names of its bylines in order, for a short line.</summary>
    public IReadOnlyList<string> Bylines { get; init; } = [];

    /// <summary>Its lead photo where the place has one.</summary>
    public Figure? Figure { get; init; }
}

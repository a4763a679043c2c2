namespace Broadsheet.Core.Articles;

/// <summary>The words of an article at one time. Never changed once written. What is said of it stands in the <see cref="Correction"/>s of its number.</summary>
public sealed class ArticleVersion
{
    /// <summary>Internal key.</summary>
    public long Id { get; private set; }

    /// <summary>The article.</summary>
    public long ArticleId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public int Number { get; init; }

    /// <summary>Plain text.</summary>
    public required string Headline { get; init; }

    /// <summary>Plain text; empty where there is none.</summary>
    public required string Standfirst { get; init; }

    /// <summary>The place before the first word, or null.</summary>
    public string? Dateline { get; init; }

    /// <summary>Canonical HTML of the dialect (<see cref="BodyDialect"/>).</summary>
    public required string Body { get; init; }

    /// <summary>The photo above the text.</summary>
    public long? LeadPhotoId { get; init; }

    /// <summary>Its caption here: inline HTML of the dialect; null takes the photo's own.</summary>
    public string? LeadCaption { get; init; }

    /// <summary>Its alternative text here; null takes the photo's own.</summary>
    public string? LeadAltText { get; init; }

    /// <summary>Words of headline, standfirst and body.</summary>
    public int WordCount { get; init; }

    /// <summary>When this version was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who gave it to readers; null for a wire or the program itself.</summary>
    public long? ById { get; init; }

    /// <summary>True for a small edit (a typing error): it is kept, and the public history folds it away.</summary>
    public bool IsMinor { get; init; }
}

namespace Broadsheet.Core.Articles;

/// <summary>A note on the public record of an article. Made by <see cref="PublicRecord"/>, never changed.</summary>
public sealed class Correction
{
    /// <summary>Internal key.</summary>
    public long Id { get; private set; }

    /// <summary>Key in API and export.</summary>
    public Guid PublicId { get; internal set; } = Guid.CreateVersion7();

    /// <summary>The article.</summary>
    public long ArticleId { get; init; }

    /// <summary>The article's language: the edition whose list it stands in.</summary>
    public required string Language { get; set; }

    /// <summary>What it is.</summary>
    public CorrectionKind Kind { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who made it; null for the program itself.</summary>
    public long? ById { get; init; }

    /// <summary>Inline HTML of the dialect.</summary>
    public required string Html { get; init; }

    /// <summary>The version that first carried it: the history says so beside it.</summary>
    public int VersionNumber { get; init; }
}

namespace Broadsheet.Core.Articles.Diff;

/// <summary>What a line of an article is.</summary>
public enum LineForm
{
    /// <summary>The headline.</summary>
    Headline = 0,

    /// <summary>The standfirst.</summary>
    Standfirst = 1,

    /// <summary>The place before the first word.</summary>
    Dateline = 2,

    /// <summary>A paragraph.</summary>
    Paragraph = 3,

    /// <summary>A heading inside the text.</summary>
    Heading = 4,

    /// <summary>A line of a list.</summary>
    Item = 5,

    /// <summary>A line of a quotation.</summary>
    Quotation = 6,

    /// <summary>A line of a pull quote.</summary>
    PullQuote = 7,

    /// <summary>A cell of a table, or its caption.</summary>
    Cell = 8,

    /// <summary>Text whose lines and spaces count.</summary>
    Preformatted = 9,

    /// <summary>A rule; has no words.</summary>
    Rule = 10,

    /// <summary>A photo; its words are the caption.</summary>
    Photo = 11,

    /// <summary>What is said of a photo to those who don't see it.</summary>
    AltText = 12,

    /// <summary>An inset of related articles; has no words.</summary>
    Related = 13,
}

/// <summary>What became of a line.</summary>
public enum ChangeKind
{
    /// <summary>It stands as it stood.</summary>
    Same = 0,

    /// <summary>Words in it changed.</summary>
    Changed = 1,

    /// <summary>It is new.</summary>
    Added = 2,

    /// <summary>It is gone.</summary>
    Removed = 3,

    /// <summary>It stood elsewhere before.</summary>
    MovedHere = 4,

    /// <summary>It stands elsewhere now.</summary>
    MovedAway = 5,
}

/// <summary>A line of the later version, or one that only the earlier had.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Form">What it is.</param>
/// <param name="Html">
/// Its words: inline HTML of the dialect with <c>ins</c> and <c>del</c>. Without what stands in <c>del</c> it is the later
/// version's line, without what stands in <c>ins</c> the earlier's.
/// </param>
public sealed record LineChange(ChangeKind Kind, LineForm Form, string Html)
{
    /// <summary>Public key of the photo.</summary>
    public Guid? Photo { get; init; }

    /// <summary>Public keys of related articles.</summary>
    public IReadOnlyList<Guid> Related { get; init; } = [];
}

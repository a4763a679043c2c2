namespace Broadsheet.Core.Desk;

/// <summary>
/// An article as the newsroom works on it: the stage, who has it, what is newest. One row an article in work; a published
/// article that nobody has touched since has none. Narrow, so that boards and lists read it alone.
/// </summary>
public sealed partial class DeskArticle
{
    /// <summary>The article; its key too.</summary>
    public long ArticleId { get; init; }

    /// <summary>Its language: says with which words it is checked and listed.</summary>
    public required string Language { get; init; }

    /// <summary>The stage (<see cref="House.WorkflowSettings"/>); apart from publication.</summary>
    public int StageId { get; private set; }

    /// <summary>Headline of the newest revision.</summary>
    public string Headline { get; private set; } = "";

    /// <summary>Main section of the newest revision: whose desk it is.</summary>
    public long SectionId { get; private set; }

    /// <summary>Words of the newest revision.</summary>
    public int WordCount { get; private set; }

    /// <summary>Number of the newest revision; the token of optimistic concurrency.</summary>
    public int Head { get; private set; }

    /// <summary>The revision that readers have; null where they have none.</summary>
    public int? PublishedHead { get; private set; }

    /// <summary>Who works on it now; a person.</summary>
    public long? AssigneeId { get; private set; }

    /// <summary>When it should be ready.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>No publication before this time.</summary>
    public DateTimeOffset? EmbargoUntil { get; private set; }

    /// <summary>When it was put aside unpublished; null where it was not.</summary>
    public DateTimeOffset? SpikedAt { get; private set; }

    /// <summary>Who began it; a person. Null where a wire or an import did.</summary>
    public long? CreatedById { get; init; }

    /// <summary>When it came to the desk.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last change of words, stage or assignment.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Who changed its words last; a person, or null for a wire.</summary>
    public long? ChangedById { get; private set; }

    /// <summary>Who has the editor open; a person.</summary>
    public long? HolderId { get; private set; }

    /// <summary>Until when the editor counts as open without a sign of life.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    /// <summary>True where the newest revision is not what readers have.</summary>
    public bool IsChanged => PublishedHead != Head;

    /// <summary>True where somebody else has it open.</summary>
    public bool IsHeldFrom(long personId, DateTimeOffset now) => HolderId is { } holder && holder != personId && HeldUntil > now;

    /// <summary>True where it is somebody's own: begun by or given to them.</summary>
    public bool IsOf(long personId) => CreatedById == personId || AssigneeId == personId;
}

/// <summary>What a revision was made for.</summary>
public enum RevisionKind
{
    /// <summary>Somebody saved.</summary>
    Saved = 0,

    /// <summary>Two people's changes were put together.</summary>
    Merged = 1,

    /// <summary>An older revision was taken back.</summary>
    Restored = 2,

    /// <summary>What readers had when the desk took it up, or a wire or an import brought it.</summary>
    Received = 3,
}

/// <summary>A manuscript as it was saved once. Never changed, never deleted while the article stands.</summary>
public sealed class Revision
{
    /// <summary>The article.</summary>
    public long ArticleId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public int Number { get; init; }

    /// <summary>Why there is one.</summary>
    public RevisionKind Kind { get; init; }

    /// <summary>For a restored revision: which one was taken back.</summary>
    public int? Of { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who; a person, or null for a wire.</summary>
    public long? ById { get; init; }

    /// <summary>Words, for lists.</summary>
    public int WordCount { get; init; }

    /// <summary>What stood there.</summary>
    public required Manuscript Manuscript { get; init; }
}

/// <summary>What somebody has typed and not saved: one row an article and person, overwritten every few seconds.</summary>
public sealed class Autosave
{
    /// <summary>The article.</summary>
    public long ArticleId { get; init; }

    /// <summary>Who types; a person.</summary>
    public long PersonId { get; init; }

    /// <summary>The revision that they began from.</summary>
    public int Base { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>What stands in their editor.</summary>
    public required Manuscript Manuscript { get; set; }
}

/// <summary>A word to each other about an article, or about a passage of it.</summary>
public sealed class DeskNote
{
    /// <summary>Internal key.</summary>
    public long Id { get; private set; }

    /// <summary>Key in addresses and export.</summary>
    public Guid PublicId { get; init; } = Guid.CreateVersion7();

    /// <summary>The article.</summary>
    public long ArticleId { get; init; }

    /// <summary>The note that this one answers; null for one that begins.</summary>
    public long? ReplyToId { get; init; }

    /// <summary>Who; a person.</summary>
    public long ById { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Plain text, at most 5,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>The words that it is about; null for the whole article.</summary>
    public string? Quote { get; init; }

    /// <summary>The words before those, to find them again.</summary>
    public string? Before { get; init; }

    /// <summary>When it was done with.</summary>
    public DateTimeOffset? ResolvedAt { get; set; }

    /// <summary>Who said that it is done.</summary>
    public long? ResolvedById { get; set; }
}

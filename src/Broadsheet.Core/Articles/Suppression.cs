namespace Broadsheet.Core.Articles;

/// <summary>Why readers may not have something, in the words that they are told.</summary>
public enum SuppressionGround
{
    /// <summary>Nothing is said of it.</summary>
    Unsaid = 0,

    /// <summary>The law: libel, a court's order, rights of others.</summary>
    Legal = 1,

    /// <summary>To protect somebody: a child's name, an address.</summary>
    Privacy = 2,
}

/// <summary>
/// A passage of an article, or a whole version of it, that readers may not have any more. The words themselves stay in
/// <see cref="ArticleVersion"/>; <see cref="Masking"/> leaves them out wherever an article is read for readers.
/// </summary>
public sealed class Suppression
{
    /// <summary>Internal key.</summary>
    public long Id { get; private set; }

    /// <summary>Key in the newsroom's addresses.</summary>
    public Guid PublicId { get; init; } = Guid.CreateVersion7();

    /// <summary>The article.</summary>
    public long ArticleId { get; init; }

    /// <summary>The version that is suppressed whole; null for a passage, which is left out of every version.</summary>
    public int? VersionNumber { get; init; }

    /// <summary>The passage as plain text; null for a whole version. Personal data may stand here: events never hold it.</summary>
    public string? Passage { get; init; }

    /// <summary>What readers are told of why.</summary>
    public SuppressionGround Ground { get; init; }

    /// <summary>Why, for the newsroom's record; never shown to readers.</summary>
    public required string Reason { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public long? ById { get; init; }

    /// <summary>When it was taken back; null while it holds.</summary>
    public DateTimeOffset? LiftedAt { get; private set; }

    /// <summary>Who took it back.</summary>
    public long? LiftedById { get; private set; }

    /// <summary>Readers may have it again. The row stays.</summary>
    /// <exception cref="InvalidOperationException">It was lifted before.</exception>
    internal void Lift(long? by, DateTimeOffset now)
    {
        if (LiftedAt is not null) throw new InvalidOperationException($"Suppression {PublicId} was lifted before.");
        (LiftedAt, LiftedById) = (now, by);
    }
}

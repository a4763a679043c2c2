using Broadsheet.Core.Articles;

namespace Broadsheet.Core.Desk;

/// <summary>What readers are told of a change.</summary>
public abstract record ChangeNote
{
    private ChangeNote() { }

    /// <summary>Nothing: a comma, a typing error. Stays out of the public history's main list.</summary>
    public sealed record Minor : ChangeNote;

    /// <summary>A note on the public record.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Html">Inline HTML; brought into canonical form, not blank.</param>
    public sealed record Told(CorrectionKind Kind, string Html) : ChangeNote;
}

/// <summary>An order to give a revision to readers.</summary>
/// <param name="Revision">Its number.</param>
/// <param name="ById">Who gives it; a person, null for a wire.</param>
/// <param name="At">First publication, or the time of the change.</param>
/// <param name="Note">What is said of a change; null for a first publication.</param>
public sealed record PublishOrder(int Revision, long? ById, DateTimeOffset At, ChangeNote? Note = null);

/// <summary>Why an article did not go out. The message is for the newsroom and says what to do.</summary>
public sealed class NotPublishableException(PublishHindrance hindrance) : Exception($"It can't be published: {hindrance}.")
{
    /// <summary>What is in the way.</summary>
    public PublishHindrance Hindrance { get; } = hindrance;
}

/// <summary>What can be in the way of a publication, whatever the settings.</summary>
public enum PublishHindrance
{
    /// <summary>There is no headline.</summary>
    NoHeadline,

    /// <summary>There is no text.</summary>
    NoText,

    /// <summary>It is under embargo.</summary>
    Embargo,

    /// <summary>It was put aside.</summary>
    Spiked,

    /// <summary>It was withdrawn or retracted.</summary>
    TakenBack,

    /// <summary>Readers have this revision already.</summary>
    Unchanged,

    /// <summary>A second person must have worked on it.</summary>
    SecondPerson,

    /// <summary>It is public: a change needs to say what readers are told.</summary>
    NoNote,

    /// <summary>A check of the newspaper stops it.</summary>
    Check,
}

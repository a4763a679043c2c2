using Broadsheet.Core.Articles;

namespace Broadsheet.Core.Clock;

/// <summary>What is done when the time comes.</summary>
public enum AppointmentKind
{
    /// <summary>An article goes to readers, or its newer revision does.</summary>
    Publish = 0,

    /// <summary>An embargo ends: the article may be published from now on.</summary>
    LiftEmbargo = 1,

    /// <summary>An article is taken from readers.</summary>
    Expire = 2,
}

/// <summary>How far an appointment is.</summary>
public enum AppointmentState
{
    /// <summary>Its time has not come, or is just being kept.</summary>
    Waiting = 0,

    /// <summary>Kept, once.</summary>
    Done = 1,

    /// <summary>Could not be kept: <see cref="Appointment.Failure"/> says why. The newsroom is told.</summary>
    Failed = 2,

    /// <summary>Taken back before its time.</summary>
    Cancelled = 3,
}

/// <summary>Something that is done at a time, kept exactly once whatever fails meanwhile.</summary>
public sealed class Appointment
{
    /// <summary>Internal key.</summary>
    public long Id { get; private set; }

    /// <summary>Key in addresses and export.</summary>
    public Guid PublicId { get; init; } = Guid.CreateVersion7();

    /// <summary>What is done.</summary>
    public AppointmentKind Kind { get; init; }

    /// <summary>The article it is about.</summary>
    public long ArticleId { get; init; }

    /// <summary>The revision to publish; null for the newest at that time.</summary>
    public int? Revision { get; init; }

    /// <summary>For a change of a public article: what is said of it; null for a minor edit.</summary>
    public CorrectionKind? NoteKind { get; init; }

    /// <summary>The words of that note: inline HTML of the dialect.</summary>
    public string? NoteHtml { get; init; }

    /// <summary>When it is due.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Who made it; a person.</summary>
    public long? ById { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>How far it is.</summary>
    public AppointmentState State { get; private set; }

    /// <summary>When it was kept, failed or was taken back.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it failed: for the newsroom.</summary>
    public string? Failure { get; private set; }

    /// <summary>How late it was kept.</summary>
    public TimeSpan? Lateness => State == AppointmentState.Done ? EndedAt - DueAt : null;

    /// <summary>It was kept.</summary>
    public void Keep(DateTimeOffset now) => (State, EndedAt) = (AppointmentState.Done, now);

    /// <summary>It could not be kept.</summary>
    public void Fail(string why, DateTimeOffset now) => (State, EndedAt, Failure) = (AppointmentState.Failed, now, why);

    /// <summary>It was taken back.</summary>
    public void Cancel(DateTimeOffset now) => (State, EndedAt) = (AppointmentState.Cancelled, now);
}

namespace Broadsheet.Core.Events;

/// <summary>What happened. Names are kept for ever: consumers and records use them.</summary>
public static class EventKinds
{
    /// <summary>An article came before readers.</summary>
    public const string ArticlePublished = "article.published";

    /// <summary>A published article changed.</summary>
    public const string ArticleUpdated = "article.updated";

    /// <summary>A notice stands in place of its text.</summary>
    public const string ArticleRetracted = "article.retracted";

    /// <summary>An article was taken from readers (also a wire kill).</summary>
    public const string ArticleWithdrawn = "article.withdrawn";

    /// <summary>A section was made, renamed or moved.</summary>
    public const string SectionChanged = "section.changed";

    /// <summary>A photo's renditions lie in the store.</summary>
    public const string PhotoReady = "photo.ready";

    /// <summary>A wire item was taken in.</summary>
    public const string WireReceived = "wire.received";

    /// <summary>The index of the search is to be built anew.</summary>
    public const string SearchRebuild = "search.rebuild";

    /// <summary>Name, marks or pages of the newspaper changed.</summary>
    public const string SiteChanged = "site.changed";

    /// <summary>An article was begun at the desk, or taken up there.</summary>
    public const string DeskBegun = "desk.begun";

    /// <summary>A revision was saved.</summary>
    public const string DeskSaved = "desk.saved";

    /// <summary>Stage, assignment, due time or embargo changed.</summary>
    public const string DeskMoved = "desk.moved";

    /// <summary>An article was put aside, or taken up again.</summary>
    public const string DeskSpiked = "desk.spiked";

    /// <summary>A note was written or done with.</summary>
    public const string DeskNoted = "desk.noted";

    /// <summary>An appointment was made or changed.</summary>
    public const string Scheduled = "clock.scheduled";

    /// <summary>An appointment was taken back.</summary>
    public const string Unscheduled = "clock.unscheduled";

    /// <summary>An appointment could not be kept.</summary>
    public const string Missed = "clock.missed";

    /// <summary>The newsroom changed one of its settings.</summary>
    public const string HouseChanged = "house.changed";

    /// <summary>Somebody was taken into the newsroom. The person stands in the tags: <c>staff:4</c>.</summary>
    public const string StaffAdded = "staff.added";

    /// <summary>Somebody was given a role; it stands in the tags: <c>role:editor</c>.</summary>
    public const string StaffRoleGiven = "staff.role-given";

    /// <summary>A role was taken from somebody.</summary>
    public const string StaffRoleTaken = "staff.role-taken";

    /// <summary>Somebody may come into the newsroom no longer.</summary>
    public const string StaffDisabled = "staff.disabled";

    /// <summary>Somebody may come in again.</summary>
    public const string StaffEnabled = "staff.enabled";

    /// <summary>A link was made that signs somebody in.</summary>
    public const string StaffLinkMade = "staff.link-made";

    /// <summary>Somebody's passkeys, password or codes changed.</summary>
    public const string StaffSecured = "staff.secured";

    /// <summary>Somebody of the newsroom changed their name, title or printed address.</summary>
    public const string StaffProfile = "staff.profile";

    /// <summary>A note went on an article's public record.</summary>
    public const string ArticleCorrected = "article.corrected";

    /// <summary>A passage or a version was taken from readers.</summary>
    public const string ArticleSuppressed = "article.suppressed";

    /// <summary>What was suppressed is open to readers again.</summary>
    public const string ArticleUnsuppressed = "article.unsuppressed";
}

/// <summary>
/// Something that happened, written in the transaction that did it: audit trail, outbox and cache invalidation in one.
/// Holds ids and rule numbers only, never names, addresses or texts.
/// </summary>
public sealed class Event
{
    /// <summary>Grows in the order of commits.</summary>
    public long Seq { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>One of <see cref="EventKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The article it is about.</summary>
    public long? ArticleId { get; init; }

    /// <summary>The section it is about.</summary>
    public long? SectionId { get; init; }

    /// <summary>The photo it is about.</summary>
    public long? PhotoId { get; init; }

    /// <summary>What else it is about: the number of a revision, the key of a note, an appointment or a sign-in.</summary>
    public long? SubjectId { get; init; }

    /// <summary>Who did it; null for the program itself.</summary>
    public long? ByPersonId { get; init; }

    /// <summary>Tags of the pages that it touches, separated by spaces: <c>article:7 section:2 person:4</c>.</summary>
    public string Tags { get; init; } = "";
}

namespace Broadsheet.Core.Staff;

/// <summary>What somebody may do. Which role brings which right stands in <see cref="Rights"/> and nowhere else.</summary>
public enum Right
{
    /// <summary>Begin articles and change own ones.</summary>
    Write,

    /// <summary>See what others of the desk are working on.</summary>
    ReadDesk,

    /// <summary>Change what others wrote.</summary>
    EditOthers,

    /// <summary>Give work to somebody, set due times, move it between stages.</summary>
    Assign,

    /// <summary>Publish, schedule and update own work.</summary>
    PublishOwn,

    /// <summary>Publish, schedule and update anybody's work.</summary>
    Publish,

    /// <summary>Put a correction on the public record.</summary>
    Correct,

    /// <summary>Retract and withdraw published articles, and take that back.</summary>
    Retract,

    /// <summary>Take a passage or a published version from the public record.</summary>
    Suppress,

    /// <summary>Take photos in and use them.</summary>
    UsePhotos,

    /// <summary>Change, replace and withdraw photos of the library.</summary>
    KeepPhotos,

    /// <summary>Read the wire and make drafts of it.</summary>
    UseWire,

    /// <summary>Compose fronts and put the breaking line up.</summary>
    ComposeFronts,

    /// <summary>Decide on readers' comments.</summary>
    Moderate,

    /// <summary>Decide on appeals.</summary>
    HearAppeals,

    /// <summary>Read the record of who did what.</summary>
    ReadRecord,

    /// <summary>Invite people, give and take roles.</summary>
    KeepPeople,

    /// <summary>Change the newspaper's own settings: masthead, sections, checks, stages, plain pages.</summary>
    KeepHouse,
}

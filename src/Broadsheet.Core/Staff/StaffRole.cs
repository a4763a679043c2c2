namespace Broadsheet.Core.Staff;

/// <summary>What somebody is in the newsroom. Somebody may be several things, each for all sections or for some.</summary>
public enum StaffRole
{
    /// <summary>Writes for the newspaper from outside; sees own work only and publishes nothing.</summary>
    Contributor = 0,

    /// <summary>Writes, takes photos and wire copy in, publishes own work where no second person is asked for.</summary>
    Reporter = 1,

    /// <summary>Keeps the library of photos.</summary>
    PhotoEditor = 2,

    /// <summary>Edits what others wrote; publishes nothing.</summary>
    CopyEditor = 3,

    /// <summary>Runs a desk: assigns, edits, publishes, corrects, retracts, composes fronts.</summary>
    Editor = 4,

    /// <summary>Keeps readers' comments in order.</summary>
    Moderator = 5,

    /// <summary>Hears appeals and guards the public record.</summary>
    StandardsBoard = 6,

    /// <summary>Has every right: people, sections, the newspaper's own settings.</summary>
    Administrator = 7,
}

namespace Broadsheet.Core.Events;

/// <summary>
/// Somebody who acts once on every event, whatever the number of nodes: how far it is, and which process is at it now. What it
/// does is written with the cursor in one transaction, or can be done twice without harm.
/// </summary>
public sealed class Consumer
{
    /// <summary>Who: <c>search</c>, <c>purge</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Number of the last event that it has acted on.</summary>
    public long Cursor { get; set; }

    /// <summary>The process that holds the lease; null for none.</summary>
    public string? Holder { get; set; }

    /// <summary>When the lease ends; after it any process may take it.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>What it has to remember besides; its own affair.</summary>
    public string? State { get; set; }
}

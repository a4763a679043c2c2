using Broadsheet.Core.Data;

namespace Broadsheet.Core.Clock;

/// <summary>
/// The time by which appointments are due. One for all nodes: that of the database server where there is one, for the nodes'
/// own clocks may differ.
/// </summary>
/// <param name="clock">This node's clock; the one clock where the database is a file.</param>
public class DueClock(TimeProvider clock)
{
    /// <summary>The time now, cut to milliseconds.</summary>
    public virtual async ValueTask<DateTimeOffset> Now(BroadsheetDb db, CancellationToken ct) => Moment.Cut(await db.ServerTime(ct) ?? clock.GetUtcNow());
}

using Broadsheet.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Events;

/// <summary>
/// The one place of a <see cref="Consumer"/>, held by one process at a time. Where a clock is wrong two may hold it for a while:
/// what they do can be done twice.
/// </summary>
/// <param name="name">The consumer's name.</param>
/// <param name="holder">This process, by a name of its own.</param>
/// <param name="length">How long a lease lasts.</param>
public sealed class ConsumerLease(string name, string holder, TimeSpan length)
{
    /// <summary>Takes the place or keeps it. A consumer that is new begins at the current end.</summary>
    /// <returns>The number of the last event that was acted on; null where another process holds the place.</returns>
    public async Task<long?> Take(BroadsheetDb db, DateTimeOffset now, CancellationToken ct)
    {
        long? cursor = null;
        var until = Moment.Cut(now + length);
        await db.Write(async () =>
        {
            cursor = null;
            var taken = await db.Consumers.Where(c => c.Name == name && (c.Holder == null || c.Holder == holder || c.LeaseUntil == null || c.LeaseUntil <= now))
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.Holder, holder).SetProperty(c => c.LeaseUntil, until), ct);
            cursor = await db.Consumers.Where(c => c.Name == name).Select(c => (long?)c.Cursor).FirstOrDefaultAsync(ct);
            if (taken == 0 && cursor is not null)
            {
                cursor = null;
                return;
            }
            if (cursor is not null) return;
            cursor = await db.Events.MaxAsync(e => (long?)e.Seq, ct) ?? 0;
            db.Add(new Consumer { Name = name, Cursor = cursor.Value, Holder = holder, LeaseUntil = until });
        }, ct);
        return cursor;
    }

    /// <summary>Writes down that everything up to an event was acted on.</summary>
    /// <returns>False where the place was lost meanwhile.</returns>
    public async Task<bool> Advance(BroadsheetDb db, long cursor, CancellationToken ct)
    {
        var rows = 0;
        await db.Write(async () => rows = await db.Consumers.Where(c => c.Name == name && c.Holder == holder && c.Cursor <= cursor)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.Cursor, cursor), ct), ct);
        return rows > 0;
    }

    /// <summary>Gives the place up, so that another process need not wait for the lease to end.</summary>
    public Task Leave(BroadsheetDb db, CancellationToken ct) => db.Write(() => db.Consumers.Where(c => c.Name == name && c.Holder == holder)
        .ExecuteUpdateAsync(s => s.SetProperty(c => c.Holder, (string?)null).SetProperty(c => c.LeaseUntil, (DateTimeOffset?)null), ct), ct);
}

using Broadsheet.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Events;

/// <summary>One process at a time acts as a consumer: it takes a lease, renews it with every step, and another takes over once it ends.</summary>
public static class ConsumerLease
{
    /// <summary>How long a lease lasts without being renewed.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    /// <summary>Takes or renews the lease; inside <see cref="BroadsheetDb.Write"/>, so that what the consumer does shares the transaction.</summary>
    /// <param name="db">The database.</param>
    /// <param name="name">The consumer; made where it is new, at the current end of events.</param>
    /// <param name="holder">This process.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <returns>The consumer, or null where another process holds it.</returns>
    public static async Task<Consumer?> Take(BroadsheetDb db, string name, string holder, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Consumers.FindAsync([name], ct) is not { } consumer)
        {
            consumer = db.Add(new Consumer { Name = name, Cursor = await db.Events.MaxAsync(e => (long?)e.Seq, ct) ?? 0 }).Entity;
        }
        else if (consumer.Holder != holder && consumer.LeaseUntil > now) return null;
        else
        {
            // Writing locks the row: of two that found the lease free, the second finds it taken.
            var free = await db.Consumers.Where(c => c.Name == name && (c.Holder == consumer.Holder || c.LeaseUntil <= now)).ExecuteUpdateAsync(s => s.SetProperty(c => c.Holder, holder), ct);
            if (free == 0) return null;
            await db.Entry(consumer).ReloadAsync(ct);
        }
        (consumer.Holder, consumer.LeaseUntil) = (holder, Moment.Cut(now + Length));
        return consumer;
    }
}

using System.Data.Common;
using Broadsheet.Core.Data;
using Broadsheet.Core.Events;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Jobs;

/// <summary>
/// Tells the CDN what changed: once as soon as this node's press has acted on it, and once more when every node must have, for
/// a page may have been on its way to the CDN meanwhile. Only then is the cursor moved on, so that a restart repeats and loses
/// nothing. One process does it for all.
/// </summary>
public sealed partial class PurgeJob(IServiceScopeFactory scopes, PressRoom room, EventNews news, CdnPurge cdn, PurgeOptions options, TimeProvider clock, ILogger<PurgeJob> log) : Job
{
    /// <summary>The consumer's name.</summary>
    public const string Name = "purge";

    /// <summary>From the first purge of a change to the second: longer than any node takes to hear of it.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromSeconds(3);

    private const int Batch = 200;
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(60);
    private readonly string _holder = Guid.NewGuid().ToString("N");
    private readonly Queue<(long Seq, DateTimeOffset Due, IReadOnlyList<string> Keys)> _again = [];
    private long _sent = -1;

    /// <inheritdoc/>
    protected override async Task Run(CancellationToken stoppingToken)
    {
        if (!options.IsOn) return;
        var retry = TimeSpan.Zero;
        try
        {
            while (true)
            {
                try
                {
                    var pause = await Step(stoppingToken);
                    retry = TimeSpan.Zero;
                    await Wait(pause, stoppingToken);
                }
                catch (Exception e) when (!stoppingToken.IsCancellationRequested && e is HttpRequestException or OperationCanceledException or DbException or DbUpdateException or InvalidOperationException or TimeoutException)
                {
                    retry = retry == TimeSpan.Zero ? TimeSpan.FromSeconds(1) : TimeSpan.FromTicks(Math.Min(retry.Ticks * 2, LongestRetry.Ticks));
                    Failed(log, e.Message, retry.TotalSeconds);
                    await Task.Delay(retry, clock, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Leave();
        }
    }

    // What is new goes out, then what is due a second time. Returns how long there is nothing to do unless something happens; null for ever.
    private async Task<TimeSpan?> Step(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        var now = clock.GetUtcNow();
        if (await Hold(db, _ => { }, ct) is not { } cursor)
        {
            _again.Clear();
            _sent = -1;
            return ConsumerLease.Length / 4;
        }
        _sent = Math.Max(_sent, cursor);
        // Not further than this node's press: what the CDN asks for anew must not come from what is old.
        var heard = room.Heard;
        var rows = await db.Events.AsNoTracking().Where(e => e.Seq > _sent && e.Seq <= heard).OrderBy(e => e.Seq).Take(Batch).Select(e => new { e.Seq, e.Tags }).ToListAsync(ct);
        if (rows.Count > 0)
        {
            IReadOnlyList<string> keys = [.. SurrogateKeys.OfChange(rows.SelectMany(r => r.Tags.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
            await cdn.Post(keys, ct);
            _sent = rows[^1].Seq;
            _again.Enqueue((_sent, now + Again, keys));
        }
        while (_again.TryPeek(out var due) && due.Due <= now)
        {
            await cdn.Post(due.Keys, ct);
            await Hold(db, consumer => consumer.Cursor = Math.Max(consumer.Cursor, due.Seq), ct);
            _again.Dequeue();
        }
        return rows.Count == Batch ? TimeSpan.Zero : _again.TryPeek(out var next) ? next.Due - now : null;
    }

    // Takes or keeps the lease, and says something of the consumer; null where another process is at it.
    private async Task<long?> Hold(BroadsheetDb db, Action<Consumer> say, CancellationToken ct)
    {
        long? cursor = null;
        await db.Write(async () =>
        {
            cursor = null;
            if (await ConsumerLease.Take(db, Name, _holder, clock.GetUtcNow(), ct) is not { } consumer) return;
            say(consumer);
            cursor = consumer.Cursor;
        }, ct);
        db.ChangeTracker.Clear();
        return cursor;
    }

    private async Task Wait(TimeSpan? pause, CancellationToken ct)
    {
        if (pause is not { } time)
        {
            await news.Beyond(_sent, ct);
            return;
        }
        if (time <= TimeSpan.Zero) return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var waits = _sent < 0 ? [Task.Delay(time, clock, limit.Token)] : new[] { Task.Delay(time, clock, limit.Token), news.Beyond(_sent, limit.Token) };
        await Task.WhenAny(waits);
        await limit.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }

    private async Task Leave()
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await Hold(scope.ServiceProvider.GetRequiredService<BroadsheetDb>(), consumer => (consumer.Holder, consumer.LeaseUntil) = (null, null), CancellationToken.None);
        }
        catch (Exception e) when (e is DbException or DbUpdateException or InvalidOperationException)
        {
            NotLeft(log, e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The CDN could not be told what changed: {Reason} Tried again in {Seconds} s")]
    private static partial void Failed(ILogger log, string reason, double seconds);

    [LoggerMessage(LogLevel.Debug, "The purge job's lease stays until it ends")]
    private static partial void NotLeft(ILogger log, Exception error);
}

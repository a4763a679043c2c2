using System.Data.Common;
using Broadsheet.Core.Data;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Jobs;

/// <summary>
/// Reads events in the order of their commits, tells the press, then the jobs that wait for news. The cursor is this node's
/// own and starts at the current end, with an empty press.
/// </summary>
public sealed partial class EventPump(IServiceScopeFactory scopes, PressRoom room, PressWatch watch, EventNews news, ILogger<EventPump> log) : Job
{
    private const int Batch = 500;
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500);

    /// <summary>Sets the cursor, before the first page is drawn.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Workshop.Run(() => Begin(cancellationToken));
        await base.StartAsync(cancellationToken);
    }

    private async Task Begin(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        room.BeginAt(await db.Events.MaxAsync(e => (long?)e.Seq, cancellationToken) ?? 0);
        watch.Sees();
    }

    /// <inheritdoc/>
    protected override async Task Run(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var waker = scope.ServiceProvider.GetRequiredService<BroadsheetDb>().MakeWaker();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Read(stoppingToken);
                watch.Sees();
                await waker.Wait(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                Stopped(log);
            }
            catch (Exception e) when (e is DbException or IOException or InvalidOperationException or TimeoutException)
            {
                watch.LosesSight();
                Blind(log, e);
                await Task.Delay(Retry, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Read(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        List<EventRow> rows;
        do
        {
            var after = room.Heard;
            rows = await db.Events.AsNoTracking().Where(e => e.Seq > after).OrderBy(e => e.Seq).Take(Batch).Select(e => new EventRow(e.Seq, e.Tags)).ToListAsync(ct);
            await room.Quiet.WaitAsync(ct);
            try
            {
                foreach (var row in rows) room.Evict(row.Seq, row.Tags.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
            finally
            {
                room.Quiet.Release();
            }
            if (rows.Count > 0) news.Tell();
        }
        while (rows.Count == Batch);
    }

    private sealed record EventRow(long Seq, string Tags);

    [LoggerMessage(LogLevel.Warning, "Events can't be read; pages from memory may be old")]
    private static partial void Blind(ILogger log, Exception error);

    [LoggerMessage(LogLevel.Debug, "Event pump stopped")]
    private static partial void Stopped(ILogger log);
}

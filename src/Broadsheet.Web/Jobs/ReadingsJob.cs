using System.Data.Common;
using Broadsheet.Core;
using Broadsheet.Core.Data;
using Broadsheet.Core.Readings;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Jobs;

/// <summary>
/// Writes readings down, every five seconds and once at the end. What could not be written is kept with its hour and tried again;
/// a crash loses what was counted since the last time.
/// </summary>
public sealed partial class ReadingsJob(IServiceScopeFactory scopes, ReadingTally tally, Beacons beacons, TimeProvider clock, ILogger<ReadingsJob> log) : Job
{
    /// <summary>From one writing to the next.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly Dictionary<(long Article, int Hour), (int Readings, int Robots)> _counts = [];
    private readonly SemaphoreSlim _turn = new(1, 1);
    private IReadOnlyDictionary<(Guid Article, int Hour), (int Readings, int Robots)>? _reported;

    /// <summary>Writes down what was counted, in one transaction. Where that fails everything is kept.</summary>
    /// <returns>False where nothing was written because it failed.</returns>
    public async Task<bool> Flush()
    {
        await _turn.WaitAsync();
        // A time limit of its own and no token of the caller: a commit that is broken off may have happened, and would be added twice.
        using var limit = new CancellationTokenSource(Interval);
        try
        {
            var now = Moment.Cut(clock.GetUtcNow());
            foreach (var (article, readings, robots) in tally.Take()) Count((article, ReadingHour.Of(now)), (readings, robots));
            _reported ??= beacons.Take();
            if (_counts.Count == 0 && _reported.Count == 0)
            {
                _reported = null;
                return true;
            }
            await Write(now, limit.Token);
            return true;
        }
        catch (Exception e) when (e is DbException or DbUpdateException or InvalidOperationException or TimeoutException or IOException or OperationCanceledException)
        {
            Failed(log, e, _counts.Count + (_reported?.Count ?? 0));
            return false;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task Run(CancellationToken stoppingToken)
    {
        using (var timer = new PeriodicTimer(Interval, clock))
            try
            {
                while (await timer.WaitForNextTickAsync(stoppingToken)) await Flush();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                Stopping(log);
            }
        // The server has stopped before its jobs: this is everything.
        await Flush();
    }

    private async Task Write(DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        if (_reported is { } reported)
        {
            var keys = await ReadingBook.Keys(db, [.. reported.Keys.Select(k => k.Article).Distinct()], now, ct);
            foreach (var ((article, hour), count) in reported)
                if (keys.TryGetValue(article, out var key)) Count((key, hour), count);
            _reported = null;
        }
        if (_counts.Count == 0) return;
        await ReadingBook.Add(db, [.. _counts.Select(c => new ReadingHour { ArticleId = c.Key.Article, Hour = c.Key.Hour, Readings = c.Value.Readings, Robots = c.Value.Robots })], ct);
        _counts.Clear();
    }

    private void Count((long Article, int Hour) key, (int Readings, int Robots) more)
    {
        var (readings, robots) = _counts.GetValueOrDefault(key);
        _counts[key] = (readings + more.Readings, robots + more.Robots);
    }

    [LoggerMessage(LogLevel.Warning, "The readings of {Count} articles and hours could not be written down; they are kept and tried again")]
    private static partial void Failed(ILogger log, Exception error, int count);

    [LoggerMessage(LogLevel.Debug, "Readings are written down a last time")]
    private static partial void Stopping(ILogger log);
}

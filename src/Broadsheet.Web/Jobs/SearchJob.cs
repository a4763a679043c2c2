using System.Data.Common;
using Broadsheet.Core.Data;
using Broadsheet.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Jobs;

/// <summary>Keeps the index of the search: builds it where it is missing, then follows the events. One process of a newspaper does it at a time.</summary>
/// <param name="scopes">A scope for each step.</param>
/// <param name="news">Says that there are new events.</param>
/// <param name="clock">For the lease.</param>
/// <param name="log">What went wrong.</param>
public sealed partial class SearchJob(IServiceScopeFactory scopes, EventNews news, TimeProvider clock, ILogger<SearchJob> log) : Job
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);
    private readonly string _holder = Guid.NewGuid().ToString("N");
    private long _cursor = -1;

    /// <summary>The index holds everything up to this event; -1 until it is whole for the first time.</summary>
    public long Cursor => Volatile.Read(ref _cursor);

    /// <inheritdoc/>
    protected override async Task Run(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var step = await Advance(stoppingToken);
                if (step == SearchStep.UpToDate) await news.Beyond(Cursor, stoppingToken);
                else if (step == SearchStep.Held) await Task.Delay(Retry, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                Stopped(log);
            }
            catch (Exception e) when (e is DbException or DbUpdateException or InvalidOperationException or TimeoutException or IOException)
            {
                Failed(log, e);
                await Task.Delay(Retry, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<SearchStep> Advance(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (step, cursor) = await SearchProgress.Advance(scope.ServiceProvider.GetRequiredService<BroadsheetDb>(), _holder, clock.GetUtcNow(), ct);
        if (step == SearchStep.UpToDate) Volatile.Write(ref _cursor, cursor);
        return step;
    }

    [LoggerMessage(LogLevel.Error, "The search index could not be written; tried again")]
    private static partial void Failed(ILogger log, Exception error);

    [LoggerMessage(LogLevel.Debug, "Search job stopped")]
    private static partial void Stopped(ILogger log);
}

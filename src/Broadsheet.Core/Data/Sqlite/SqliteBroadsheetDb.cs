using System.Collections.Concurrent;
using Broadsheet.Core.Data.Mapping;
using Broadsheet.Core.Events;
using Broadsheet.Core.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Data.Sqlite;

/// <summary>The newspaper in one SQLite file.</summary>
public sealed class SqliteBroadsheetDb(DbContextOptions<SqliteBroadsheetDb> options) : BroadsheetDb(options)
{
    // SQLite has one writer a file. Waiting here is fair and cheap; waiting in SQLite is polling.
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override EventWaker MakeWaker() => new SqliteWaker(Database.GetConnectionString()!);

    /// <inheritdoc/>
    public override SearchIndex MakeSearchIndex() => new SqliteSearchIndex(this);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();
    }

    /// <inheritdoc/>
    protected override async ValueTask<IDisposable?> TakeTurn(CancellationToken ct)
    {
        var turn = Turns.GetOrAdd(Database.GetConnectionString()!, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(ct);
        return new Turn(turn);
    }

    // 5 and 6: another process holds the file. 1555 and 2067: somebody claimed the key first.
    /// <inheritdoc/>
    protected override bool IsRivalry(Exception failure) =>
        (failure as SqliteException ?? failure.InnerException as SqliteException) is { } e
        && (e.SqliteErrorCode is 5 or 6 || e.SqliteExtendedErrorCode is 1555 or 2067);

    private sealed class Turn(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}

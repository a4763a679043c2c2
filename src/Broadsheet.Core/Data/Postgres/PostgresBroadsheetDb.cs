using Broadsheet.Core.Data.Mapping;
using Broadsheet.Core.Events;
using Broadsheet.Core.Search;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Broadsheet.Core.Data.Postgres;

/// <summary>The newspaper in PostgreSQL 15 or newer.</summary>
public sealed class PostgresBroadsheetDb(DbContextOptions<PostgresBroadsheetDb> options) : BroadsheetDb(options)
{
    /// <summary>The channel on which commits with events are announced.</summary>
    public const string Channel = "broadsheet_events";

    // Any numbers, the same for every node of every version.
    private const long EventLock = 0x42726F6164;
    private const long RetryLock = 0x42726F6165;

    /// <inheritdoc/>
    public override EventWaker MakeWaker() => new PostgresWaker(Database.GetConnectionString()!);

    /// <inheritdoc/>
    public override SearchIndex MakeSearchIndex() => new PostgresSearchIndex(this);

    // The time of the statement, not of the transaction: one that waited for a lock is not early.
    /// <inheritdoc/>
    public override async Task<DateTimeOffset?> ServerTime(CancellationToken ct) =>
        await Database.SqlQuery<DateTimeOffset>($"SELECT clock_timestamp() AS \"Value\"").SingleAsync(ct);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMoment>();
        // Keys and addresses compare by code point, as on SQLite, whatever locale the server was made with.
        configurationBuilder.Properties<string>().UseCollation("C");
    }

    /// <inheritdoc/>
    protected override bool IsRivalry(Exception failure) =>
        (failure as PostgresException ?? failure.InnerException as PostgresException)?.SqlState
            is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    /// <inheritdoc/>
    protected override Task BeforeRetry(CancellationToken ct) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({RetryLock})", ct);

    /// <inheritdoc/>
    protected override Task BeforeEvents(CancellationToken ct) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({EventLock})", ct);

    /// <inheritdoc/>
    protected override Task AfterEvents(CancellationToken ct) =>
        Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, '')", ct);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Broadsheet.Core.Data;

/// <summary>The database can't be used by this program; the message says why and what to do, on one line.</summary>
public sealed class DatabaseRefusedException(string message) : Exception(message);

/// <summary>Brings a database up to this program's schema before anything is served.</summary>
public static class DatabaseStart
{
    /// <summary>
    /// Makes the schema in an empty database, or migrates an older one after a backup. Does nothing to a current one.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="backup">Takes a backup named after the last migration; called before an existing schema changes. Where it fails nothing is changed.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <exception cref="DatabaseRefusedException">It was made by a newer program.</exception>
    public static async Task Prepare(BroadsheetDb db, Func<string, CancellationToken, Task> backup, CancellationToken ct)
    {
        var (applied, pending) = await Migrations(db, ct);
        if (pending.Count > 0 && applied.Count > 0) await backup(applied[^1], ct);
        if (pending.Count > 0) await db.Database.MigrateAsync(ct);
        if (db.Database.GetMigrations().Any(EarlierCorrections.CameWith)) await EarlierCorrections.Complete(db, ct);
    }

    /// <summary>What the schema is made of and what it lacks. Changes nothing; both in the order of migrations.</summary>
    /// <param name="db">The database; one that is not there has no migrations.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <exception cref="DatabaseRefusedException">It was made by a newer program.</exception>
    public static async Task<(IReadOnlyList<string> Applied, IReadOnlyList<string> Pending)> Migrations(BroadsheetDb db, CancellationToken ct)
    {
        var history = db.GetService<IHistoryRepository>();
        IReadOnlyList<string> applied = await history.ExistsAsync(ct)
            ? [.. (await history.GetAppliedMigrationsAsync(ct)).Select(m => m.MigrationId)] : [];
        if (applied.FirstOrDefault(a => !Knows(db, a)) is { } newer)
            throw new DatabaseRefusedException($"This database was made by a newer Broadsheet (it has the migration {newer}). Install that version again, or restore a backup taken before the upgrade.");
        return (applied, [.. db.Database.GetMigrations().Except(applied)]);
    }

    /// <summary>True for a migration of this program.</summary>
    public static bool Knows(BroadsheetDb db, string migration) => db.Database.GetMigrations().Contains(migration);
}

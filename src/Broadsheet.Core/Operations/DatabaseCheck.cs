using System.Data.Common;
using Broadsheet.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Operations;

/// <summary>Whether the database itself is sound: SQLite's own checks, or one read of every row on PostgreSQL.</summary>
/// <param name="db">The database.</param>
internal sealed class DatabaseCheck(BroadsheetDb db)
{
    private const string FromBackup = "Stop the service and restore the newest backup into an empty folder";

    /// <summary>Yields what is wrong; a database that can't be read at all is one fault.</summary>
    internal async IAsyncEnumerable<Fault> Run([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        List<Fault> faults;
        try
        {
            await db.Database.OpenConnectionAsync(ct);
            faults = db.Database.IsSqlite() ? await Sqlite(ct) : await Postgres(ct);
        }
        catch (DbException e)
        {
            faults = [new("database", db.Database.GetDbConnection().DataSource, $"can't be read: {OneLine(e.Message)}", FromBackup)];
        }
        foreach (var fault in faults) yield return fault;
    }

    private async Task<List<Fault>> Sqlite(CancellationToken ct)
    {
        var faults = new List<Fault>();
        await Read("PRAGMA integrity_check(100)", r => r.GetString(0), said =>
        {
            if (said != "ok") faults.Add(new("database", "integrity", OneLine(said), FromBackup));
        }, ct);
        await Read(
            "PRAGMA foreign_key_check",
            r => FormattableString.Invariant($"{r.GetString(0)} row {(r.IsDBNull(1) ? 0 : r.GetInt64(1))} refers to a row of {r.GetString(2)} that is not there"),
            said => faults.Add(new("database", "foreign key", said, FromBackup)), ct);
        return faults;
    }

    private async Task<List<Fault>> Postgres(CancellationToken ct)
    {
        var tables = new List<string>();
        await Read("SELECT c.oid::regclass::text FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1", r => r.GetString(0), tables.Add, ct);
        foreach (var table in tables)
            // The whole row, so that every page of it is read, long values too.
            await Read($"SELECT count(t::text) FROM {table} t", r => r.GetInt64(0), _ => { }, ct);
        return [];
    }

    private async Task Read<T>(string sql, Func<DbDataReader, T> row, Action<T> take, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) take(row(reader));
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}

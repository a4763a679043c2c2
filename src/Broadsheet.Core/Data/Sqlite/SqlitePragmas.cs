using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Broadsheet.Core.Data.Sqlite;

/// <summary>What every connection needs: what was acknowledged survives a power cut, and foreign keys hold.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Reading = "PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000; PRAGMA temp_store=MEMORY;";
    private const string Writing = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; " + Reading;

    // A connection of the pool is opened again and again over one handle, which keeps what it was told.
    private static readonly ConditionalWeakTable<sqlite3, object> Told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (!Told.TryAdd(((SqliteConnection)connection).Handle!, Writing)) return;
        using var command = connection.CreateCommand();
        command.CommandText = For(connection);
        command.ExecuteNonQuery();
    }

    // SQLite waits for no socket: there is nothing to await.
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    // Whether a database is there is asked read-only; a file that is not in WAL mode yet can't be changed by that.
    private static string For(DbConnection connection) => new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly ? Reading : Writing;
}

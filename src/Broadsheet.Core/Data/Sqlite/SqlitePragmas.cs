using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Broadsheet.Core.Data.Sqlite;

/// <summary>What every connection needs: what was acknowledged survives a power cut, and foreign keys hold.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Reading = "PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000; PRAGMA temp_store=MEMORY;";
    private const string Writing = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; " + Reading;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = For(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = For(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // Whether a database is there is asked read-only; a file that is not in WAL mode yet can't be changed by that.
    private static string For(DbConnection connection) => new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly ? Reading : Writing;
}

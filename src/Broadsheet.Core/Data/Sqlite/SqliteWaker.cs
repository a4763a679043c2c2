using Broadsheet.Core.Events;
using Microsoft.Data.Sqlite;

namespace Broadsheet.Core.Data.Sqlite;

/// <summary>
/// Writes of this process ring the bell; those of another process (an import beside the site) show in
/// <c>PRAGMA data_version</c>, which is asked every 100 ms.
/// </summary>
internal sealed class SqliteWaker(string connectionString) : EventWaker
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private readonly EventBell _bell = EventBell.Of(connectionString);
    private SqliteConnection? _connection;
    private long _version = -1;

    public override async Task Wait(CancellationToken ct)
    {
        _connection ??= await Open(ct);
        while (!await _bell.Wait(Look, ct))
        {
            await using var command = _connection.CreateCommand();
            command.CommandText = "PRAGMA data_version";
            var version = (long)(await command.ExecuteScalarAsync(ct))!;
            if (version == _version) continue;
            _version = version;
            return;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (_connection is not null) await _connection.DisposeAsync();
        await base.DisposeAsync();
    }

    // Without pooling: the version is counted for a connection.
    private async Task<SqliteConnection> Open(CancellationToken ct)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString());
        await connection.OpenAsync(ct);
        return connection;
    }
}

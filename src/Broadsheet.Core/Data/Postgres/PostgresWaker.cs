using Broadsheet.Core.Events;
using Npgsql;

namespace Broadsheet.Core.Data.Postgres;

/// <summary>LISTEN on the events' channel; a notification that is lost is made up for by a look every second.</summary>
internal sealed class PostgresWaker(string connectionString) : EventWaker
{
    private static readonly TimeSpan Fallback = TimeSpan.FromSeconds(1);
    private NpgsqlConnection? _connection;

    public override async Task Wait(CancellationToken ct)
    {
        try
        {
            _connection ??= await Open(ct);
            await _connection.WaitAsync(Fallback, ct);
        }
        catch (Exception e) when (e is NpgsqlException or IOException)
        {
            await DisposeAsync();
            throw;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (_connection is not null) await _connection.DisposeAsync();
        _connection = null;
        await base.DisposeAsync();
    }

    private async Task<NpgsqlConnection> Open(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 30 }.ToString());
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand($"LISTEN {PostgresBroadsheetDb.Channel}", connection);
        await command.ExecuteNonQueryAsync(ct);
        return connection;
    }
}

using Npgsql;

namespace Broadsheet.Tests;

/// <summary>
/// A database of its own for a test: a SQLite file in the test's data folder, or a new database on the server that
/// BROADSHEET_TEST_POSTGRES names, dropped at the end.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("BROADSHEET_TEST_POSTGRES") is { Length: > 0 } server ? server : null;
    private readonly string? _name;

    private TestDatabase(string setting, string? name) => (Setting, _name) = (setting, name);

    /// <summary>True where the suite runs on PostgreSQL.</summary>
    public static bool OnPostgres => Server is not null;

    /// <summary>The value of the setting <c>Broadsheet:Database</c>.</summary>
    public string Setting { get; }

    /// <summary>Makes an empty database.</summary>
    public static async Task<TestDatabase> Make()
    {
        if (Server is null) return new("broadsheet.db", null);
        var name = $"broadsheet_{Guid.NewGuid():N}";
        await Execute($"CREATE DATABASE {name}");
        return new($"{Server};Database={name};Maximum Pool Size=20", name);
    }

    /// <summary>Drops it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_name is null) return;
        await using (var connection = new NpgsqlConnection(Setting)) NpgsqlConnection.ClearPool(connection);
        await Execute($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    private static async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

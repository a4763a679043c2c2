using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Broadsheet.Tests.Reader;

/// <summary>Listens to the queries that one newspaper's database gets.</summary>
internal sealed class Queries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private string? _database;
    private readonly List<IDisposable> _subscriptions = [];
    private readonly ConcurrentQueue<(string Sql, (string Name, object? Value)[] Parameters)> _heard = [];

    /// <summary>Begins to listen. The database asks once in a while whether anybody does, so this comes before its first query.</summary>
    public Queries() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>Keeps the queries of one newspaper only.</summary>
    public async Task Follow(NewspaperApp app) => _database = await app.InDb(db => Task.FromResult(NameOf(db.Database.GetDbConnection())));

    /// <summary>What was heard since the last call.</summary>
    public IReadOnlyList<(string Sql, (string Name, object? Value)[] Parameters)> Take()
    {
        var taken = _heard.ToArray();
        _heard.Clear();
        return taken;
    }

    /// <summary>Tables that SQLite walks through from end to end for a query.</summary>
    public static async Task<IReadOnlyList<string>> Scans(NewspaperApp app, string sql, (string Name, object? Value)[] parameters)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(app.Data.Path, "broadsheet.db"), Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statement is one that the newspaper sent itself.
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        var scans = new List<string>();
        await using var plan = await command.ExecuteReaderAsync();
        while (await plan.ReadAsync())
            if (plan.GetString(3) is { } step && step.StartsWith("SCAN ", StringComparison.Ordinal)) scans.Add(step);
        return scans;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandExecutedEventData { Command: var command } && NameOf(command.Connection!) == _database
            && !command.CommandText.Contains("\"Events\"", StringComparison.Ordinal) && !command.CommandText.Contains("data_version", StringComparison.Ordinal))
            _heard.Enqueue((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
    }

    public void OnCompleted() { }

    public void OnError(Exception error) => throw new InvalidOperationException("Listening to the database failed.", error);

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());

    private static string NameOf(DbConnection connection) => connection is SqliteConnection ? connection.DataSource : connection.Database;
}

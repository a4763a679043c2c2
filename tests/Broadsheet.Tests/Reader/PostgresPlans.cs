using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Broadsheet.Tests.Reader;

/// <summary>How PostgreSQL would go about a query in a large archive.</summary>
internal static class PostgresPlans
{
    /// <summary>
    /// Tables that it walks through from end to end although it is told to avoid that (and to join row by row, as it does where
    /// tables are large), and indexes that it walks through
    /// without a condition: there is no index that leads to the rows.
    /// </summary>
    public static async Task<IReadOnlyList<string>> Walks(NewspaperApp app, string sql, (string Name, object? Value)[] parameters)
    {
        await using var connection = new NpgsqlConnection(await app.InDb(db => Task.FromResult(db.Database.GetConnectionString())));
        await connection.OpenAsync();
        await using var off = new NpgsqlCommand("SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off", connection);
        await off.ExecuteNonQueryAsync();
#pragma warning disable CA2100 // The statement is one that the newspaper sent itself.
        await using var command = new NpgsqlCommand("EXPLAIN (FORMAT JSON) " + sql, connection);
#pragma warning restore CA2100
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);
        var walks = new List<string>();
        Look(plan.RootElement[0].GetProperty("Plan"), walks);
        return walks;
    }

    private static void Look(JsonElement node, List<string> walks)
    {
        var type = node.GetProperty("Node Type").GetString()!;
        var isWalk = type == "Seq Scan" || (type.Contains("Index", StringComparison.Ordinal) && !node.TryGetProperty("Index Cond", out _));
        if (isWalk) walks.Add($"{type} {(node.TryGetProperty("Relation Name", out var table) ? table : node.GetProperty("Index Name")).GetString()}");
        if (!node.TryGetProperty("Plans", out var inner)) return;
        foreach (var below in inner.EnumerateArray()) Look(below, walks);
    }
}

using System.Diagnostics;
using Broadsheet.Tests.Reader;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace Broadsheet.Tests.Hosting;

/// <summary>What an operator sees: health and log.</summary>
[Trait("Category", "Database")]
public sealed class OperationTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task A_newspaper_with_its_database_is_alive_and_ready()
    {
        var (alive, ready) = (await world.Ask("/healthz"), await world.Ask("/readyz"));
        Assert.Equal((200, "alive\n", "text/plain"), (alive.Status, alive.Text, alive.Type));
        Assert.Equal((200, "ready\n", "text/plain"), (ready.Status, ready.Text, ready.Type));
    }

    [Fact]
    public async Task Without_its_database_it_is_alive_and_not_ready_until_the_database_is_back()
    {
        await using var paper = new World();
        await paper.InitializeAsync();
        Assert.Equal(200, await paper.Status("/readyz"));
        await Take(paper);
        var answer = await paper.Ask("/readyz", ("Accept", "*/*"));
        Assert.Equal(503, answer.Status);
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
        Assert.Equal(200, await paper.Status("/healthz"));
        await GiveBack(paper);
        // The pump looks again after half a second.
        var start = Stopwatch.GetTimestamp();
        while (await paper.Status("/readyz") != 200 && Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30)) await Task.Yield();
        Assert.Equal(200, await paper.Status("/readyz"));
        Assert.Equal(200, await paper.Status("/archive"));
    }

    [Fact]
    public async Task A_request_leaves_one_line_with_its_trace_and_without_what_is_personal()
    {
        world.Log.Lines.Clear();
        await world.Ask("/by/ok-da-hyun?email=reader@example.com&token=secret", ("User-Agent", "Odd Browser"), ("Cookie", "id=4711"), ("X-Forwarded-For", "203.0.113.9"), ("Referer", "http://elsewhere.example/"));
        var (level, line) = await world.Logged("/by/");
        Assert.Single(world.Log.Lines, l => l.Line.Contains("/by/", StringComparison.Ordinal));
        Assert.Equal(LogLevel.Information, level);
        Assert.Matches(@"GET /by/ok-da-hyun 200 \d+ \d+\.\d ms [0-9a-f]{32}$", line);
        foreach (var word in new[] { "reader@", "secret", "Odd Browser", "4711", "203.0.113.9", "127.0.0.1", "elsewhere" })
            Assert.DoesNotContain(word, string.Join('\n', world.Log.Lines.Select(l => l.Line)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trace_of_a_caller_goes_on_in_the_log()
    {
        await world.Ask("/topic/breakwater", ("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        Assert.Contains("/topic/", (await world.Logged("4bf92f3577b34da6a3ce929d0e0e4736")).Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_cannot_write_lines_of_its_own_into_the_log()
    {
        await world.Ask("/x%0D%0AGET%20/forged%20200%1B[31m");
        await world.Logged("/x%0D%0AGET");
        Assert.DoesNotContain(world.Log.Lines, l => l.Line.Any(c => c is '\r' or '\u001B') || l.Line.Contains("\nGET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_found_or_refused_is_no_error_in_the_log()
    {
        await world.Ask("/nowhere");
        await world.Ask(HttpMethod.Post, "/city");
        Assert.DoesNotContain(world.Log.Lines, l => l.Level >= LogLevel.Warning && l.Line.Contains("nowhere", StringComparison.Ordinal));
    }

    private static async Task Take(World paper)
    {
        if (TestDatabase.OnPostgres) { await Allow(paper, false); return; }
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(paper.Data.Path, "broadsheet.db*")) File.Move(file, file.Replace("broadsheet.db", "away.db", StringComparison.Ordinal));
    }

    private static async Task GiveBack(World paper)
    {
        if (TestDatabase.OnPostgres) { await Allow(paper, true); return; }
        foreach (var file in Directory.EnumerateFiles(paper.Data.Path, "broadsheet.db*")) File.Delete(file);
        foreach (var file in Directory.EnumerateFiles(paper.Data.Path, "away.db*")) File.Move(file, file.Replace("away.db", "broadsheet.db", StringComparison.Ordinal));
    }

    // The server lets nobody into the database and shows those out who are in.
    private static async Task Allow(World paper, bool allowed)
    {
        var name = await paper.InDb(db => Task.FromResult(Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(db.Database).Database));
        await using var connection = new NpgsqlConnection(Environment.GetEnvironmentVariable("BROADSHEET_TEST_POSTGRES"));
        await connection.OpenAsync();
#pragma warning disable CA2100 // The name is that of the test's own database.
        await using var command = new NpgsqlCommand($"ALTER DATABASE \"{name}\" ALLOW_CONNECTIONS {allowed}; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'", connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}

using Broadsheet.Core.Operations;
using Broadsheet.Tests.Media;
using Xunit;

namespace Broadsheet.Tests.Operations;

/// <summary>What is true of PostgreSQL alone; where the suite runs on SQLite only the last test has something to show.</summary>
[Trait("Category", "Database")]
public sealed class PostgresToolsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dump_that_ends_early_changes_nothing()
    {
        await using var paper = await Paper.With("Old");
        if (!TestDatabase.OnPostgres) return;
        await using var other = await Paper.With(Enumerable.Range(0, 50).Select(n => $"Article {n}").ToArray());
        var dump = paper.Beside("dump");
        await PostgresTools.Dump(other.Holdings.Database, dump, Ct);
        var whole = await File.ReadAllBytesAsync(dump, Ct);
        await File.WriteAllBytesAsync(dump, whole[..(whole.Length * 9 / 10)], Ct);
        await Assert.ThrowsAsync<OperationRefusedException>(() => PostgresTools.Restore(paper.Holdings.Database, dump, Ct));
        Assert.Equal(["Old"], await paper.Headlines());

        await File.WriteAllBytesAsync(dump, whole, Ct);
        await PostgresTools.Restore(paper.Holdings.Database, dump, Ct);
        Assert.Equal(50, (await paper.Headlines()).Count);
    }

    [Fact]
    public async Task A_missing_program_is_named_with_its_package()
    {
        await using var paper = await Paper.With("One");
        paper.SearchPath = paper.Beside("nothing");
        var (code, _, error) = await paper.Run("backup", paper.Beside("b.tar"));
        if (!TestDatabase.OnPostgres) Assert.Equal((0, ""), (code, error));
        else Assert.Equal((2, "broadsheet: The program pg_dump is not on the PATH: install the package postgresql-client (version of the server or newer).\n"), (code, error));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_said_on_one_line()
    {
        using var folder = new TestFolder();
        var failure = await Assert.ThrowsAsync<OperationRefusedException>(() => PostgresTools.Dump("Host=127.0.0.1;Port=1;Username=nobody;Database=x", Path.Combine(folder.Path, "dump"), Ct));
        Assert.Matches(@"\Apg_dump (ended with 1: |is not on)|\AThe program pg_dump", failure.Message);
        Assert.DoesNotContain('\n', failure.Message);
    }
}

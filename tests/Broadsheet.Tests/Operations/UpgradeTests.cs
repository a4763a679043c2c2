using Broadsheet.Core.Data;
using Broadsheet.Core.Data.Sqlite;
using Broadsheet.Core.Operations;
using Broadsheet.Tests.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Broadsheet.Tests.Operations;

[Trait("Category", "Database")]
public sealed class UpgradeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("serve", "--urls", "http://127.0.0.1:0")]
    [InlineData("check")]
    [InlineData("backup", "unused.tar")]
    public async Task A_newer_database_is_refused_in_one_line(params string[] command)
    {
        await using var paper = await Paper.With("One");
        await paper.Sql("""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_Later', '99.0.0')""");
        var (code, output, error) = await paper.Run(command);
        Assert.Equal((2, ""), (code, output));
        Assert.Matches(@"\Abroadsheet: This database was made by a newer Broadsheet \(it has the migration 29990101000000_Later\)\. [^\n]+\n\z", error);
    }

    [Fact]
    public async Task A_migration_takes_a_backup_first_and_the_newest_five_stay()
    {
        await using var paper = await Paper.With("One");
        var clock = new FakeTimeProvider(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        await using var db = paper.Holdings.Open();
        var last = (await DatabaseStart.Migrations(db, Ct)).Applied[^1];
        var backup = new Backup(paper.Holdings, clock);
        var first = await backup.BeforeMigration(last, Ct);
        Assert.Equal(Path.Combine(paper.Data, "backups", $"before-{last}-20260102030405.tar"), first);
        for (var n = 0; n < 5; n++)
        {
            clock.Advance(TimeSpan.FromDays(1));
            await backup.BeforeMigration(last, Ct);
        }
        var kept = Directory.GetFiles(paper.Holdings.Backups);
        Assert.Equal(5, kept.Length);
        Assert.DoesNotContain(first, kept);
    }

    [Fact]
    public async Task The_backup_of_a_migration_brings_the_database_back_and_leaves_photos_alone()
    {
        await using var paper = await Paper.With("Before");
        await paper.AddPhoto();
        var file = await new Backup(paper.Holdings, TimeProvider.System).BeforeMigration("20000101000000_Old", Ct);
        await paper.Publish("After");
        var files = paper.Files();
        var (code, _, error) = await paper.Run("restore", file, "--force");
        Assert.True(code == 0, error);
        Assert.Equal(["Before"], await paper.Headlines());
        Assert.Equal(files, paper.Files());
        Assert.Equal(0, (await paper.Run("check")).Code);
        await using var db = paper.Holdings.Open();
        Assert.Equal(Core.Media.PhotoState.Ready, (await db.Photos.SingleAsync(Ct)).State);
    }

    [Fact]
    public async Task An_older_schema_is_backed_up_before_it_changes_and_a_new_one_is_not()
    {
        using var folder = new TestFolder();
        var options = new DbContextOptionsBuilder<SqliteBroadsheetDb>()
            .UseSqlite($"Data Source={Path.Combine(folder.Path, "old.db")};Pooling=False", o => o.MigrationsAssembly(typeof(Older).Assembly.GetName().Name))
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning)).Options;
        await using var db = new SqliteBroadsheetDb(options);
        var asked = new List<string>();
        await db.GetService<IMigrator>().MigrateAsync(Older.Id, Ct);
        await DatabaseStart.Prepare(
            db,
            async (migration, ct) =>
            {
                asked.Add(migration);
                Assert.Equal(1, await Tables(db, "Old", ct));
                Assert.Equal(0, await Tables(db, "New", ct));
            },
            Ct);
        Assert.Equal([Older.Id], asked);
        Assert.Equal(1, await Tables(db, "New", Ct));
        await DatabaseStart.Prepare(db, (_, _) => throw new InvalidOperationException("There was nothing to change."), Ct);
    }

    [Fact]
    public async Task Without_its_backup_a_migration_does_not_happen()
    {
        using var folder = new TestFolder();
        var options = new DbContextOptionsBuilder<SqliteBroadsheetDb>()
            .UseSqlite($"Data Source={Path.Combine(folder.Path, "old.db")};Pooling=False", o => o.MigrationsAssembly(typeof(Older).Assembly.GetName().Name))
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning)).Options;
        await using var db = new SqliteBroadsheetDb(options);
        await db.GetService<IMigrator>().MigrateAsync(Older.Id, Ct);
        await Assert.ThrowsAsync<IOException>(() => DatabaseStart.Prepare(db, (_, _) => throw new IOException("No space left."), Ct));
        Assert.Equal(0, await Tables(db, "New", Ct));
    }

    private static async Task<int> Tables(SqliteBroadsheetDb db, string name, CancellationToken ct) =>
        await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE name = {name}").SingleAsync(ct);
}

/// <summary>A schema of two migrations that is nobody's, for what happens between them.</summary>
[DbContext(typeof(SqliteBroadsheetDb))]
[Migration(Id)]
internal sealed class Older : Migration
{
    public const string Id = "20000101000000_Older";

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE Old (x)");
}

/// <inheritdoc cref="Older"/>
[DbContext(typeof(SqliteBroadsheetDb))]
[Migration("20010101000000_Newer")]
internal sealed class Newer : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE New (x)");
}

using System.Formats.Tar;
using System.Text.Json;
using Broadsheet.Core.Media;
using Broadsheet.Core.Operations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Operations;

[Trait("Category", "Database")]
public sealed class BackupTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_taken_while_a_writer_writes_is_whole_and_holds_what_was_acknowledged_before()
    {
        await using var paper = await Paper.With("First", "Second");
        await paper.AddPhoto();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var (acknowledged, enough) = (0, new TaskCompletionSource());
        var writer = Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    await paper.Publish($"Boat {acknowledged}");
                    if (++acknowledged == 20) enough.SetResult();
                }
            },
            Ct);
        await Task.WhenAny(writer, enough.Task);
        var before = acknowledged;
        var backup = await paper.Run("backup", paper.Beside("b.tar"));
        var after = acknowledged;
        await stop.CancelAsync();
        await writer;
        Assert.True(backup.Code == 0, backup.Error);
        Assert.True(after > before, "The writer wrote nothing while the backup was taken.");

        await using var copy = await Paper.Empty();
        var restore = await copy.Run("restore", paper.Beside("b.tar"));
        Assert.True(restore.Code == 0, restore.Error);
        Assert.Equal((0, "All is well.\n"), await CodeAndOutput(copy, "check"));
        var headlines = await copy.Headlines();
        Assert.Equal(Enumerable.Range(0, before).Select(n => $"Boat {n}").Prepend("Second").Prepend("First"), headlines.Take(before + 2));
        Assert.Equal((await paper.Headlines()).Take(headlines.Count), headlines);
    }

    [Theory]
    [InlineData("b.tar")]
    [InlineData("b.tar.gz")]
    public async Task Everything_but_renditions_comes_back_and_renditions_are_asked_for(string name)
    {
        await using var paper = await Paper.With("One");
        var photo = await paper.AddPhoto();
        Directory.CreateDirectory(Path.Combine(paper.Data, "pages"));
        await File.WriteAllTextAsync(Path.Combine(paper.Data, "pages", "about.en.html"), "<p>About</p>", Ct);
        await File.WriteAllTextAsync(Path.Combine(paper.Data, "wire-topics.json"), "{}", Ct);
        Assert.Equal(0, (await paper.Run("backup", paper.Beside(name))).Code);
        Assert.Equal(name.EndsWith(".gz", StringComparison.Ordinal), (await File.ReadAllBytesAsync(paper.Beside(name), Ct))[0] == 0x1F);
        Assert.Equal([paper.Beside(name)], Directory.GetFiles(paper.Beside(".")).Select(Path.GetFullPath));

        await using var copy = await Paper.Empty();
        var restore = await copy.Run("restore", paper.Beside(name));
        Assert.True(restore.Code == 0, restore.Error);
        Assert.Equal(paper.Files().Where(f => !f.Contains("renditions", StringComparison.Ordinal)), copy.Files());
        Assert.Equal(await File.ReadAllBytesAsync(paper.Original(photo), Ct), await File.ReadAllBytesAsync(copy.Original(photo), Ct));
        await using var db = copy.Holdings.Open();
        Assert.Equal(PhotoState.Pending, (await db.Photos.SingleAsync(Ct)).State);
    }

    [Fact]
    public async Task A_backup_never_replaces_a_file_unless_told()
    {
        await using var paper = await Paper.With("One");
        await File.WriteAllTextAsync(paper.Beside("b.tar"), "mine", Ct);
        var (code, _, error) = await paper.Run("backup", paper.Beside("b.tar"));
        Assert.Equal((2, $"broadsheet: {paper.Beside("b.tar")} is there already: choose another name, or replace it with --force.\n"), (code, error));
        Assert.Equal("mine", await File.ReadAllTextAsync(paper.Beside("b.tar"), Ct));
        Assert.Equal(0, (await paper.Run("backup", paper.Beside("b.tar"), "--force")).Code);
        Assert.True(new FileInfo(paper.Beside("b.tar")).Length > 10_000);
    }

    [Fact]
    public async Task Nothing_is_backed_up_where_there_is_no_newspaper()
    {
        await using var paper = await Paper.Empty();
        var (code, _, error) = await paper.Run("backup", paper.Beside("b.tar"));
        Assert.Equal((2, $"broadsheet: There is no newspaper in {paper.Data}.\n"), (code, error));
        Assert.Empty(Directory.GetFiles(paper.Beside(".")));
    }

    [Fact]
    public async Task Settings_go_into_a_backup_without_secrets()
    {
        await using var paper = await Paper.With("One");
        var settings = new
        {
            Broadsheet = new
            {
                Site = new { Name = "Kept" },
                Database = paper.Holdings.Database,
                Accounts = new { Providers = new { X = new { ClientId = "id", ClientSecret = "hush" } } },
            },
        };
        await File.WriteAllTextAsync(Path.Combine(paper.Data, "broadsheet.json"), JsonSerializer.Serialize(settings), Ct);
        await new Backup(paper.Holdings, TimeProvider.System).Write(paper.Beside("b.tar"), replace: false, databaseOnly: false, progress: null, Ct);
        await using var tar = new TarReader(File.OpenRead(paper.Beside("b.tar")));
        while (await tar.GetNextEntryAsync(copyData: true, Ct) is { } entry)
        {
            if (entry.Name != "broadsheet.json") continue;
            using var json = await JsonDocument.ParseAsync(entry.DataStream!, cancellationToken: Ct);
            var kept = json.RootElement.GetProperty("Broadsheet");
            Assert.Equal("Kept", kept.GetProperty("Site").GetProperty("Name").GetString());
            Assert.False(kept.TryGetProperty("Database", out _));
            Assert.Equal("""{"ClientId":"id"}""", JsonSerializer.Serialize(kept.GetProperty("Accounts").GetProperty("Providers").GetProperty("X")));
            return;
        }
        Assert.Fail("The backup holds no settings.");
    }

    private static async Task<(int Code, string Output)> CodeAndOutput(Paper paper, params string[] arguments)
    {
        var (code, output, _) = await paper.Run(arguments);
        return (code, output);
    }
}

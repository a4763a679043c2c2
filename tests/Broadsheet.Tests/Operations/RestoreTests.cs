using System.Security.Cryptography;
using Broadsheet.Core.Operations;
using Broadsheet.Tests.Media;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Operations;

[Trait("Category", "Database")]
public sealed class RestoreTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_newspaper_is_never_replaced_unless_told()
    {
        await using var paper = await Paper.With("Old");
        await paper.AddPhoto();
        await using var other = await Paper.With("New");
        Assert.Equal(0, (await other.Run("backup", other.Beside("b.tar"))).Code);
        var files = paper.Files();
        var (code, _, error) = await paper.Run("restore", other.Beside("b.tar"));
        Assert.Equal(2, code);
        Assert.StartsWith("broadsheet: There is a newspaper already", error, StringComparison.Ordinal);
        Assert.Equal(files, paper.Files());
        Assert.Equal(["Old"], await paper.Headlines());

        var (forced, _, said) = await paper.Run("restore", other.Beside("b.tar"), "--force");
        Assert.True(forced == 0, said);
        Assert.Equal(["New"], await paper.Headlines());
        Assert.Empty(paper.Files());
        Assert.Equal(0, (await paper.Run("check")).Code);
    }

    [Fact]
    public async Task Nothing_is_restored_into_a_folder_that_a_process_works_with()
    {
        await using var paper = await Paper.With("Old");
        Assert.Equal(0, (await paper.Run("backup", paper.Beside("b.tar"))).Code);
        using var use = FolderUse.Share(paper.Data);
        var (code, _, error) = await paper.Run("restore", paper.Beside("b.tar"), "--force");
        Assert.Equal((2, $"broadsheet: Another process works with {paper.Data}: stop it first (systemctl stop broadsheet).\n"), (code, error));
    }

    [Fact]
    public async Task A_flipped_byte_is_noticed_before_anything_is_touched()
    {
        await using var paper = await Paper.With("Old");
        await paper.AddPhoto();
        Assert.Equal(0, (await paper.Run("backup", paper.Beside("b.tar"))).Code);
        var bytes = await File.ReadAllBytesAsync(paper.Beside("b.tar"), Ct);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(paper.Beside("b.tar"), bytes, Ct);
        await paper.Publish("Newer");
        var files = paper.Files();
        var (code, _, error) = await paper.Run("restore", paper.Beside("b.tar"), "--force");
        Assert.Equal(2, code);
        Assert.Matches($@"\Abroadsheet: .* can't be restored: .* is damaged[^\n]*\n\z", error);
        Assert.Equal(files, paper.Files());
        Assert.Equal(["Old", "Newer"], await paper.Headlines());
    }

    [Fact]
    public async Task Killed_in_the_middle_a_restore_leaves_the_old_newspaper()
    {
        await using var paper = await Paper.With("Old");
        await paper.AddPhoto();
        await using var other = await Paper.With("New");
        Fill(other);
        Assert.Equal(0, (await other.Run("backup", other.Beside("b.tar.gz"))).Code);
        var files = paper.Files();

        var begun = new TaskCompletionSource();
        using var watcher = new FileSystemWatcher(paper.Data, ".restore") { EnableRaisingEvents = true };
        watcher.Created += (_, _) => begun.TrySetResult();
        using var restore = paper.Start("restore", other.Beside("b.tar.gz"), "--force");
        await Task.WhenAny(begun.Task, restore.WaitForExitAsync(Ct));
        while (!restore.HasExited && !Directory.Exists(Path.Combine(paper.Data, ".restore", "new", "media"))) await Task.Yield();
        restore.Kill();
        await restore.WaitForExitAsync(Ct);
        Assert.Equal(128 + 9, restore.ExitCode);
        Assert.Equal(files, paper.Files().Where(f => !f.StartsWith(".restore", StringComparison.Ordinal)));
        Assert.Equal(["Old"], await paper.Headlines());
        Assert.Equal(0, (await paper.Run("check")).Code);

        var (code, _, error) = await paper.Run("restore", other.Beside("b.tar.gz"), "--force");
        Assert.True(code == 0, error);
        Assert.Equal(["New"], await paper.Headlines());
        Assert.False(Directory.Exists(Path.Combine(paper.Data, ".restore")));
    }

    [Fact]
    public async Task Settings_of_the_machine_stay_and_come_back_only_where_there_are_none()
    {
        await using var paper = await Paper.With("Old");
        await File.WriteAllTextAsync(Path.Combine(paper.Data, "broadsheet.json"), """{"Broadsheet":{"Site":{"Name":"A"}}}""", Ct);
        Assert.Equal(0, (await paper.Run("backup", paper.Beside("b.tar"))).Code);
        await using var bare = await Paper.Empty();
        Assert.Equal(0, (await bare.Run("restore", paper.Beside("b.tar"))).Code);
        Assert.Contains("\"A\"", await File.ReadAllTextAsync(Path.Combine(bare.Data, "broadsheet.json"), Ct), StringComparison.Ordinal);
        await using var settled = await Paper.Empty();
        await File.WriteAllTextAsync(Path.Combine(settled.Data, "broadsheet.json"), """{"Broadsheet":{"Site":{"Name":"B"}}}""", Ct);
        Assert.Equal(0, (await settled.Run("restore", paper.Beside("b.tar"))).Code);
        Assert.Contains("\"B\"", await File.ReadAllTextAsync(Path.Combine(settled.Data, "broadsheet.json"), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_SQLite_file_outside_the_folder_is_restored_where_it_is()
    {
        await using var paper = await Paper.With("One");
        if (TestDatabase.OnPostgres) return; // there is no such file
        Assert.Equal(0, (await paper.Run("backup", paper.Beside("b.tar"))).Code);
        await paper.Publish("Two");
        using var outside = new TestFolder();
        var elsewhere = new Holdings(paper.Beside("elsewhere"), Path.Combine(outside.Path, "paper.db"));
        Directory.CreateDirectory(elsewhere.Folder);
        foreach (var replace in new[] { false, true })
        {
            await new Restore(elsewhere).Run(paper.Beside("b.tar"), replace, progress: null, Ct);
            await using var db = elsewhere.Open();
            Assert.Equal(1, await db.Articles.CountAsync(Ct));
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Assert.Equal([elsewhere.SqlitePath], Directory.GetFiles(outside.Path));
    }

    // Originals of some size that pack to nothing: the archive is read in no time, writing it out takes a while.
    private static void Fill(Paper paper)
    {
        var bytes = new byte[1 << 20];
        for (var n = 0; n < 200; n++)
        {
            bytes[0] = (byte)n;
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            var folder = Directory.CreateDirectory(Path.Combine(paper.Data, "media", "originals", hash[..2], hash[2..4]));
            File.WriteAllBytes(Path.Combine(folder.FullName, hash + ".png"), bytes);
        }
    }
}

using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Broadsheet.Core.Operations;
using Broadsheet.Tests.Media;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Operations;

/// <summary>Archives that somebody else made: refused with the reason, and nothing of them reaches the folder.</summary>
public sealed class HostileArchiveTests : IDisposable
{
    private static readonly string Migration = LastMigration();
    private static readonly (string Name, string Content) Database = ("database/broadsheet.db", "not a database");

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("../evil")]
    [InlineData("/tmp/broadsheet-evil")]
    [InlineData("media/originals/../../../evil")]
    [InlineData("media/originals//evil")]
    [InlineData("pages/./evil")]
    [InlineData("pages\\..\\..\\evil")]
    [InlineData("C:/evil")]
    public async Task A_name_that_leads_out_of_the_folder_is_refused(string name) =>
        Assert.Contains("leads out of the folder", await Refusal(Archive([Database, (name, "x")])), StringComparison.Ordinal);

    [Theory]
    [InlineData(".in-use")]
    [InlineData("broadsheet.db")]
    [InlineData("media/renditions/x.jpg")]
    [InlineData("backups/x.tar")]
    [InlineData("pages")]
    public async Task A_file_that_no_backup_holds_is_refused(string name) =>
        Assert.Contains("no part of a newspaper", await Refusal(Archive([Database, (name, "x")])), StringComparison.Ordinal);

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    public async Task A_link_is_refused(TarEntryType type) =>
        Assert.Contains("plain files only", await Refusal(Archive([Database], tar => tar.WriteEntry(new PaxTarEntry(type, "pages/link") { LinkName = "/etc/passwd" }))), StringComparison.Ordinal);

    [Fact]
    public async Task More_bytes_than_the_manifest_says_are_refused() =>
        Assert.Contains("is damaged", await Refusal(Archive([Database, ("pages/a", "xx")], edit: m => m with { Entries = [m.Entries[0], m.Entries[1] with { Bytes = 1 }] })), StringComparison.Ordinal);

    [Fact]
    public async Task A_file_that_the_manifest_does_not_name_is_refused() =>
        Assert.Contains("does not name pages/a", await Refusal(Archive([Database, ("pages/a", "x")], edit: m => m with { Entries = [m.Entries[0]] })), StringComparison.Ordinal);

    [Fact]
    public async Task A_file_that_stands_twice_is_refused() =>
        Assert.Contains("twice", await Refusal(Archive([Database, ("pages/a", "x"), ("pages/a", "y")])), StringComparison.Ordinal);

    [Fact]
    public async Task What_follows_the_manifest_is_refused() =>
        Assert.Contains("after its manifest", await Refusal(Archive([Database], after: tar => tar.WriteEntry(Entry("pages/a", "x")))), StringComparison.Ordinal);

    [Fact]
    public async Task An_archive_without_a_database_is_refused() =>
        Assert.Contains("no database", await Refusal(Archive([("pages/a", "x")])), StringComparison.Ordinal);

    [Fact]
    public async Task A_database_that_is_none_is_refused() =>
        Assert.Contains("database in the backup is damaged", await Refusal(Archive([Database])), StringComparison.Ordinal);

    [Fact]
    public async Task A_backup_of_a_newer_format_or_schema_is_refused()
    {
        Assert.Contains("newer Broadsheet", await Refusal(Archive([Database], edit: m => m with { Format = 2 })), StringComparison.Ordinal);
        Assert.Contains("newer Broadsheet", await Refusal(Archive([Database], edit: m => m with { Migration = "29990101000000_Later" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_of_another_kind_of_database_is_refused() =>
        Assert.Contains("one kind", await Refusal(Archive([("database/postgresql.dump", "x")], edit: m => m with { Database = BackupManifest.Postgres })), StringComparison.Ordinal);

    [Fact]
    public async Task An_archive_that_was_cut_off_is_refused_wherever_that_was()
    {
        var whole = Archive([Database, ("pages/a", new string('x', 2000))]);
        for (var length = 0; length < whole.Length - 1024; length += 257) await Refusal(whole[..length]);
    }

    [Fact]
    public async Task A_header_that_grows_when_unpacked_costs_no_memory()
    {
        var header = new byte[512];
        Encoding.ASCII.GetBytes("pax\0").CopyTo(header, 0);
        Encoding.ASCII.GetBytes("0000644\0").CopyTo(header, 100);
        Encoding.ASCII.GetBytes("10000000000\0").CopyTo(header, 124); // octal: 1 GiB
        header[156] = (byte)'x';
        Encoding.ASCII.GetBytes("ustar\000").CopyTo(header, 257);
        Encoding.ASCII.GetBytes("        ").CopyTo(header, 148);
        Encoding.ASCII.GetBytes(Convert.ToString(header.Sum(b => b), 8).PadLeft(6, '0') + "\0 ").CopyTo(header, 148);
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(header);
            for (var n = 0; n < 64; n++) gzip.Write(new byte[1 << 20]);
        }
        await Refusal(packed.ToArray());
    }

    [Fact]
    public async Task No_byte_can_be_changed_to_do_harm()
    {
        var whole = Archive([Database, ("pages/a", "x")]);
        await Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte[1, 255]).SampleAsync(
            async change =>
            {
                var bytes = whole.ToArray();
                bytes[change.Item1] ^= change.Item2;
                await Refusal(bytes);
            },
            iter: 1000, threads: 1);
    }

    /// <summary>The one line that refuses it. The folder is as empty as before.</summary>
    private async Task<string> Refusal(byte[] archive)
    {
        var (file, data) = (_folder.Write("b.tar", archive), Directory.CreateDirectory(Path.Combine(_folder.Path, "data")).FullName);
        var failure = await Record.ExceptionAsync(() => new Restore(new(data, "broadsheet.db")).Run(file, replace: false, progress: null, TestContext.Current.CancellationToken));
        Assert.True(failure is InvalidDataException or OperationRefusedException, $"{failure}");
        Assert.Equal([Path.Combine(data, ".in-use")], Directory.GetFileSystemEntries(data));
        Assert.Equal(2, Directory.GetFileSystemEntries(_folder.Path).Length);
        return failure.Message;
    }

    private static byte[] Archive((string Name, string Content)[] files, Action<TarWriter>? more = null, Func<BackupManifest, BackupManifest>? edit = null, Action<TarWriter>? after = null)
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var (name, content) in files) tar.WriteEntry(Entry(name, content));
            more?.Invoke(tar);
            var manifest = new BackupManifest
            {
                Format = 1,
                Program = "9.9.9",
                TakenAt = DateTimeOffset.UnixEpoch,
                Database = BackupManifest.Sqlite,
                Migration = Migration,
                Entries = [.. files.Select(f => new BackupEntry(f.Name, f.Content.Length, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(f.Content)))))],
            };
            tar.WriteEntry(Entry(BackupManifest.FileName, JsonSerializer.Serialize(edit?.Invoke(manifest) ?? manifest, OperationsJson.Default.BackupManifest)));
            after?.Invoke(tar);
        }
        return bytes.ToArray();
    }

    private static string LastMigration()
    {
        using var db = new Holdings(Path.GetTempPath(), "none.db").Open();
        return db.Database.GetMigrations().Last();
    }

    private static PaxTarEntry Entry(string name, string content) =>
        new(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) };
}

using System.Buffers;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;

namespace Broadsheet.Core.Operations;

/// <summary>
/// Reads a backup that anybody may have made. Nothing is written before the whole archive was read and every name, size and
/// checksum fits the manifest; what is written then lies under one folder.
/// </summary>
/// <param name="file">The archive, plain or compressed by gzip; which of the two its first bytes say.</param>
internal sealed class BackupReader(string file)
{
    private const int LongestManifest = 512 * 1024 * 1024;

    /// <summary>Reads all of it and checks it against its manifest.</summary>
    /// <exception cref="InvalidDataException">It is not a backup, damaged, cut off, or made to do harm.</exception>
    /// <exception cref="OperationRefusedException">It was made by a newer program.</exception>
    internal async Task<BackupManifest> Verify(IProgress<OperationStep>? progress, CancellationToken ct)
    {
        var found = new Dictionary<string, BackupEntry>(StringComparer.Ordinal);
        BackupManifest? manifest = null;
        await ForEach(
            async entry =>
            {
                if (manifest is not null) throw Bad("it goes on after its manifest");
                if (entry.Name == BackupManifest.FileName) manifest = await ReadManifest(entry, ct);
                else if (!found.TryAdd(entry.Name, await Measure(entry, Stream.Null, ct))) throw Bad($"it holds {entry.Name} twice");
            },
            progress is null ? null : at => progress.Report(new("Verifying the backup", at, new FileInfo(file).Length)),
            ct);
        return Match(manifest ?? throw Bad("it has no manifest: it was cut off, or is not a backup of Broadsheet"), found);
    }

    /// <summary>Unpacks a verified backup under a folder, checking all of it once more: the file may have changed.</summary>
    /// <param name="manifest">What <see cref="Verify"/> gave.</param>
    /// <param name="folder">An empty folder.</param>
    /// <param name="progress">Told in bytes.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="InvalidDataException">It is not what was verified.</exception>
    internal async Task Unpack(BackupManifest manifest, string folder, IProgress<OperationStep>? progress, CancellationToken ct)
    {
        var expected = manifest.Entries.ToDictionary(e => e.Name, StringComparer.Ordinal);
        var (done, total) = (0L, manifest.Bytes);
        await ForEach(
            async entry =>
            {
                if (entry.Name == BackupManifest.FileName) return;
                if (!expected.Remove(entry.Name, out var said) || said.Bytes != entry.Length) throw Bad($"{entry.Name} changed while it was read");
                var path = Path.Combine(folder, entry.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await using (var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
                {
                    if (await Measure(entry, target, ct) != said) throw Bad($"{entry.Name} changed while it was read");
                    target.Flush(flushToDisk: true);
                }
                progress?.Report(new("Unpacking", done += said.Bytes, total));
            },
            at: null,
            ct);
        if (expected.Count > 0) throw Bad($"{expected.Keys.First()} is gone from it");
    }

    private InvalidDataException Bad(string why, Exception? inner = null) => new($"{file} can't be restored: {why}.", inner);

    private async Task ForEach(Func<TarEntry, Task> action, Action<long>? at, CancellationToken ct)
    {
        await using var raw = File.OpenRead(file);
        var compressed = raw.ReadByte() == 0x1F && raw.ReadByte() == 0x8B;
        raw.Position = 0;
        await using var stream = new CautiousStream(compressed ? new GZipStream(raw, CompressionMode.Decompress) : raw);
        try
        {
            await using var tar = new TarReader(stream, leaveOpen: true);
            while (await tar.GetNextEntryAsync(copyData: false, ct) is { } entry)
            {
                if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)) throw Bad($"{Shown(entry.Name)} is a {entry.EntryType}, and a backup holds plain files only");
                if (!BackupNames.IsSafe(entry.Name)) throw Bad($"the name {Shown(entry.Name)} leads out of the folder");
                await action(entry);
                at?.Invoke(raw.Position);
            }
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException or OverflowException)
        {
            throw Bad("it is damaged, cut off, or not a backup", e);
        }
        catch (InvalidDataException e) when (!e.Message.StartsWith(file, StringComparison.Ordinal))
        {
            throw Bad("it is damaged, cut off, or not a backup", e);
        }
    }

    private static string Shown(string name) => $"'{new string([.. name.Take(200).Select(c => char.IsControl(c) ? '?' : c)])}'";

    private async Task<BackupManifest> ReadManifest(TarEntry entry, CancellationToken ct)
    {
        if (entry.Length > LongestManifest) throw Bad("its manifest is too long");
        try
        {
            return await JsonSerializer.DeserializeAsync(entry.DataStream ?? Stream.Null, OperationsJson.Default.BackupManifest, ct)
                ?? throw Bad("its manifest is empty");
        }
        catch (JsonException e)
        {
            throw Bad("its manifest is damaged", e);
        }
    }

    private static async Task<BackupEntry> Measure(TarEntry entry, Stream target, CancellationToken ct)
    {
        await using var data = new MeasuredStream(entry.DataStream ?? Stream.Null, entry.Length);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 17);
        try
        {
            int read;
            while ((read = await data.ReadAsync(buffer, ct)) > 0) await target.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        return new(entry.Name, entry.Length, data.Sha256());
    }

    private BackupManifest Match(BackupManifest manifest, Dictionary<string, BackupEntry> found)
    {
        if (manifest.Format > BackupManifest.CurrentFormat)
            throw new OperationRefusedException($"{file} was made by a newer Broadsheet ({manifest.Program}): restore it with that version.");
        if (manifest.Entries.Any(e => e is null)) throw Bad("its manifest is damaged");
        foreach (var said in manifest.Entries)
        {
            if (!found.Remove(said.Name, out var entry)) throw Bad($"{Shown(said.Name)} is missing from it, or named twice");
            if (entry != said) throw Bad($"{said.Name} is damaged: it is not what the manifest says");
            if (!BackupNames.IsOurs(said.Name, manifest.Database)) throw Bad($"{said.Name} is no part of a newspaper");
        }
        if (found.Count > 0) throw Bad($"its manifest does not name {found.Keys.First()}");
        if (!manifest.Entries.Any(e => e.Name == BackupManifest.DatabaseName(manifest.Database))) throw Bad("it holds no database");
        return manifest;
    }
}

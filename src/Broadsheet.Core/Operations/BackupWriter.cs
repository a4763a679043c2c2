using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;

namespace Broadsheet.Core.Operations;

/// <summary>Writes the archive of a backup: files one after the other, the manifest at the end. Memory does not grow with them.</summary>
internal sealed class BackupWriter : IAsyncDisposable
{
    private readonly FileStream _file;
    private readonly Stream _stream;
    private readonly TarWriter _tar;
    private readonly List<BackupEntry> _entries = [];
    private readonly DateTimeOffset _at;

    /// <param name="path">The file, made or replaced; its owner alone can read it.</param>
    /// <param name="compressed">True for gzip. Photos don't get smaller by it, a database does.</param>
    /// <param name="at">The time that entries bear.</param>
    internal BackupWriter(string path, bool compressed, DateTimeOffset at)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        _file = new FileStream(path, options);
        _stream = compressed ? new GZipStream(_file, CompressionLevel.Fastest, leaveOpen: true) : _file;
        _tar = new TarWriter(_stream, TarEntryFormat.Pax, leaveOpen: true);
        _at = at;
    }

    /// <summary>Adds a file that is being read.</summary>
    /// <returns>What the manifest will say of it.</returns>
    internal async Task<BackupEntry> Add(string name, Stream content, CancellationToken ct)
    {
        await using var measured = new MeasuredStream(content, content.Length);
        await Write(name, measured, ct);
        var entry = new BackupEntry(name, measured.Length, measured.Sha256());
        _entries.Add(entry);
        return entry;
    }

    /// <summary>Adds the manifest and brings everything to the disk.</summary>
    internal async Task<BackupManifest> Finish(BackupManifest manifest, CancellationToken ct)
    {
        manifest = manifest with { Entries = _entries };
        using (var json = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(manifest, OperationsJson.Default.BackupManifest)))
            await Write(BackupManifest.FileName, json, ct);
        await _tar.DisposeAsync();
        if (_stream != _file) await _stream.DisposeAsync();
        await _file.FlushAsync(ct);
        _file.Flush(flushToDisk: true);
        return manifest;
    }

    public async ValueTask DisposeAsync()
    {
        await _tar.DisposeAsync();
        if (_stream != _file) await _stream.DisposeAsync();
        await _file.DisposeAsync();
    }

    private Task Write(string name, Stream content, CancellationToken ct) => _tar.WriteEntryAsync(
        new PaxTarEntry(TarEntryType.RegularFile, name)
        {
            DataStream = content,
            Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            ModificationTime = _at,
        },
        ct);
}

using Broadsheet.Core.Data;
using Broadsheet.Core.Media;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Broadsheet.Core.Operations;

/// <summary>
/// Puts a backup in place. Until everything is verified and unpacked beside, nothing of the newspaper is touched; a restore
/// that is broken off leaves the old state, or, once it had begun to move files, is finished at the next start.
/// </summary>
/// <param name="holdings">Where to.</param>
public sealed class Restore(Holdings holdings)
{
    private readonly RestoreSwap _swap = new(holdings.Folder);

    /// <summary>Finishes a restore that was broken off while it moved files. To be called before a data folder is used.</summary>
    /// <param name="folder">The data folder.</param>
    /// <returns>True where there was one.</returns>
    /// <exception cref="OperationRefusedException">That restore is still under way.</exception>
    public static bool FinishBroken(string folder) => RestoreSwap.Finish(folder);

    /// <summary>Restores a backup.</summary>
    /// <param name="file">The archive.</param>
    /// <param name="replace">Whether a newspaper that is there is replaced.</param>
    /// <param name="progress">Told in bytes; null for nobody.</param>
    /// <param name="ct">Ends it while it verifies and unpacks; the old state stands then.</param>
    /// <returns>What was restored.</returns>
    /// <exception cref="OperationRefusedException">There is a newspaper already, a process works with it, the backup is of a newer program or another kind of database, or the disk is too small.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged, cut off, or made to do harm.</exception>
    public async Task<BackupManifest> Run(string file, bool replace, IProgress<OperationStep>? progress, CancellationToken ct)
    {
        if (!File.Exists(file)) throw new OperationRefusedException($"{file} is not there.");
        using var alone = FolderUse.Own(holdings.Folder);
        _swap.FinishAlone();
        if (!replace && await Existing(ct) is { } existing)
            throw new OperationRefusedException($"There is a newspaper already ({existing}): restore into an empty folder, or replace it with --force.");
        if (new DirectoryInfo(holdings.Media).LinkTarget is not null)
            throw new OperationRefusedException($"{holdings.Media} is a link, and a restore replaces it: put the folder itself there first.");
        var reader = new BackupReader(file);
        var manifest = await reader.Verify(progress, ct);
        Require(manifest);
        _swap.Begin();
        try
        {
            await reader.Unpack(manifest, _swap.Staging, progress, ct);
            progress?.Report(new("Restoring the database", 0, 0));
            if (holdings.IsPostgres) await PutPostgres(ct);
            else await PrepareSqlite(manifest, ct);
            _swap.Commit(Parts(manifest));
        }
        finally
        {
            _swap.FinishAlone();
        }
        if (holdings.IsPostgres)
        {
            await using var db = holdings.Open();
            await AskForRenditions(db, holdings.Media, ct);
        }
        return manifest;
    }

    private string StagedDatabase => Path.Combine(_swap.Staging, BackupManifest.DatabaseName(holdings.Kind));

    /// <summary>What there is of a newspaper, or null.</summary>
    private async Task<string?> Existing(CancellationToken ct)
    {
        if (!holdings.IsPostgres && File.Exists(holdings.SqlitePath)) return holdings.SqlitePath;
        var files = FolderFiles.List(holdings).FirstOrDefault(f => f.Name != Holdings.Settings).Name;
        if (files is not null) return holdings.Place(files);
        if (!holdings.IsPostgres) return null;
        await using var db = holdings.Open();
        var creator = db.GetService<IRelationalDatabaseCreator>();
        return await creator.ExistsAsync(ct) && await creator.HasTablesAsync(ct) ? $"tables in the database {db.Database.GetDbConnection().Database}" : null;
    }

    private void Require(BackupManifest manifest)
    {
        if (manifest.Database != holdings.Kind)
            throw new OperationRefusedException($"The backup holds a {manifest.Database} database, and Broadsheet:Database names {holdings.Kind}: they must be of one kind.");
        using (var db = holdings.Open())
            if (!DatabaseStart.Knows(db, manifest.Migration))
                throw new OperationRefusedException($"The backup was made by a newer Broadsheet ({manifest.Program}): restore it with that version.");
        var free = new DriveInfo(holdings.Folder).AvailableFreeSpace;
        if (free < manifest.Bytes)
            throw new OperationRefusedException($"The backup needs {manifest.Bytes >> 20} MiB on the disk of {holdings.Folder}, and {free >> 20} MiB are free.");
    }

    private async Task PrepareSqlite(BackupManifest manifest, CancellationToken ct)
    {
        await using var db = Holdings.OpenSqlite(StagedDatabase);
        try
        {
            await db.Database.OpenConnectionAsync(ct);
            await using (var check = db.Database.GetDbConnection().CreateCommand())
            {
                check.CommandText = "PRAGMA quick_check(1)";
                if (await check.ExecuteScalarAsync(ct) is not "ok" and var said) throw new InvalidDataException($"The database in the backup is damaged: {said}");
            }
            await DatabaseStart.Migrations(db, ct);
            await AskForRenditions(db, manifest.DatabaseOnly ? holdings.Media : Path.Combine(_swap.Staging, "media"), ct);
        }
        catch (SqliteException e)
        {
            throw new InvalidDataException($"The database in the backup is damaged: {e.Message}", e);
        }
        finally
        {
            // Closed for good, so that its log is merged into it and nothing holds the file.
            await db.Database.CloseConnectionAsync();
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        }
    }

    private async Task PutPostgres(CancellationToken ct)
    {
        await using (var db = holdings.Open())
        {
            var creator = db.GetService<IRelationalDatabaseCreator>();
            if (!await creator.ExistsAsync(ct)) await creator.CreateAsync(ct);
        }
        await PostgresTools.Restore(holdings.Database, StagedDatabase, ct);
    }

    /// <summary>Photos whose renditions are not there wait for them again.</summary>
    private static async Task AskForRenditions(BroadsheetDb db, string media, CancellationToken ct)
    {
        var store = new MediaStore(media);
        for (var last = 0L; ;)
        {
            var batch = await db.Photos.Where(p => p.Id > last && p.State == PhotoState.Ready).OrderBy(p => p.Id).Take(1000).Select(p => new { p.Id, p.Hash }).ToListAsync(ct);
            if (batch.Count == 0) return;
            last = batch[^1].Id;
            var bare = batch.Where(p => !Directory.Exists(Path.GetDirectoryName(store.RenditionPath(p.Hash, 1, PhotoFormat.Jpeg)))).Select(p => p.Id).ToList();
            await db.Photos.Where(p => bare.Contains(p.Id)).ExecuteUpdateAsync(u => u.SetProperty(p => p.State, PhotoState.Pending), ct);
        }
    }

    private IEnumerable<(string Target, string? Staged)> Parts(BackupManifest manifest)
    {
        if (!holdings.IsPostgres)
        {
            // The logs of the old file must not meet the new one.
            yield return (DatabaseTarget("-wal"), null);
            yield return (DatabaseTarget("-shm"), null);
            yield return (DatabaseTarget(""), Staged(BackupManifest.DatabaseName(holdings.Kind)));
        }
        if (manifest.DatabaseOnly) yield break;
        foreach (var part in Holdings.Trees.Select(t => t.Split('/')[0]).Concat(Holdings.Files).Distinct())
            if (part != Holdings.Settings || !File.Exists(holdings.Place(part)))
                yield return (part, Path.Exists(Path.Combine(_swap.Staging, part)) ? Staged(part) : null);
    }

    private string DatabaseTarget(string suffix) =>
        Path.GetRelativePath(holdings.Folder, holdings.SqlitePath) is var inside && inside.StartsWith("..", StringComparison.Ordinal)
            ? holdings.SqlitePath + suffix : inside + suffix;

    private static string Staged(string name) => $".restore/new/{name}";
}

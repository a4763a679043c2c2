using System.Globalization;
using Broadsheet.Core.Data;

namespace Broadsheet.Core.Operations;

/// <summary>
/// Writes a newspaper into one file, while it is being served. The database is as of one moment; every photo that it names
/// lies in the store before its row is written and never changes, so the pictures copied afterwards fit it.
/// </summary>
/// <param name="holdings">What is backed up.</param>
/// <param name="clock">The time.</param>
public sealed class Backup(Holdings holdings, TimeProvider clock)
{
    private const int KeptBeforeMigrations = 5;

    /// <summary>Writes a backup. Until it is whole it stands beside as <c>FILE.part</c>.</summary>
    /// <param name="file">A tar archive; compressed by gzip where the name ends in <c>.gz</c> or <c>.tgz</c>.</param>
    /// <param name="replace">Whether an existing file may be replaced.</param>
    /// <param name="databaseOnly">True leaves out everything but the database.</param>
    /// <param name="progress">Told of each file, in bytes; null for nobody.</param>
    /// <param name="ct">Ends it; nothing stays.</param>
    /// <returns>What was written, and a line for each photo that is damaged or went away meanwhile.</returns>
    /// <exception cref="OperationRefusedException">The file is there, its folder is not, or there is nothing to back up.</exception>
    /// <exception cref="DatabaseRefusedException">The database was made by a newer program.</exception>
    /// <exception cref="IOException">The disk is full or not writable.</exception>
    public async Task<(BackupManifest Manifest, IReadOnlyList<string> Warnings)> Write(
        string file, bool replace, bool databaseOnly, IProgress<OperationStep>? progress, CancellationToken ct)
    {
        var path = Path.GetFullPath(file);
        if (Path.GetDirectoryName(path) == holdings.Backups) Directory.CreateDirectory(holdings.Backups);
        Require(path, replace);
        var now = Moment.Cut(clock.GetUtcNow());
        var manifest = new BackupManifest
        {
            Format = BackupManifest.CurrentFormat,
            Program = BackupManifest.ThisProgram,
            TakenAt = now,
            Database = holdings.Kind,
            Migration = await LastMigration(ct),
            DatabaseOnly = databaseOnly,
            Entries = [],
        };
        var (part, copy, warnings) = (path + ".part", path + ".database.part", new List<string>());
        try
        {
            await using (var writer = new BackupWriter(part, path.EndsWith(".gz", StringComparison.Ordinal) || path.EndsWith(".tgz", StringComparison.Ordinal), now))
            {
                progress?.Report(new("Copying the database", 0, 0));
                await DatabaseCopy.Take(holdings, copy, ct);
                await writer.Add(BackupManifest.DatabaseName(holdings.Kind), File.OpenRead(copy), ct);
                if (!databaseOnly) await AddFiles(writer, warnings, progress, ct);
                manifest = await writer.Finish(manifest, ct);
            }
            File.Move(part, path, replace);
            return (manifest, warnings);
        }
        finally
        {
            File.Delete(part);
            File.Delete(copy);
        }
    }

    /// <summary>
    /// The backup that a migration takes: the database alone, as <c>backups/before-{migration}-{time}.tar</c> in the data
    /// folder. The newest five stay.
    /// </summary>
    /// <param name="migration">The last migration before the change.</param>
    /// <param name="ct">Ends it; nothing stays.</param>
    /// <returns>Where it lies.</returns>
    /// <exception cref="OperationRefusedException">It can't be taken; then nothing may be migrated.</exception>
    public async Task<string> BeforeMigration(string migration, CancellationToken ct)
    {
        var stamp = clock.GetUtcNow().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        var path = Path.Combine(holdings.Backups, $"before-{migration}-{stamp}.tar");
        await Write(path, replace: true, databaseOnly: true, progress: null, ct);
        var old = Directory.EnumerateFiles(holdings.Backups, "before-*.tar")
            .OrderByDescending(f => Path.GetFileNameWithoutExtension(f).Split('-')[^1], StringComparer.Ordinal).Skip(KeptBeforeMigrations);
        foreach (var one in old.ToList()) File.Delete(one);
        return path;
    }

    private static void Require(string path, bool replace)
    {
        if (Directory.Exists(path) || path.EndsWith('/')) throw new OperationRefusedException($"{path} is a folder: name a file.");
        if (!Directory.Exists(Path.GetDirectoryName(path))) throw new OperationRefusedException($"{Path.GetDirectoryName(path)} is not there: make the folder first.");
        if (!replace && File.Exists(path)) throw new OperationRefusedException($"{path} is there already: choose another name, or replace it with --force.");
    }

    private async Task<string> LastMigration(CancellationToken ct)
    {
        await using var db = holdings.Open();
        var (applied, _) = await DatabaseStart.Migrations(db, ct);
        return applied.Count > 0 ? applied[^1] : throw new OperationRefusedException($"There is no newspaper in {holdings.Folder}.");
    }

    private async Task AddFiles(BackupWriter writer, List<string> warnings, IProgress<OperationStep>? progress, CancellationToken ct)
    {
        var files = FolderFiles.List(holdings).ToList();
        var (done, total) = (0L, files.Sum(f => f.Bytes));
        foreach (var (name, bytes) in files)
        {
            progress?.Report(new("Copying files", done, total));
            await Add(writer, name, warnings, ct);
            done += bytes;
        }
        progress?.Report(new("Copying files", total, total));
    }

    private async Task Add(BackupWriter writer, string name, List<string> warnings, CancellationToken ct)
    {
        Stream content;
        try
        {
            content = name == Holdings.Settings ? FolderFiles.SettingsWithoutSecrets(holdings.Place(name)) : File.OpenRead(holdings.Place(name));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            warnings.Add($"{name} was removed while the backup was taken; it is not in it.");
            return;
        }
        var entry = await writer.Add(name, content, ct);
        if (name.StartsWith("media/", StringComparison.Ordinal) && Path.GetFileNameWithoutExtension(name) != entry.Sha256)
            warnings.Add($"{name} is damaged; it is in the backup as it is. `broadsheet check` says more.");
    }
}

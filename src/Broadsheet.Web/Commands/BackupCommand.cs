using System.CommandLine;
using Broadsheet.Core.Operations;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Commands;

/// <summary><c>broadsheet backup</c>: the newspaper in one file, while it is being served.</summary>
internal static class BackupCommand
{
    internal static Command Make()
    {
        var file = new Argument<string>("FILE") { Description = "The archive to write: .tar, or .tar.gz for a compressed one" };
        var force = new Option<bool>("--force") { Description = "Replace FILE if it is there" };
        var data = CommandLine.Data();
        var command = new Command("backup", "Writes database, photos and pages into one file, while serving") { file, data, force };
        command.SetAction((parsed, ct) => Backup(DataFolder.OpenExisting(parsed.GetValue(data)!), parsed.GetValue(file)!, parsed.GetValue(force), ct));
        return command;
    }

    private static async Task<int> Backup(DataFolder data, string file, bool force, CancellationToken ct)
    {
        await using var services = Tools.Services(data);
        using var use = FolderUse.Share(data.Path);
        var backup = new Backup(services.GetRequiredService<Holdings>(), services.GetRequiredService<TimeProvider>());
        var (manifest, warnings) = await OperationProgress.Under(p => backup.Write(file, force, databaseOnly: false, p, ct));
        foreach (var warning in warnings) await Console.Error.WriteLineAsync($"broadsheet: {warning}");
        Console.WriteLine(FormattableString.Invariant($"{file}: {manifest.Entries.Count} files, {manifest.Bytes:N0} bytes, database as of {manifest.TakenAt:yyyy-MM-dd HH:mm:ss}Z"));
        return CommandLine.Ok;
    }
}

using System.CommandLine;
using Broadsheet.Core.Operations;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Commands;

/// <summary><c>broadsheet restore</c>: puts a backup in place.</summary>
internal static class RestoreCommand
{
    internal static Command Make()
    {
        var file = new Argument<string>("FILE") { Description = "The backup" };
        var force = new Option<bool>("--force") { Description = "Replace the newspaper that is there" };
        var data = CommandLine.Data();
        var command = new Command("restore", "Puts a backup into an empty data folder") { file, data, force };
        command.SetAction((parsed, ct) => Restore(DataFolder.Open(parsed.GetValue(data)!), parsed.GetValue(file)!, parsed.GetValue(force), ct));
        return command;
    }

    private static async Task<int> Restore(DataFolder data, string file, bool force, CancellationToken ct)
    {
        await using var services = Tools.Services(data);
        var restore = new Restore(services.GetRequiredService<Holdings>());
        var manifest = await OperationProgress.Under(p => restore.Run(file, force, p, ct));
        Console.WriteLine(FormattableString.Invariant($"{data.Path}: {manifest.Entries.Count} files restored, database as of {manifest.TakenAt:yyyy-MM-dd HH:mm:ss}Z, {manifest.Migration}. Run `broadsheet check` next."));
        return CommandLine.Ok;
    }
}

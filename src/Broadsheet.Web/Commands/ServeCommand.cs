using System.CommandLine;
using Broadsheet.Core.Data;
using Broadsheet.Core.Operations;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Commands;

/// <summary><c>broadsheet serve</c>: the newspaper's web site.</summary>
internal static class ServeCommand
{
    internal static Command Make()
    {
        var (data, urls) = (CommandLine.Data(), CommandLine.Urls());
        var command = new Command("serve", "Serves the newspaper") { data, urls };
        command.SetAction((parsed, ct) => Serve(DataFolder.Open(parsed.GetValue(data)!), parsed.GetValue(urls)!, ct));
        return command;
    }

    /// <summary>Prepares the database and serves until told to stop.</summary>
    internal static async Task<int> Serve(DataFolder data, string urls, CancellationToken ct)
    {
        await using var app = WebSite.Build(data, urls);
        await Prepare(app.Services, ct);
        await app.RunAsync(ct);
        return CommandLine.Ok;
    }

    /// <summary>Makes or migrates the schema; an older one goes into <c>backups</c> first. The data folder is in use from here on.</summary>
    /// <exception cref="OperationRefusedException">The folder is being restored, or the backup can't be taken: nothing was changed.</exception>
    internal static async Task Prepare(IServiceProvider services, CancellationToken ct)
    {
        services.GetRequiredService<FolderUse>();
        var backup = new Backup(services.GetRequiredService<Holdings>(), services.GetRequiredService<TimeProvider>());
        await using var scope = services.CreateAsyncScope();
        await DatabaseStart.Prepare(scope.ServiceProvider.GetRequiredService<BroadsheetDb>(), async (migration, stop) =>
            await Console.Error.WriteLineAsync($"broadsheet: the database is upgraded; as it was it lies in {await backup.BeforeMigration(migration, stop)}"), ct);
    }
}

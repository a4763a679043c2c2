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
        command.SetAction((parsed, ct) => Workshop.Run(() => Serve(DataFolder.Open(parsed.GetValue(data)!), parsed.GetValue(urls)!, ct)));
        return command;
    }

    /// <summary>Prepares the database and serves until told to stop.</summary>
    internal static async Task<int> Serve(DataFolder data, string urls, CancellationToken ct)
    {
        foreach (var url in urls.Split(';')) Require(url);
        await using var app = WebSite.Build(data, urls);
        await Prepare(app.Services, ct);
        if (await FirstStart.Link(app.Services, ct) is { } link) Console.WriteLine($"Nobody is of the newsroom yet. This link makes the first administrator: {link}");
        await app.RunAsync(ct);
        return CommandLine.Ok;
    }

    private static void Require(string url)
    {
        if (!url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || !Uri.TryCreate(url.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal), UriKind.Absolute, out var place) || place.PathAndQuery != "/")
            throw new UsageException($"--urls {url}: it must be http://, a host or address, and a port, such as http://localhost:5080. A proxy in front does https.");
        if (place is { Host: "localhost", Port: 0 }) throw new UsageException($"--urls {url}: for a port of the system's choice say 127.0.0.1.");
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

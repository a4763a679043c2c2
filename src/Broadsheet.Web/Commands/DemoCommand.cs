using System.CommandLine;
using System.Net;
using Broadsheet.Core.Data;
using Broadsheet.Core.Media;
using Broadsheet.Core.Staff;
using Broadsheet.Core.Wire;
using Broadsheet.Formats;
using Broadsheet.Web.Hosting;
using Spectre.Console;

namespace Broadsheet.Web.Commands;

/// <summary><c>broadsheet demo</c>: a complete sample newspaper, created once, then served on loopback.</summary>
internal static class DemoCommand
{
    private const string BaseUrl = "Broadsheet__Site__BaseUrl";

    internal static Command Make()
    {
        var (data, urls) = (CommandLine.Data("demo-data"), CommandLine.Urls());
        var command = new Command("demo", "Makes a sample newspaper and serves it") { data, urls };
        command.SetAction((parsed, ct) => Workshop.Run(() => Run(DataFolder.Open(parsed.GetValue(data)!), parsed.GetValue(urls)!, ct)));
        return command;
    }

    private static async Task<int> Run(DataFolder data, string urls, CancellationToken ct)
    {
        foreach (var place in urls.Split(';'))
            if (!IsLoopback(place)) throw new UsageException($"--urls {place}: the sample newspaper is served on this machine only (localhost, 127.0.0.1 or [::1]).");
        var url = urls.Split(';')[0].TrimEnd('/');
        await Settings(data, url, ct);
        // Started on another port than before: addresses follow, unless the environment says otherwise.
        if (Environment.GetEnvironmentVariable(BaseUrl) is null) Environment.SetEnvironmentVariable(BaseUrl, url);
        var link = "";
        await using (var services = Tools.Services(data))
        {
            await ServeCommand.Prepare(services, ct);
            await Fill(services, data, ct);
            link = await StaffLink(services, ct);
        }
        AnsiConsole.MarkupLineInterpolated(System.Globalization.CultureInfo.InvariantCulture, $"The Narae Courier, a sample newspaper: [bold]{url}[/]  (Ctrl+C ends it)");
        Console.WriteLine($"Its newsroom, for trying; this link signs an editor in once: {link}");
        return await ServeCommand.Serve(data, urls, ct);
    }

    // The sample's own settings, written once so that serve, import and check find the same newspaper.
    private static async Task Settings(DataFolder data, string url, CancellationToken ct)
    {
        if (File.Exists(data.Settings)) return;
        var json = $$"""
            {
              "Broadsheet": {
                "Site": { "Name": "The Narae Courier", "BaseUrl": "{{url}}", "TimeZone": "Asia/Seoul", "Languages": "en,ko" }
              }
            }

            """;
        await File.WriteAllTextAsync(data.Settings, json, ct);
    }

    private static async Task Fill(ServiceProvider services, DataFolder data, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        if (await SampleNewspaper.Exists(db, ct)) return;
        Directory.CreateDirectory(data.Pages);
        foreach (var page in Directory.EnumerateFiles(Path.Combine(SampleFiles.Folder, "newspaper", "pages"))) File.Copy(page, Path.Combine(data.Pages, Path.GetFileName(page)), overwrite: true);
        await TopicMap.Default.Save(data.WireTopics, ct);
        await AnsiConsole.Progress().AutoClear(true).StartAsync(async bar =>
        {
            var task = bar.AddTask("Printing the sample newspaper", maxValue: 1);
            var site = scope.ServiceProvider.GetRequiredService<SiteOptions>();
            var sample = new SampleNewspaper(db, scope.ServiceProvider.GetRequiredService<PhotoDesk>(), scope.ServiceProvider.GetRequiredService<MediaOptions>(), site);
            await sample.Write(share => task.Value = 0.9 * share, ct);
            var import = new WireImport(services, new(site.Zone, site.LanguageList, TopicMap.Default, Publish: true, Section: null), WireFormat.Auto);
            foreach (var file in WireImport.Files([Path.Combine(SampleFiles.Folder, "wire")]))
                await import.Import(file, (outcome, _) => { if (outcome.Status == WireStatus.Failed) throw new InvalidDataException(outcome.Reason); }, ct);
            task.Value = 1;
        });
    }

    // Somebody who may do everything in the sample newspaper. Only the sample has such a door: it is made here and nowhere else.
    private static Task<string> StaffLink(ServiceProvider services, CancellationToken ct) => UserCommand.Link(
        services, "editor@example.com", "Sample Editor",
        async (desk, login, _) =>
        {
            await desk.Give(login, StaffRole.Editor, null, ct);
            await desk.Give(login, StaffRole.Administrator, null, ct);
        },
        ct);

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
}

using System.CommandLine;
using Broadsheet.Core.Wire;
using Broadsheet.Formats;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Commands;

/// <summary><c>broadsheet import</c>: wire files into the newspaper.</summary>
internal static class ImportCommand
{
    internal static Command Make()
    {
        var paths = new Argument<string[]>("path") { Arity = ArgumentArity.OneOrMore, Description = "Files, or folders with wire files" };
        var data = CommandLine.Data();
        var format = new Option<string>("--format") { Description = "auto, newsml-g2, ninjs or nitf", DefaultValueFactory = _ => "auto" };
        format.AcceptOnlyFromAmong("auto", "newsml-g2", "ninjs", "nitf");
        var publish = new Option<bool>("--publish") { Description = "Gives new articles to readers at once" };
        var section = new Option<string?>("--section") { Description = "Path of the section for what the topic map does not place" };
        var json = new Option<bool>("--json") { Description = "One JSON line an item" };
        var command = new Command("import", "Takes in wire files") { paths, data, format, publish, section, json };
        command.SetAction((parsed, ct) => Run(
            new(DataFolder.Open(parsed.GetValue(data)!), parsed.GetValue(paths)!, Format(parsed.GetValue(format)!), parsed.GetValue(publish), parsed.GetValue(section), parsed.GetValue(json)), ct));
        return command;
    }

    private static WireFormat Format(string name) => name switch
    {
        "newsml-g2" => WireFormat.NewsMlG2,
        "ninjs" => WireFormat.Ninjs,
        "nitf" => WireFormat.Nitf,
        _ => WireFormat.Auto,
    };

    private static async Task<int> Run(Wanted wanted, CancellationToken ct)
    {
        var files = WireImport.Files(wanted.Paths);
        await using var services = Tools.Services(wanted.Data);
        await ServeCommand.Prepare(services, ct);
        await WireImport.NeedSections(services, ct);
        var site = services.GetRequiredService<SiteOptions>();
        if (wanted.Section is { } path) await Tools.NeedSection(services, path, ct);
        var filing = new WireFiling(site.Zone, site.LanguageList, await TopicMap.Load(wanted.Data.WireTopics, ct), wanted.Publish, wanted.Section);
        var import = new WireImport(services, filing, wanted.Format);
        var report = new ImportReport(site);
        if (wanted.Json) await Each((outcome, _) => report.TellAsJson(outcome));
        else if (Console.IsOutputRedirected) await Each((outcome, _) => ImportReport.TellAsLine(outcome));
        else await report.TellWithBar(Each);
        if (!wanted.Json) report.TellSum();
        return report.HasFailures ? CommandLine.SomeFailed : CommandLine.Ok;

        async Task Each(Action<WireOutcome, double> told)
        {
            for (var i = 0; i < files.Count; i++)
            {
                var n = i;
                await import.Import(
                    files[i],
                    (outcome, share) =>
                    {
                        report.Count(outcome);
                        told(outcome, (n + share) / files.Count);
                    },
                    ct);
            }
        }
    }

    private sealed record Wanted(DataFolder Data, string[] Paths, WireFormat Format, bool Publish, string? Section, bool Json);
}

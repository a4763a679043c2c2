using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Broadsheet.Core.Wire;
using Broadsheet.Formats;
using Broadsheet.Web.Hosting;
using Spectre.Console;

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
        var counts = new int[Enum.GetValues<WireStatus>().Length];
        if (wanted.Json)
            await Each((outcome, _, _) => { Tell(outcome, site); return true; });
        else
            await Progress(Each, counts);
        return counts[(int)WireStatus.Failed] > 0 ? CommandLine.SomeFailed : CommandLine.Ok;

        async Task Each(Func<WireOutcome, int, double, bool> told)
        {
            for (var i = 0; i < files.Count; i++)
            {
                var n = i;
                await import.Import(
                    files[i],
                    (outcome, share) =>
                    {
                        counts[(int)outcome.Status]++;
                        told(outcome, n, (n + share) / files.Count);
                    },
                    ct);
            }
        }
    }

    private static async Task Progress(Func<Func<WireOutcome, int, double, bool>, Task> each, int[] counts)
    {
        await AnsiConsole.Progress().AutoClear(true).HideCompleted(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async bar =>
            {
                var task = bar.AddTask("Wire in", maxValue: 1);
                await each((outcome, _, share) =>
                {
                    task.Value = share;
                    task.Description = $"Wire in: {counts.Sum():N0} items";
                    if (outcome.Status is WireStatus.Failed) AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]failed[/]   {outcome.Reason}");
                    else if (outcome.Status is WireStatus.Skipped) AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"skipped  {outcome.Guid}: {outcome.Reason}");
                    else if (outcome.Reason is not null) AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"note     {outcome.Guid}: {outcome.Reason}");
                    return true;
                });
            });
        AnsiConsole.WriteLine(string.Join(", ", Enum.GetValues<WireStatus>().Select(s => $"{counts[(int)s]:N0} {s.ToString().ToLowerInvariant()}")));
    }

    private static void Tell(WireOutcome outcome, SiteOptions site) => Console.Out.WriteLine(JsonSerializer.Serialize(
        new ImportLine(outcome.Source, outcome.Guid, outcome.Status.ToString().ToLowerInvariant(), outcome.Path is null ? null : site.Absolute($"/{outcome.Path}"), outcome.Reason),
        ImportJson.Default.ImportLine));

    private sealed record Wanted(DataFolder Data, string[] Paths, WireFormat Format, bool Publish, string? Section, bool Json);
}

/// <summary>A line of <c>import --json</c>; part of the command line's contract.</summary>
/// <param name="Source">The provider.</param>
/// <param name="Id">Its identifier of the item.</param>
/// <param name="Status"><c>created</c>, <c>updated</c>, <c>unchanged</c>, <c>skipped</c> or <c>failed</c>.</param>
/// <param name="Url">The article's address.</param>
/// <param name="Error">Why, where it failed or was skipped, or what was left out.</param>
internal sealed record ImportLine(string? Source, string? Id, string Status, string? Url, string? Error);

/// <summary>JSON by source generation; text stays readable in any script.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImportLine))]
internal sealed partial class ImportJson : JsonSerializerContext;

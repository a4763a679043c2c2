using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Broadsheet.Core.Operations;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Commands;

/// <summary><c>broadsheet check</c>: verifies database and media, and names each fault.</summary>
internal static partial class CheckCommand
{
    internal static Command Make()
    {
        var json = new Option<bool>("--json") { Description = "One JSON object a fault: thing, place, what, remedy" };
        var data = CommandLine.Data();
        var command = new Command("check", "Verifies the database and every photo; exit code 1 if something is wrong") { data, json };
        command.SetAction((parsed, ct) => Check(DataFolder.OpenExisting(parsed.GetValue(data)!), parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> Check(DataFolder data, bool json, CancellationToken ct)
    {
        await using var services = Tools.Services(data);
        using var use = FolderUse.Share(data.Path);
        var check = new Check(services.GetRequiredService<Holdings>(), services.GetRequiredService<SiteOptions>().Zone, services.GetRequiredService<TimeProvider>());
        var (faults, held) = (0, new List<string>());
        await OperationProgress.Under(async progress =>
        {
            await foreach (var fault in check.Run(progress, ct))
            {
                faults++;
                var line = json ? JsonSerializer.Serialize(fault, CheckJson.Default.Fault) : fault.ToString();
                // Lines would run into a bar on the same terminal: they wait for its end.
                if (progress is null) Console.WriteLine(line);
                else held.Add(line);
            }
            return faults;
        });
        held.ForEach(Console.WriteLine);
        if (!json) Console.WriteLine(faults == 0 ? "All is well." : FormattableString.Invariant($"{faults} faults."));
        return faults == 0 ? CommandLine.Ok : CommandLine.SomeFailed;
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Fault))]
    private sealed partial class CheckJson : JsonSerializerContext;
}

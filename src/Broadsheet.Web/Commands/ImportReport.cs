using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Broadsheet.Core.Wire;
using Broadsheet.Web.Hosting;
using Spectre.Console;

namespace Broadsheet.Web.Commands;

/// <summary>Tells what became of wire items: JSON lines for programs, lines and a bar for people.</summary>
internal sealed class ImportReport(SiteOptions site)
{
    private readonly int[] _counts = new int[Enum.GetValues<WireStatus>().Length];

    /// <summary>True once an item has failed.</summary>
    internal bool HasFailures => _counts[(int)WireStatus.Failed] > 0;

    internal void Count(WireOutcome outcome) => _counts[(int)outcome.Status]++;

    /// <summary>A JSON line; part of the command line's contract.</summary>
    internal void TellAsJson(WireOutcome outcome) => Console.Out.WriteLine(JsonSerializer.Serialize(
        new ImportLine(outcome.Source, outcome.Guid, Name(outcome.Status), outcome.Path is null ? null : site.Absolute($"/{outcome.Path}"), outcome.Reason),
        ImportJson.Readable.ImportLine));

    /// <summary>A line for a person, where something is to be said.</summary>
    internal static void TellAsLine(WireOutcome outcome)
    {
        if (Line(outcome) is { } line) Console.Out.WriteLine(line);
    }

    /// <summary>A bar on a terminal, with the lines above it.</summary>
    internal Task TellWithBar(Func<Action<WireOutcome, double>, Task> each) => AnsiConsole.Progress().AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
        .StartAsync(async bar =>
        {
            var task = bar.AddTask("Wire in", maxValue: 1);
            await each((outcome, share) =>
            {
                task.Value = share;
                task.Description = $"Wire in: {_counts.Sum():N0} items";
                if (Line(outcome) is not { } line) return;
                if (outcome.Status == WireStatus.Failed) AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]{line}[/]");
                else AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{line}");
            });
        });

    /// <summary>How many of each.</summary>
    internal void TellSum() => Console.Out.WriteLine(string.Join(", ", Enum.GetValues<WireStatus>().Select(s => $"{_counts[(int)s].ToString("N0", CultureInfo.InvariantCulture)} {Name(s)}")));

    // A file says what it likes: nothing of it may steer the terminal.
    private static string? Line(WireOutcome outcome) => outcome.Reason is not { } reason ? null : new string([.. (outcome.Status switch
    {
        WireStatus.Failed => $"failed   {reason}",
        WireStatus.Skipped => $"skipped  {outcome.Guid}{(outcome.Guid is null ? "" : ": ")}{reason}",
        _ => $"note     {outcome.Guid}{(outcome.Guid is null ? "" : ": ")}{reason}",
    }).Where(c => !char.IsControl(c) && c is not (>= '\u202A' and <= '\u202E'))]);

    private static string Name(WireStatus status) => status.ToString().ToLowerInvariant();
}

/// <summary>A line of <c>import --json</c>; part of the command line's contract.</summary>
/// <param name="Source">The provider.</param>
/// <param name="Id">Its identifier of the item.</param>
/// <param name="Status"><c>created</c>, <c>updated</c>, <c>unchanged</c>, <c>skipped</c> or <c>failed</c>.</param>
/// <param name="Url">The article's address.</param>
/// <param name="Error">Why, where it failed or was skipped, or what was left out.</param>
internal sealed record ImportLine(string? Source, string? Id, string Status, string? Url, string? Error);

/// <summary>JSON by source generation.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImportLine))]
internal sealed partial class ImportJson : JsonSerializerContext
{
    /// <summary>Letters of any script stay letters.</summary>
    internal static ImportJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}

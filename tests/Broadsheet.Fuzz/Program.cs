using System.Globalization;
using Broadsheet.Fuzz;

// Broadsheet.Fuzz TARGET [--seconds N] [--seed N] [--corpus DIR] [--replay FILE]
// Ends with 0 where nothing was found, 1 with a finding, 2 where it was called wrongly.
var target = args.Length == 0 ? null : Array.Find(Targets.All, t => t.Name == args[0]);
if (target is null || args.Length % 2 == 0)
{
    Console.Error.WriteLine($"Broadsheet.Fuzz TARGET [--seconds N] [--seed N] [--corpus DIR] [--replay FILE]\nTargets: {string.Join(' ', Targets.All.Select(t => t.Name))}");
    return 2;
}
var options = new Dictionary<string, string>(StringComparer.Ordinal);
for (var i = 1; i < args.Length; i += 2) options[args[i]] = args[i + 1];

int Number(string name, int otherwise) => options.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

var run = new FuzzRun(target, Number("--seed", Random.Shared.Next()));
if (options.TryGetValue("--replay", out var file)) return await run.Try(await File.ReadAllBytesAsync(file)) ? 0 : 1;
var seeds = Seeds.Of(target, options.GetValueOrDefault("--corpus"));
if (seeds.Count == 0)
{
    Console.Error.WriteLine($"No seeds for {target.Name}: give a folder with --corpus.");
    return 2;
}
return await run.For(TimeSpan.FromSeconds(Number("--seconds", 60)), seeds) ? 0 : 1;

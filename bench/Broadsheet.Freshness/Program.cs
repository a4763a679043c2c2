using System.Globalization;
using Broadsheet.Freshness;

// bench/freshness runs this: PROGRAM CHANGES [POSTGRES]
if (args.Length < 2 || !int.TryParse(args[1], NumberStyles.None, CultureInfo.InvariantCulture, out var changes))
{
    Console.Error.WriteLine("Usage: Broadsheet.Freshness PROGRAM CHANGES [CONNECTION STRING OF AN EMPTY POSTGRESQL DATABASE]");
    return 2;
}
Console.WriteLine("| from commit to fresh answer | changes | p50 | p99 | longest |");
Console.WriteLine("|---|---|---|---|---|");
await using (var sqlite = await Paper.Make("broadsheet.db"))
{
    Print("SQLite, the process that writes", await Run.Measure(sqlite, sqlite.Address, changes, notify: true));
    await using var other = await OtherProcess.Start(args[0], sqlite.Data.Path, sqlite.Data.Path);
    Print("SQLite, another process", await Run.Measure(sqlite, other.Address, changes, notify: true));
}
if (args.Length == 3)
{
    await using var postgres = await Paper.Make(args[2]);
    Print("PostgreSQL, the node that writes", await Run.Measure(postgres, postgres.Address, changes, notify: true));
    await using var other = await OtherProcess.Start(args[0], Directory.CreateTempSubdirectory("broadsheet-freshness-").FullName, postgres.Data.Path);
    Print("PostgreSQL, another node", await Run.Measure(postgres, other.Address, changes, notify: true));
    Print("PostgreSQL, another node, the notification lost", await Run.Measure(postgres, other.Address, changes, notify: false));
}
return 0;

static void Print(string what, IReadOnlyList<double> sorted) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"| {what} | {sorted.Count} | {sorted[sorted.Count / 2]:0.0} ms | {sorted[(int)(sorted.Count * 0.99)]:0.0} ms | {sorted[^1]:0.0} ms |"));

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Broadsheet.Core.Data;
using Broadsheet.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Bench.Archive;

/// <summary><c>archive COUNT FOLDER [CONNECTION]</c>: makes a data folder with an archive, in SQLite or in an empty PostgreSQL database.</summary>
internal static class ArchiveCommand
{
    internal static async Task Run(int count, string folder, string? connection)
    {
        var data = DataFolder.Open(folder);
        await File.WriteAllTextAsync(data.Settings, JsonSerializer.Serialize(new { Broadsheet = new { Database = connection ?? "broadsheet.db", Site = new { Name = "The Archive", BaseUrl = "http://localhost:5080", TimeZone = "UTC", Languages = "en,ko" } } }));
        var settings = new ConfigurationBuilder().AddBroadsheetSettings(data).Build();
        await using var services = new ServiceCollection().AddLogging().AddNewspaper(settings, data).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        await DatabaseStart.Prepare(db, (_, _) => Task.CompletedTask, CancellationToken.None);
        if (await db.Articles.AnyAsync()) throw new InvalidOperationException($"{folder} holds articles already.");
        var shape = await ArchiveShape.Write(db, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        await db.Database.OpenConnectionAsync();
        // Nothing of it is dear: what a crash leaves is thrown away.
        if (connection is null) await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-500000;");
        var began = Stopwatch.GetTimestamp();
        var told = 0;
        new ArchiveWriter(db, shape).Write(count, done =>
        {
            if (done - told < 100_000 && done < count) return;
            told = done;
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done:N0} articles, {done / Stopwatch.GetElapsedTime(began).TotalSeconds:N0} a second"));
        });
        if (connection is null) await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);");
        else await Settle(db);
    }

    // Identity columns go on behind the rows that were copied, and the planner learns what an idle server would have learnt meanwhile.
    private static async Task Settle(BroadsheetDb db)
    {
        await db.Database.ExecuteSqlRawAsync("SELECT setval(pg_get_serial_sequence('\"Articles\"', 'Id'), (SELECT max(\"Id\") FROM \"Articles\"))");
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await db.Database.ExecuteSqlRawAsync("VACUUM (ANALYZE)");
    }
}

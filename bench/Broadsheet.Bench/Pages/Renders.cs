using System.Diagnostics;
using System.Globalization;
using Broadsheet.Core.Data;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Bench.Pages;

/// <summary>
/// <c>renders FOLDER [SECONDS]</c>: article pages a second, each made once by the printer: found, drawn, compressed fast and kept.
/// As many at a time as there are processors.
/// </summary>
internal static class Renders
{
    internal static async Task Run(string folder, int seconds)
    {
        await using var site = WebSite.Build(DataFolder.OpenExisting(folder), "http://127.0.0.1:0");
        List<string> paths;
        await using (var scope = site.Services.CreateAsyncScope())
            paths = await scope.ServiceProvider.GetRequiredService<BroadsheetDb>().Articles.OrderByDescending(a => a.Id).Take(60_000).Select(a => "/" + a.Path).ToListAsync();
        var languages = site.Services.GetRequiredService<SiteOptions>().LanguageList;
        var printer = site.Services.GetRequiredService<Printer>();
        var next = -1;
        async Task<int> Print(TimeSpan time)
        {
            var began = Stopwatch.GetTimestamp();
            var made = 0;
            for (; Stopwatch.GetElapsedTime(began) < time; made++)
            {
                var path = paths[Interlocked.Increment(ref next) % paths.Count];
                if ((await printer.Print(PageAddress.Read(path, null, languages)!, path, CancellationToken.None)).Status != 200) throw new InvalidOperationException($"{path} is no page.");
            }
            return made;
        }
        Task<int[]> All(int time) => Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Workshop.Run(() => Print(TimeSpan.FromSeconds(time)))));
        // The runtime compiles what is hot in the background: that is not what is measured.
        await All(20);
        for (var round = 0; round < 5; round++)
        {
            var allocated = GC.GetTotalAllocatedBytes();
            var made = (await All(seconds)).Sum();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{made / seconds} article pages a second on {Environment.ProcessorCount} processors, {(GC.GetTotalAllocatedBytes() - allocated) / made / 1024} kB allocated a page"));
        }
    }
}

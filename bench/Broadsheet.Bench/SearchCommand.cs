using System.Diagnostics;
using System.Globalization;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Jobs;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Bench;

/// <summary><c>search FOLDER [QUERIES]</c>: indexes an archive as the server does, then asks the server for two words at a time, as a reader does.</summary>
internal static class SearchCommand
{
    internal static async Task Run(string folder, int queries)
    {
        Environment.SetEnvironmentVariable("Broadsheet__Search__PerMinute", "1000000");
        Environment.SetEnvironmentVariable("Broadsheet__Press__InlineSockets", "false");
        await using var site = WebSite.Build(DataFolder.Open(folder), "http://127.0.0.1:0");
        await using (var scope = site.Services.CreateAsyncScope())
            await DatabaseStart.Prepare(scope.ServiceProvider.GetRequiredService<BroadsheetDb>(), (_, _) => Task.CompletedTask, CancellationToken.None);
        var articles = await InDb(site.Services, db => db.Articles.CountAsync());
        var indexed = await InDb(site.Services, db => db.SearchDocuments.CountAsync());
        var began = Stopwatch.GetTimestamp();
        await site.StartAsync();
        var job = site.Services.GetRequiredService<SearchJob>();
        while (job.Cursor < 0) await Task.Delay(1_000);
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        using var process = Process.GetCurrentProcess();
        Say($"| {articles:N0} | indexed {articles - indexed:N0} in {took:N1} s, {(articles - indexed) / took:N0} a second | peak {process.PeakWorkingSet64 / 1e6:N0} MB |");
#pragma warning disable RS0030 // A reader on this machine.
        using var http = new HttpClient { BaseAddress = new(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
#pragma warning restore RS0030
        foreach (var (name, make) in Kinds())
        {
            var random = new Random(7);
            var asked = new List<string>();
            for (var i = 0; i < queries; i++) asked.Add(await make(site.Services, random));
            foreach (var address in asked.Take(100)) await Ask(http, address);
            var times = new List<double>();
            foreach (var address in asked)
            {
                var start = Stopwatch.GetTimestamp();
                await Ask(http, address);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            times.Sort();
            Say($"| {articles:N0} | {name} | p50 {times[times.Count / 2]:N1} ms | p95 {times[(int)(times.Count * 0.95)]:N1} ms | longest {times[^1]:N1} ms |");
        }
        await site.StopAsync();
    }

    private static IEnumerable<(string Name, Func<IServiceProvider, Random, Task<string>> Make)> Kinds() =>
    [
        ("two words of one English article", async (s, r) => "/search?q=" + Uri.EscapeDataString(await Words(s, r, "en", 2))),
        ("two words of one Korean article", async (s, r) => "/ko/search?q=" + Uri.EscapeDataString(await Words(s, r, "ko", 2))),
        ("one word", async (s, r) => "/search?q=" + Uri.EscapeDataString(await Words(s, r, "en", 1))),
        ("two words, newest first", async (s, r) => "/search?sort=newest&q=" + Uri.EscapeDataString(await Words(s, r, "en", 2))),
        ("a mistyped word", async (s, r) => "/search?q=" + Uri.EscapeDataString(Mistype(await Words(s, r, "en", 1), r))),
    ];

    private static async Task<string> Words(IServiceProvider services, Random random, string language, int count)
    {
        var last = await InDb(services, db => db.Articles.MaxAsync(a => a.Id));
        while (true)
        {
            var from = random.NextInt64(last);
            var body = await InDb(services, db => db.Articles.Where(a => a.Id > from && a.Language == language).OrderBy(a => a.Id)
                .Join(db.ArticleVersions, a => a.Id, v => v.ArticleId, (a, v) => v.Body).FirstOrDefaultAsync());
            if (body is null) continue;
            var words = BodyText.Of(body).Split([' ', '\n', '.', ','], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1).ToArray();
            if (words.Length > count) return string.Join(' ', Enumerable.Range(0, count).Select(_ => words[random.Next(words.Length)]));
        }
    }

    private static string Mistype(string word, Random random)
    {
        var at = random.Next(word.Length);
        return word.Insert(at, "q");
    }

    private static async Task Ask(HttpClient http, string address)
    {
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<T> InDb<T>(IServiceProvider services, Func<BroadsheetDb, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<BroadsheetDb>());
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

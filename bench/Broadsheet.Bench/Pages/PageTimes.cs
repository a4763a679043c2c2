using System.Diagnostics;
using System.Globalization;
using Broadsheet.Core;
using Broadsheet.Core.Data;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Bench.Pages;

/// <summary><c>pages FOLDER</c>: how long each kind of page takes to be made on the server, and how many queries it asks. No page comes from memory.</summary>
internal static class PageTimes
{
    private const int Warm = 60;
    private const int Measured = 100;

    /// <summary>Prints lines: database, articles, page, queries, median and 95th percentile in milliseconds, separated by tabs.</summary>
    internal static async Task Run(string folder)
    {
        await using var site = WebSite.Build(DataFolder.OpenExisting(folder), "http://127.0.0.1:0");
        using var queries = new QueryCounter();
        var (database, articles, pages) = await Addresses(site);
        foreach (var (name, paths) in pages)
        {
            for (var i = 0; i < Warm; i++) await Make(site, paths[i % paths.Count]);
            var times = new List<double>(Measured);
            queries.Take();
            for (var i = 0; i < Measured; i++)
            {
                var began = Stopwatch.GetTimestamp();
                await Make(site, paths[(Warm + i) % paths.Count]);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            var asked = queries.Take() / (double)Measured;
            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{database}\t{articles}\t{name}\t{asked:0.#}\t{times[Measured / 2]:0.00}\t{times[Measured * 95 / 100]:0.00}"));
        }
    }

    /// <summary>Finds and draws the page of an address, as on a miss.</summary>
    internal static async Task<int> Make(WebApplication site, string path)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BroadsheetDb>().Database.OpenConnectionAsync();
        var parts = path.Split("?before=");
        var address = PageAddress.Read(parts[0], parts.Length > 1 ? parts[1] : null, site.Services.GetRequiredService<SiteOptions>().LanguageList)!;
        var page = await scope.ServiceProvider.GetRequiredService<FindPage>()(address, Moment.Cut(TimeProvider.System.GetUtcNow()), CancellationToken.None);
        return page switch
        {
            PublicPage.Ready ready => ready.Body.Length,
            PublicPage.Drawn { Status: 200 } drawn => (await site.Services.GetRequiredService<PageRenderer>().Draw(drawn)).Length,
            _ => throw new InvalidOperationException($"{path} is no page."),
        };
    }

    private static async Task<(string Database, int Articles, List<(string Name, List<string> Paths)> Pages)> Addresses(WebApplication site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        var last = await db.Articles.MaxAsync(a => a.Id);
        // Spread over the whole archive, so that old pages are asked for as well as new ones.
        var ids = Enumerable.Range(0, 400).Select(i => 1 + (i * 7919L % last)).Distinct().ToList();
        var articles = await db.Articles.Where(a => ids.Contains(a.Id)).Select(a => new { a.Path, a.PublishedAt, a.Language }).ToListAsync();
        var days = articles.Where(a => a.Language == "en").ToList().ConvertAll(a => a.PublishedAt!.Value.UtcDateTime);
        var middle = await db.Articles.Where(a => a.Id == last / 2).Select(a => new ListCursor(a.PublishedAt!.Value, a.Id)).SingleAsync();
        return (db.Database.IsSqlite() ? "SQLite" : "PostgreSQL", (int)last,
        [
            ("home", ["/", "/ko/"]),
            ("section", ["/national", "/national/north", "/ko/world", "/sports/people"]),
            ("section, older", [$"/national?before={middle}", $"/national/north?before={middle}", $"/ko/world?before={middle}"]),
            ("archive", ["/archive"]),
            ("archive, month", [.. days.Select(d => d.ToString("'/'yyyy'/'MM", CultureInfo.InvariantCulture)).Distinct()]),
            ("archive, day", [.. days.Select(d => d.ToString("'/'yyyy'/'MM'/'dd", CultureInfo.InvariantCulture)).Distinct()]),
            ("author", [.. Enumerable.Range(0, 100).Select(i => $"/by/reporter-{i * 3}")]),
            ("keyword", [.. Enumerable.Range(0, 100).Select(i => $"/topic/topic-{i * 20}")]),
            ("article", [.. articles.Select(a => $"/{a.Path}")]),
            ("feed", ["/feed", "/ko/feed", "/feed/national/north"]),
        ]);
    }
}

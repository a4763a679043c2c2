using Broadsheet.Core;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Sections;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Jobs;

/// <summary>Draws the fronts and the newest articles after the start, so that the first readers find them in memory.</summary>
public sealed partial class WarmUp(IServiceScopeFactory scopes, Printer printer, SiteOptions site, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<WarmUp> log) : Job
{
    private const int Articles = 40;

    /// <inheritdoc/>
    protected override async Task Run(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        var drawn = 0;
        foreach (var path in await Paths(stoppingToken))
        {
            try
            {
                if (PageAddress.Read(path, null, site.LanguageList) is { } address) await printer.Print(address, path, stoppingToken);
                drawn++;
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Failed(log, e, path);
            }
        }
        Done(log, drawn);
    }

    private async Task<List<string>> Paths(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        var now = Moment.Cut(clock.GetUtcNow());
        var tops = (await SectionTree.Load(db, ct)).Top.Select(s => s.Path).ToList();
        var paths = new List<string>();
        foreach (var language in site.LanguageList)
        {
            paths.AddRange(tops.Prepend("").Select(t => site.PathIn(language, t)));
            paths.AddRange((await db.List(ListKind.Site, 0, language, now).Take(Articles).Join(db.Articles, l => l.ArticleId, a => a.Id, (l, a) => a.Path).ToListAsync(ct)).OfType<string>().Select(p => "/" + p));
        }
        return paths;
    }

    [LoggerMessage(LogLevel.Warning, "{Path} could not be drawn beforehand")]
    private static partial void Failed(ILogger log, Exception error, string path);

    [LoggerMessage(LogLevel.Debug, "{Count} pages drawn beforehand")]
    private static partial void Done(ILogger log, int count);
}

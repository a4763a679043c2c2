using System.CommandLine;
using System.Text.Json;
using Broadsheet.Core;
using Broadsheet.Core.Data;
using Broadsheet.Core.Events;
using Broadsheet.Core.Operations;
using Broadsheet.Core.Search;
using Broadsheet.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Commands;

/// <summary><c>broadsheet search rebuild</c>: builds the index anew, here or by the server that holds it, while the old one answers.</summary>
internal static class SearchCommand
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    internal static Command Make()
    {
        var data = CommandLine.Data();
        var rebuild = new Command("rebuild", "Builds the index anew, while the old one answers") { data };
        rebuild.SetAction((parsed, ct) => Rebuild(DataFolder.OpenExisting(parsed.GetValue(data)!), ct));
        return new Command("search", "The index of the search") { rebuild };
    }

    private static async Task<int> Rebuild(DataFolder data, CancellationToken ct)
    {
        await using var services = Tools.Services(data);
        using var use = FolderUse.Share(data.Path);
        var clock = services.GetRequiredService<TimeProvider>();
        var asked = await InDb(services, async db =>
        {
            await DatabaseStart.Prepare(db, (_, _) => throw new UsageException("This database is of an older version; start the server once, it takes a backup first."), ct);
            var rebuild = new Event { Kind = EventKinds.SearchRebuild, At = Moment.Cut(clock.GetUtcNow()) };
            await db.Write(
                () =>
                {
                    db.Record(rebuild);
                    return Task.CompletedTask;
                },
                ct);
            return rebuild.Seq;
        });
        var holder = Guid.NewGuid().ToString("N");
        var articles = await OperationProgress.Under(async progress =>
        {
            while (true)
            {
                var (step, _) = await InDb(services, db => SearchProgress.Advance(db, holder, clock.GetUtcNow(), ct));
                var (isDone, at, last) = await InDb(services, db => State(db, asked, ct));
                progress?.Report(new("Indexing", at, last));
                if (isDone) return await InDb(services, db => db.SearchDocuments.CountAsync(ct));
                if (step == SearchStep.Held) await Task.Delay(Look, clock, ct);
            }
        });
        Console.WriteLine(FormattableString.Invariant($"{articles:N0} articles are in the index."));
        return CommandLine.Ok;
    }

    private static async Task<(bool IsDone, long At, long Last)> State(BroadsheetDb db, long asked, CancellationToken ct)
    {
        var consumer = await db.Consumers.AsNoTracking().SingleOrDefaultAsync(c => c.Name == SearchProgress.Name, ct);
        var last = await db.Articles.MaxAsync(a => (long?)a.Id, ct) ?? 0;
        var progress = consumer?.State is { } state ? JsonSerializer.Deserialize<SearchProgress>(state) : null;
        return (consumer?.Cursor >= asked && progress is { After: null }, progress?.After ?? 0, last);
    }

    private static async Task<T> InDb<T>(IServiceProvider services, Func<BroadsheetDb, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<BroadsheetDb>());
    }
}

using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Sections;
using Broadsheet.Formats;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Wire;

/// <summary>Takes wire items in: keeps the bytes, makes or changes articles, withdraws what is killed.</summary>
/// <param name="db">The database.</param>
/// <param name="filing">How items are filed.</param>
/// <param name="clock">The time.</param>
public sealed class WireDesk(BroadsheetDb db, WireFiling filing, TimeProvider clock)
{
    private const int Attempts = 5;

    /// <summary>The items that a delivery decides on: its own, and those it says are killed.</summary>
    public static IEnumerable<(string Source, string Guid)> Keys(WireDelivery delivery) => WireArrival.Of(delivery).Keys;

    /// <summary>Takes a batch in, in one transaction. No two deliveries of it may decide on the same item (<see cref="Keys"/>).</summary>
    /// <param name="batch">At most 200 deliveries.</param>
    /// <param name="ct">Ends the attempt; nothing of the batch stays.</param>
    /// <returns>What became of each, in order; acknowledged when this returns.</returns>
    public async Task<IReadOnlyList<WireOutcome>> Receive(IReadOnlyList<WireDelivery> batch, CancellationToken ct)
    {
        List<Filed> filed = [];
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await db.Write(async () => filed = await File(batch, ct), ct);
                break;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // Everything is read inside the write, so another process at the same articles only means: once more.
                db.ChangeTracker.Clear();
            }
        }
        db.ChangeTracker.Clear();
        return filed.ConvertAll(f => new WireOutcome(f.Arrival.News?.Source, f.Arrival.ReadGuid, f.Status, f.Article?.State == ArticleState.Published ? f.Article.Path : null, f.Reason));
    }

    private async Task<List<Filed>> File(IReadOnlyList<WireDelivery> batch, CancellationToken ct)
    {
        var now = Moment.Cut(clock.GetUtcNow());
        var arrivals = batch.Select(WireArrival.Of).ToList();
        var shelf = await WireShelf.Open(db, arrivals, now, ct);
        var filed = new List<Filed>(arrivals.Count);
        var killed = new List<(WireItem Item, Article? Article)>();
        foreach (var a in arrivals)
        {
            var f = await shelf.File(a, ct);
            filed.Add(f);
            if (f is { LeavesRow: false, IsOutdated: false } && f.Status != WireStatus.Failed) killed.AddRange(KillLinked(f, shelf));
        }
        await db.SaveChangesAsync(ct);
        await shelf.KeepBytes(ct);
        var writer = new WireArticles(db, await SectionTree.Load(db, ct), filing, now);
        await writer.Write([.. filed.Where(f => f.Words is not null && f.Status is WireStatus.Created or WireStatus.Updated)], ct);
        foreach (var article in killed.Select(k => k.Article).Concat(filed.Where(f => f.Withdraws).Select(f => f.Article)).OfType<Article>().Distinct())
            await writer.Withdraw(article, ct);
        foreach (var f in filed.Where(f => !f.LeavesRow))
            (f.Item.Status, f.Item.Reason, f.Item.ArticleId, f.Item.IsKill) = (f.Status, f.Reason, f.Article?.Id ?? f.Item.ArticleId, f.Withdraws || f.News is { Status: PublishingStatus.Canceled });
        return filed;
    }

    // NITF withdraws an item by another one that names it.
    private static List<(WireItem Item, Article? Article)> KillLinked(Filed f, WireShelf shelf)
    {
        var killed = f.Arrival.Cancels.Select(guid => shelf.Kill(f.Arrival, guid)).ToList();
        var gone = killed.Where(k => k.Article is not null).Select(k => k.Item.Guid).ToList();
        if (gone.Count > 0) f.As(f.Status == WireStatus.Skipped ? WireStatus.Updated : f.Status, $"withdraws {string.Join(", ", gone)}");
        return killed;
    }
}

using System.Text.Json;
using Broadsheet.Core.Data;
using Broadsheet.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Search;

/// <summary>How far the index is: kept with the consumer's cursor, in the transaction that wrote the index.</summary>
/// <param name="Version"><see cref="SearchIndexer.Version"/> of what is there or being built.</param>
/// <param name="After">While it is built: the last article that is in. Null once it is whole.</param>
public sealed record SearchProgress(int Version, long? After)
{
    /// <summary>The consumer's name.</summary>
    public const string Name = "search";

    private const int Batch = 100;
    private const int BuildBatch = 400;

    /// <summary>
    /// Takes one step: a batch of articles while the index is built, then a batch of events. The index of a stopped process is
    /// taken up where its last transaction left it. While it is built articles are read and cut before the transaction begins:
    /// one that changes meanwhile has an event behind the cursor, and is read anew when that comes.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="holder">This process.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Ends the step.</param>
    /// <returns>Whether there is more to do at once, and the number of the last event that is in.</returns>
    public static async Task<(SearchStep Step, long Cursor)> Advance(BroadsheetDb db, string holder, DateTimeOffset now, CancellationToken ct)
    {
        var (step, cursor) = (SearchStep.Held, 0L);
        var ready = await Read(db, holder, now, ct);
        await db.Write(
            async () =>
            {
                if (await ConsumerLease.Take(db, Name, holder, now, ct) is not { } consumer)
                {
                    step = SearchStep.Held;
                    return;
                }
                if (BuiltTo(consumer) is { } after) step = ready?.After == after ? await Build(db, consumer, ready, ct) : SearchStep.Built;
                else step = await Follow(db, consumer, ct);
                cursor = consumer.Cursor;
            },
            ct);
        return (step, cursor);
    }

    // Null where the index is whole or another process builds it, and where nobody has a cursor yet: what changed before it is in no event.
    private static async Task<Ready?> Read(BroadsheetDb db, string holder, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Consumers.AsNoTracking().SingleOrDefaultAsync(c => c.Name == Name, ct) is not { } consumer) return null;
        if ((consumer.Holder != holder && consumer.LeaseUntil > now) || BuiltTo(consumer) is not { } after) return null;
        var ids = await db.Articles.Where(a => a.Id > after).OrderBy(a => a.Id).Take(BuildBatch).Select(a => a.Id).ToListAsync(ct);
        return new(after, ids, await new SearchIndexer(db).Read(ids, ct));
    }

    private static long? BuiltTo(Consumer consumer) =>
        consumer.State is { } state && JsonSerializer.Deserialize<SearchProgress>(state) is { Version: SearchIndexer.Version } progress ? progress.After : 0;

    private static async Task<SearchStep> Build(BroadsheetDb db, Consumer consumer, Ready ready, CancellationToken ct)
    {
        await new SearchIndexer(db).Index(ready.Ids, ready.Entries, ct);
        if (ready.Ids.Count == 0) await db.MakeSearchIndex().Settle(ct);
        consumer.State = JsonSerializer.Serialize(new SearchProgress(SearchIndexer.Version, ready.Ids.Count == 0 ? null : ready.Ids[^1]));
        return SearchStep.Built;
    }

    private static async Task<SearchStep> Follow(BroadsheetDb db, Consumer consumer, CancellationToken ct)
    {
        var cursor = consumer.Cursor;
        var events = await db.Events.AsNoTracking().Where(e => e.Seq > cursor).OrderBy(e => e.Seq).Take(Batch).Select(e => new { e.Seq, e.Kind, e.ArticleId }).ToListAsync(ct);
        if (events.Count == 0) return SearchStep.UpToDate;
        consumer.Cursor = events[^1].Seq;
        var isRebuild = events.Any(e => e.Kind == EventKinds.SearchRebuild);
        if (isRebuild) consumer.State = JsonSerializer.Serialize(new SearchProgress(SearchIndexer.Version, 0));
        var changed = events.Select(e => e.ArticleId).OfType<long>().Distinct().ToList();
        await new SearchIndexer(db).Index(changed, ct);
        if (changed.Count > 0 && events.Count < Batch) await db.MakeSearchIndex().Settle(ct);
        // Asking once more whether there is more would be a transaction of its own after every publication.
        return isRebuild || events.Count == Batch ? SearchStep.Built : SearchStep.UpToDate;
    }

    private sealed record Ready(long After, IReadOnlyList<long> Ids, IReadOnlyList<SearchEntry> Entries);
}

/// <summary>What a step of the indexing did.</summary>
public enum SearchStep
{
    /// <summary>Something was indexed; there may be more.</summary>
    Built = 0,

    /// <summary>The index says what articles say.</summary>
    UpToDate = 1,

    /// <summary>Another process is at it.</summary>
    Held = 2,
}

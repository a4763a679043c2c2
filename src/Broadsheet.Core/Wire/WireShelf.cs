using System.IO.Compression;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Formats;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Wire;

/// <summary>What is kept of the items that a batch decides on: their rows, articles and bytes. Lives inside one write.</summary>
internal sealed class WireShelf
{
    private readonly BroadsheetDb _db;
    private readonly DateTimeOffset _now;
    private readonly Dictionary<(string Source, string Guid), List<WireItem>> _rows;
    private readonly Dictionary<long, Article> _articles;
    private readonly List<(WireItem Item, ReadOnlyMemory<byte> Bytes)> _bytes = [];

    private WireShelf(BroadsheetDb db, DateTimeOffset now, List<WireItem> rows, Dictionary<long, Article> articles) =>
        (_db, _now, _rows, _articles) = (db, now, rows.GroupBy(r => (r.Source, r.Guid)).ToDictionary(g => g.Key, g => g.ToList()), articles);

    internal static async Task<WireShelf> Open(BroadsheetDb db, List<WireArrival> arrivals, DateTimeOffset now, CancellationToken ct)
    {
        var keys = arrivals.SelectMany(a => a.Keys).ToList();
        // Both columns, so that the index over (source, guid, version) is used.
        var (sources, guids) = (keys.Select(k => k.Source).Distinct(StringComparer.Ordinal).ToList(), keys.Select(k => k.Guid).Distinct(StringComparer.Ordinal).ToList());
        var rows = await db.WireItems.Where(w => sources.Contains(w.Source) && guids.Contains(w.Guid)).ToListAsync(ct);
        var ids = rows.Select(w => w.ArticleId).OfType<long>().Distinct().ToList();
        var articles = ids.Count == 0 ? [] : await db.Articles.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        return new(db, now, rows, articles);
    }

    /// <summary>Judges an arrival and puts it on the shelf, unless it leaves what is there.</summary>
    internal async Task<Filed> File(WireArrival a, CancellationToken ct)
    {
        var rows = Rows(a.Source, a.Guid);
        var same = rows.Find(r => r.Version == a.Version);
        var article = ArticleOf(rows);
        if (same is not null && await WireVerdict.AgainstSame(a, same, article, () => MadeAt(same, ct)) is { } verdict) return verdict;
        var wasKill = same is { IsKill: true };
        var item = same ?? Add(rows, new WireItem { Source = a.Source, Guid = a.Guid, Version = a.Version, RawHash = a.Hash });
        Put(item, a);
        return WireVerdict.Of(a, item, rows.FindAll(r => r != item), wasKill, article);
    }

    /// <summary>Marks an item as killed by another one. One that has not come yet leaves a mark, so that it does not come out.</summary>
    internal (WireItem Item, Article? Article) Kill(WireArrival by, string guid)
    {
        var rows = Rows(by.Source, guid);
        var newest = rows.FindAll(r => r.Status != WireStatus.Failed).MaxBy(r => r.Version);
        if (newest is null)
        {
            newest = rows.Find(r => r.Version == by.Version) ?? Add(rows, new WireItem { Source = by.Source, Guid = guid, Version = by.Version, RawHash = by.Hash });
            Put(newest, by);
            newest.Status = WireStatus.Skipped;
        }
        (newest.IsKill, newest.Reason) = (true, $"killed by {by.Guid}");
        return (newest, ArticleOf(rows));
    }

    /// <summary>Writes the bytes of what was put; call once its rows are saved.</summary>
    internal async Task KeepBytes(CancellationToken ct)
    {
        var ids = _bytes.ConvertAll(b => b.Item.Id);
        var before = await _db.WireRaws.Where(r => ids.Contains(r.WireItemId)).ToDictionaryAsync(r => r.WireItemId, ct);
        foreach (var (item, bytes) in _bytes)
        {
            if (before.TryGetValue(item.Id, out var known)) known.Bytes = Pack(bytes.Span);
            else _db.Add(new WireRaw { WireItemId = item.Id, Bytes = Pack(bytes.Span) });
        }
    }

    private List<WireItem> Rows(string source, string guid) =>
        _rows.TryGetValue((source, guid), out var rows) ? rows : _rows[(source, guid)] = [];

    private Article? ArticleOf(List<WireItem> rows) =>
        rows.OrderByDescending(r => r.Version).Select(r => r.ArticleId).FirstOrDefault(id => id is not null) is { } id ? _articles.GetValueOrDefault(id) : null;

    private WireItem Add(List<WireItem> rows, WireItem item)
    {
        _db.Add(item);
        rows.Add(item);
        return item;
    }

    private void Put(WireItem item, WireArrival a)
    {
        (item.Format, item.ReceivedAt, item.FileName, item.Line) = (a.Format, _now, WireWords.Line(a.Delivery.FileName), a.Delivery.Reading.Line);
        item.TakeBytes(a.Hash);
        _bytes.Add((item, a.Bytes));
    }

    // Reads the kept bytes again: only where the same version came with other bytes, which is rare.
    private async Task<DateTimeOffset?> MadeAt(WireItem item, CancellationToken ct)
    {
        if (await _db.WireRaws.AsNoTracking().FirstOrDefaultAsync(r => r.WireItemId == item.Id, ct) is not { } raw) return null;
        using var packed = new MemoryStream(raw.Bytes);
        await using var bytes = new BrotliStream(packed, CompressionMode.Decompress);
        await foreach (var reading in WireReader.ReadAsync(bytes, WireFormat.Auto, new WireLimits(long.MaxValue), ct))
            if (reading is WireReading.Found { Item: var news } && news.Version == item.Version) return news.VersionCreated;
        return null;
    }

    private static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, packed, out var length, quality: 4, window: 22) ? packed[..length] : throw new InvalidOperationException("Brotli did not fit its own bound.");
    }
}

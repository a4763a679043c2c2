using System.IO.Compression;
using System.Security.Cryptography;
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
    /// <summary>Takes a batch in, in one transaction. Each (source, guid) may stand in it once.</summary>
    /// <param name="batch">At most 200 deliveries.</param>
    /// <param name="ct">Ends the attempt; nothing of the batch stays.</param>
    /// <returns>What became of each, in order; acknowledged when this returns.</returns>
    public async Task<IReadOnlyList<WireOutcome>> Receive(IReadOnlyList<WireDelivery> batch, CancellationToken ct)
    {
        List<Filed> filed = [];
        await db.Write(async () => filed = await File(batch, ct), ct);
        var outcomes = filed.ConvertAll(f => new WireOutcome(f.Item.Source, f.Item.Guid, f.Status, f.Article?.State == ArticleState.Published ? f.Article.Path : null, f.Reason));
        db.ChangeTracker.Clear();
        return outcomes;
    }

    private async Task<List<Filed>> File(IReadOnlyList<WireDelivery> batch, CancellationToken ct)
    {
        var now = Moment.Cut(clock.GetUtcNow());
        var filed = await Keep(batch, now, ct);
        var tree = await SectionTree.Load(db, ct);
        var writer = new WireArticles(db, tree, filing, now);
        await writer.Write([.. filed.Where(f => f.Status is WireStatus.Created or WireStatus.Updated)], ct);
        foreach (var f in filed.Where(f => f.Status != WireStatus.Unchanged))
        {
            (f.Item.Status, f.Item.Reason, f.Item.ArticleId) = (f.Status, f.Reason, f.Article?.Id ?? f.Item.ArticleId);
        }
        return filed;
    }

    // Decides what each delivery is and keeps its bytes; articles come after.
    private async Task<List<Filed>> Keep(IReadOnlyList<WireDelivery> batch, DateTimeOffset now, CancellationToken ct)
    {
        var arrivals = batch.Select(d => Arrival.Of(d)).ToList();
        var guids = arrivals.Select(a => a.Guid).Distinct(StringComparer.Ordinal).ToList();
        var known = (await db.WireItems.Where(w => guids.Contains(w.Guid)).ToListAsync(ct)).ToLookup(w => (w.Source, w.Guid));
        var articleIds = known.SelectMany(g => g).Select(w => w.ArticleId).OfType<long>().Distinct().ToList();
        var articles = await db.Articles.Where(a => articleIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var filed = new List<Filed>(batch.Count);
        var raws = new List<(WireItem Item, byte[] Bytes)>();
        foreach (var a in arrivals)
        {
            var versions = known[(a.Source, a.Guid)].ToList();
            var same = versions.FirstOrDefault(v => v.Version == a.Version);
            if (same is not null && same.RawHash == a.Hash && same.Status != WireStatus.Failed)
            {
                filed.Add(new Filed(same, a.Delivery, Known(same)) { Status = WireStatus.Unchanged, Reason = same.Status == WireStatus.Skipped ? same.Reason : null });
                continue;
            }
            var item = same ?? new WireItem { Source = a.Source, Guid = a.Guid, Version = a.Version, RawHash = a.Hash };
            (item.Format, item.ReceivedAt, item.FileName, item.Line, item.RawHash, item.IsKill) = (a.Format, now, a.Delivery.FileName, a.Delivery.Reading.Line, a.Hash, a.IsKill);
            if (same is null) db.Add(item);
            raws.Add((item, a.Bytes.ToArray()));
            filed.Add(Judge(a, item, versions, Known(versions.OrderByDescending(v => v.Version).FirstOrDefault(v => v.ArticleId is not null))));
        }
        await db.SaveChangesAsync(ct);
        await KeepBytes(raws, ct);
        return filed;

        Article? Known(WireItem? item) => item?.ArticleId is { } id ? articles.GetValueOrDefault(id) : null;
    }

    private static Filed Judge(Arrival a, WireItem item, List<WireItem> versions, Article? article)
    {
        var newest = versions.Where(v => v != item && v.Status != WireStatus.Failed).Select(v => (long?)v.Version).Max();
        var filed = new Filed(item, a.Delivery, article);
        if (a.Refusal is { } refusal) return filed.As(WireStatus.Failed, refusal);
        if (newest > a.Version) return filed.As(WireStatus.Skipped, $"older than version {newest}, which is here");
        if (a.SkipReason is { } reason) return filed.As(WireStatus.Skipped, reason);
        var news = ((WireReading.Found)a.Delivery.Reading).Item;
        if (news.Status == PublishingStatus.Withheld) return filed.As(WireStatus.Skipped, "withheld by the provider");
        if (news.Status == PublishingStatus.Canceled)
            return article is null ? filed.As(WireStatus.Skipped, "a kill of an item that is not here; kept, so that no older version comes out") : filed.As(WireStatus.Updated, a.Delivery.Note);
        if (article is null && WireWords.WhyNoArticle(news) is { } nothing)
            return filed.As(news.Pictures.Count > 0 && a.Delivery.Photos.Count > 0 ? WireStatus.Created : WireStatus.Skipped, a.Delivery.Photos.Count > 0 ? "a picture item: its photo is in the library" : nothing, noArticle: true);
        return filed.As(article is null ? WireStatus.Created : WireStatus.Updated, a.Delivery.Note);
    }

    private async Task KeepBytes(List<(WireItem Item, byte[] Bytes)> raws, CancellationToken ct)
    {
        var ids = raws.ConvertAll(r => r.Item.Id);
        var before = await db.WireRaws.Where(r => ids.Contains(r.WireItemId)).ToDictionaryAsync(r => r.WireItemId, ct);
        foreach (var (item, bytes) in raws)
        {
            var packed = Pack(bytes);
            if (before.TryGetValue(item.Id, out var known)) known.Bytes = packed;
            else db.Add(new WireRaw { WireItemId = item.Id, Bytes = packed });
        }
    }

    private static byte[] Pack(byte[] bytes)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, packed, out var length, quality: 4, window: 22) ? packed[..length] : throw new InvalidOperationException("Brotli did not fit its own bound.");
    }

    /// <summary>A delivery with the key it is kept under.</summary>
    private sealed record Arrival(WireDelivery Delivery, string Source, string Guid, long Version, string Format, string Hash, ReadOnlyMemory<byte> Bytes)
    {
        internal bool IsKill => Delivery.Reading is WireReading.Found { Item.Status: PublishingStatus.Canceled };

        internal string? Refusal => (Delivery.Reading as WireReading.Refused)?.Reason;

        internal string? SkipReason => (Delivery.Reading as WireReading.Skipped)?.Reason;

        internal static Arrival Of(WireDelivery delivery)
        {
            if (delivery.Reading is WireReading.Found { Item: var news })
                return new(delivery, news.Source, news.Guid, news.Version, news.Format, Sha256(news.Raw.Span), news.Raw);
            var (guid, reason) = delivery.Reading switch
            {
                WireReading.Skipped s => (s.Guid, s.Reason),
                WireReading.Refused r => (r.Guid, r.Reason),
                _ => throw new InvalidOperationException("A reading is found, skipped or refused."),
            };
            var place = System.Text.Encoding.UTF8.GetBytes($"{delivery.FileName}:{delivery.Reading.Line}: {reason}");
            return new(delivery, "unread", guid ?? $"{delivery.FileName}:{delivery.Reading.Line}", 0, "", Sha256(place), place);
        }

        private static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}

/// <summary>A wire item on its way to an article.</summary>
/// <param name="Item">The kept row.</param>
/// <param name="Delivery">What came.</param>
/// <param name="Article">The article it belongs to, once there is one.</param>
internal sealed record Filed(WireItem Item, WireDelivery Delivery, Article? Article)
{
    internal WireStatus Status { get; set; }

    internal string? Reason { get; set; }

    internal bool NoArticle { get; private set; }

    internal Article? Article { get; set; } = Article;

    internal NewsItem News => ((WireReading.Found)Delivery.Reading).Item;

    internal Filed As(WireStatus status, string? reason, bool noArticle = false)
    {
        (Status, Reason, NoArticle) = (status, reason, noArticle);
        return this;
    }
}

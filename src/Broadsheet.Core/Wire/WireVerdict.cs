using Broadsheet.Core.Articles;
using Broadsheet.Formats;

namespace Broadsheet.Core.Wire;

/// <summary>What is to become of an arrival: the rules of docs/wire.md, in their order. Decides, changes nothing.</summary>
internal static class WireVerdict
{
    /// <summary>Judges an arrival against a row of the same version.</summary>
    /// <param name="a">What came.</param>
    /// <param name="same">The kept row of its source, guid and version.</param>
    /// <param name="article">Its article.</param>
    /// <param name="keptMadeAt">When the kept bytes say that they were made; asked for only where bytes differ.</param>
    /// <returns>Null where the arrival takes the row's place.</returns>
    internal static async Task<Filed?> AgainstSame(WireArrival a, WireItem same, Article? article, Func<Task<DateTimeOffset?>> keptMadeAt)
    {
        if (same.Status == WireStatus.Failed) return null;
        if (same.HasBytes(a.Hash) && !HasFoundItsPicture(a, same))
            return new Filed(a, same, article) { LeavesRow = true }.As(WireStatus.Unchanged, same.Status == WireStatus.Skipped ? same.Reason : null);
        if (a.News is not { } news || same.RawHash.StartsWith(a.Hash, StringComparison.Ordinal)) return null;
        var kept = await keptMadeAt();
        if (news.VersionCreated < kept)
            return new Filed(a, same, article) { LeavesRow = true }.As(WireStatus.Skipped, "older than the bytes of this version that are here");
        if (same.IsKill && news.Status != PublishingStatus.Canceled && !(news.VersionCreated > kept))
            return new Filed(a, same, article) { LeavesRow = true }.As(WireStatus.Skipped, "this version was killed; a newer one brings it back");
        return null;
    }

    /// <summary>Judges an arrival that is kept.</summary>
    /// <param name="a">What came.</param>
    /// <param name="item">The row that keeps it.</param>
    /// <param name="others">The other versions that are kept.</param>
    /// <param name="wasKill">True where the row held a kill before.</param>
    /// <param name="article">Its article.</param>
    internal static Filed Of(WireArrival a, WireItem item, IReadOnlyList<WireItem> others, bool wasKill, Article? article)
    {
        var newest = others.Where(v => v.Status != WireStatus.Failed).MaxBy(v => v.Version);
        if (a.Refusal is { } refusal) return new Filed(a, item, article).As(WireStatus.Failed, refusal);
        if (newest?.Version > a.Version) return new Filed(a, item, article) { IsOutdated = true }.As(WireStatus.Skipped, $"older than version {newest.Version}, which is here");
        if (a.SkipReason is { } reason) return new Filed(a, item, article).As(WireStatus.Skipped, reason);
        if (a.News!.Status != PublishingStatus.Usable) return Withdrawal(a, item, article);
        var words = WireWords.Of(a.News, a.Delivery.Photos);
        var filed = new Filed(a, item, article) { Words = words, LiftsKill = wasKill || newest is { IsKill: true } };
        if (words is not null) return filed.As(article is null ? WireStatus.Created : WireStatus.Updated, a.Delivery.Note);
        var why = Joined(WireWords.WhyNoArticle(a.News), a.Delivery.Note);
        if (article is not null) return filed.As(WireStatus.Skipped, $"{why}; the article stays as it is");
        return a.Delivery.Photos.Count > 0
            ? filed.As(WireStatus.Created, Joined("no text: what it shows is in the photo library", a.Delivery.Note))
            : filed.As(WireStatus.Skipped, why);
    }

    // The text was here before its picture; now the picture lies beside it.
    private static bool HasFoundItsPicture(WireArrival a, WireItem same) =>
        a.Delivery is { Note: null, Photos.Count: > 0 } && same.Reason is { } reason
        && (reason.StartsWith(WireDelivery.MissingPicture, StringComparison.Ordinal) || reason.Contains($"; {WireDelivery.MissingPicture}", StringComparison.Ordinal))
        && same.RawHash.StartsWith(a.Hash, StringComparison.Ordinal) && same.Status is WireStatus.Created or WireStatus.Updated or WireStatus.Skipped;

    // A provider that holds back what it has sent before wants it gone until it says otherwise.
    private static Filed Withdrawal(WireArrival a, WireItem item, Article? article)
    {
        var isKill = a.News!.Status == PublishingStatus.Canceled;
        if (article is null || (!isKill && article.State == ArticleState.Draft))
            return new Filed(a, item, article).As(WireStatus.Skipped, isKill ? "a kill of an item that is not here; kept, so that no older version comes out" : "withheld by the provider");
        return new Filed(a, item, article) { Withdraws = true }.As(WireStatus.Updated, isKill ? "killed by the provider: withdrawn" : "withheld by the provider: withdrawn until it is sent as usable");
    }

    private static string Joined(string first, string? second) => second is null ? first : $"{first}; {second}";
}

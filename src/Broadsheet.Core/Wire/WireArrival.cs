using System.Security.Cryptography;
using System.Text;
using Broadsheet.Formats;

namespace Broadsheet.Core.Wire;

/// <summary>A delivery with the key it is kept under.</summary>
/// <param name="Delivery">What came.</param>
/// <param name="Source">The provider; <see cref="Unread"/> where nothing could be read.</param>
/// <param name="Guid">The provider's identifier, or the place in the file.</param>
/// <param name="Version">The provider's version; 0 where nothing could be read.</param>
/// <param name="Format">Format as read; empty where nothing could be read.</param>
/// <param name="Hash">SHA-256 of the bytes, lower-case hexadecimal.</param>
/// <param name="Bytes">What is kept.</param>
internal sealed record WireArrival(WireDelivery Delivery, string Source, string Guid, long Version, string Format, string Hash, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Stands for the provider of what was refused or carries no article.</summary>
    internal const string Unread = "unread";

    /// <summary>Longest identifier and provider, in characters: both are part of a key of the database.</summary>
    private const int MaxKey = 500;

    /// <summary>The item, where there is one that can be filed.</summary>
    internal NewsItem? News { get; private init; }

    /// <summary>Why it was refused.</summary>
    internal string? Refusal { get; private init; }

    /// <summary>Why it carries no article.</summary>
    internal string? SkipReason { get; private init; }

    /// <summary>The identifier as the file gave it; null where it gave none.</summary>
    internal string? ReadGuid { get; private init; }

    /// <summary>Items of the same provider that this one says are to be withdrawn.</summary>
    internal IEnumerable<string> Cancels =>
        News?.Links.Where(l => l.Relation == "cancels" && l.Guid != Guid && IsKey(l.Guid)).Select(l => l.Guid).Distinct(StringComparer.Ordinal) ?? [];

    /// <summary>All items that it decides on: no two of a batch may decide on the same one.</summary>
    internal IEnumerable<(string Source, string Guid)> Keys => Cancels.Prepend(Guid).Select(guid => (Source, guid));

    internal static WireArrival Of(WireDelivery delivery) => delivery.Reading switch
    {
        WireReading.Found { Item: var news } when IsKey(news.Guid) && IsKey(news.Source) =>
            new(delivery, news.Source, news.Guid, news.Version, news.Format, Sha256(news.Raw.Span), news.Raw) { News = news, ReadGuid = news.Guid },
        WireReading.Found => WithoutItem(delivery, null, $"its identifier or provider is longer than {MaxKey} characters, or has characters that no identifier has", refused: true),
        WireReading.Skipped s => WithoutItem(delivery, s.Guid, s.Reason, refused: false),
        WireReading.Refused r => WithoutItem(delivery, r.Guid, r.Reason, refused: true),
        _ => throw new InvalidOperationException("A reading is found, skipped or refused."),
    };

    private static WireArrival WithoutItem(WireDelivery delivery, string? guid, string reason, bool refused)
    {
        if (guid is not null && !IsKey(guid)) guid = null;
        reason = WireWords.Line(reason);
        var bytes = Encoding.UTF8.GetBytes($"{delivery.FileName}:{delivery.Reading.Line}: {reason}");
        return new(delivery, Unread, guid ?? $"{WireWords.Line(delivery.FileName)}#{delivery.Position}", 0, "", Sha256(bytes), bytes)
        {
            Refusal = refused ? reason : null,
            SkipReason = refused ? null : reason,
            ReadGuid = guid,
        };
    }

    private static bool IsKey(string text) => text.Length is > 0 and <= MaxKey && !text.Any(c => char.IsControl(c) || char.IsSurrogate(c));

    private static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

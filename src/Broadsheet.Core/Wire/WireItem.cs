namespace Broadsheet.Core.Wire;

/// <summary>What became of a wire item.</summary>
public enum WireStatus
{
    /// <summary>It made an article.</summary>
    Created = 0,

    /// <summary>It changed an article.</summary>
    Updated = 1,

    /// <summary>It was here before, to the letter.</summary>
    Unchanged = 2,

    /// <summary>It makes no article; the reason is kept.</summary>
    Skipped = 3,

    /// <summary>It was refused; the reason is kept and the bytes can be replayed.</summary>
    Failed = 4,
}

/// <summary>One version of a wire item, kept whole.</summary>
public sealed class WireItem
{
    private const int MostHashes = 50;

    /// <summary>Internal key.</summary>
    public long Id { get; private set; }

    /// <summary>The provider.</summary>
    public required string Source { get; init; }

    /// <summary>The provider's permanent identifier.</summary>
    public required string Guid { get; init; }

    /// <summary>The provider's version. (Source, Guid, Version) is unique.</summary>
    public long Version { get; init; }

    /// <summary>Format as read: <c>ninjs 2.1</c>.</summary>
    public string Format { get; set; } = "";

    /// <summary>When it came.</summary>
    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>The file's name without its folder.</summary>
    public string FileName { get; set; } = "";

    /// <summary>Where in the file, from 1; 0 where unknown.</summary>
    public int Line { get; set; }

    /// <summary>What became of it.</summary>
    public WireStatus Status { get; set; }

    /// <summary>Why, where it made no article, or what was left out.</summary>
    public string? Reason { get; set; }

    /// <summary>True where it takes its article from readers: a kill, or held back after it was sent.</summary>
    public bool IsKill { get; set; }

    /// <summary>The article it made or changed.</summary>
    public long? ArticleId { get; set; }

    /// <summary>
    /// SHA-256 of the bytes, lower-case hexadecimal; behind it, after spaces, those of bytes that the same version came with
    /// before, newest first. So what was replaced is known again, and does not come back when an old file is read once more.
    /// </summary>
    public required string RawHash { get; set; }

    /// <summary>True where it holds these bytes, or held them before others of the same version came.</summary>
    /// <param name="hash">SHA-256, lower-case hexadecimal.</param>
    public bool HasBytes(string hash) => RawHash.Contains(hash, StringComparison.Ordinal);

    /// <summary>Other bytes of the same version take the place of those before.</summary>
    /// <param name="hash">SHA-256, lower-case hexadecimal.</param>
    public void TakeBytes(string hash)
    {
        if (!HasBytes(hash)) RawHash = string.Join(' ', RawHash.Split(' ').Prepend(hash).Take(MostHashes));
    }
}

/// <summary>The bytes of a wire item, compressed with Brotli.</summary>
public sealed class WireRaw
{
    /// <summary>Key of the <see cref="WireItem"/>.</summary>
    public long WireItemId { get; init; }

    /// <summary>Brotli stream of the item's bytes.</summary>
    public required byte[] Bytes { get; set; }
}

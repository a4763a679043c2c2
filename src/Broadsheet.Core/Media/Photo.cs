namespace Broadsheet.Core.Media;

/// <summary>How far a photo's renditions are.</summary>
public enum PhotoState
{
    /// <summary>JPEG renditions are made when first asked for; the others wait in the background.</summary>
    Pending = 0,

    /// <summary>Every rendition lies in the store.</summary>
    Ready = 1,

    /// <summary>The renditions can't be made; <see cref="Photo.Failure"/> says why.</summary>
    Failed = 2,
}

/// <summary>A picture of the newspaper. The original is kept by content hash and never public.</summary>
public sealed class Photo
{
    /// <summary>Internal key.</summary>
    public long Id { get; private set; }

    /// <summary>Key in bodies, API and export.</summary>
    public Guid PublicId { get; init; } = Guid.CreateVersion7();

    /// <summary>SHA-256 of the original, 64 lower-case hexadecimal digits. Unique.</summary>
    public required string Hash { get; init; }

    /// <summary>Extension of the original's format by its magic bytes: <c>jpg</c>, <c>png</c>, …</summary>
    public required string Format { get; init; }

    /// <summary>Pixels, turned upright.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels, turned upright.</summary>
    public required int Height { get; init; }

    /// <summary>Size of the original in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>How far its renditions are.</summary>
    public PhotoState State { get; private set; }

    /// <summary>Why its renditions failed.</summary>
    public string? Failure { get; private set; }

    /// <summary>The picture's own headline.</summary>
    public string? Headline { get; set; }

    /// <summary>Caption from the file: inline HTML of the dialect. A use of the photo may have its own.</summary>
    public string? Caption { get; set; }

    /// <summary>Alternative text from the file. A use of the photo may have its own.</summary>
    public string? AltText { get; set; }

    /// <summary>Credit line without brackets.</summary>
    public string? Credit { get; set; }

    /// <summary>Who took or drew it.</summary>
    public string? Creator { get; set; }

    /// <summary>Copyright notice.</summary>
    public string? Copyright { get; set; }

    /// <summary>Conditions of use.</summary>
    public string? UsageTerms { get; set; }

    /// <summary>When it was taken: ISO 8601, as precise as is known (<c>2023</c>, <c>2023-09-12</c>).</summary>
    public string? TakenOn { get; set; }

    /// <summary>Where it was taken.</summary>
    public string? Place { get; set; }

    /// <summary>When it came into the house.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>All renditions lie in the store.</summary>
    public void RenditionsMade() => (State, Failure) = (PhotoState.Ready, null);

    /// <summary>The renditions can't be made.</summary>
    public void RenditionsFailed(string reason) => (State, Failure) = (PhotoState.Failed, reason);
}

using Microsoft.Extensions.Primitives;

namespace Broadsheet.Web.Press;

/// <summary>A page as bytes, in every coding that is ready, with its headers made beforehand: sending it allocates nothing that grows with it.</summary>
public sealed class Sheet
{
    // Of Brotli's qualities the one that takes about as long as the fastest gzip.
    private const int Quick = 1;
    private Coded? _brotli;
    private Coded? _gzip;
    private string? _keysWithCommas;

    /// <param name="status">HTTP status.</param>
    /// <param name="contentType">With its charset.</param>
    /// <param name="body">The bytes.</param>
    /// <param name="tags">What it was made from.</param>
    /// <param name="expiresAt">When it changes by the clock alone.</param>
    public Sheet(int status, string contentType, byte[] body, IReadOnlyList<string> tags, DateTimeOffset? expiresAt)
    {
        (Status, ContentType, Tags, ExpiresAt) = (status, contentType, tags, expiresAt?.ToUnixTimeMilliseconds() ?? long.MaxValue);
        Hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(body).AsSpan(0, 12));
        Plain = new Coded(body, $"\"{Hash}\"", null);
        Keys = SurrogateKeys.Of(tags);
    }

    /// <summary>HTTP status: 200 or 410.</summary>
    public int Status { get; }

    /// <summary>Media type with charset.</summary>
    public StringValues ContentType { get; }

    /// <summary>What it was made from.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary><see cref="Tags"/> as a CDN knows them, separated by spaces.</summary>
    public StringValues Keys { get; }

    /// <summary>The same separated by commas; made when it is first asked for.</summary>
    public StringValues KeysWithCommas => _keysWithCommas ??= Keys.ToString().Replace(' ', ',');

    /// <summary>The last life that a CDN was given for a page that ages.</summary>
    internal CdnLife? CdnLife { get; set; }

    /// <summary>Counts the readings of an article's page; null for every other page, and where the server does not count.</summary>
    public ReadingCount? Reading { get; init; }

    /// <summary>The content policy of a page that may load frames; empty for that of every page.</summary>
    public StringValues Policy { get; init; }

    /// <summary>Unix milliseconds from which it is old; <see cref="long.MaxValue"/> for never.</summary>
    public long ExpiresAt { get; }

    /// <summary>The part that the entity tags of all its codings begin with.</summary>
    public string Hash { get; }

    /// <summary>As it is.</summary>
    public Coded Plain { get; }

    /// <summary>Brotli, once it is there.</summary>
    public Coded? Brotli => Volatile.Read(ref _brotli);

    /// <summary>Gzip, once it is there.</summary>
    public Coded? Gzip => Volatile.Read(ref _gzip);

    /// <summary>When it was last served, in <see cref="Environment.TickCount64"/> seconds; for throwing out the least used.</summary>
    public long LastUsed { get; set; } = Environment.TickCount64 / 1000;

    /// <summary>Bytes that it takes, all codings together, with what surrounds them.</summary>
    public long Size => 1024 + (4 * Keys.ToString().Length) + Plain.Bytes.Length + (Brotli?.Bytes.Length ?? 0) + (Gzip?.Bytes.Length ?? 0);

    /// <summary>The size that the press has counted for it; only the press sets it.</summary>
    internal long Counted { get; set; }

    /// <summary>Makes the compressed forms, fast or small.</summary>
    public void Compress(bool small)
    {
        if (Plain.Bytes.Length < 512) return;
        Volatile.Write(ref _brotli, new Coded(Encoding.Brotli(Plain.Bytes, small ? 11 : Quick), $"\"{Hash}-br{(small ? "11" : "")}\"", "br"));
        Volatile.Write(ref _gzip, new Coded(Encoding.Gzip(Plain.Bytes, small), $"\"{Hash}-gz{(small ? "9" : "")}\"", "gzip"));
    }
}

/// <summary>A sheet in one content coding.</summary>
/// <param name="Bytes">The body.</param>
/// <param name="Tag">The strong entity tag of these very bytes.</param>
/// <param name="Encoding">The coding's name; null for none.</param>
public sealed record Coded(byte[] Bytes, string Tag, string? Encoding)
{
    /// <summary><see cref="Tag"/> as a header.</summary>
    public StringValues TagHeader { get; } = Tag;

    /// <summary><see cref="Encoding"/> as a header.</summary>
    public StringValues EncodingHeader { get; } = Encoding;
}

using System.Buffers;
using System.IO.Compression;
using System.Numerics;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Web.Press;

/// <summary>Content codings (RFC 9110, section 12.5.3): which a client takes, and how they are made.</summary>
internal static class Encoding
{
    /// <summary>True where a client's Accept-Encoding takes a coding.</summary>
    internal static bool Takes(string accept, string name)
    {
        // What every browser sends; the parser is for the rest.
        if (accept.Length == 0) return false;
        if (!accept.Contains("q=", StringComparison.OrdinalIgnoreCase) && !accept.Contains('*', StringComparison.Ordinal)) return Named(accept, name);
        return StringWithQualityHeaderValue.TryParseList([accept], out var codings) && Takes(codings, name);
    }

    internal static byte[] Brotli(byte[] body, int quality)
    {
        var packed = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(body.Length));
        try
        {
            // The smallest window that holds the page: a larger one costs memory and time on both sides and finds nothing more.
            var window = Math.Clamp(32 - BitOperations.LeadingZeroCount((uint)body.Length + 16), 10, 22);
            if (!BrotliEncoder.TryCompress(body, packed, out var length, quality, window)) throw new InvalidOperationException("Brotli did not fit its own bound.");
            return packed[..length];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(packed);
        }
    }

    internal static byte[] Gzip(byte[] body, bool small)
    {
        using var packed = new MemoryStream(body.Length / 2);
        using (var gzip = new GZipStream(packed, small ? CompressionLevel.SmallestSize : CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(body);
        return packed.ToArray();
    }

    private static bool Named(ReadOnlySpan<char> accept, ReadOnlySpan<char> name)
    {
        foreach (var part in accept.Split(','))
            if (accept[part].Trim().Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool Takes(IList<StringWithQualityHeaderValue> codings, string name) =>
        codings.FirstOrDefault(c => c.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } named ? named.Quality is null or > 0
        : codings.FirstOrDefault(c => c.Value == "*") is { } any && any.Quality is null or > 0;
}

using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Web.Press;

/// <summary>Chooses and makes the content coding of a response (RFC 9110, section 12.5.3).</summary>
internal static class Encoding
{
    private const int Smallest = 512;

    /// <summary>The body in the best coding that the client takes: Brotli, gzip, or as it is (null).</summary>
    internal static (byte[] Bytes, string? Name) For(string accept, byte[] body)
    {
        if (body.Length < Smallest || accept.Length == 0 || !StringWithQualityHeaderValue.TryParseList([accept], out var codings)) return (body, null);
        if (Takes(codings, "br")) return (Brotli(body), "br");
        return Takes(codings, "gzip") ? (Gzip(body), "gzip") : (body, null);
    }

    /// <summary>True where a client's Accept-Encoding takes a coding.</summary>
    internal static bool Takes(string accept, string name) =>
        accept.Length > 0 && StringWithQualityHeaderValue.TryParseList([accept], out var codings) && Takes(codings, name);

    private static bool Takes(IList<StringWithQualityHeaderValue> codings, string name) =>
        codings.FirstOrDefault(c => c.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } named ? named.Quality is null or > 0
        : codings.FirstOrDefault(c => c.Value == "*") is { } any && any.Quality is null or > 0;

    private static byte[] Brotli(byte[] body)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body, packed, out var length, quality: 5, window: 22) ? packed[..length] : throw new InvalidOperationException("Brotli did not fit its own bound.");
    }

    private static byte[] Gzip(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(body);
        return packed.ToArray();
    }
}

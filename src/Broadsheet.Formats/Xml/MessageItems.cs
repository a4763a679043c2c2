using System.Runtime.CompilerServices;
using System.Text;

namespace Broadsheet.Formats.Xml;

/// <summary>The items of a message, read from its stream one after the other.</summary>
internal static class MessageItems
{
    /// <summary>Reads items until the stream ends or nothing more can be made of it.</summary>
    /// <param name="input">The message, nothing of it consumed.</param>
    /// <param name="itemNames">Names of elements that are items, without prefix.</param>
    /// <param name="limits">Limits of size and depth.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async IAsyncEnumerable<ScannedItem> ReadAsync(
        XmlInput input, IReadOnlySet<string> itemNames, WireLimits limits, [EnumeratorCancellation] CancellationToken ct)
    {
        var scanner = new ItemScanner(itemNames, limits.MaxItemBytes, limits.MaxDepth);
        var encoding = input.Opening.Encoding;
        var asWritten = encoding is UTF8Encoding or ASCIIEncoding;
        var stream = asWritten ? input.Rest : Encoding.CreateTranscodingStream(input.Rest, encoding, XmlEncoding.Utf8, leaveOpen: true);
        await using var closing = stream.ConfigureAwait(false);
        var chunk = new byte[16 * 1024];
        while (!scanner.IsBroken)
        {
            var (read, problem) = await ReadAsync(stream, chunk, ct);
            if (problem is not null)
            {
                yield return new ScannedItem(0, null, problem);
                yield break;
            }
            if (read == 0)
                scanner.Finish();
            else
                scanner.Feed(chunk.AsSpan(0, read));
            while (scanner.TryTake(out var scanned))
                yield return scanned!;
            if (read == 0)
                yield break;
        }
    }

    private static async Task<(int Read, string? Problem)> ReadAsync(Stream stream, byte[] chunk, CancellationToken ct)
    {
        try
        {
            return (await stream.ReadAsync(chunk, ct), null);
        }
        catch (DecoderFallbackException problem)
        {
            return (0, "the bytes are not valid in the encoding that the file names: " + problem.Message);
        }
    }
}

using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Broadsheet.Formats.Ninjs;

/// <summary>
/// Reads IPTC ninjs 1.0 to 3.1: a file of one object, an array of them, a list inside wrapping objects, or JSON lines.
/// Unknown properties are passed over; known ones of the wrong type, a missing <c>uri</c>, values outside an enumeration
/// and dates that are none refuse their item, and the rest goes on.
/// </summary>
public static class NinjsReader
{
    /// <summary>
    /// Reads the items of a stream one by one as they arrive, holding one at a time.
    /// </summary>
    /// <param name="json">UTF-8, or UTF-16 of either byte order, with or without byte order mark. Stays open.</param>
    /// <param name="limits">What no item may exceed.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>
    /// One reading for each item, in order of the file, with the line where it begins or, where it is refused, where it
    /// goes wrong. <see cref="NewsItem.Raw"/> is the item's own bytes (transcoded to UTF-8 where the file is UTF-16).
    /// </returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> asked for it.</exception>
    public static async IAsyncEnumerable<WireReading> ReadAsync(Stream json, WireLimits limits, [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(limits);
        await foreach (var piece in new JsonItems(json, limits).ReadAsync(ct).WithCancellation(ct))
        {
            ct.ThrowIfCancellationRequested();
            yield return Read(piece, limits);
        }
    }

    private static WireReading Read(JsonPiece piece, WireLimits limits)
    {
        if (piece.Empty) return new WireReading.Skipped(null, "an empty list") { Line = piece.Line };
        if (piece.Problem is { } problem) return new WireReading.Refused(null, problem) { Line = piece.Line };
        var bytes = piece.Bytes;
        if (InvalidUtf8(bytes) is { } invalid) return Refused(null, "a byte that is not UTF-8", invalid);
        try
        {
            if (RuleCheck.Unreadable(bytes, limits.MaxDepth) is { } unreadable) return Refused(null, unreadable.Reason, unreadable.At);
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = limits.MaxDepth, AllowDuplicateProperties = false });
            var ninjs = NinjsVersion.Of(document.RootElement);
            var check = new RuleCheck(bytes, limits.MaxDepth, strict: ninjs.Major is 0 or >= 3, wordsForDates: ninjs.Major is 0 or 1);
            var uri = document.RootElement.Text("uri");
            if (check.Run() is { } broken) return Refused(uri, broken.Reason, broken.At);
            if (uri is null) return Refused(null, "uri is empty; it must name the item", 0);
            return NinjsItem.Read(document.RootElement, ninjs, limits, bytes) with { Line = piece.Line };
        }
        catch (JsonException e)
        {
            return new WireReading.Refused(null, "not JSON: " + Short(e.Message)) { Line = piece.Line + (int)(e.LineNumber ?? 0) };
        }

        WireReading.Refused Refused(string? guid, string reason, long at) =>
            new(guid, reason) { Line = piece.Line + bytes.AsSpan(0, (int)at).Count((byte)'\n') };
    }

    private static long? InvalidUtf8(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes)) return null;
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done) at += length;
        return at;
    }

    // The parser ends its messages with a position inside the item, which would contradict the file's line.
    private static string Short(string message) => message.Split(" LineNumber:", 2)[0];
}

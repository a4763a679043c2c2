using System.Text;

namespace Broadsheet.Formats.Ninjs;

/// <summary>
/// Bytes of a stream as UTF-8: a byte order mark is dropped, and UTF-16 of either byte order, marked or not, is
/// transcoded (lone surrogates become U+FFFD). UTF-8 itself passes unchanged and unchecked.
/// </summary>
internal sealed class Utf8Source(Stream stream)
{
    private readonly char[] _chars = new char[8 * 1024];
    private readonly byte[] _first = new byte[4];
    private int _firstLength;
    private int _firstUsed;
    private bool _sniffed;
    private Decoder? _decoder;
    private Encoder? _encoder;

    /// <summary>Reads into <paramref name="room"/> (at least 64 bytes); 0 at the end of the stream.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> room, CancellationToken ct)
    {
        if (!_sniffed) await SniffAsync(ct);
        if (_decoder is null) return await ReadRawAsync(room, ct);
        // Two bytes of UTF-16 become at most three of UTF-8; the rest of the room covers what coder and decoder kept back.
        var raw = new byte[Math.Min(room.Length / 2 - 8, _chars.Length)];
        while (true)
        {
            var read = await ReadRawAsync(raw, ct);
            var chars = _decoder.GetChars(raw.AsSpan(0, read), _chars, flush: read == 0);
            var written = _encoder!.GetBytes(_chars.AsSpan(0, chars), room.Span, flush: read == 0);
            if (written > 0 || read == 0) return written;
        }
    }

    private async ValueTask<int> ReadRawAsync(Memory<byte> room, CancellationToken ct)
    {
        if (_firstUsed == _firstLength) return await stream.ReadAsync(room, ct);
        var part = _first.AsMemory(_firstUsed, Math.Min(_firstLength - _firstUsed, room.Length));
        part.CopyTo(room);
        _firstUsed += part.Length;
        return part.Length;
    }

    private async ValueTask SniffAsync(CancellationToken ct)
    {
        _sniffed = true;
        _firstLength = await stream.ReadAtLeastAsync(_first, _first.Length, throwOnEndOfStream: false, ct);
        var (encoding, mark) = _first.AsSpan(0, _firstLength) switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (null, 3),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            [not 0, 0, ..] => (Encoding.Unicode, 0),
            [0, not 0, ..] => (Encoding.BigEndianUnicode, 0),
            _ => ((Encoding?)null, 0),
        };
        _firstUsed = mark;
        _decoder = encoding?.GetDecoder();
        _encoder = encoding is null ? null : Encoding.UTF8.GetEncoder();
    }
}

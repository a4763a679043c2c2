using System.Buffers.Binary;

namespace Broadsheet.Formats.PhotoMetadata;

/// <summary>The 'XMP ' chunk of WebP (RFC 9649, section 2.7.1.6). WebP has no place for IIM.</summary>
internal static class WebpPackets
{
    /// <summary>Walks the RIFF chunks.</summary>
    public static PhotoPackets Find(ReadOnlyMemory<byte> file)
    {
        long at = 12;
        while (file.TrySlice(at, 8, out var head))
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(head.Span[4..]);
            if (!file.TrySlice(at + 8, length, out var body))
                break;
            if (head.Span.StartsWith("XMP "u8))
                return new(body, null);
            at += 8 + length + (length & 1);
        }
        return default;
    }
}

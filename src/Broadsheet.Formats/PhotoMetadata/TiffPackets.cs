using System.Buffers.Binary;

namespace Broadsheet.Formats.PhotoMetadata;

/// <summary>XMP (tag 700), IIM (tag 33723) and image resources (tag 34377) in the first directory of a TIFF file.</summary>
internal static class TiffPackets
{
    private const int Xmp = 700, Iptc = 33723, Photoshop = 34377;

    /// <summary>Reads the first image file directory (TIFF 6.0, section 2).</summary>
    public static PhotoPackets Find(ReadOnlyMemory<byte> file)
    {
        var little = file.Span[0] == (byte)'I';
        ReadOnlyMemory<byte>? xmp = null, iim = null, resources = null;
        if (!Number(file, 4, 4, little, out var directory) || !Number(file, directory, 2, little, out var count))
            return default;
        for (long entry = directory + 2; count > 0; count--, entry += 12)
        {
            if (!Number(file, entry, 2, little, out var tag) || !Number(file, entry + 2, 2, little, out var type)
                || !Number(file, entry + 4, 4, little, out var values) || !Number(file, entry + 8, 4, little, out var offset))
                break;
            if (tag is not (Xmp or Iptc or Photoshop) || !file.TrySlice(offset, (long)values * (type == 4 ? 4 : 1), out var value) || value.Length > PhotoPackets.MaxBytes)
                continue;
            if (tag == Xmp)
                xmp = value;
            else if (tag == Iptc)
                iim = value;
            else
                resources = value;
        }
        return new(xmp, iim ?? (resources is { } blocks ? ImageResources.Iim(blocks) : null));
    }

    private static bool Number(ReadOnlyMemory<byte> file, long offset, int size, bool little, out uint value)
    {
        value = 0;
        if (!file.TrySlice(offset, size, out var piece))
            return false;
        value = (size, little) switch
        {
            (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(piece.Span),
            (2, false) => BinaryPrimitives.ReadUInt16BigEndian(piece.Span),
            (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(piece.Span),
            _ => BinaryPrimitives.ReadUInt32BigEndian(piece.Span),
        };
        return true;
    }
}

using System.Buffers.Binary;
using System.IO.Compression;

namespace Broadsheet.Pictures.Files;

/// <summary>Unpacks WOFF 1.0 (W3C Recommendation, 2012) to the plain OpenType file that Skia reads.</summary>
internal static class Woff
{
    private const int HeaderLength = 44;
    private const int EntryLength = 20;

    /// <exception cref="InvalidDataException">The bytes are not WOFF 1.0.</exception>
    public static byte[] Unpack(byte[] woff)
    {
        if (woff.Length < HeaderLength || Number(woff, 0) != 0x774F4646) throw new InvalidDataException("Not a WOFF file.");
        var tables = BinaryPrimitives.ReadUInt16BigEndian(woff.AsSpan(12));
        var font = new byte[Number(woff, 16)];
        woff.AsSpan(4, 4).CopyTo(font);
        WriteSearchHints(font, tables);

        var place = 12 + (16 * tables);
        for (var i = 0; i < tables; i++)
        {
            var entry = HeaderLength + (EntryLength * i);
            var (from, packed, length) = (Number(woff, entry + 4), Number(woff, entry + 8), Number(woff, entry + 12));
            var record = font.AsSpan(12 + (16 * i), 16);
            woff.AsSpan(entry, 4).CopyTo(record);
            woff.AsSpan(entry + 16, 4).CopyTo(record[4..]);
            BinaryPrimitives.WriteInt32BigEndian(record[8..], place);
            BinaryPrimitives.WriteInt32BigEndian(record[12..], length);
            if (packed < length)
            {
                using var stream = new ZLibStream(new MemoryStream(woff, from, packed), CompressionMode.Decompress);
                stream.ReadExactly(font, place, length);
            }
            else woff.AsSpan(from, length).CopyTo(font.AsSpan(place));
            place += (length + 3) & ~3;
        }
        return font;
    }

    private static void WriteSearchHints(byte[] font, ushort tables)
    {
        var power = (int)Math.Log2(tables);
        var range = (1 << power) * 16;
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(4), tables);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(6), (ushort)range);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(10), (ushort)((tables * 16) - range));
    }

    private static int Number(byte[] bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
}

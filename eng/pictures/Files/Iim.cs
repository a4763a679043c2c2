using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Broadsheet.Pictures.Files;

/// <summary>Packs the facts of a picture as IPTC-IIM 4.2 data sets inside a Photoshop resource block (JPEG APP13).</summary>
internal static class Iim
{
    private static readonly byte[] Utf8Marker = [0x1B, 0x25, 0x47];

    /// <summary>The payload of the APP13 segment.</summary>
    public static byte[] Pack(PictureFacts facts)
    {
        using var sets = new MemoryStream();
        Write(sets, 1, 90, Utf8Marker);
        Write(sets, 2, 0, [0, 4]);
        Write(sets, 2, 5, facts.Name, 64);
        Write(sets, 2, 55, facts.Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture), 8);
        Write(sets, 2, 80, facts.Creator, 32);
        Write(sets, 2, 90, facts.City, 32);
        Write(sets, 2, 101, facts.Country, 64);
        Write(sets, 2, 105, facts.Headline, 256);
        Write(sets, 2, 110, facts.Credit, 32);
        Write(sets, 2, 115, facts.Source, 32);
        Write(sets, 2, 116, facts.Copyright, 128);
        Write(sets, 2, 120, facts.Caption, 2000);
        return Wrap(sets.ToArray());
    }

    /// <summary>Puts a text into a data set, cut to the octets that the standard allows without breaking a character.</summary>
    private static void Write(Stream sets, byte record, byte number, string text, int longest)
    {
        if (text.Length == 0) return;
        var bytes = Encoding.UTF8.GetBytes(text);
        var length = Math.Min(bytes.Length, longest);
        while (length < bytes.Length && (bytes[length] & 0xC0) == 0x80) length--;
        Write(sets, record, number, bytes.AsSpan(0, length));
    }

    private static void Write(Stream sets, byte record, byte number, ReadOnlySpan<byte> value)
    {
        Span<byte> head = [0x1C, record, number, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[3..], (ushort)value.Length);
        sets.Write(head);
        sets.Write(value);
    }

    private static byte[] Wrap(byte[] sets)
    {
        using var block = new MemoryStream();
        block.Write("Photoshop 3.0\0"u8);
        block.Write("8BIM"u8);
        block.Write([0x04, 0x04, 0, 0]);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, sets.Length);
        block.Write(length);
        block.Write(sets);
        if (sets.Length % 2 == 1) block.WriteByte(0);
        return block.ToArray();
    }
}

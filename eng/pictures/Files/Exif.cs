using System.Buffers.Binary;

namespace Broadsheet.Pictures.Files;

/// <summary>Packs a place on the globe as an Exif GPS directory (CIPA DC-008, 4.6.6), big-endian.</summary>
internal static class Exif
{
    private const ushort Ascii = 2, Long = 4, Rational = 5;
    private const int HeaderLength = 6;

    /// <summary>The payload of the APP1 segment.</summary>
    public static byte[] Pack(Place place)
    {
        const int gps = 8 + 2 + 12 + 4;
        const int values = gps + 2 + (4 * 12) + 4;
        var bytes = new byte[HeaderLength + values + (2 * 24)];
        "Exif\0\0"u8.CopyTo(bytes);
        var tiff = bytes.AsSpan(HeaderLength);
        "MM\0*\0\0\0\u0008"u8.CopyTo(tiff);

        BinaryPrimitives.WriteUInt16BigEndian(tiff[8..], 1);
        Entry(tiff[10..], 0x8825, Long, 1, gps);

        BinaryPrimitives.WriteUInt16BigEndian(tiff[gps..], 4);
        Letter(tiff[(gps + 2)..], 1, place.Latitude < 0 ? 'S' : 'N');
        Entry(tiff[(gps + 14)..], 2, Rational, 3, values);
        Letter(tiff[(gps + 26)..], 3, place.Longitude < 0 ? 'W' : 'E');
        Entry(tiff[(gps + 38)..], 4, Rational, 3, values + 24);
        Angle(tiff[values..], place.Latitude);
        Angle(tiff[(values + 24)..], place.Longitude);
        return bytes;
    }

    private static void Entry(Span<byte> entry, ushort tag, ushort type, int count, int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(entry, tag);
        BinaryPrimitives.WriteUInt16BigEndian(entry[2..], type);
        BinaryPrimitives.WriteInt32BigEndian(entry[4..], count);
        BinaryPrimitives.WriteInt32BigEndian(entry[8..], value);
    }

    private static void Letter(Span<byte> entry, ushort tag, char letter)
    {
        Entry(entry, tag, Ascii, 2, 0);
        entry[8] = (byte)letter;
    }

    /// <summary>Degrees, minutes and hundredths of seconds as three fractions.</summary>
    private static void Angle(Span<byte> fractions, double value)
    {
        var hundredths = (int)Math.Round(Math.Abs(value) * 360_000);
        int[] parts = [hundredths / 360_000, 1, hundredths / 6_000 % 60, 1, hundredths % 6_000, 100];
        for (var i = 0; i < parts.Length; i++) BinaryPrimitives.WriteInt32BigEndian(fractions[(i * 4)..], parts[i]);
    }
}

using System.Buffers.Binary;

namespace Broadsheet.Pictures.Files;

/// <summary>Puts the metadata segments of a picture into a JPEG file, right after its start (ITU-T T.81, annex B).</summary>
internal static class Metadata
{
    private const byte App1 = 0xE1, App13 = 0xED;
    private const int StartLength = 2;

    /// <summary>The same picture with XMP, IPTC-IIM and, where it has a place, Exif.</summary>
    /// <exception cref="InvalidDataException">A segment would be longer than the 65,533 bytes that JPEG allows.</exception>
    public static byte[] Insert(byte[] jpeg, PictureFacts facts)
    {
        using var whole = new MemoryStream();
        whole.Write(jpeg.AsSpan(0, StartLength));
        var rest = AfterJfif(jpeg);
        whole.Write(jpeg.AsSpan(StartLength, rest - StartLength));
        if (facts.Gps is { } place) Write(whole, App1, Exif.Pack(place));
        Write(whole, App1, Xmp.Pack(facts));
        Write(whole, App13, Iim.Pack(facts));
        whole.Write(jpeg.AsSpan(rest));
        return whole.ToArray();
    }

    private static int AfterJfif(byte[] jpeg) => jpeg[2] == 0xFF && jpeg[3] == 0xE0
        ? StartLength + 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(4))
        : StartLength;

    private static void Write(Stream whole, byte marker, byte[] payload)
    {
        if (payload.Length > 0xFFFD) throw new InvalidDataException("A metadata segment is too long.");
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(payload.Length + 2));
        whole.Write(head);
        whole.Write(payload);
    }
}

namespace Broadsheet.Formats.PhotoMetadata;

/// <summary>Photoshop's image resource blocks, in which IIM stands in JPEG and often in TIFF and PNG.</summary>
internal static class ImageResources
{
    private const int IptcNaa = 0x0404;

    /// <summary>What an APP13 segment with image resources begins with.</summary>
    public static ReadOnlySpan<byte> Header => "Photoshop 3.0\0"u8;

    /// <summary>The IIM data sets of resource 0x0404, or null. Takes bare data sets as they are.</summary>
    public static ReadOnlyMemory<byte>? Iim(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith(Header))
            bytes = bytes[Header.Length..];
        if (bytes.Length > 0 && bytes.Span[0] == IimDataSet.Marker)
            return bytes;
        while (bytes.Span.StartsWith("8BIM"u8) && bytes.TryNumber(4, 2, out var id) && bytes.TryNumber(6, 1, out var nameLength))
        {
            var sizeAt = 6 + Even(1 + nameLength);
            if (!bytes.TryNumber(sizeAt, 4, out var size) || !bytes.TrySlice(sizeAt + 4, size, out var data))
                return null;
            if (id == IptcNaa)
                return data;
            if (!bytes.TrySlice(sizeAt + 4 + Even(size), Math.Max(0, bytes.Length - sizeAt - 4 - Even(size)), out bytes))
                return null;
        }
        return null;
    }

    /// <summary>Data sets in a resource block with the header, as an APP13 segment holds them.</summary>
    public static byte[] Wrap(ReadOnlySpan<byte> iim)
    {
        var length = (uint)iim.Length;
        byte[] pad = iim.Length % 2 == 0 ? [] : [0];
        return
        [
            .. Header, .. "8BIM"u8, IptcNaa >> 8, IptcNaa & 0xFF, 0, 0,
            (byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length, .. iim, .. pad,
        ];
    }

    private static long Even(long length) => length + (length & 1);
}

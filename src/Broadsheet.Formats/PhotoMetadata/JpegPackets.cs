namespace Broadsheet.Formats.PhotoMetadata;

/// <summary>XMP in APP1 (XMP specification part 3, section 1.1.3) and image resources in APP13 of a JPEG file.</summary>
internal static class JpegPackets
{
    private static ReadOnlySpan<byte> XmpHeader => "http://ns.adobe.com/xap/1.0/\0"u8;

    /// <summary>Walks the segments up to the first scan.</summary>
    public static PhotoPackets Find(ReadOnlyMemory<byte> file)
    {
        ReadOnlyMemory<byte>? xmp = null;
        var resources = new List<byte>();
        long at = 2;
        while (file.TryNumber(at, 2, out var marker) && marker >> 8 == 0xFF)
        {
            if (marker == 0xFFFF)
            {
                at++;
                continue;
            }
            if (marker is 0xFFDA or 0xFFD9 || !file.TryNumber(at + 2, 2, out var length) || !file.TrySlice(at + 4, length - 2, out var body))
                break;
            if (marker == 0xFFE1 && body.Span.StartsWith(XmpHeader))
                xmp ??= body[XmpHeader.Length..];
            else if (marker == 0xFFED && body.Span.StartsWith(ImageResources.Header) && resources.Count < PhotoPackets.MaxBytes)
                resources.AddRange(body.Span[ImageResources.Header.Length..]);
            at += 2 + length;
        }
        return new(xmp, resources.Count == 0 ? null : ImageResources.Iim(resources.ToArray()));
    }
}

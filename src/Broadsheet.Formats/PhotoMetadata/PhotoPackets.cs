namespace Broadsheet.Formats.PhotoMetadata;

/// <summary>The packets of metadata that a picture file carries, undecoded.</summary>
/// <param name="Xmp">The XMP packet, or null.</param>
/// <param name="Iim">IPTC-IIM: bare data sets, or still inside Photoshop's image resources; or null.</param>
internal readonly record struct PhotoPackets(ReadOnlyMemory<byte>? Xmp, ReadOnlyMemory<byte>? Iim)
{
    /// <summary>Largest packet looked at, in bytes; a larger one counts as absent.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Finds the packets by the file's first bytes; none in a file of another kind.</summary>
    public static PhotoPackets Find(ReadOnlyMemory<byte> file)
    {
        var start = file.Span;
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return JpegPackets.Find(file);
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return PngPackets.Find(file);
        if (start.StartsWith("RIFF"u8) && start.Length > 12 && start[8..].StartsWith("WEBP"u8))
            return WebpPackets.Find(file);
        if (start.StartsWith("II*\0"u8) || start.StartsWith("MM\0*"u8))
            return TiffPackets.Find(file);
        return start.Length > 12 && start[4..].StartsWith("ftyp"u8) ? HeifPackets.Find(file) : default;
    }
}

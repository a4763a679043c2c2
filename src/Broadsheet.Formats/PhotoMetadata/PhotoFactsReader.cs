namespace Broadsheet.Formats.PhotoMetadata;

/// <summary>
/// Reads what a picture file says of itself. Where XMP and IIM differ XMP wins, field by field. Never throws for what the
/// bytes hold: a broken packet gives the facts of the other and a line in <see cref="PhotoFacts.Warnings"/>.
/// </summary>
public static class PhotoFactsReader
{
    /// <summary>Reads a whole JPEG, PNG, WebP, AVIF, HEIC or TIFF file; no facts from anything else.</summary>
    /// <param name="file">The file's bytes, of any size and any content.</param>
    public static PhotoFacts Read(ReadOnlyMemory<byte> file)
    {
        var packets = PhotoPackets.Find(file);
        return FromPackets(packets.Xmp, packets.Iim);
    }

    /// <summary>Reads the stream to its end, into memory: the caller limits its size.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static PhotoFacts Read(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var whole = new MemoryStream();
        file.CopyTo(whole);
        return Read(whole.ToArray());
    }

    /// <summary>Reads packets that somebody else took out of a file.</summary>
    /// <param name="xmp">An XMP packet in UTF-8, UTF-16 or UTF-32, with or without wrapper; null for none.</param>
    /// <param name="iim">IIM data sets, bare or in Photoshop's image resources with or without header; null for none.</param>
    public static PhotoFacts FromPackets(ReadOnlyMemory<byte>? xmp, ReadOnlyMemory<byte>? iim)
    {
        var first = xmp is { Length: > 0 } x ? XmpFacts.Read(x) : PacketFacts.None;
        var second = iim is { Length: > 0 } i ? IimFacts.Read(i) : PacketFacts.None;
        return first.Over(second);
    }
}

namespace Broadsheet.Core.Media;

/// <summary>Picture formats that a newspaper takes in; renditions go out in the first three.</summary>
public enum PhotoFormat
{
    /// <summary>AV1 Image File Format.</summary>
    Avif,

    /// <summary>WebP (RFC 9649).</summary>
    WebP,

    /// <summary>JPEG (ITU-T T.81).</summary>
    Jpeg,

    /// <summary>PNG (ISO/IEC 15948).</summary>
    Png,

    /// <summary>TIFF 6.0.</summary>
    Tiff,

    /// <summary>High Efficiency Image File, mostly coded as HEVC.</summary>
    Heic,
}

/// <summary>Names of formats, and which format bytes are in.</summary>
public static class PhotoFormats
{
    /// <summary>Formats that are refused, by how their files begin, with the name that the refusal gives them.</summary>
    private static readonly (byte[] Start, string Name)[] Refused =
    [
        ("GIF8"u8.ToArray(), "GIF"), ("%PDF"u8.ToArray(), "PDF"), ("8BPS"u8.ToArray(), "Photoshop (PSD)"), ("BM"u8.ToArray(), "BMP"),
        ([0xFF, 0x0A], "JPEG XL"), ([0, 0, 0, 0x0C, .. "JXL "u8], "JPEG XL"), ([0, 0, 0, 0x0C, .. "jP  "u8], "JPEG 2000"),
        ([0, 0, 1, 0], "Windows icon"), ("FUJIFILM"u8.ToArray(), "camera raw"), ("PK"u8.ToArray(), "ZIP archive"),
        ("%!PS"u8.ToArray(), "PostScript"), ("v/1\x01"u8.ToArray(), "OpenEXR"), ("\x1F\x8B"u8.ToArray(), "gzip"),
    ];

    /// <summary>The file name extension without dot, lower case.</summary>
    public static string Extension(this PhotoFormat format) => format switch
    {
        PhotoFormat.Jpeg => "jpg",
        PhotoFormat.Tiff => "tif",
        _ => Enum.GetName(format)?.ToLowerInvariant() ?? throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>The format that has a file name extension.</summary>
    /// <exception cref="ArgumentException">None has it.</exception>
    public static PhotoFormat OfExtension(string extension) =>
        Enum.GetValues<PhotoFormat>().Cast<PhotoFormat?>().FirstOrDefault(f => f!.Value.Extension() == extension)
        ?? throw new ArgumentException($"'{extension}' is no extension of a photo.", nameof(extension));

    /// <summary>The media type (RFC 6838): <c>image/avif</c>.</summary>
    public static string MediaType(this PhotoFormat format) => format switch
    {
        PhotoFormat.Jpeg => "image/jpeg",
        PhotoFormat.Tiff => "image/tiff",
        _ => "image/" + format.Extension(),
    };

    /// <summary>The name for people.</summary>
    public static string Name(this PhotoFormat format) => format is PhotoFormat.WebP ? "WebP" : format.ToString().ToUpperInvariant();

    /// <summary>The format by the first bytes, or null for everything that is not taken. A file's name is never asked.</summary>
    public static PhotoFormat? Recognise(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return PhotoFormat.Jpeg;
        if (file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return PhotoFormat.Png;
        if (file.StartsWith("RIFF"u8) && file.Length > 12 && file[8..].StartsWith("WEBP"u8))
            return PhotoFormat.WebP;
        if (IsTiff(file))
            return file.Length > 10 && file[8..].StartsWith("CR"u8) ? null : PhotoFormat.Tiff;
        return file.Length > 12 && file[4..].StartsWith("ftyp"u8) ? Heif(file) : null;
    }

    /// <summary>What a refused file is, in words.</summary>
    internal static string NameOfRefused(ReadOnlySpan<byte> file)
    {
        foreach (var (start, name) in Refused)
        {
            if (file.StartsWith(start))
                return name;
        }
        if (IsTiff(file))
            return "camera raw";
        if (file.Length > 12 && file[4..].StartsWith("ftyp"u8))
            return "video or another ISO media file";
        var head = file[..Math.Min(file.Length, 4096)];
        if (head.IndexOf("<svg"u8) >= 0)
            return "SVG";
        return head.TrimStart((byte)' ').StartsWith("<"u8) ? "HTML or XML" : "a file of an unknown kind";
    }

    private static bool IsTiff(ReadOnlySpan<byte> file) =>
        file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8) || file.StartsWith("II+\0"u8) || file.StartsWith("MM\0+"u8);

    /// <summary>AVIF or HEIC by the brands of the 'ftyp' box (ISO/IEC 14496-12, section 4.3), at most 32 of them.</summary>
    private static PhotoFormat? Heif(ReadOnlySpan<byte> file)
    {
        PhotoFormat? found = null;
        var end = Math.Min(file.Length, Math.Min(16 + 4 * 32, (file[2] << 8) | file[3]));
        for (var at = 8; at + 4 <= end; at += 4)
        {
            var brand = file.Slice(at, 4);
            if (brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8))
                return PhotoFormat.Avif;
            if (brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("hevc"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8))
                found = PhotoFormat.Heic;
        }
        return found;
    }
}

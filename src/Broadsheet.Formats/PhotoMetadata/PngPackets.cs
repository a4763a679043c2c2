using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Broadsheet.Formats.PhotoMetadata;

/// <summary>XMP in an iTXt chunk of PNG, and the 'Raw profile type' texts that ImageMagick and ExifTool write.</summary>
internal static class PngPackets
{
    /// <summary>Walks all chunks; check sums are not looked at.</summary>
    public static PhotoPackets Find(ReadOnlyMemory<byte> file)
    {
        ReadOnlyMemory<byte>? xmp = null, iim = null;
        long at = 8;
        while (file.TryNumber(at, 4, out var length) && file.TrySlice(at + 4, 4, out var type) && file.TrySlice(at + 8, length, out var data))
        {
            at += 12 + length;
            if (!type.Span.EndsWith("Xt"u8) || data.Length > PhotoPackets.MaxBytes)
                continue;
            var keywordEnd = data.Span.IndexOf((byte)0);
            if (keywordEnd < 0)
                continue;
            var keyword = Encoding.Latin1.GetString(data.Span[..keywordEnd]);
            if (keyword == "XML:com.adobe.xmp")
                xmp ??= Text(type.Span, data[(keywordEnd + 1)..]);
            else if (keyword is "Raw profile type iptc" or "Raw profile type APP13")
                iim ??= RawProfile(Text(type.Span, data[(keywordEnd + 1)..])) is { } profile ? ImageResources.Iim(profile) : null;
            else if (keyword == "Raw profile type xmp")
                xmp ??= RawProfile(Text(type.Span, data[(keywordEnd + 1)..]));
        }
        return new(xmp, iim);
    }

    /// <summary>The text after a keyword (PNG specification, sections 11.3.3.2 to 11.3.3.4), inflated where it is compressed.</summary>
    private static ReadOnlyMemory<byte>? Text(ReadOnlySpan<byte> type, ReadOnlyMemory<byte> rest)
    {
        if (type.SequenceEqual("tEXt"u8))
            return rest;
        if (type.SequenceEqual("zTXt"u8))
            return rest.Length > 1 ? Inflate(rest[1..]) : null;
        if (rest.Length < 2)
            return null;
        var compressed = rest.Span[0] == 1;
        var text = rest[2..];
        for (var skipped = 0; skipped < 2; skipped++)
        {
            var end = text.Span.IndexOf((byte)0);
            if (end < 0)
                return null;
            text = text[(end + 1)..];
        }
        return compressed ? Inflate(text) : text;
    }

    private static ReadOnlyMemory<byte>? Inflate(ReadOnlyMemory<byte> compressed)
    {
        using var inflated = new MemoryStream();
        using var zlib = new ZLibStream(new MemoryStream(compressed.ToArray()), CompressionMode.Decompress);
        var buffer = new byte[16 * 1024];
        try
        {
            for (var read = zlib.Read(buffer); read > 0; read = zlib.Read(buffer))
            {
                inflated.Write(buffer, 0, read);
                if (inflated.Length > PhotoPackets.MaxBytes)
                    return null;
            }
        }
        catch (InvalidDataException)
        {
            // A broken text is as good as none: the picture itself may still be whole.
            return null;
        }
        return inflated.ToArray();
    }

    /// <summary>A line with the name, a line with the length, then hexadecimal digits in lines.</summary>
    private static byte[]? RawProfile(ReadOnlyMemory<byte>? text)
    {
        if (text is not { } bytes)
            return null;
        var lines = Encoding.Latin1.GetString(bytes.Span).TrimStart().Split('\n', 3);
        if (lines.Length < 3 || !int.TryParse(lines[1], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var length))
            return null;
        var digits = string.Concat(lines[2].Where(char.IsAsciiHexDigit));
        return length >= 0 && digits.Length / 2 >= length ? Convert.FromHexString(digits.AsSpan(0, 2 * length)) : null;
    }
}

using System.Security.Cryptography;
using Broadsheet.Formats.PhotoMetadata;
using NetVips;

namespace Broadsheet.Core.Media;

/// <summary>
/// Looks at a picture before it is taken in: kind by its first bytes, size before anything is decoded, then one full
/// decoding so that a damaged file is found out now and not on the page.
/// </summary>
public static class PhotoIntake
{
    /// <summary>Greatest height in relation to the width; beyond it no rendition would fit into WebP.</summary>
    public const int MaxRatio = 50;

    /// <summary>Inspects a file.</summary>
    /// <param name="path">The file; its extension is not asked.</param>
    /// <param name="options">The limits.</param>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public static PhotoInspection Inspect(string path, MediaOptions options)
    {
        using var stream = File.OpenRead(path);
        return Inspect(stream, options);
    }

    /// <summary>Inspects what the stream holds from here to its end.</summary>
    /// <param name="stream">Read to at most one byte more than the limit.</param>
    /// <param name="options">The limits.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static PhotoInspection Inspect(Stream stream, MediaOptions options)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        using var whole = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            whole.Write(buffer, 0, read);
            if (whole.Length > options.MaxBytes)
                return new PhotoInspection.Refused($"The file is larger than {options.MaxBytes:N0} bytes (setting {MediaOptions.Section}:MaxBytes). Save it smaller, or raise the setting.");
        }
        return Inspect(whole.ToArray(), options);
    }

    private static PhotoInspection Inspect(byte[] file, MediaOptions options)
    {
        if (file.Length == 0)
            return new PhotoInspection.Refused("The file is empty. Fetch it again.");
        if (PhotoFormats.Recognise(file) is not { } format)
            return new PhotoInspection.Refused($"Not taken as a photo: {PhotoFormats.NameOfRefused(file)}. Save it as JPEG, PNG, WebP, AVIF or TIFF.");
        try
        {
            using var image = Codec.Open(file);
            var (width, height) = Codec.UprightSize(image);
            if (RefuseSize(width, height, options) is { } refusal)
                return refusal;
            return new PhotoInspection.Accepted(format, width, height, Convert.ToHexStringLower(SHA256.HashData(file)), AverageColour.Of(image), PhotoFactsReader.Read(file), file);
        }
        catch (VipsException e)
        {
            return new PhotoInspection.Refused(Explain(format, e));
        }
    }

    private static PhotoInspection.Refused? RefuseSize(int width, int height, MediaOptions options)
    {
        if ((long)width * height > options.MaxPixels)
            return new($"The picture has {width:N0} x {height:N0} pixels, more than {options.MaxPixels:N0} (setting {MediaOptions.Section}:MaxPixels). Save it smaller, or raise the setting.");
        return height > (long)MaxRatio * width
            ? new($"The picture has {width:N0} x {height:N0} pixels: it is more than {MaxRatio} times as high as wide. Cut it into pieces.")
            : null;
    }

    private static string Explain(PhotoFormat format, VipsException e)
    {
        // The last line says most; lines that only name the failed call say nothing to a person.
        var detail = e.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .LastOrDefault(l => !l.StartsWith("unable to", StringComparison.Ordinal));
        var reason = format is PhotoFormat.Heic
            ? "This server's codec cannot decode this HEIC picture. Save it as JPEG, PNG, WebP, AVIF or TIFF."
            : $"The {format.Name()} picture is damaged or cut off. Fetch it again, or open it in an image editor and save it anew.";
        return detail is null ? reason : $"{reason} ({detail})";
    }
}

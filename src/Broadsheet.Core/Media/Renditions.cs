using Broadsheet.Formats.PhotoMetadata;
using NetVips;

namespace Broadsheet.Core.Media;

/// <summary>
/// Makes the files that readers get: upright, sRGB of 8 bits, with fresh metadata only. Each call works for 10 ms to
/// seconds on its own thread: call it in the background. Safe to call from several threads at once.
/// </summary>
public static class Renditions
{
    private const int MaxHeight = 16_383;

    /// <summary>Widths in pixels, smallest first.</summary>
    public static IReadOnlyList<int> Widths { get; } = [320, 480, 640, 960, 1280, 1600, 2400];

    /// <summary>Formats in the order in which a <c>picture</c> element offers them.</summary>
    public static IReadOnlyList<PhotoFormat> Formats { get; } = [PhotoFormat.Avif, PhotoFormat.WebP, PhotoFormat.Jpeg];

    /// <summary>
    /// The widths made of a picture: none wider than itself, none higher than WebP allows (16,383 pixels), and always at
    /// least one, the picture's own where it is narrower than all.
    /// </summary>
    /// <param name="width">Pixels of the upright original.</param>
    /// <param name="height">Pixels of the upright original.</param>
    public static IReadOnlyList<int> WidthsFor(int width, int height)
    {
        var fitting = Widths.Where(w => w <= width && HeightFor(width, height, w) <= MaxHeight).ToList();
        return fitting.Count > 0 ? fitting : [Math.Min(width, Widths[0])];
    }

    /// <summary>The height in pixels of the rendition of this width; exactly that of the file.</summary>
    /// <param name="width">Pixels of the upright original.</param>
    /// <param name="height">Pixels of the upright original.</param>
    /// <param name="renditionWidth">One of <see cref="WidthsFor"/>.</param>
    public static int HeightFor(int width, int height, int renditionWidth) =>
        (int)Math.Max(1, ((long)height * renditionWidth + width / 2) / width);

    /// <summary>Makes one rendition.</summary>
    /// <param name="originalPath">An original that <see cref="PhotoIntake"/> accepted.</param>
    /// <param name="facts">What is written into the file: as the newsroom has it now, not as the original says.</param>
    /// <param name="width">Pixels; at most the original's.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <exception cref="IOException">The original cannot be read.</exception>
    /// <exception cref="VipsException">The original cannot be decoded.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No format or width for renditions.</exception>
    public static byte[] Make(string originalPath, PhotoFacts facts, int width, PhotoFormat format)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var file = File.ReadAllBytes(originalPath);
        var (originalWidth, originalHeight) = UprightSize(file);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, originalWidth);
        using var scaled = Codec.Scale(file, width, HeightFor(originalWidth, originalHeight, width));
        using var clean = WithFreshFacts(scaled, facts, format);
        return Encode(clean, format);
    }

    /// <summary>The average colour of a picture as <c>#rrggbb</c>, on white where it is transparent.</summary>
    /// <exception cref="IOException">The original cannot be read.</exception>
    /// <exception cref="VipsException">The original cannot be decoded.</exception>
    public static string ColourOf(string originalPath)
    {
        using var image = Codec.Open(File.ReadAllBytes(originalPath));
        return AverageColour.Of(image);
    }

    private static (int Width, int Height) UprightSize(byte[] file)
    {
        using var image = Codec.Open(file);
        return Codec.UprightSize(image);
    }

    private static Image WithFreshFacts(Image image, PhotoFacts facts, PhotoFormat format)
    {
        using var flat = format is PhotoFormat.Jpeg && image.HasAlpha() ? image.Flatten(background: [255, 255, 255]) : image.Copy();
        return flat.Mutate(m =>
        {
            foreach (var field in flat.GetFields().Where(f => f.EndsWith("-data", StringComparison.Ordinal) || f.StartsWith("exif-", StringComparison.Ordinal)
                || f.StartsWith("png-comment", StringComparison.Ordinal) || f is "orientation" or "comment" or "image-description"))
                m.Remove(field);
            m.Set(GValue.BlobType, "xmp-data", PhotoFactsWriter.ToXmp(facts));
            if (format is PhotoFormat.Jpeg)
                m.Set(GValue.BlobType, "iptc-data", PhotoFactsWriter.ToIim(facts));
        });
    }

    private static byte[] Encode(Image image, PhotoFormat format) => format switch
    {
        PhotoFormat.Jpeg => image.JpegsaveBuffer(q: 80, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.Xmp | Enums.ForeignKeep.Iptc),
        PhotoFormat.WebP => image.WebpsaveBuffer(q: 78, effort: 3, smartSubsample: true, keep: Enums.ForeignKeep.Xmp),
        PhotoFormat.Avif => image.HeifsaveBuffer(q: 55, effort: 2, bitdepth: 8, compression: Enums.ForeignHeifCompression.Av1, keep: Enums.ForeignKeep.Xmp),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Renditions are made in AVIF, WebP and JPEG."),
    };
}

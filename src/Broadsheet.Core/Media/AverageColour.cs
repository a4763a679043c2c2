using System.Globalization;
using NetVips;

namespace Broadsheet.Core.Media;

/// <summary>The average colour of a picture, on white where it is transparent.</summary>
internal static class AverageColour
{
    /// <summary>Decodes the whole picture, once, in order.</summary>
    /// <exception cref="VipsException">The picture is damaged.</exception>
    public static string Of(Image image)
    {
        using var small = image.ThumbnailImage(16, height: 16, size: Enums.Size.Force, noRotate: true, outputProfile: "srgb");
        using var srgb = Codec.ToSrgb(small);
        using var opaque = srgb.HasAlpha() ? srgb.Flatten(background: [255, 255, 255]) : srgb.Copy();
        var pixels = opaque.WriteToMemory<byte>();
        var sums = new int[3];
        for (var i = 0; i < pixels.Length; i++)
            sums[i % 3] += pixels[i];
        var count = pixels.Length / 3;
        return string.Create(CultureInfo.InvariantCulture, $"#{sums[0] / count:x2}{sums[1] / count:x2}{sums[2] / count:x2}");
    }
}

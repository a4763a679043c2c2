using NetVips;
using Broadsheet.Pictures.Press;

namespace Broadsheet.Pictures.Files;

/// <summary>Writes a scene as a progressive JPEG that stays under a size limit.</summary>
internal static class Jpeg
{
    private const int LargestBytes = 300 * 1024;
    private static readonly int[] Qualities = [82, 78, 74, 70, 66, 62, 58];

    /// <summary>The best of the house's qualities that fits; the last one if none does.</summary>
    public static byte[] Write(Scene scene)
    {
        using var image = Image.NewFromMemory(scene.ToRgb(), scene.Width, scene.Height, 3, Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        byte[] jpeg = [];
        foreach (var quality in Qualities)
        {
            jpeg = image.JpegsaveBuffer(q: quality, interlace: true, optimizeCoding: true, trellisQuant: true, overshootDeringing: true, optimizeScans: true, quantTable: 3, keep: Enums.ForeignKeep.None);
            if (jpeg.Length <= LargestBytes) break;
        }
        return jpeg;
    }
}

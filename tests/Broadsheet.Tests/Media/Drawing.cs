using NetVips;

namespace Broadsheet.Tests.Media;

/// <summary>Pictures drawn for tests: a slope of colours with grain, so that no encoder has it too easy.</summary>
internal static class Drawing
{
    /// <summary>A picture in memory, sRGB of 8 bits.</summary>
    public static Image Image(int width, int height)
    {
        using var place = NetVips.Image.Xyz(width, height);
        using var x = place[0] * (200.0 / width);
        using var y = place[1] * (200.0 / height);
        using var grain = NetVips.Image.Gaussnoise(width, height, sigma: 12, mean: 20, seed: 7);
        using var bands = (x + grain).Bandjoin(y + grain, (x + y) / 2 + grain);
        return bands.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
    }

    /// <summary>A file of the drawing; the extension chooses the format.</summary>
    public static byte[] File(string extension, int width, int height, Action<MutableImage>? metadata = null)
    {
        using var drawing = Image(width, height);
        using var image = metadata is null ? drawing.Copy() : drawing.Mutate(metadata);
        return image.WriteToBuffer(extension);
    }

    /// <summary>Sets a blob of metadata.</summary>
    public static void Blob(this MutableImage image, string name, byte[] bytes) => image.Set(GValue.BlobType, name, bytes);
}

using NetVips;

namespace Broadsheet.Core.Media;

/// <summary>libvips, set up once for this process before its first use.</summary>
internal static class Codec
{
    private static readonly string[] Loaders = ["Jpeg", "Png", "Webp", "Heif", "Tiff"];

    private static readonly Log.LogDelegate Silence = static (_, _, _) => { };

    static Codec()
    {
        global::NetVips.NetVips.BlockUntrusted = true;
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in Loaders)
            Operation.Block("VipsForeignLoad" + loader, false);

        // What is odd about somebody's file is of no use in the log; what is wrong with it comes as an exception.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning | Enums.LogLevelFlags.Info | Enums.LogLevelFlags.Debug, Silence);

        // A newspaper seldom asks for the same operation twice, and cached ones keep hostile files in memory.
        Cache.Max = 0;

        // One thread a picture: the web server needs the others.
        global::NetVips.NetVips.Concurrency = 1;
    }

    /// <summary>Reads the head of a file: size and metadata, no pixels yet.</summary>
    /// <exception cref="VipsException">Not readable.</exception>
    public static Image Open(byte[] file) => Image.NewFromBuffer(file, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);

    /// <summary>Width and height as the picture is to be seen: EXIF orientations 5 to 8 lie on their side.</summary>
    public static (int Width, int Height) UprightSize(Image image) =>
        image.Contains("orientation") && image.Get("orientation") is int and >= 5 ? (image.Height, image.Width) : (image.Width, image.Height);

    /// <summary>The picture scaled to exactly this size, upright, as sRGB of 8 bits with one alpha channel at most.</summary>
    /// <exception cref="VipsException">Not decodable.</exception>
    public static Image Scale(byte[] file, int width, int height)
    {
        using var scaled = Image.ThumbnailBuffer(file, width, height: height, size: Enums.Size.Force, outputProfile: "srgb", failOn: Enums.FailOn.None);
        return ToSrgb(scaled);
    }

    /// <summary>sRGB of 8 bits and 3 or 4 bands, whatever the bands meant before.</summary>
    public static Image ToSrgb(Image image)
    {
        using var known = image.Interpretation is Enums.Interpretation.Multiband or Enums.Interpretation.Fourier or Enums.Interpretation.Histogram
            ? image.ExtractBand(0, n: image.Bands >= 3 ? 3 : 1).Copy(interpretation: image.Bands >= 3 ? Enums.Interpretation.Srgb : Enums.Interpretation.Bw)
            : image.Copy();
        using var colours = known.Colourspace(Enums.Interpretation.Srgb);
        using var bytes = colours.Cast(Enums.BandFormat.Uchar);
        return bytes.Bands > 4 ? bytes.ExtractBand(0, n: 4) : bytes.Copy();
    }
}

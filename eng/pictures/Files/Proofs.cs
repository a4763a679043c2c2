using NetVips;

namespace Broadsheet.Pictures.Files;

/// <summary>Looking copies: a PNG of each picture at a smaller width, and one sheet with all of them at thumbnail size.</summary>
internal static class Proofs
{
    private const int Width = 1000, Thumbnail = 320;

    public static void Write(string folder, IReadOnlyList<string> files)
    {
        Directory.CreateDirectory(folder);
        var thumbnails = new List<Image>();
        foreach (var file in files)
        {
            using var proof = Image.Thumbnail(file, Width);
            proof.Pngsave(Path.Combine(folder, Path.GetFileNameWithoutExtension(file) + ".png"));
            thumbnails.Add(Image.Thumbnail(file, Thumbnail, height: Thumbnail).Gravity(Enums.CompassDirection.Centre, Thumbnail, Thumbnail, Enums.Extend.White));
        }
        using var sheet = Image.Arrayjoin([.. thumbnails], across: 5, shim: 8, background: [255]);
        sheet.Pngsave(Path.Combine(folder, "contact-sheet.png"));
        foreach (var thumbnail in thumbnails) thumbnail.Dispose();
    }
}

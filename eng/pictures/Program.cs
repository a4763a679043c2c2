using System.Globalization;
using Broadsheet.Pictures;
using Broadsheet.Pictures.Files;
using Broadsheet.Pictures.Press;

// Draws the pictures of SAMPLES/newspaper/pictures.yaml, or only the named ones; --proofs DIR also writes PNG copies to look at.
var proofs = args is ["--proofs", var proofFolder, ..] ? proofFolder : null;
if (proofs is not null) args = args[2..];
if (args.Length == 0)
{
    await Console.Error.WriteLineAsync("usage: pictures [--proofs DIR] SAMPLES [NAME…]   (SAMPLES is the folder that holds newspaper/ and wire/)");
    return 2;
}

var samples = args[0];
var wanted = args[1..];
var places = new Dictionary<string, Place>(StringComparer.Ordinal)
{
    ["harbor-dusk"] = new(37.5219, 129.1166),
    ["lighthouse"] = new(37.5306, 129.1402),
};
using var lettering = new Lettering(Path.Combine(Gallery.ProjectFolder(), "node_modules/@fontsource/source-serif-4/files"));
var drawn = new List<string>();

foreach (var brief in PictureList.Read(Path.Combine(samples, "newspaper/pictures.yaml")))
{
    if (wanted.Length > 0 && !wanted.Contains(brief.Name, StringComparer.Ordinal)) continue;
    if (!Gallery.Pictures.TryGetValue(brief.Name, out var draw))
    {
        await Console.Error.WriteLineAsync($"{brief.Name}: no drawing");
        if (wanted.Length > 0) return 1;
        continue;
    }

    var size = brief.Size.Split('x').Select(side => int.Parse(side, CultureInfo.InvariantCulture)).ToArray();
    var scene = new Scene(size[0], size[1]);
    draw(scene, lettering);
    var facts = new PictureFacts(
        brief.Name, brief.Headline, brief.Caption, brief.Alt, brief.Credit, brief.Creator, "The Narae Courier",
        $"© 2023 {brief.Credit} (sample)", DateOnly.Parse(brief.Date, CultureInfo.InvariantCulture), brief.Place, "", places.GetValueOrDefault(brief.Name));
    var jpeg = Metadata.Insert(Jpeg.Write(scene), facts);
    var folder = Path.Combine(samples, brief.Folder == "wire" ? "wire" : "newspaper", "pictures");
    Directory.CreateDirectory(folder);
    var file = Path.Combine(folder, brief.File);
    await File.WriteAllBytesAsync(file, jpeg);
    drawn.Add(file);
    Console.WriteLine($"{brief.File}  {brief.Size}  {jpeg.Length / 1024} kB");
}

if (proofs is not null) Proofs.Write(proofs, drawn);
return 0;

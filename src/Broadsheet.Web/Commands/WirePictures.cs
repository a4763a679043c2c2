using Broadsheet.Core.Articles;
using Broadsheet.Core.Media;
using Broadsheet.Core.Wire;
using Broadsheet.Formats;
using Broadsheet.Formats.PhotoMetadata;

namespace Broadsheet.Web.Commands;

/// <summary>Takes the pictures of a wire item that lie beside its file. A file can't point outside its own folder.</summary>
internal sealed class WirePictures(PhotoDesk desk, MediaOptions limits)
{
    private const int MaxPictures = 100;

    /// <summary>The photos taken, and what was left out, for a person to read.</summary>
    internal async Task<(IReadOnlyList<WirePhoto> Photos, string? Note)> Take(NewsItem item, string folder, CancellationToken ct)
    {
        var photos = new List<WirePhoto>();
        var notes = new List<string>();
        foreach (var picture in item.Pictures.Take(MaxPictures))
        {
            if (await Take(picture, item, folder, notes, ct) is { } photo && photos.TrueForAll(p => p.PhotoId != photo.PhotoId)) photos.Add(photo);
        }
        return (photos, notes.Count == 0 ? null : string.Join("; ", notes.Distinct(StringComparer.Ordinal)));
    }

    private async Task<WirePhoto?> Take(NewsPicture picture, NewsItem item, string folder, List<string> notes, CancellationToken ct)
    {
        string? why = null;
        foreach (var rendition in picture.Renditions)
        {
            try
            {
                if (Beside(folder, rendition.Href) is not { } path) why ??= Missing(rendition, "not a file beside the wire file");
                else if (!File.Exists(path)) why ??= Missing(rendition, "there is no such file");
                else
                {
                    var seen = PhotoIntake.Inspect(path, limits);
                    if (seen is PhotoInspection.Accepted accepted) return await Keep(accepted, picture, item, ct);
                    why ??= Missing(rendition, ((PhotoInspection.Refused)seen).Reason);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                why ??= Missing(rendition, e.Message);
            }
        }
        if (why is not null) notes.Add(why);
        return null;
    }

    private async Task<WirePhoto> Keep(PhotoInspection.Accepted accepted, NewsPicture picture, NewsItem item, CancellationToken ct)
    {
        var photo = await desk.Take(accepted, Said(picture, item), ct);
        var caption = picture.Caption is { Length: > 0 } html ? BodyDialect.NormaliseInline(html) : null;
        return new(photo.Id, photo.PublicId, caption, picture.AltText);
    }

    private static string Missing(NewsRendition rendition, string why) => $"{WireDelivery.MissingPicture}{Shown(rendition.Href)}: {why}";

    private static PhotoFacts Said(NewsPicture picture, NewsItem item) => new()
    {
        Headline = picture.Headline,
        Caption = picture.Caption is { } html ? BodyText.Of(BodyDialect.NormaliseInline(html)) : null,
        AltText = picture.AltText,
        Credit = picture.Credit ?? picture.Creator ?? item.Credit,
        Creator = picture.Creator,
        Copyright = picture.Copyright ?? item.Copyright,
        UsageTerms = picture.UsageTerms ?? item.UsageTerms,
    };

    // Relative, below the folder, no links on the way out: whatever the wire says.
    private static string? Beside(string folder, string href)
    {
        if (href.Length is 0 or > 400) return null;
        var name = Uri.UnescapeDataString(href.Split('?', '#')[0]);
        if (name.Length == 0 || name.Any(c => c is ':' or '\\' || char.IsControl(c))) return null;
        var path = Path.GetFullPath(Path.Combine(folder, name));
        if (!path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return null;
        for (var at = new FileInfo(path) as FileSystemInfo; at is not null && at.FullName.Length > folder.Length; at = at is FileInfo f ? f.Directory : ((DirectoryInfo)at).Parent)
            if (at.Exists && at.LinkTarget is not null) return null;
        return path;
    }

    private static string Shown(string href) => href.Length > 80 ? href[..80] + "…" : href;
}

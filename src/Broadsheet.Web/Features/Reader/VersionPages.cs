using Broadsheet.Core.Articles;
using Broadsheet.Core.Articles.Diff;
using Broadsheet.Core.Data;
using Broadsheet.Web.Components.Models;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Reader;

/// <summary>A version of an article as it stood, and what changed with it.</summary>
public sealed class VersionPages(BroadsheetDb db)
{
    /// <summary>The page.</summary>
    /// <param name="article">The article, which readers have.</param>
    /// <param name="asked">Which version, and whether its changes; not those of the first.</param>
    /// <param name="place">Where it stands among the others.</param>
    /// <param name="masking">What readers may not get of it.</param>
    /// <param name="edition">For the language.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<PublicPage.Drawn> Page(Article article, HistoryAddress asked, VersionPlace place, Masking masking, Edition edition, DateTimeOffset now, CancellationToken ct)
    {
        var (id, number) = (article.Id, asked.Number!.Value);
        var least = asked.IsChanges ? number - 1 : number;
        var read = await db.ArticleVersions.AsNoTracking().Where(v => v.ArticleId == id && v.Number >= least && v.Number <= number).OrderBy(v => v.Number).ToListAsync(ct);
        var shown = read.ConvertAll(v => masking.Version(v, article.Language));
        var photos = await Photos(shown, masking, now, ct);
        var tags = photos.ConvertAll(p => $"photo:{p.Row.PublicId}");
        if (!asked.IsChanges)
        {
            var version = shown[0];
            var lead = photos.FirstOrDefault(p => p.Id == version.LeadPhotoId && p.IsPublic).Row;
            var model = new VersionModel(place, version.Headline, version.Standfirst, version.Dateline, lead?.Figure(version.LeadCaption, version.LeadAltText), Body(version, photos));
            return PublicPage.Of<VersionPage, VersionModel>(model, edition.Interface) with { Tags = tags };
        }
        var texts = shown.ConvertAll(v => VersionText.Of(v, photos.FirstOrDefault(p => p.Id == v.LeadPhotoId).Row?.PublicId));
        var isSuppressed = shown.Any(v => masking.OfVersion(v.Number) is not null);
        var pictures = photos.Where(p => p.IsPublic).ToDictionary(p => p.Row.PublicId, p => p.Row.Figure(null, null).Picture);
        var changes = new ChangesModel(place, isSuppressed ? null : VersionDiff.Between(texts[0], texts[1]), pictures);
        return PublicPage.Of<ChangesPage, ChangesModel>(changes, edition.Interface) with { Tags = tags };
    }

    private static List<BodyPart> Body(ArticleVersion version, List<(long Id, PhotoRow Row, bool IsPublic)> photos)
    {
        var parts = new List<BodyPart>();
        foreach (var block in BodyBlocks.Read(version.Body))
        {
            if (block is BodyBlock.Markup markup) parts.Add(new BodyPart.Html(markup.Html));
            else if (block is BodyBlock.Photo use)
            {
                var photo = photos.FirstOrDefault(p => p.Row.PublicId == use.PhotoId && p.IsPublic).Row;
                if (photo is not null) parts.Add(new BodyPart.Photo(photo.Figure(use.CaptionHtml, use.AltText)));
                else if (use.CaptionHtml is { } caption) parts.Add(new BodyPart.Caption(caption));
            }
        }
        return parts;
    }

    // A photo is shown in a version while an article that stands shows it.
    private async Task<List<(long Id, PhotoRow Row, bool IsPublic)>> Photos(List<ArticleVersion> versions, Masking masking, DateTimeOffset now, CancellationToken ct)
    {
        var leads = versions.Select(v => v.LeadPhotoId).OfType<long>().Distinct().ToList();
        var keys = versions.SelectMany(v => BodyBlocks.Read(v.Body)).OfType<BodyBlock.Photo>().Select(p => p.PhotoId).Distinct().ToList();
        if (leads.Count + keys.Count == 0) return [];
        var rows = await db.Photos.AsNoTracking().Where(p => leads.Contains(p.Id) || keys.Contains(p.PublicId)).Select(p => new
        {
            p.Id,
            Row = new PhotoRow(p.PublicId, p.Width, p.Height, p.State, p.Caption, p.AltText, p.Credit),
            IsPublic = db.ArticlePhotos.Any(u => u.PhotoId == p.Id && db.Articles.Any(a => a.Id == u.ArticleId && a.State == ArticleState.Published && a.PublishedAt <= now)),
        }).ToListAsync(ct);
        return rows.ConvertAll(r => (r.Id, r.Row with { Caption = masking.InlineOf(r.Row.Caption), AltText = masking.LineOf(r.Row.AltText) }, r.IsPublic));
    }
}

using Broadsheet.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Articles;

/// <summary>Keeps what lists read of an article free of what is suppressed, so that they need not look.</summary>
internal static class ShownWords
{
    /// <summary>Sets headline, standfirst and lead photo of the row from the newest version as readers may have it. Everything is saved before.</summary>
    internal static async Task Set(BroadsheetDb db, Article article, CancellationToken ct)
    {
        var (id, number) = (article.Id, article.VersionNumber);
        var masking = (await Masking.Of(db, [id], ct))[id];
        var written = await db.ArticleVersions.AsNoTracking().SingleAsync(v => v.ArticleId == id && v.Number == number, ct);
        var shown = masking.Version(written, article.Language);
        if (shown.LeadPhotoId is { } lead && !masking.IsEmpty)
        {
            // The photo's own words stand where the article has none.
            var photo = await db.Photos.Where(p => p.Id == lead).Select(p => new { p.Caption, p.AltText }).SingleAsync(ct);
            shown = With(shown, shown.LeadCaption ?? Changed(photo.Caption, masking.Inline), shown.LeadAltText ?? Changed(photo.AltText, masking.Line));
        }
        article.Show(shown, !masking.IsEmpty);
    }

    private static string? Changed(string? words, Func<string, string> mask) => words is not null && mask(words) is var masked && masked != words ? masked : null;

    private static ArticleVersion With(ArticleVersion v, string? caption, string? alt) => new()
    {
        ArticleId = v.ArticleId,
        Number = v.Number,
        Headline = v.Headline,
        Standfirst = v.Standfirst,
        Body = v.Body,
        LeadPhotoId = v.LeadPhotoId,
        LeadCaption = caption,
        LeadAltText = alt,
    };
}

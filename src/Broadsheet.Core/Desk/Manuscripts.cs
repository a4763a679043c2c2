using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Desk;

/// <summary>The way between a manuscript and the tables that readers' pages are made from.</summary>
/// <param name="db">The database.</param>
public sealed class Manuscripts(BroadsheetDb db)
{
    /// <summary>What readers have of an article, as a manuscript. Empty words where it has no version yet.</summary>
    public async Task<Manuscript> Read(Article article, CancellationToken ct)
    {
        var version = await db.ArticleVersions.AsNoTracking().FirstOrDefaultAsync(v => v.ArticleId == article.Id && v.Number == article.VersionNumber, ct);
        return new Manuscript
        {
            // The article's own lack what is suppressed; the desk has it.
            Headline = version?.Headline ?? article.Headline,
            Standfirst = version?.Standfirst ?? article.Standfirst,
            Dateline = version?.Dateline,
            Body = version?.Body ?? "",
            Lead = version?.LeadPhotoId is { } photo ? new LeadPhoto(photo, version.LeadCaption, version.LeadAltText) : null,
            Kind = article.Kind,
            SectionId = article.SectionId,
            AlsoIn = await db.ArticleSections.Where(s => s.ArticleId == article.Id).OrderBy(s => s.SectionId).Select(s => s.SectionId).ToListAsync(ct),
            Bylines = await db.Bylines.Where(b => b.ArticleId == article.Id).OrderBy(b => b.Position).Select(b => new Credit(b.PersonId, b.Role, b.Email)).ToListAsync(ct),
            Keywords = await db.ArticleKeywords.Where(k => k.ArticleId == article.Id).OrderBy(k => k.Position).Select(k => k.KeywordId).ToListAsync(ct),
            SearchHeadline = article.SearchHeadline,
            SocialHeadline = article.SocialHeadline,
            Priority = article.Priority,
            Sources = article.Sources,
        };
    }

    /// <summary>Writes a manuscript into the article as its next version; inside <see cref="BroadsheetDb.Write"/>. Lists are the publication desk's.</summary>
    /// <param name="article">The article.</param>
    /// <param name="from">What readers get.</param>
    /// <param name="now">When.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <param name="by">Who gives it to them; null for a wire.</param>
    /// <param name="isMinor">True for a small edit.</param>
    /// <returns>The lists that it belongs in from now on.</returns>
    public async Task<Placement> Write(Article article, Manuscript from, DateTimeOffset now, CancellationToken ct, long? by = null, bool isMinor = false)
    {
        db.Add(article.Write(
            new Words(from.Headline, from.Standfirst, from.Body)
            {
                Dateline = from.Dateline,
                Lead = from.Lead is { } lead ? (lead.PhotoId, lead.Caption, lead.AltText) : null,
            },
            now, by, isMinor));
        (article.Kind, article.SectionId, article.Priority) = (from.Kind, from.SectionId, from.Priority);
        (article.SearchHeadline, article.SocialHeadline, article.Sources) = (from.SearchHeadline, from.SocialHeadline, from.Sources);
        await Clear(article.Id, ct);
        db.AddRange(from.AlsoIn.Select(id => new ArticleSection { ArticleId = article.Id, SectionId = id }));
        db.AddRange(from.Bylines.Select((b, i) => new Byline { ArticleId = article.Id, Position = i, PersonId = b.PersonId, Role = b.Role, Email = b.Email }));
        IReadOnlyList<long> keywords = [.. from.Keywords.Union(await new KeywordDesk(db).Make(from.NewKeywords, article.Language, ct))];
        db.AddRange(keywords.Select((id, i) => new ArticleKeyword { ArticleId = article.Id, KeywordId = id, Position = i }));
        db.AddRange((await PhotosOf(from, ct)).Select(id => new ArticlePhoto { ArticleId = article.Id, PhotoId = id }));
        return new Placement(from.AlsoIn, keywords, [.. from.Bylines.Select(b => b.PersonId)]);
    }

    /// <summary>Keys of the photos that a manuscript shows, above its text and in it.</summary>
    public async Task<IReadOnlyList<long>> PhotosOf(Manuscript from, CancellationToken ct)
    {
        var inText = BodyBlocks.Read(from.Body).OfType<BodyBlock.Photo>().Select(p => p.PhotoId).Distinct().ToList();
        var keys = inText.Count == 0 ? [] : await db.Photos.Where(p => inText.Contains(p.PublicId)).Select(p => p.Id).ToListAsync(ct);
        return [.. keys.Concat(from.Lead is { } lead ? [lead.PhotoId] : []).Distinct()];
    }

    private async Task Clear(long articleId, CancellationToken ct)
    {
        await db.ArticleSections.Where(s => s.ArticleId == articleId).ExecuteDeleteAsync(ct);
        await db.Bylines.Where(b => b.ArticleId == articleId).ExecuteDeleteAsync(ct);
        await db.ArticleKeywords.Where(k => k.ArticleId == articleId).ExecuteDeleteAsync(ct);
        await db.ArticlePhotos.Where(p => p.ArticleId == articleId).ExecuteDeleteAsync(ct);
    }
}

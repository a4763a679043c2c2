using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.House;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Desk;

/// <summary>Something that a check found.</summary>
/// <param name="Kind">The check.</param>
/// <param name="Level">Whether it stops publication.</param>
/// <param name="Where">What it is about: a photo's headline or key, a link; null for the whole article.</param>
public sealed record Finding(CheckKind Kind, CheckLevel Level, string? Where = null);

/// <summary>Looks at a manuscript before it goes out, as far as the newspaper wants that.</summary>
/// <param name="db">The database.</param>
/// <param name="settings">Which checks, and how strict.</param>
public sealed class ArticleChecks(BroadsheetDb db, CheckSettings settings)
{
    /// <summary>What is found without asking anybody outside.</summary>
    public async Task<IReadOnlyList<Finding>> Find(Manuscript manuscript, CancellationToken ct)
    {
        var found = new List<Finding>();
        if (manuscript.Headline.Length > settings.HeadlineLimit) Add(found, CheckKind.HeadlineLength);
        if (manuscript.Bylines.Count == 0) Add(found, CheckKind.Byline);
        if (manuscript.Kind == ArticleKind.Sponsored && manuscript.Sources.Count == 0) Add(found, CheckKind.SponsoredLabel);
        foreach (var photo in await Photos(manuscript, ct))
        {
            if (string.IsNullOrWhiteSpace(photo.Credit)) Add(found, CheckKind.PhotoCredit, photo.Name);
            if (string.IsNullOrWhiteSpace(photo.Caption)) Add(found, CheckKind.PhotoCaption, photo.Name);
            if (string.IsNullOrWhiteSpace(photo.AltText)) Add(found, CheckKind.PhotoAltText, photo.Name);
        }
        return found;
    }

    /// <summary>Looks whether links answer, all at once.</summary>
    /// <param name="manuscript">Whose links.</param>
    /// <param name="isDead">Asks one address; true where it is sure that nothing is there.</param>
    /// <param name="ct">Ends the looking.</param>
    public async Task<IReadOnlyList<Finding>> FindDeadLinks(Manuscript manuscript, Func<Uri, CancellationToken, Task<bool>> isDead, CancellationToken ct)
    {
        if (settings.Level(CheckKind.DeadLink) == CheckLevel.Off) return [];
        var links = BodyLinks.Of(manuscript.Body).Take(MostLinks).ToList();
        var dead = await Task.WhenAll(links.Select(async link => await isDead(link, ct) ? link : null));
        var found = new List<Finding>();
        foreach (var link in dead.OfType<Uri>()) Add(found, CheckKind.DeadLink, link.AbsoluteUri);
        return found;
    }

    private const int MostLinks = 50;

    private void Add(List<Finding> found, CheckKind kind, string? where = null)
    {
        if (settings.Level(kind) is var level and not CheckLevel.Off) found.Add(new(kind, level, where));
    }

    // Each use of a photo with what readers would see beside it.
    private async Task<List<(string Name, string? Credit, string? Caption, string? AltText)>> Photos(Manuscript manuscript, CancellationToken ct)
    {
        var inText = BodyBlocks.Read(manuscript.Body).OfType<BodyBlock.Photo>().ToList();
        var keys = inText.Select(p => p.PhotoId).Distinct().ToList();
        var lead = manuscript.Lead?.PhotoId;
        if (keys.Count == 0 && lead is null) return [];
        var photos = await db.Photos.AsNoTracking().Where(p => p.Id == lead || keys.Contains(p.PublicId))
            .Select(p => new { p.Id, p.PublicId, p.Headline, p.Credit, p.Caption, p.AltText }).ToListAsync(ct);
        var uses = new List<(string, string?, string?, string?)>();
        foreach (var photo in photos)
        {
            var name = photo.Headline ?? photo.PublicId.ToString();
            if (photo.Id == lead) uses.Add((name, photo.Credit, manuscript.Lead!.Caption ?? photo.Caption, manuscript.Lead.AltText ?? photo.AltText));
            uses.AddRange(inText.Where(use => use.PhotoId == photo.PublicId).Select(use => (name, photo.Credit, use.CaptionHtml ?? photo.Caption, use.AltText ?? photo.AltText)));
        }
        return uses;
    }
}

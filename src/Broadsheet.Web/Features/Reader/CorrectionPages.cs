using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Models;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Reader;

/// <summary>What the newspaper has corrected, newest first: <c>/corrections</c>. Two queries more than every page needs.</summary>
public sealed class CorrectionPages(BroadsheetDb db, SiteOptions site, PlainPages plain, Editions editions)
{
    /// <summary>Path of the page.</summary>
    public const string Path = "corrections";

    private const int PageSize = 30;

    /// <summary>A page of them.</summary>
    public async Task<PublicPage> Page(string language, ListCursor? before, DateTimeOffset now, CancellationToken ct)
    {
        var edition = await editions.Load(db, language, now, ct);
        var rows = await Read(language, before, now, ct);
        // A page begins behind a correction that stands at its place.
        var place = before is not null && rows.Count > 0 && Cursor(rows[0].Correction) == before ? before : null;
        if (place is not null) rows = rows[1..];
        var shown = rows.Take(PageSize).ToList();
        var maskings = await Masking.Of(db, [.. shown.Where(r => r.Article.IsMasked).Select(r => r.Article.Id).Distinct()], ct);
        var text = plain.Text(Path, edition.Interface);
        var heading = text?.Title ?? edition.Text("Corrections");
        var model = new CorrectionsModel
        {
            Frame = edition.Frame(Path),
            Head = edition.Head(heading, Path, edition.Say(() => Texts.T("CorrectionsDescription", edition.Name))) with { NoIndex = before is not null },
            Heading = heading,
            IntroductionHtml = before is null ? text?.Html : null,
            Entries = [.. shown.Select(r => new CorrectionEntry(
                new(CorrectionNames.Key(r.Correction.Kind), site.In(r.Correction.At), maskings[r.Article.Id].Inline(r.Correction.Html)),
                r.Article.Language, new(r.Article.Headline, $"/{r.Article.Path}"), r.Article.VersionNumber > Math.Max(1, r.Article.FirstPublicVersion) ? $"/{r.Article.Path}/history" : null))],
            Older = rows.Count > PageSize ? new(edition.Text("CorrectionsOlder"), $"{edition.Href(Path)}?before={Cursor(shown[^1].Correction)}") : null,
            Newer = before is null ? null : new(edition.Text("CorrectionsNewest"), edition.Href(Path)),
        };
        return PublicPage.Of<CorrectionsPage, CorrectionsModel>(model, edition.Interface) with
        {
            Tags = ["site", $"corrections:{language}", .. shown.Select(r => $"article:{r.Article.Id}").Distinct(StringComparer.Ordinal)],
            Place = place,
            // The words above the list stand in a file, whose change nobody tells.
            ExpiresAt = text is null ? edition.NextChange : now + PlainPages.Kept,
        };
    }

    private async Task<List<(Correction Correction, Article Article)>> Read(string language, ListCursor? before, DateTimeOffset now, CancellationToken ct)
    {
        var from = db.Corrections.Where(c => c.Language == language && c.At <= now);
        if (before is { PublishedAt: var at, ArticleId: var id }) from = from.Where(c => c.At < at || (c.At == at && c.Id <= id));
        var rows = await from.Join(db.Articles, c => c.ArticleId, a => a.Id, (c, a) => new { Correction = c, Article = a })
            .Where(r => (r.Article.State == ArticleState.Published || r.Article.State == ArticleState.Retracted) && r.Article.PublishedAt <= now)
            .OrderByDescending(r => r.Correction.At).ThenByDescending(r => r.Correction.Id).Take(PageSize + 2).AsNoTracking().ToListAsync(ct);
        return rows.ConvertAll(r => (r.Correction, r.Article));
    }

    private static ListCursor Cursor(Correction correction) => new(correction.At, correction.Id);
}

using System.Linq.Expressions;
using Broadsheet.Core;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Media;
using Broadsheet.Web.Components.Models;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Reader;

/// <summary>An article of a list as the database gives it.</summary>
public sealed record TeaserRow(
    long Id, string Path, string Headline, string Standfirst, string Language, ArticleKind Kind, long SectionId, int Priority, bool IsWire,
    DateTimeOffset PublishedAt, string? LeadCaption, string? LeadAltText, PhotoRow? Photo)
{
    /// <summary>Its public key, where it was asked for by it.</summary>
    public Guid PublicId { get; init; }

    /// <summary>True where a notice stands in place of its text.</summary>
    public bool IsRetracted { get; init; }

    /// <summary>The names of its bylines.</summary>
    public IReadOnlyList<LocalText> Bylines { get; init; } = [];

    /// <summary>True for what leads a front only when somebody puts it there.</summary>
    public bool IsOpinion => Kind is ArticleKind.Opinion or ArticleKind.Editorial;

    /// <summary>Where the next page of a list begins.</summary>
    public ListCursor Cursor => new(PublishedAt, Id);
}

/// <summary>Reads lists: one query for the articles with their photos, one for their bylines.</summary>
/// <param name="db">The database.</param>
/// <param name="site">For the time zone.</param>
public sealed class Teasers(BroadsheetDb db, SiteOptions site)
{
    internal static readonly Expression<Func<Article, Photo?, TeaserRow>> Row = (a, p) => new TeaserRow(
        a.Id, a.Path!, a.Headline, a.Standfirst, a.Language, a.Kind, a.SectionId, a.Priority, a.WireSource != null, a.PublishedAt!.Value, a.LeadCaption, a.LeadAltText,
        p == null || a.State == ArticleState.Retracted ? null : new PhotoRow(p.PublicId, p.Width, p.Height, p.State, p.Caption, p.AltText, p.Credit))
    {
        IsRetracted = a.State == ArticleState.Retracted,
    };

    /// <summary>The articles of a list, in its order.</summary>
    public async Task<List<TeaserRow>> Read(IQueryable<Listing> list, CancellationToken ct)
    {
        var articles = list.Join(db.Articles, l => l.ArticleId, a => a.Id, (l, a) => a).LeftJoin(db.Photos, a => a.LeadPhotoId, p => p.Id, Row);
        return await WithBylines(await articles.AsNoTracking().ToListAsync(ct), ct);
    }

    /// <summary>A page of a list: one article more than it shows where there is more, and the place that it begins behind, if an article stands there.</summary>
    public async Task<(List<TeaserRow> Rows, ListCursor? Place)> Page(IQueryable<Listing> list, ListCursor? before, int size, CancellationToken ct)
    {
        if (before is null) return (await Read(list.Take(size + 1), ct), null);
        var rows = await Read(list.From(before.PublishedAt, before.ArticleId).Take(size + 2), ct);
        return rows.Count > 0 && rows[0].Cursor == before ? (rows[1..], before) : ([.. rows.Take(size + 1)], null);
    }

    /// <summary>Articles by their public keys, those that readers can get.</summary>
    public async Task<List<TeaserRow>> Read(IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        var articles = db.Articles.Where(a => ids.Contains(a.PublicId) && a.State == ArticleState.Published && a.PublishedAt <= now)
            .LeftJoin(db.Photos, a => a.LeadPhotoId, p => p.Id, (a, p) => new { a.PublicId, a, p });
        var rows = await articles.AsNoTracking().Select(r => new
        {
            r.PublicId,
            Row = new TeaserRow(
                r.a.Id, r.a.Path!, r.a.Headline, r.a.Standfirst, r.a.Language, r.a.Kind, r.a.SectionId, r.a.Priority, r.a.WireSource != null, r.a.PublishedAt!.Value, r.a.LeadCaption, r.a.LeadAltText,
                r.p == null ? null : new PhotoRow(r.p.PublicId, r.p.Width, r.p.Height, r.p.State, r.p.Caption, r.p.AltText, r.p.Credit)),
        }).ToListAsync(ct);
        return [.. ids.SelectMany(id => rows.Where(r => r.PublicId == id).Select(r => r.Row with { PublicId = id }))];
    }

    /// <summary>A row as a page shows it.</summary>
    /// <param name="row">The article.</param>
    /// <param name="edition">For names and addresses.</param>
    /// <param name="withSection">False in lists of the section itself.</param>
    public Teaser Show(TeaserRow row, Edition edition, bool withSection = true) => new()
    {
        Href = $"/{row.Path}",
        Headline = row.Headline,
        Standfirst = row.IsRetracted ? "" : row.Standfirst,
        Language = row.Language,
        Section = withSection && edition.Tree.Lineage(row.SectionId) is [.., var section] ? new Link(section.Name.In(edition.Interface), edition.Href(section.Path)) : null,
        Kind = KindKey(row.Kind),
        IsRetracted = row.IsRetracted,
        PublishedAt = site.In(row.PublishedAt),
        Bylines = [.. row.Bylines.Select(b => b.In(row.Language))],
        Figure = row.Photo?.Figure(row.LeadCaption, row.LeadAltText),
    };

    /// <summary>The tags of a page that shows a list: itself, the site, the articles and photos in it.</summary>
    public static IReadOnlyList<string> Tags(IEnumerable<TeaserRow> rows, string list) =>
        [.. rows.SelectMany(r => r.Photo is { } photo ? [$"article:{r.Id}", $"photo:{photo.PublicId}"] : new[] { $"article:{r.Id}" }).Concat(["site", list]).Distinct(StringComparer.Ordinal)];

    /// <summary>The resource key of a kind that readers are told of, or null for news.</summary>
    public static string? KindKey(ArticleKind kind) => kind == ArticleKind.News ? null : kind.ToString().ToLowerInvariant();

    private async Task<List<TeaserRow>> WithBylines(List<TeaserRow> rows, CancellationToken ct)
    {
        var ids = rows.ConvertAll(r => r.Id);
        var names = (await db.Bylines.AsNoTracking().Where(b => ids.Contains(b.ArticleId)).OrderBy(b => b.Position)
            .Join(db.People, b => b.PersonId, p => p.Id, (b, p) => new { b.ArticleId, p.Name }).ToListAsync(ct)).ToLookup(b => b.ArticleId, b => b.Name);
        return rows.ConvertAll(r => r with { Bylines = [.. names[r.Id]] });
    }
}

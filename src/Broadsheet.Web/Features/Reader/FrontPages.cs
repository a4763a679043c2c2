using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Web.Components.Models;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;

namespace Broadsheet.Web.Features.Reader;

/// <summary>The front page of an edition and the fronts of its sections, composed by priority and age.</summary>
public sealed class FrontPages(BroadsheetDb db, SiteOptions site, PlainPages plain, Teasers teasers, MostReadPages mostRead)
{
    private const int Candidates = 60;
    private const int BandSize = 8;
    private const int BandShown = 5;
    private const int RecentShown = 8;
    private const int PageSize = 30;

    /// <summary>The front page.</summary>
    public async Task<PublicPage> Home(string language, DateTimeOffset now, CancellationToken ct)
    {
        var edition = await Edition.Load(db, site, plain, language, now, ct);
        var newest = await teasers.Read(db.List(ListKind.Site, 0, language, now).Take(Candidates), ct);
        var banded = await teasers.Read(Bands(edition, now), ct);
        var read = await mostRead.Front(edition, now, ct);
        var front = Front.Compose(newest, seconds: 3, recent: RecentShown);
        var used = front.Used;
        var bands = new List<SectionBand>();
        foreach (var top in edition.Tree.Top)
        {
            var below = banded.Where(t => !used.Contains(t.Id) && !t.IsRetracted && edition.Tree.Lineage(t.SectionId) is [var first, ..] && first.Id == top.Id).DistinctBy(t => t.Id).Take(BandShown).ToList();
            if (below.Count == 0) continue;
            used.UnionWith(below.Select(t => t.Id));
            bands.Add(new(new Link(top.Name.In(edition.Interface), edition.Href(top.Path)), [.. below.Select(t => teasers.Show(t, edition))], top.IsOpinion));
        }
        var model = new HomeModel
        {
            Frame = edition.Frame(""),
            Head = edition.Head(edition.Name, "", edition.Text("SiteDescription")) with
            {
                StructuredData = [StructuredJson.Site(edition)],
                Picture = front.Lead is { Photo: { } photo, LeadAltText: var alt } ? Card(photo, alt) : null,
            },
            Lead = front.Lead is { } lead ? teasers.Show(lead, edition) : null,
            Seconds = [.. front.Seconds.Select(t => teasers.Show(t, edition))],
            Recent = [.. front.Recent.Select(t => teasers.Show(t, edition))],
            Bands = bands,
            MostRead = mostRead.Show(read, edition),
        };
        return PublicPage.Of<HomePage, HomeModel>(model, edition.Interface) with
        {
            Tags = [.. Teasers.Tags(newest.Concat(banded), $"site:{language}").Union(MostReadPages.Tags(read), StringComparer.Ordinal)],
            ExpiresAt = MostReadPages.Sooner(edition.NextChange, now),
        };
    }

    /// <summary>A section's front, or an older page of its list.</summary>
    public async Task<PublicPage> Section(long id, string language, ListCursor? before, DateTimeOffset now, CancellationToken ct)
    {
        var edition = await Edition.Load(db, site, plain, language, now, ct);
        var section = edition.Tree[id];
        var list = db.List(ListKind.Section, id, language, now);
        var (rows, place) = await teasers.Page(list, before, PageSize, ct);
        var shown = rows.Take(PageSize).ToList();
        var front = before is null ? Front.Compose(shown, seconds: 3, recent: 0) : new Front(null, [], []);
        var name = section.Name.In(edition.Interface);
        var model = new SectionModel
        {
            Frame = edition.Frame(section.Path, id, $"feed/{section.Path}"),
            Head = edition.Head(name, section.Path, section.Description.In(edition.Interface)) with
            {
                StructuredData = [StructuredJson.Breadcrumb(edition, edition.Breadcrumb(id))],
                NoIndex = before is not null,
            },
            Breadcrumb = edition.Breadcrumb(id),
            Name = name,
            Description = section.Description.IsEmpty ? null : section.Description.In(edition.Interface),
            Children = [.. edition.Tree.Below(section).Select(s => new Link(s.Name.In(edition.Interface), edition.Href(s.Path)))],
            Lead = front.Lead is { } lead ? teasers.Show(lead, edition, lead.SectionId != id) : null,
            Seconds = [.. front.Seconds.Select(t => teasers.Show(t, edition, t.SectionId != id))],
            Articles = [.. shown.Where(t => !front.Used.Contains(t.Id)).Select(t => teasers.Show(t, edition, t.SectionId != id))],
            OlderHref = rows.Count > PageSize ? $"{edition.Href(section.Path)}?before={shown[^1].Cursor}" : null,
            NewestHref = before is null ? null : edition.Href(section.Path),
        };
        return PublicPage.Of<SectionPage, SectionModel>(model, edition.Interface) with { Tags = Teasers.Tags(shown, $"section:{id}"), Place = place, ExpiresAt = edition.NextChange };
    }

    private (string Href, int Width, int Height, string? Alt) Card(PhotoRow photo, string? alt)
    {
        var (path, width, height) = photo.Card();
        return (site.Absolute(path), width, height, alt ?? photo.AltText);
    }

    // The newest of every top section, in one query whose cost grows with the sections and not with the archive.
    private IQueryable<Listing> Bands(Edition edition, DateTimeOffset now)
    {
        IQueryable<Listing>? all = null;
        foreach (var top in edition.Tree.Top)
        {
            IQueryable<Listing> newest = db.List(ListKind.Section, top.Id, edition.Language, now).Take(BandSize + RecentShown);
            all = all is null ? newest : all.Concat(newest);
        }
        return (all ?? db.Listings.Where(_ => false)).OrderByDescending(l => l.PublishedAt).ThenByDescending(l => l.ArticleId);
    }
}

/// <summary>What leads a front. Nothing stands in it twice.</summary>
/// <param name="Lead">The most important story.</param>
/// <param name="Seconds">A few more.</param>
/// <param name="Recent">The newest of the rest.</param>
public sealed record Front(TeaserRow? Lead, IReadOnlyList<TeaserRow> Seconds, IReadOnlyList<TeaserRow> Recent)
{
    /// <summary>The articles that have their place.</summary>
    public HashSet<long> Used => [.. Seconds.Concat(Recent).Select(t => t.Id), .. Lead is null ? [] : new[] { Lead.Id }];

    /// <summary>
    /// Composes from a list, newest first. A step of priority outweighs eight hours; wire copy comes after the newspaper's
    /// own; opinion, sponsored and retracted texts don't lead. Age counts from the newest article, so that a front stays as it is
    /// while nothing happens.
    /// </summary>
    public static Front Compose(IReadOnlyList<TeaserRow> newest, int seconds, int recent)
    {
        if (newest.Count == 0) return new(null, [], []);
        var from = newest[0].PublishedAt;
        var ranked = newest.Where(t => !t.IsOpinion && !t.IsRetracted && t.Kind != ArticleKind.Sponsored)
            .OrderBy(t => t.IsWire).ThenBy(t => (t.Priority * 8) + (from - t.PublishedAt).TotalHours).ThenByDescending(t => t.Id).ToList();
        var lead = ranked.FirstOrDefault();
        var next = ranked.Skip(1).Take(seconds).ToList();
        var rest = newest.Where(t => t != lead && !next.Contains(t) && !t.IsRetracted && t.Kind != ArticleKind.Sponsored).Take(recent).ToList();
        return new(lead, next, rest);
    }
}

using System.Globalization;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Search;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Models;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Reader;

/// <summary>Searches and shows what was found.</summary>
public sealed class SearchPages(BroadsheetDb db, SiteOptions site, Editions editions, Teasers teasers)
{
    private const int MostFacets = 12;

    /// <summary>The page of a search; null where its section or author is unknown.</summary>
    public async Task<PublicPage.Drawn?> Page(SearchParameters asked, string language, DateTimeOffset now, CancellationToken ct)
    {
        var edition = await editions.Load(db, language, now, ct);
        if (!asked.IsAsked) return Draw(edition, asked, null, [], []);
        if (await asked.Request(db, edition.Tree, site, edition.Language, ct) is not { } request) return null;
        var found = await new SearchDesk(db, edition.Tree, site.Zone).Find(request, now, ct);
        var hits = await Hits(found.Articles, asked.Query, edition, now, ct);
        var ids = found.Facets.People.OrderByDescending(p => p.Value).Take(MostFacets).Select(p => p.Key).ToList();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(ct);
        return Draw(edition, asked, found, hits, Groups(edition, asked, found.Facets, people));
    }

    private async Task<List<SearchHit>> Hits(IReadOnlyList<long> ids, SearchQuery query, Edition edition, DateTimeOffset now, CancellationToken ct)
    {
        // What was withdrawn a moment ago is in no list any more, whatever the index still says.
        var rows = (await teasers.Read(db.Listings.Where(l => l.Kind == ListKind.Site && l.ListId == 0 && l.PublishedAt <= now && ids.Contains(l.ArticleId)), ct)).ToDictionary(r => r.Id);
        var bodies = await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id)).Join(db.ArticleVersions, a => new { ArticleId = a.Id, Number = a.VersionNumber }, v => new { v.ArticleId, v.Number }, (a, v) => new { a.Id, v.Body, v.Number, a.IsMasked }).ToDictionaryAsync(r => r.Id, ct);
        var maskings = await Masking.Of(db, [.. bodies.Values.Where(b => b.IsMasked).Select(b => b.Id)], ct);
        return [.. ids.Where(rows.ContainsKey).Select(id =>
        {
            var row = rows[id];
            var body = row.IsRetracted ? "" : BodyText.Of(maskings[id].Body(bodies[id].Body, bodies[id].Number));
            return new SearchHit(
                teasers.Show(row, edition), SearchExcerpt.Marked(row.Headline, query),
                row.IsRetracted ? [] : SearchExcerpt.Of(row.Standfirst.Length == 0 ? body : $"{row.Standfirst}\n{body}", query));
        })];
    }

    private static PublicPage.Drawn Draw(Edition edition, SearchParameters asked, SearchResult? found, IReadOnlyList<SearchHit> hits, IReadOnlyList<(string Name, IReadOnlyList<SearchFacet> Facets)> groups)
    {
        var action = edition.Href("search");
        string Href(SearchParameters other) => action + other.QueryString();
        var title = asked.Query.Text.Length > 0 ? $"{asked.Query.Text} · {edition.Text("Search")}" : edition.Text("Search");
        return PublicPage.Of<SearchPage, SearchModel>(
            new SearchModel
            {
                Frame = edition.Frame("search"),
                Head = edition.Head(title, "search") with { NoIndex = true },
                Action = action,
                Text = asked.Query.Text,
                Chosen = asked.Chosen(),
                IsAsked = asked.IsAsked,
                Total = found?.Total ?? 0,
                IsMore = found?.IsMore ?? false,
                Hits = hits,
                Groups = groups,
                Orders = [new(edition.Text("SearchBest"), Href(asked with { Newest = false, Page = 1 }), !asked.Newest), new(edition.Text("SearchNewest"), Href(asked with { Newest = true, Page = 1 }), asked.Newest)],
                From = asked.From is { } from ? SearchParameters.Day(from) : null,
                To = asked.To is { } to ? SearchParameters.Day(to) : null,
                DidYouMean = found?.DidYouMean is { } better && SearchQuery.Read(better) is { } query ? new(better, Href(asked with { Query = query, Page = 1 })) : null,
                Languages = !asked.IsAsked || edition.Site.LanguageList.Count < 2 ? null : new(edition.Text(asked.AnyLanguage ? "SearchThisLanguage" : "SearchAllLanguages"), Href(asked with { AnyLanguage = !asked.AnyLanguage, Page = 1 })),
                FeedHref = edition.Href("search/feed") + (asked with { Page = 1 }).QueryString(),
                Older = found?.Total > asked.Page * SearchParameters.PageSize ? new(edition.Text("SearchNext"), Href(asked with { Page = asked.Page + 1 })) : null,
                Newer = asked.Page > 1 ? new(edition.Text("SearchPrevious"), Href(asked with { Page = asked.Page - 1 })) : null,
            },
            edition.Interface);
    }

    private static List<(string Name, IReadOnlyList<SearchFacet> Facets)> Groups(Edition edition, SearchParameters asked, SearchFacets facets, IReadOnlyList<Core.People.Person> people)
    {
        string Href(SearchParameters other) => edition.Href("search") + (other with { Page = 1 }).QueryString();
        var sections = edition.Tree.All.Where(s => facets.Sections.ContainsKey(s.Id) && (s.ParentId is null || s.Path == asked.Section || edition.Tree.Lineage(s.Id).Any(up => up.Path == asked.Section)))
            .Select(s => new SearchFacet(s.Name.In(edition.Interface), facets.Sections[s.Id], Href(asked with { Section = s.Path == asked.Section ? null : s.Path }), s.Path == asked.Section));
        var kinds = facets.Kinds.OrderByDescending(k => k.Value)
            .Select(k => new SearchFacet(edition.Text($"Kind_{k.Key.ToString().ToLowerInvariant()}"), k.Value, Href(asked with { Kind = k.Key == asked.Kind ? null : k.Key }), k.Key == asked.Kind));
        var names = people.OrderByDescending(p => facets.People[p.Id]).ThenBy(p => p.Slug, StringComparer.Ordinal)
            .Select(p => new SearchFacet(p.Name.In(edition.Interface), facets.People[p.Id], Href(asked with { By = p.Slug == asked.By ? null : p.Slug }), p.Slug == asked.By));
        var years = facets.Years.OrderByDescending(y => y.Key).Take(MostFacets).Select(y => Year(y.Key, y.Value, asked, Href));
        var picture = facets.WithPicture == 0 ? [] : new[] { new SearchFacet(edition.Text("SearchWithPicture"), facets.WithPicture, Href(asked with { Picture = !asked.Picture }), asked.Picture) };
        return [.. new (string Name, IReadOnlyList<SearchFacet> Facets)[]
        {
            ("sections", [.. sections]), ("kinds", [.. kinds]), ("authors", [.. names]), ("years", [.. years]), ("pictures", picture),
        }.Where(g => g.Facets.Count > 0)];
    }

    private static SearchFacet Year(int year, int count, SearchParameters asked, Func<SearchParameters, string> href)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var chosen = asked.From == first && asked.To == last;
        return new(year.ToString(CultureInfo.InvariantCulture), count, href(chosen ? asked with { From = null, To = null } : asked with { From = first, To = last }), chosen);
    }
}

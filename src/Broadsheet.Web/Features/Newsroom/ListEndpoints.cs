using System.Globalization;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Desk;
using Broadsheet.Core.Search;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Components;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Hosting.Newsroom;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Newsroom;

/// <summary>A published article as a line of a list.</summary>
/// <param name="ArticleId">Its key.</param>
/// <param name="Id">Its public key.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Language">Its language.</param>
/// <param name="Section">Name of its section.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="State">Whether readers get it.</param>
/// <param name="Path">Its address, with leading slash.</param>
/// <param name="IsInWork">True where the desk has it already.</param>
public sealed record PublishedLine(long ArticleId, Guid Id, string Headline, string Language, string Section, DateTimeOffset PublishedAt, ArticleState State, string Path, bool IsInWork);

/// <summary>A list of articles.</summary>
/// <param name="View"><c>work</c>, <c>published</c> or <c>spiked</c>.</param>
/// <param name="Query">What was looked for.</param>
/// <param name="Work">Articles in work.</param>
/// <param name="Published">Published articles.</param>
/// <param name="Older">Address of the next page; null at the end.</param>
/// <param name="Site">Times are shown in its zone.</param>
public sealed record ListModel(string View, string Query, IReadOnlyList<BoardLine> Work, IReadOnlyList<PublishedLine> Published, string? Older, SiteOptions Site);

/// <summary><c>/newsroom/articles</c>: everything in work, published or put aside; a page costs the same at any size of the archive.</summary>
public static class ListEndpoints
{
    private const int Page = 50;

    /// <summary>Its line in the left list.</summary>
    public static IServiceCollection AddArticleLists(this IServiceCollection services) => services.AddSingleton(new NavEntry("Desk_Articles", $"{NewsroomPaths.Root}/articles", null, 110));

    /// <summary>Maps the list, and the way from it to the desk.</summary>
    public static void MapArticleLists(this IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/articles", Show).RequireStaff();
        newsroom.MapPost("/articles/{id:guid}/take-up", TakeUp).RequireRight(Right.ReadDesk);
        newsroom.MapGet("/articles/find", Find).RequireRight(Right.Write);
    }

    private static async Task<IResult> Show(StaffRequest request, BroadsheetDb db, SiteOptions site, string? view, string? q, string? before)
    {
        view = view is "published" or "spiked" ? view : "work";
        var query = (q ?? "").Trim();
        var place = before is null ? null : ListCursor.Read(before);
        if (view == "published")
        {
            var found = query.Length > 0 ? await Searched(request, db, site, query, Page) : await Newest(request, db, place, Page);
            var older = query.Length == 0 && found.Count == Page ? Older(view, new(found[^1].PublishedAt, found[^1].ArticleId)) : null;
            return request.Show<ListPage, ListModel>(new(view, query, [], found, older, site), Texts.T("Desk_Articles"));
        }
        var wanted = DeskLists.Visible(request, db).Where(d => view == "spiked" ? d.SpikedAt != null : d.SpikedAt == null);
        if (place is var (at, id)) wanted = wanted.Where(d => d.ChangedAt < at || (d.ChangedAt == at && d.ArticleId < id));
        var lines = await DeskLists.Lines(request, db, await wanted.OrderByDescending(d => d.ChangedAt).ThenByDescending(d => d.ArticleId).Take(Page).ToListAsync(request.Aborted));
        var next = lines.Count == Page ? Older(view, new(lines[^1].Desk.ChangedAt, lines[^1].Desk.ArticleId)) : null;
        return request.Show<ListPage, ListModel>(new(view, query, lines, [], next, site), Texts.T("Desk_Articles"));
    }

    private static string Older(string view, ListCursor last) => $"/newsroom/articles?view={view}&before={last}";

    // From the lists that fronts are made of: of the whole site, or of each desk that somebody reads. Each goes by its own index.
    private static async Task<IReadOnlyList<PublishedLine>> Newest(StaffRequest request, BroadsheetDb db, ListCursor? before, int most)
    {
        var desks = request.SectionsOf(Right.ReadDesk) is null ? [(ListKind.Site, 0L)]
            : request.Member.Grants.Where(g => Rights.Brings(g.Role, Right.ReadDesk)).Select(g => (ListKind.Section, g.SectionId!.Value)).Distinct().ToList();
        var keys = new List<ListCursor>();
        foreach (var (kind, id) in desks)
        {
            foreach (var language in request.Service<SiteOptions>().LanguageList)
            {
                var list = db.List(kind, id, language, DateTimeOffset.MaxValue.AddDays(-1));
                if (before is var (at, article)) list = list.Where(l => l.PublishedAt < at || (l.PublishedAt == at && l.ArticleId < article));
                keys.AddRange(await list.Take(most).Select(l => new ListCursor(l.PublishedAt, l.ArticleId)).ToListAsync(request.Aborted));
            }
        }
        var newest = keys.Distinct().OrderByDescending(k => k.PublishedAt).ThenByDescending(k => k.ArticleId).Take(most).Select(k => k.ArticleId).ToList();
        return await Lines(request, db, newest);
    }

    private static async Task<IReadOnlyList<PublishedLine>> Searched(StaffRequest request, BroadsheetDb db, SiteOptions site, string query, int most)
    {
        if (SearchQuery.Read(query) is not { } words) return [];
        var keys = (await new SearchDesk(db, request.Tree, site.Zone).Find(new SearchRequest(words) { Take = most }, request.Now, request.Aborted)).Articles;
        return await Lines(request, db, keys);
    }

    // In the order of the keys; what the one who asks may not read is left out.
    private static async Task<IReadOnlyList<PublishedLine>> Lines(StaffRequest request, BroadsheetDb db, IReadOnlyList<long> keys)
    {
        var rows = await db.Articles.AsNoTracking().Where(a => keys.Contains(a.Id) && a.Path != null)
            .Select(a => new { a.Id, a.PublicId, a.Headline, a.Language, a.SectionId, a.PublishedAt, a.State, a.Path, IsInWork = db.DeskArticles.Any(d => d.ArticleId == a.Id) }).ToDictionaryAsync(a => a.Id, request.Aborted);
        return [.. keys.Where(rows.ContainsKey).Select(k => rows[k]).Where(r => request.May(Right.ReadDesk, r.SectionId)).Select(r => new PublishedLine(
            r.Id, r.PublicId, r.Headline, r.Language, request.Tree[r.SectionId].Name.In(request.Language), r.PublishedAt!.Value, r.State, "/" + r.Path, r.IsInWork))];
    }

    // For insets and links of the editor.
    private static async Task<IResult> Find(StaffRequest request, BroadsheetDb db, SiteOptions site, string? q, string? ids)
    {
        var found = ids is not null
            ? await Known(request, db, ids)
            : string.IsNullOrWhiteSpace(q) ? await Newest(request, db, null, 20) : await Searched(request, db, site, q, 20);
        return Results.Json(found.Take(20).Select(l => new { id = l.Id, headline = l.Headline, date = site.In(l.PublishedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }));
    }

    private static async Task<IReadOnlyList<PublishedLine>> Known(StaffRequest request, BroadsheetDb db, string ids)
    {
        var keys = ids.Split(',').Take(20).Select(Key).ToList();
        return await Lines(request, db, await db.Articles.Where(a => keys.Contains(a.PublicId)).Select(a => a.Id).ToListAsync(request.Aborted));
    }

    private static Guid Key(string text) => Guid.TryParse(text, out var key) ? key : Guid.Empty;

    private static async Task<IResult> TakeUp(StaffRequest request, BroadsheetDb db, Guid id)
    {
        var section = await db.Articles.Where(a => a.PublicId == id).Select(a => (long?)a.SectionId).FirstOrDefaultAsync(request.Aborted);
        if (section is not { } desk || !request.May(Right.ReadDesk, desk)) return Results.NotFound();
        await db.Write(async () => await new DeskWork(db, request.Now).TakeUp(await db.Articles.FirstAsync(a => a.PublicId == id, request.Aborted), request.Member.PersonId, request.Aborted), request.Aborted);
        return request.SeeOther(ArticleDoor.Href(id));
    }
}

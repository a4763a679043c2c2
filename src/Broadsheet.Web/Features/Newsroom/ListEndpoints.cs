using System.Globalization;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Desk;
using Broadsheet.Core.Search;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Components;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Newsroom;

/// <summary>A published article as a line of a list.</summary>
/// <param name="Id">Its public key.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Language">Its language.</param>
/// <param name="Section">Name of its section.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="State">Whether readers get it.</param>
/// <param name="Path">Its address, with leading slash.</param>
/// <param name="IsInWork">True where the desk has it already.</param>
public sealed record PublishedLine(Guid Id, string Headline, string Language, string Section, DateTimeOffset PublishedAt, ArticleState State, string Path, bool IsInWork);

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

    private static async Task<IResult> Show(StaffRequest request, BroadsheetDb db, SiteOptions site, string? view, string? q, long? before)
    {
        view = view is "published" or "spiked" ? view : "work";
        var query = (q ?? "").Trim();
        if (view == "published")
        {
            var found = query.Length > 0 ? await Searched(request, db, site, query, Page) : await Newest(request, db, before);
            var older = query.Length == 0 && found.Count == Page ? $"/newsroom/articles?view=published&before={found[^1].PublishedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}" : null;
            return request.Show<ListPage, ListModel>(new(view, query, [], found, older, site), Texts.T("Desk_Articles"));
        }
        var wanted = DeskLists.Visible(request, db).Where(d => view == "spiked" ? d.SpikedAt != null : d.SpikedAt == null);
        if (before is > 0 and < 253_402_300_800_000) { var from = DateTimeOffset.FromUnixTimeMilliseconds(before.Value); wanted = wanted.Where(d => d.ChangedAt < from); }
        var lines = await DeskLists.Lines(request, db, wanted.OrderByDescending(d => d.ChangedAt).Take(Page));
        var next = lines.Count == Page ? $"/newsroom/articles?view={view}&before={lines[^1].Desk.ChangedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}" : null;
        return request.Show<ListPage, ListModel>(new(view, query, lines, [], next, site), Texts.T("Desk_Articles"));
    }

    private static async Task<IReadOnlyList<PublishedLine>> Newest(StaffRequest request, BroadsheetDb db, long? before)
    {
        var until = before is > 0 and < 253_402_300_800_000 ? DateTimeOffset.FromUnixTimeMilliseconds(before.Value) : DateTimeOffset.MaxValue.AddDays(-1);
        var found = new List<PublishedLine>();
        // One list a language, each by its own index; they are put together here.
        foreach (var language in request.Service<SiteOptions>().LanguageList)
            found.AddRange(await Lines(request, db, db.Listings.Where(l => l.Kind == ListKind.Site && l.ListId == 0 && l.Language == language && l.PublishedAt < until).OrderByDescending(l => l.PublishedAt).Take(Page).Select(l => l.ArticleId)));
        return [.. found.OrderByDescending(l => l.PublishedAt).Take(Page)];
    }

    private static async Task<IReadOnlyList<PublishedLine>> Searched(StaffRequest request, BroadsheetDb db, SiteOptions site, string query, int most)
    {
        if (SearchQuery.Read(query) is not { } words) return [];
        var keys = (await new SearchDesk(db, request.Tree, site.Zone).Find(new SearchRequest(words) { Take = most }, request.Now, request.Aborted)).Articles;
        return [.. (await Lines(request, db, db.Articles.Where(a => keys.Contains(a.Id)).Select(a => a.Id))).OrderBy(l => l.PublishedAt).Reverse().Take(most)];
    }

    private static async Task<List<PublishedLine>> Lines(StaffRequest request, BroadsheetDb db, IQueryable<long> keys)
    {
        var rows = await db.Articles.AsNoTracking().Where(a => keys.Contains(a.Id) && a.Path != null)
            .Select(a => new { a.PublicId, a.Headline, a.Language, a.SectionId, a.PublishedAt, a.State, a.Path, IsInWork = db.DeskArticles.Any(d => d.ArticleId == a.Id) }).ToListAsync(request.Aborted);
        return [.. rows.Where(r => request.May(Right.ReadDesk, r.SectionId)).Select(r => new PublishedLine(
            r.PublicId, r.Headline, r.Language, request.Tree[r.SectionId].Name.In(request.Language), r.PublishedAt!.Value, r.State, "/" + r.Path, r.IsInWork))];
    }

    // For insets and links of the editor.
    private static async Task<IResult> Find(StaffRequest request, BroadsheetDb db, SiteOptions site, string? q, string? ids)
    {
        var found = ids is not null
            ? await Known(request, db, ids)
            : string.IsNullOrWhiteSpace(q) ? await Newest(request, db, null) : await Searched(request, db, site, q, 20);
        return Results.Json(found.Take(20).Select(l => new { id = l.Id, headline = l.Headline, date = site.In(l.PublishedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }));
    }

    private static async Task<IReadOnlyList<PublishedLine>> Known(StaffRequest request, BroadsheetDb db, string ids)
    {
        var keys = ids.Split(',').Take(20).Select(Key).ToList();
        return await Lines(request, db, db.Articles.Where(a => keys.Contains(a.PublicId)).Select(a => a.Id));
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

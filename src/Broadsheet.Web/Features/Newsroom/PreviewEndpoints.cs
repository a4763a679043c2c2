using Broadsheet.Core.Data;
using Broadsheet.Core.Desk;
using Broadsheet.Web.Components.Newsroom;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Hosting.Newsroom;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Newsroom;

/// <summary>An article as readers would get it: published in a transaction that is taken back, and drawn by the pages' own code in between.</summary>
public static class PreviewEndpoints
{
    /// <summary>Maps it.</summary>
    public static void MapPreview(this IEndpointRouteBuilder newsroom) => newsroom.MapGet("/articles/{id:guid}/preview", Show).RequireStaff();

    private static async Task<IResult> Show(StaffRequest request, BroadsheetDb db, SiteOptions site, FindPage find, PageRenderer renderer, Guid id)
    {
        if (await ArticleDoor.Open(request, id) is not { } at) return Results.NotFound();
        PublicPage? page = null;
        await db.Rehearse(
            async () =>
            {
                var desk = await db.DeskArticles.FirstAsync(d => d.ArticleId == at.Desk.ArticleId, request.Aborted);
                // What is only a rule of the newsroom is no hindrance to looking; without a headline there is nothing to look at.
                if (desk.Headline.Length == 0) return;
                var order = new PublishOrder(desk.Head, null, request.Now, new ChangeNote.Minor());
                if (desk.IsChanged) await new DeskPublication(db, request.Tree, site.Zone, request.Now).Give(desk, order, request.Aborted);
                await db.SaveChangesAsync(request.Aborted);
                var path = await db.Articles.Where(a => a.Id == desk.ArticleId).Select(a => a.Path).FirstOrDefaultAsync(request.Aborted);
                db.ChangeTracker.Clear();
                if (path is not null) page = await find(new PageAddress(path, null, null), request.Now, request.Aborted);
            },
            request.Aborted);
        return page is PublicPage.Drawn drawn
            ? Results.Bytes(await renderer.Draw(drawn), "text/html; charset=utf-8")
            : request.SeeOther(ArticleDoor.Href(id, "publish"), new Said("Desk_Preview_Not") { IsRefusal = true });
    }
}

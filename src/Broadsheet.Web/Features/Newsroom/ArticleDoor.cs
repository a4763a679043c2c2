using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Desk;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Newsroom;

/// <summary>An article of the desk that somebody may see.</summary>
/// <param name="Article">What readers' pages know of it.</param>
/// <param name="Desk">What the desk knows of it.</param>
public sealed record AtDesk(Article Article, DeskArticle Desk);

/// <summary>Opens articles: what is of another desk is not there.</summary>
public static class ArticleDoor
{
    /// <summary>An article in work that the one who asks may see; null otherwise.</summary>
    /// <param name="request">Who asks.</param>
    /// <param name="id">Its public key.</param>
    public static async Task<AtDesk?> Open(StaffRequest request, Guid id)
    {
        var db = request.Service<BroadsheetDb>();
        var found = await db.Articles.AsNoTracking().Where(a => a.PublicId == id).Join(db.DeskArticles.AsNoTracking(), a => a.Id, d => d.ArticleId, (a, d) => new AtDesk(a, d)).FirstOrDefaultAsync(request.Aborted);
        return found is not null && request.Member.MaySee(found.Desk, request.Tree) ? found : null;
    }

    /// <summary>An article in work whose words the one who asks may change; null otherwise.</summary>
    public static async Task<AtDesk?> OpenToEdit(StaffRequest request, Guid id) =>
        await Open(request, id) is { } at && request.Member.MayEdit(at.Desk, request.Tree) ? at : null;

    /// <summary>An article in work that the one who asks may give to readers; null otherwise.</summary>
    public static async Task<AtDesk?> OpenToPublish(StaffRequest request, Guid id) =>
        await Open(request, id) is { } at && request.Member.MayPublish(at.Desk, request.Tree) ? at : null;

    /// <summary>Changes an article at the desk in one write; it is read anew inside, whatever happened since it was opened.</summary>
    public static Task Change(StaffRequest request, AtDesk at, Func<DeskArticle, Task> work)
    {
        var db = request.Service<BroadsheetDb>();
        return db.Write(async () => await work(await db.DeskArticles.FirstAsync(d => d.ArticleId == at.Desk.ArticleId, request.Aborted)), request.Aborted);
    }

    /// <summary>The address of an article in the newsroom.</summary>
    public static string Href(Guid id, string? part = null) => part is null ? $"{NewsroomPaths.Root}/articles/{id}" : $"{NewsroomPaths.Root}/articles/{id}/{part}";

    /// <summary>Names of people in the language of the interface, by key.</summary>
    public static async Task<IReadOnlyDictionary<long, string>> Names(StaffRequest request, IEnumerable<long?> people)
    {
        var keys = people.OfType<long>().Distinct().ToList();
        if (keys.Count == 0) return new Dictionary<long, string>();
        var found = await request.Service<BroadsheetDb>().People.Where(p => keys.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(request.Aborted);
        return found.ToDictionary(p => p.Id, p => p.Name.In(request.Language));
    }
}

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
        if (await db.Articles.FirstOrDefaultAsync(a => a.PublicId == id, request.Aborted) is not { } article) return null;
        if (await db.DeskArticles.FirstOrDefaultAsync(d => d.ArticleId == article.Id, request.Aborted) is not { } desk) return null;
        return request.Member.MaySee(desk, request.Tree) ? new(article, desk) : null;
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

using Broadsheet.Core.Data;

namespace Broadsheet.Core.Articles;

/// <summary>Named parts of queries over lists.</summary>
public static class ListingScopes
{
    /// <summary>What stands in a list of an edition at a time, newest first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="kind">Which kind of list.</param>
    /// <param name="id">Which list; 0 for the whole site.</param>
    /// <param name="language">The edition.</param>
    /// <param name="now">Embargoed articles come in when it passes.</param>
    public static IQueryable<Listing> List(this BroadsheetDb db, ListKind kind, long id, string language, DateTimeOffset now) =>
        db.Listings.Where(l => l.Kind == kind && l.ListId == id && l.Language == language && l.PublishedAt <= now)
            .OrderByDescending(l => l.PublishedAt).ThenByDescending(l => l.ArticleId);

    /// <summary>Only what is at a place in the list or older.</summary>
    public static IQueryable<Listing> From(this IQueryable<Listing> list, DateTimeOffset publishedAt, long articleId) =>
        list.Where(l => l.PublishedAt < publishedAt || (l.PublishedAt == publishedAt && l.ArticleId <= articleId));
}

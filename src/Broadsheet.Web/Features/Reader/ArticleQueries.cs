using Broadsheet.Core.Addresses;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Reader;

/// <summary>What every article page asks the database, compiled once: in a query of this size the making of its expression costs more than its answer.</summary>
internal static class ArticleQueries
{
    /// <summary>Who has a path.</summary>
    internal static readonly Func<BroadsheetDb, string, Task<Address?>> Claim = EF.CompileAsyncQuery((BroadsheetDb db, string path) =>
        db.Addresses.AsNoTracking().FirstOrDefault(a => a.Path == path));

    /// <summary>An article with the words that readers get.</summary>
    internal static readonly Func<BroadsheetDb, long, Task<ArticleRow?>> Words = EF.CompileAsyncQuery((BroadsheetDb db, long id) =>
        db.Articles.AsNoTracking().Where(a => a.Id == id)
            .Join(db.ArticleVersions, a => new { ArticleId = a.Id, Number = a.VersionNumber }, v => new { v.ArticleId, v.Number }, (a, v) => new ArticleRow(a, v, db.Corrections.Any(c => c.ArticleId == a.Id)))
            .FirstOrDefault());

    /// <summary>The bylines of articles, in their order.</summary>
    internal static readonly Func<BroadsheetDb, IReadOnlyList<long>, IAsyncEnumerable<BylineRow>> Bylines = EF.CompileAsyncQuery((BroadsheetDb db, IReadOnlyList<long> ids) =>
        db.Bylines.AsNoTracking().Where(b => ids.Contains(b.ArticleId)).OrderBy(b => b.Position)
            .Join(db.People, b => b.PersonId, p => p.Id, (b, p) => new BylineRow(b.ArticleId, new CreditedPerson(p.Id, p.Slug, p.Name, b.Role, b.Email, p.Kind == Core.People.PersonKind.Agency))));

    /// <summary>The keywords of an article, in their order.</summary>
    internal static readonly Func<BroadsheetDb, long, IAsyncEnumerable<KeywordRow>> Keywords = EF.CompileAsyncQuery((BroadsheetDb db, long id) =>
        db.ArticleKeywords.AsNoTracking().Where(k => k.ArticleId == id).OrderBy(k => k.Position)
            .Join(db.Keywords, k => k.KeywordId, w => w.Id, (k, w) => new KeywordRow(w.Slug, w.Name)));

    /// <summary>The newest articles of a section but one.</summary>
    internal static readonly Func<BroadsheetDb, long, string, DateTimeOffset, long, int, IAsyncEnumerable<TeaserRow>> More = EF.CompileAsyncQuery((BroadsheetDb db, long section, string language, DateTimeOffset now, long but, int most) =>
        db.Listings.AsNoTracking().Where(l => l.Kind == ListKind.Section && l.ListId == section && l.Language == language && l.PublishedAt <= now && l.ArticleId != but)
            .OrderByDescending(l => l.PublishedAt).ThenByDescending(l => l.ArticleId).Take(most)
            .Join(db.Articles, l => l.ArticleId, a => a.Id, (l, a) => a).LeftJoin(db.Photos, a => a.LeadPhotoId, p => p.Id, Teasers.Row));
}

/// <summary>An article with its words.</summary>
internal sealed record ArticleRow(Article Article, ArticleVersion Version, bool HasCorrections);

/// <summary>A byline of one of several articles.</summary>
internal sealed record BylineRow(long ArticleId, CreditedPerson Person);

/// <summary>A keyword of an article.</summary>
internal sealed record KeywordRow(string Slug, Core.LocalText Name);

using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Language.Search;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Search;

/// <summary>An article as it is read for the index.</summary>
/// <param name="Article">The article.</param>
/// <param name="Standfirst">Its standfirst.</param>
/// <param name="Html">Its body; a notice where it was taken back.</param>
/// <param name="Beside">Captions, bylines and keywords.</param>
/// <param name="Sections">Its own sections, the main one first.</param>
/// <param name="People">Its bylines.</param>
/// <param name="HasPicture">True with a picture.</param>
internal sealed record SearchDraft(Article Article, string Standfirst, string Html, IReadOnlyList<string> Beside, IReadOnlyList<long> Sections, IReadOnlyList<long> People, bool HasPicture)
{
    /// <summary>Reads what readers can get of articles: a fixed number of queries.</summary>
    internal static async Task<List<SearchDraft>> Read(BroadsheetDb db, IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        var rows = await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id) && (a.State == ArticleState.Published || a.State == ArticleState.Retracted))
            .Join(db.ArticleVersions, a => new { ArticleId = a.Id, Number = a.VersionNumber }, v => new { v.ArticleId, v.Number }, (a, v) => new { Article = a, v.Body, v.Number })
            .OrderBy(r => r.Article.Id).ToListAsync(ct);
        var people = (await db.Bylines.AsNoTracking().Where(b => ids.Contains(b.ArticleId)).OrderBy(b => b.Position)
            .Join(db.People, b => b.PersonId, p => p.Id, (b, p) => new { b.ArticleId, p.Id, p.Name }).ToListAsync(ct)).ToLookup(b => b.ArticleId);
        var keywords = (await db.ArticleKeywords.AsNoTracking().Where(k => ids.Contains(k.ArticleId))
            .Join(db.Keywords, a => a.KeywordId, k => k.Id, (a, k) => new { a.ArticleId, k.Name }).ToListAsync(ct)).ToLookup(k => k.ArticleId, k => k.Name);
        var sections = (await db.ArticleSections.AsNoTracking().Where(s => ids.Contains(s.ArticleId)).ToListAsync(ct)).ToLookup(s => s.ArticleId, s => s.SectionId);
        var photos = (await db.ArticlePhotos.AsNoTracking().Where(p => ids.Contains(p.ArticleId))
            .Join(db.Photos, a => a.PhotoId, p => p.Id, (a, p) => new { a.ArticleId, p.Caption }).ToListAsync(ct)).ToLookup(p => p.ArticleId, p => p.Caption);
        var maskings = await Masking.Of(db, [.. rows.Where(r => r.Article.IsMasked).Select(r => r.Article.Id)], ct);
        return rows.ConvertAll(r =>
        {
            var (article, id) = (r.Article, r.Article.Id);
            var masking = maskings[id];
            var isRetracted = article.State == ArticleState.Retracted;
            var names = people[id].Select(p => p.Name.In(article.Language)).Concat(keywords[id].Select(k => k.In(article.Language)));
            var captions = isRetracted ? [] : photos[id].Append(article.LeadCaption).OfType<string>().Select(masking.Inline).Select(BodyText.Of);
            return new SearchDraft(
                article, isRetracted ? "" : article.Standfirst, isRetracted ? masking.Inline(article.Notice ?? "") : masking.Body(r.Body, r.Number), [.. captions.Concat(names).Distinct(StringComparer.Ordinal)],
                [article.SectionId, .. sections[id].Where(s => s != article.SectionId)], [.. people[id].Select(p => p.Id).Distinct()], !isRetracted && (article.LeadPhotoId is not null || photos[id].Any()));
        });
    }

    /// <summary>Its row and its words. Both come from the same tokens, made once; the row has no key yet. Touches nothing else: drafts are cut on every processor.</summary>
    internal SearchEntry Cut()
    {
        var body = BodyText.Of(Html);
        var first = body.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end : body.Length;
        var lead = SearchTokens.Composed(string.Join('\n', (string[])[Article.Headline, Standfirst, body[..first], .. Beside]));
        var text = $"{lead}\n{SearchTokens.Composed(body[first..])}";
        var tokens = SearchTokens.Of(text).ConvertAll(t => t.Text);
        var facts = ShortWords.Of(text).Select(SearchFacts.ShortWord).ToHashSet(StringComparer.Ordinal);
        var published = Article.PublishedAt!.Value.ToUniversalTime();
        facts.UnionWith([SearchFacts.Any, SearchFacts.Kind(Article.Kind), SearchFacts.Month(published), SearchFacts.Year(published)]);
        facts.UnionWith(Sections.Select(SearchFacts.Section).Concat(People.Select(SearchFacts.Person)));
        if (HasPicture) facts.Add(SearchFacts.Picture);
        var document = new SearchDocument
        {
            ArticleId = Article.Id,
            Language = Article.Language,
            Kind = Article.Kind,
            Sections = string.Join(' ', Sections),
            People = string.Join(' ', People),
            HasPicture = HasPicture,
            Head = $" {string.Join(' ', tokens.TakeWhile(t => t != SearchToken.Border))} ",
            Words = string.Join(' ', PlainWords.Of(lead)),
        };
        return new(document, published, tokens, facts);
    }
}

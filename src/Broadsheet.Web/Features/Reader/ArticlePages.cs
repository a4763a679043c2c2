using Broadsheet.Core;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Models;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Reader;

/// <summary>The article page. The number of its queries does not grow with the archive; for what an article does not have none is asked.</summary>
public sealed class ArticlePages(BroadsheetDb db, SiteOptions site, Editions editions, Teasers teasers, CommentOptions comments, PressOptions press)
{
    private const int WordsPerMinute = 220;
    private const int MoreShown = 4;
    private const int DescriptionLength = 200;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>The page, or null where readers can't have it.</summary>
    /// <param name="id">The article.</param>
    /// <param name="prefix">The interface asked for; null for that of the article's own language.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<PublicPage?> Page(long id, string? prefix, DateTimeOffset now, CancellationToken ct)
    {
        if (await ArticleQueries.Words(db, id) is not var (article, written, hasCorrections) || !article.IsPublic(now)) return null;
        if (prefix == article.Language) return new PublicPage.Moved($"/{article.Path}");
        var edition = await editions.Load(db, prefix ?? article.Language, now, ct);
        var masking = await Masking.Of(db, article, ct);
        var version = masking.Version(written, article.Language);
        var hidden = masking.OfVersion(version.Number);
        var keywords = await ArticleQueries.Keywords(db, id).ToListAsync(ct);
        List<Correction> corrections = hasCorrections ? await db.Corrections.AsNoTracking().Where(c => c.ArticleId == id).OrderByDescending(c => c.At).ToListAsync(ct) : [];
        var translations = await Translations(article, now, ct);
        var blocks = article.State == ArticleState.Retracted ? [] : BodyBlocks.Read(version.Body);
        var photos = await Photos(article.State == ArticleState.Retracted ? null : version.LeadPhotoId, blocks, masking, ct);
        var related = await teasers.Read([.. blocks.OfType<BodyBlock.Related>().SelectMany(r => r.ArticleIds).Distinct()], now, ct);
        var others = await ArticleQueries.More(db, article.SectionId, article.Language, now, id, MoreShown).ToListAsync(ct);
        var bylinesOf = (await ArticleQueries.Bylines(db, [id, .. others.Select(o => o.Id)]).ToListAsync(ct)).ToLookup(b => b.ArticleId, b => b.Person);
        var people = bylinesOf[id].ToList();
        var more = others.ConvertAll(o => o with { Bylines = [.. bylinesOf[o.Id].Select(p => p.Name)] });

        var leadPhoto = photos.FirstOrDefault(p => p.Id == version.LeadPhotoId).Row;
        var bylines = people.ConvertAll(p => new BylineModel(p.Name.In(article.Language), edition.Href($"by/{p.Slug}"), p.Role, p.Email, p.IsAgency));
        var notes = new List<Footnote>();
        var body = Body(blocks, photos, related, edition, notes);
        var breadcrumb = edition.Breadcrumb(article.SectionId);
        var model = new ArticleModel
        {
            Frame = edition.FrameWith([.. site.LanguageList.Where(l => l != (prefix ?? article.Language)).Select(l => new LanguageLink(l, Href(article, l), Edition.OwnName(l)))], article.SectionId, Feed(edition, article)),
            Head = new()
            {
                Title = hidden is null ? masking.LineOf(article.SearchHeadline) ?? article.Headline : article.Headline,
                Description = Description(article, version, masking),
                Canonical = site.Absolute($"/{article.Path}"),
                Alternates = Alternates(article, translations),
                SocialTitle = hidden is null ? masking.LineOf(article.SocialHeadline) : null,
                OpenGraphType = "article",
                Picture = leadPhoto is null ? null : Card(leadPhoto, version.LeadAltText),
                Properties = Properties(article, edition),
                StructuredData = [StructuredJson.Article(edition, article, version, people, leadPhoto, corrections, masking), StructuredJson.Breadcrumb(edition, breadcrumb)],
            },
            Breadcrumb = breadcrumb,
            Language = article.Language,
            Kind = Teasers.KindKey(article.Kind),
            Headline = article.Headline,
            Standfirst = article.Standfirst,
            Dateline = version.Dateline,
            Bylines = bylines,
            PublishedAt = site.In(article.PublishedAt!.Value),
            UpdatedAt = article.UpdatedAt is { } updated ? site.In(updated) : null,
            ReadingMinutes = Math.Max(1, (int)Math.Ceiling(version.WordCount / (double)WordsPerMinute)),
            Lead = leadPhoto?.Figure(version.LeadCaption, version.LeadAltText),
            Suppressed = hidden is null ? null : Removal(hidden),
            Removals = [.. masking.Active.Where(s => s.Passage is not null).Select(Removal)],
            HistoryHref = await HasHistory(article, ct) ? $"{Href(article, prefix ?? article.Language)}/history" : null,
            Body = body,
            Notes = notes,
            Corrections = [.. corrections.Select(c => new CorrectionModel(CorrectionNames.Key(c.Kind), site.In(c.At), masking.Inline(c.Html)))],
            Sources = [.. article.Sources.Select(masking.Line)],
            WireCredit = article.WireCredit,
            Keywords = [.. keywords.Select(k => new Link(k.Name.In(edition.Interface), edition.Href($"topic/{k.Slug}")))],
            Translations = [.. translations.Select(t => new LanguageLink(t.Language, $"/{t.Path}", Edition.OwnName(t.Language)))],
            More = [.. more.Where(t => !t.IsRetracted).Select(t => teasers.Show(t, edition, withSection: false))],
            CommentLimit = comments.MaxCharacters,
            RetractionHtml = article.State == ArticleState.Retracted ? masking.Inline(article.Notice ?? "") : null,
            Permalink = site.Absolute($"/{article.Path}"),
            BeaconId = press.CountBy == CountBy.Beacon ? article.PublicId : null,
            QrHref = $"/qr/{article.Path}.svg",
        };
        return PublicPage.Of<ArticlePage, ArticleModel>(model, edition.Interface) with
        {
            Tags = [.. Tags(article, people, photos, related, translations), .. more.Where(t => t.Photo is not null).Select(t => $"photo:{t.Photo!.PublicId}")],
            ReadingOf = id,
            Frames = [.. body.OfType<BodyPart.Foreign>().Select(f => f.Source.Provider.Origin).Distinct()],
            // What is new elsewhere ages by time: if it were a tag, every publication would empty the press.
            ExpiresAt = now + Kept < edition.NextChange || edition.NextChange is null ? now + Kept : edition.NextChange,
        };
    }

    private async Task<List<(long Id, string Language, string Path)>> Translations(Article article, DateTimeOffset now, CancellationToken ct) =>
        article.TranslationKey is null ? [] : [.. (await db.Articles.AsNoTracking()
            .Where(a => a.TranslationKey == article.TranslationKey && a.Id != article.Id && a.State == ArticleState.Published && a.PublishedAt <= now)
            .OrderBy(a => a.Language).Select(a => new { a.Id, a.Language, a.Path }).ToListAsync(ct)).Select(a => (a.Id, a.Language, a.Path!))];

    private async Task<List<(long Id, PhotoRow Row)>> Photos(long? lead, IReadOnlyList<BodyBlock> blocks, Masking masking, CancellationToken ct)
    {
        var keys = blocks.OfType<BodyBlock.Photo>().Select(p => p.PhotoId).Distinct().ToList();
        if (lead is null && keys.Count == 0) return [];
        var rows = await db.Photos.AsNoTracking().Where(p => p.Id == lead || keys.Contains(p.PublicId))
            .Select(p => new { p.Id, Row = new PhotoRow(p.PublicId, p.Width, p.Height, p.State, p.Caption, p.AltText, p.Credit) }).ToListAsync(ct);
        return rows.ConvertAll(r => (r.Id, r.Row with { Caption = masking.InlineOf(r.Row.Caption), AltText = masking.LineOf(r.Row.AltText) }));
    }

    private List<BodyPart> Body(IReadOnlyList<BodyBlock> blocks, List<(long Id, PhotoRow Row)> photos, List<TeaserRow> related, Edition edition, List<Footnote> notes)
    {
        var parts = new List<BodyPart>(blocks.Count);
        var rows = related.ToLookup(r => r.PublicId);
        foreach (var block in blocks)
        {
            if (block is BodyBlock.Markup markup) parts.Add(new BodyPart.Html(Footnotes.Take(markup.Html, notes, Mark)));
            else if (block is BodyBlock.Embed embed && Embeds.Find(embed.Address) is { } source)
                parts.Add(new BodyPart.Foreign(source, embed.CaptionHtml));
            else if (block is BodyBlock.Photo use && photos.FirstOrDefault(p => p.Row.PublicId == use.PhotoId).Row is { } photo)
                parts.Add(new BodyPart.Photo(photo.Figure(use.CaptionHtml, use.AltText)));
            else if (block is BodyBlock.Related inset && inset.ArticleIds.SelectMany(id => rows[id]).ToList() is { Count: > 0 } articles)
                parts.Add(new BodyPart.Related([.. articles.Select(a => teasers.Show(a, edition))]));
        }
        return parts;
    }

    private static string Mark(int number) => $"<sup class=\"note-mark\"><a id=\"note-mark-{number}\" href=\"#note-{number}\" role=\"doc-noteref\">{number}</a></sup>";

    // What was taken back is not told once more; a brief without standfirst is told by how it begins.
    private static string? Description(Article article, ArticleVersion version, Masking masking)
    {
        if (article.State == ArticleState.Retracted) return BodyText.Of(masking.Inline(article.Notice ?? "")) is { Length: > 0 } notice ? notice : Texts.In("Retracted", article.Language);
        if (article.Standfirst.Length > 0) return article.Standfirst;
        var first = BodyText.Of(version.Body).Split('\n')[0];
        var end = first.Length <= DescriptionLength ? first.Length : first.LastIndexOf(' ', DescriptionLength);
        return end <= 0 ? null : end == first.Length ? first : first[..end] + "…";
    }

    private static string Href(Article article, string language) => language == article.Language ? $"/{article.Path}" : $"/{language}/{article.Path}";

    // The feed of the article's section, or that of the site where the interface is another edition's.
    private static string Feed(Edition edition, Article article) => $"feed/{edition.Tree[article.SectionId].Path}";

    private (string Href, int Width, int Height, string? Alt) Card(PhotoRow photo, string? alt)
    {
        var (path, width, height) = photo.Card();
        return (site.Absolute(path), width, height, alt ?? photo.AltText);
    }

    private List<(string, string)> Alternates(Article article, List<(long Id, string Language, string Path)> translations)
    {
        if (translations.Count == 0) return [];
        var all = translations.Select(t => (t.Language, t.Path)).Append((article.Language, article.Path!)).OrderBy(t => t.Item1, StringComparer.Ordinal).ToList();
        var first = all.FirstOrDefault(t => t.Item1 == site.LanguageList[0], all[0]);
        return [.. all.Select(t => (t.Item1, site.Absolute($"/{t.Item2}"))), ("x-default", site.Absolute($"/{first.Item2}"))];
    }

    private List<(string, string)> Properties(Article article, Edition edition)
    {
        var properties = new List<(string, string)> { ("article:published_time", Dates.Iso(site.In(article.PublishedAt!.Value))) };
        if (article.UpdatedAt is { } updated) properties.Add(("article:modified_time", Dates.Iso(site.In(updated))));
        properties.Add(("article:section", edition.Tree[article.SectionId].Name.In(article.Language)));
        return properties;
    }

    private static List<string> Tags(Article article, List<CreditedPerson> people, List<(long Id, PhotoRow Row)> photos, List<TeaserRow> related, List<(long Id, string Language, string Path)> translations) =>
        ["site", $"article:{article.Id}", .. people.Select(p => $"person:{p.Id}"), .. photos.Select(p => $"photo:{p.Row.PublicId}"), .. related.Select(r => $"article:{r.Id}"), .. translations.Select(t => $"article:{t.Id}")];

    private RemovalModel Removal(Suppression s) => new(s.VersionNumber is null ? "passage" : "version", s.Ground.ToString().ToLowerInvariant(), site.In(s.At));

    // A question only where there can be more than one.
    private async Task<bool> HasHistory(Article article, CancellationToken ct)
    {
        var (id, first) = (article.Id, Math.Max(1, article.FirstPublicVersion));
        return article.VersionNumber > first && await db.ArticleVersions.CountAsync(v => v.ArticleId == id && v.Number >= first && (v.Number == first || !v.IsMinor), ct) > 1;
    }
}

/// <summary>Somebody with a byline.</summary>
public sealed record CreditedPerson(long Id, string Slug, LocalText Name, string? Role, string? Email, bool IsAgency);

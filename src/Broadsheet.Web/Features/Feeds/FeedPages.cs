using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Broadsheet.Core;
using Broadsheet.Core.Addresses;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Media;
using Broadsheet.Core.Search;
using Broadsheet.Core.Sections;
using Broadsheet.Web.Components;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Feeds;

/// <summary>RSS 2.0 of an edition and of each of its sections: <c>/feed</c>, <c>/ko/feed/national/north-korea</c>.</summary>
public sealed class FeedPages(BroadsheetDb db, SiteOptions site)
{
    private const int Items = 30;
    private const string Dublin = "http://purl.org/dc/elements/1.1/";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string Media = "http://search.yahoo.com/mrss/";
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The feed of an address, or null where the address is none.</summary>
    public async Task<PublicPage?> Find(PageAddress address, DateTimeOffset now, CancellationToken ct)
    {
        if (address.Path != "feed" && !address.Path.StartsWith("feed/", StringComparison.OrdinalIgnoreCase)) return null;
        var language = address.Edition(site.LanguageList);
        var tree = await SectionTree.Load(db, ct);
        var section = address.Path == "feed" ? null : tree.At(address.Path[5..]);
        if (section is null && address.Path != "feed") return await Moved(language, address.Path[5..], ct);
        if (address.Prefix == site.LanguageList[0]) return new PublicPage.Moved($"/{address.Path}");
        var name = await Name(language, ct);
        var next = await db.Listings.Where(l => l.Kind == ListKind.Site && l.ListId == 0 && l.Language == language && l.PublishedAt > now)
            .OrderBy(l => l.PublishedAt).Select(l => (DateTimeOffset?)l.PublishedAt).FirstOrDefaultAsync(ct);
        var items = await Read(section is null ? db.List(ListKind.Site, 0, language, now) : db.List(ListKind.Section, section.Id, language, now), tree, ct);
        var feed = Feed(
            section is null ? name : $"{name}: {section.Name.In(language)}",
            section is null || section.Description.IsEmpty ? Texts.In("SiteDescription", language) ?? name : section.Description.In(language),
            section?.Path ?? "", address.Path, language, items);
        return feed with { Tags = ["site", section is null ? $"site:{language}" : $"section:{section.Id}"], ExpiresAt = next };
    }

    /// <summary>A search as a feed: its newest matches. Null where its section or author is unknown.</summary>
    public async Task<PublicPage.Ready?> Search(SearchParameters asked, string language, DateTimeOffset now, CancellationToken ct)
    {
        var tree = await SectionTree.Load(db, ct);
        if (await asked.Request(db, tree, site, language, ct) is not { } request) return null;
        var found = await new SearchDesk(db, tree, site.Zone).Find(request with { Order = SearchOrder.Newest, Skip = 0, Take = Items }, now, ct);
        var list = db.Listings.Where(l => l.Kind == ListKind.Site && l.ListId == 0 && l.PublishedAt <= now && found.Articles.Contains(l.ArticleId))
            .OrderByDescending(l => l.PublishedAt).ThenByDescending(l => l.ArticleId);
        var name = await Name(language, ct);
        return Feed(
            $"{asked.Query.Text} · {Texts.In("Search", language)} · {name}", Texts.In("SiteDescription", language) ?? name,
            $"search{asked.QueryString()}", $"search/feed{asked.QueryString()}", language, await Read(list, tree, ct));
    }

    private async Task<string> Name(string language, CancellationToken ct) =>
        await db.Newspapers.AsNoTracking().SingleOrDefaultAsync(ct) is { Name.IsEmpty: false } paper ? paper.Name.In(language) : site.Name;

    // Page and self are paths without prefix and leading slash.
    private PublicPage.Ready Feed(string title, string description, string page, string self, string language, List<SyndicationItem> items)
    {
        var feed = new SyndicationFeed(Known(title), Known(description), new Uri(site.Absolute(site.PathIn(language, page)))) { Language = language, Items = items };
        feed.ElementExtensions.Add(SelfLink(site.Absolute(site.PathIn(language, self))));
        feed.LastUpdatedTime = items.Select(i => i.PublishDate).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        return new("application/rss+xml; charset=utf-8", Write(feed));
    }

    // The feed of a section that has moved is where the section is.
    private async Task<PublicPage?> Moved(string language, string path, CancellationToken ct)
    {
        var lower = path.ToLowerInvariant();
        if (path.Contains('\0', StringComparison.Ordinal) || await db.Addresses.AsNoTracking().FirstOrDefaultAsync(a => a.Path == lower, ct) is not { } known) return null;
        return known.Kind switch
        {
            AddressKind.Section when lower != path => new PublicPage.Moved(site.PathIn(language, $"feed/{lower}")),
            AddressKind.Redirect when !char.IsAsciiDigit(known.RedirectTo![0]) => new PublicPage.Moved(site.PathIn(language, $"feed/{known.RedirectTo}")),
            _ => null,
        };
    }

    private async Task<List<SyndicationItem>> Read(IQueryable<Listing> list, SectionTree tree, CancellationToken ct)
    {
        var rows = await list.Take(Items)
            .Join(db.Articles, l => l.ArticleId, a => a.Id, (l, a) => a)
            .Join(db.ArticleVersions, a => new { ArticleId = a.Id, Number = a.VersionNumber }, v => new { v.ArticleId, v.Number }, (a, v) => new { a, Version = v })
            .LeftJoin(db.Photos, r => r.a.LeadPhotoId, p => p.Id, (r, p) => new { Article = r.a, r.Version, Photo = p })
            .AsNoTracking().ToListAsync(ct);
        var ids = rows.ConvertAll(r => r.Article.Id);
        var bylines = (await db.Bylines.AsNoTracking().Where(b => ids.Contains(b.ArticleId)).OrderBy(b => b.Position)
            .Join(db.People, b => b.PersonId, p => p.Id, (b, p) => new { b.ArticleId, p.Name }).ToListAsync(ct)).ToLookup(b => b.ArticleId, b => b.Name);
        var corrections = (await db.Corrections.AsNoTracking().Where(c => ids.Contains(c.ArticleId)).OrderByDescending(c => c.At).ToListAsync(ct)).ToLookup(c => c.ArticleId);
        var maskings = await Masking.Of(db, [.. rows.Where(r => r.Article.IsMasked).Select(r => r.Article.Id)], ct);
        return rows.ConvertAll(r => Item(
            r.Article, maskings[r.Article.Id].Version(r.Version, r.Article.Language), r.Article.LeadPhotoId is null ? null : r.Photo, bylines[r.Article.Id], [.. corrections[r.Article.Id]], maskings[r.Article.Id], tree));
    }

    private SyndicationItem Item(
        Article article, ArticleVersion version, Photo? photo, IEnumerable<LocalText> bylines, IReadOnlyList<Correction> corrections, Masking masking, SectionTree tree)
    {
        var url = site.Absolute($"/{article.Path}");
        var retracted = article.State == ArticleState.Retracted;
        var item = new SyndicationItem
        {
            Id = url,
            Title = new TextSyndicationContent(Known(article.Headline)),
            Summary = new TextSyndicationContent(Known(retracted ? BodyText.Of(masking.Inline(article.Notice ?? "")) : article.Standfirst.Length > 0 ? article.Standfirst : Cut(BodyText.Of(version.Body)))),
            PublishDate = site.In(article.PublishedAt!.Value),
        };
        item.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(url)));
        foreach (var section in tree.Lineage(article.SectionId)) item.Categories.Add(new SyndicationCategory(Known(section.Name.In(article.Language))));
        foreach (var name in bylines) item.ElementExtensions.Add("creator", Dublin, Known(name.In(article.Language)));
        // RSS has no place for it; feed readers know this one (RFC 4287, section 4.2.15).
        if (FeedNotes.Updated(article, corrections) is { } updated) item.ElementExtensions.Add("updated", Atom, Dates.Iso(site.In(updated)));
        if (!retracted) item.ElementExtensions.Add("encoded", Content, Known(Text(version.Body) + FeedNotes.Html(article, corrections, masking, site)));
        if (photo is not null && !retracted) item.ElementExtensions.Add(MediaElement(photo, version.LeadCaption ?? masking.InlineOf(photo.Caption)));
        return item;
    }

    // Photos and insets of the body are the house's own elements; a feed reader gets the words around them, a link to what
    // another site has, and footnotes at the end.
    private static string Text(string body)
    {
        var notes = new List<Footnote>();
        var text = string.Concat(BodyBlocks.Read(body).Select(block => block switch
        {
            BodyBlock.Markup markup => Footnotes.Take(markup.Html, notes, n => $"<sup>{n}</sup>"),
            BodyBlock.Embed embed => $"<p><a href=\"{embed.Address}\">{BodyDialect.FromText(BodyText.Of(embed.CaptionHtml ?? embed.Address))}</a></p>",
            _ => "",
        }));
        return notes.Count == 0 ? text : $"{text}<ol>{string.Concat(notes.Select(n => $"<li>{n.Html}</li>"))}</ol>";
    }

    private XElement MediaElement(Photo photo, string? caption)
    {
        XNamespace media = Media;
        var width = Renditions.WidthsFor(photo.Width, photo.Height).LastOrDefault(w => w <= 1280, Renditions.WidthsFor(photo.Width, photo.Height)[0]);
        var words = caption is { } html ? BodyText.Of(html) : null;
        return new(
            media + "content",
            new XAttribute("url", site.Absolute($"/media/{photo.PublicId:N}/{width}.jpg")),
            new XAttribute("medium", "image"),
            new XAttribute("type", "image/jpeg"),
            new XAttribute("width", width),
            new XAttribute("height", Renditions.HeightFor(photo.Width, photo.Height, width)),
            words is null ? null : new XElement(media + "description", Known(words)),
            photo.Credit is null ? null : new XElement(media + "credit", Known(photo.Credit)));
    }

    private static string Cut(string text) => text.Length <= 300 ? text : text[..(char.IsHighSurrogate(text[299]) ? 299 : 300)] + "…";

    // XML 1.0, section 2.2: most control characters can't stand in a document, not even escaped.
    private static string Known(string text)
    {
        if (text.All(XmlConvert.IsXmlChar)) return text;
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) kept.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i])) kept.Append(text[i]);
        }
        return kept.ToString();
    }

    private static byte[] Write(SyndicationFeed feed)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = true }))
            new Rss20FeedFormatter(feed, serializeExtensionsAsAtom: false).WriteTo(writer);
        return bytes.ToArray();
    }

    private static XElement SelfLink(string href)
    {
        XNamespace atom = Atom;
        return new(atom + "link", new XAttribute("href", href), new XAttribute("rel", "self"), new XAttribute("type", "application/rss+xml"));
    }
}

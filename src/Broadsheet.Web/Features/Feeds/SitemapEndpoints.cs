using System.Globalization;
using System.Text;
using System.Xml;
using Broadsheet.Core;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Web.Components;
using Broadsheet.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Feeds;

/// <summary>
/// Sitemaps (sitemaps.org 0.9): an index, files of at most 50,000 articles by their keys, and a news sitemap of the last two
/// days. Written as a stream: the archive's size costs no memory.
/// </summary>
public static class SitemapEndpoints
{
    private const int FileSize = 50_000;
    private const int NewsLimit = 1_000;
    private const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string News = "http://www.google.com/schemas/sitemap-news/0.9";
    private static readonly string[] Methods = ["GET", "HEAD"];
    private static readonly XmlWriterSettings Format = new() { Async = true, Encoding = new UTF8Encoding(false) };

    /// <summary>Maps the index, the files, the news and <c>robots.txt</c>.</summary>
    public static void MapSitemaps(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/sitemap.xml", Methods, Index);
        app.MapMethods("/sitemap-{number:int}.xml", Methods, File);
        app.MapMethods("/sitemap-news.xml", Methods, NewsFile);
        app.MapMethods("/robots.txt", Methods, (SiteOptions site) => TypedResults.Text(
            $"User-agent: *\nDisallow: /newsroom\nDisallow: /account\n\nSitemap: {site.Absolute("/sitemap.xml")}\nSitemap: {site.Absolute("/sitemap-news.xml")}\n"));
    }

    private static async Task Index(HttpContext context, BroadsheetDb db, SiteOptions site, CancellationToken ct)
    {
        var last = await db.Articles.MaxAsync(a => (long?)a.Id, ct) ?? 0;
        await using var xml = Begin(context);
        await xml.WriteStartElementAsync(null, "sitemapindex", Sitemap);
        for (var number = 0; number <= last / FileSize; number++)
        {
            await xml.WriteStartElementAsync(null, "sitemap", Sitemap);
            await xml.WriteElementStringAsync(null, "loc", Sitemap, site.Absolute(string.Create(CultureInfo.InvariantCulture, $"/sitemap-{number}.xml")));
            await xml.WriteEndElementAsync();
        }
        await xml.WriteEndElementAsync();
    }

    private static async Task File(int number, HttpContext context, BroadsheetDb db, SiteOptions site, TimeProvider clock, CancellationToken ct)
    {
        var now = Moment.Cut(clock.GetUtcNow());
        var (from, to) = ((long)number * FileSize, ((long)number + 1) * FileSize);
        if (number < 0 || from > (await db.Articles.MaxAsync(a => (long?)a.Id, ct) ?? 0))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var rows = db.Articles.AsNoTracking().Where(a => a.Id >= from && a.Id < to && a.State == ArticleState.Published && a.PublishedAt <= now)
            .OrderBy(a => a.Id).Select(a => new { a.Path, a.PublishedAt, a.UpdatedAt });
        await using var xml = Begin(context);
        await xml.WriteStartElementAsync(null, "urlset", Sitemap);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            await xml.WriteStartElementAsync(null, "url", Sitemap);
            await xml.WriteElementStringAsync(null, "loc", Sitemap, site.Absolute($"/{row.Path}"));
            await xml.WriteElementStringAsync(null, "lastmod", Sitemap, Dates.Iso(site.In(row.UpdatedAt ?? row.PublishedAt!.Value)));
            await xml.WriteEndElementAsync();
        }
        await xml.WriteEndElementAsync();
    }

    private static async Task NewsFile(HttpContext context, BroadsheetDb db, SiteOptions site, TimeProvider clock, CancellationToken ct)
    {
        var now = Moment.Cut(clock.GetUtcNow());
        var since = now.AddDays(-2);
        var paper = await db.Newspapers.AsNoTracking().SingleOrDefaultAsync(ct);
        await using var xml = Begin(context);
        await xml.WriteStartElementAsync(null, "urlset", Sitemap);
        await xml.WriteAttributeStringAsync("xmlns", "news", null, News);
        foreach (var language in site.LanguageList)
        {
            var name = paper is null || paper.Name.IsEmpty ? site.Name : paper.Name.In(language);
            var rows = db.List(ListKind.Site, 0, language, now).Where(l => l.PublishedAt >= since).Take(NewsLimit / site.LanguageList.Count)
                .Join(db.Articles, l => l.ArticleId, a => a.Id, (l, a) => new { a.Path, a.Headline, a.PublishedAt, a.State }).AsNoTracking();
            await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            {
                if (row.State != ArticleState.Published) continue;
                await xml.WriteStartElementAsync(null, "url", Sitemap);
                await xml.WriteElementStringAsync(null, "loc", Sitemap, site.Absolute($"/{row.Path}"));
                await xml.WriteStartElementAsync(null, "news", News);
                await xml.WriteStartElementAsync(null, "publication", News);
                await xml.WriteElementStringAsync(null, "name", News, name);
                await xml.WriteElementStringAsync(null, "language", News, language);
                await xml.WriteEndElementAsync();
                await xml.WriteElementStringAsync(null, "publication_date", News, Dates.Iso(site.In(row.PublishedAt!.Value)));
                await xml.WriteElementStringAsync(null, "title", News, new string([.. row.Headline.Where(XmlConvert.IsXmlChar)]));
                await xml.WriteEndElementAsync();
                await xml.WriteEndElementAsync();
            }
        }
        await xml.WriteEndElementAsync();
    }

    private static XmlWriter Begin(HttpContext context)
    {
        context.Response.ContentType = "application/xml; charset=utf-8";
        context.Response.Headers.CacheControl = "max-age=0, must-revalidate";
        return XmlWriter.Create(context.Response.Body, Format);
    }
}

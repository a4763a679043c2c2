using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Web.Components.Models;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Reader;

/// <summary>The pages of people's work and of keywords.</summary>
public sealed class ListPages(BroadsheetDb db, Editions editions, Teasers teasers)
{
    private const int PageSize = 30;

    /// <summary>A person's work.</summary>
    public async Task<PublicPage> Person(long id, string language, ListCursor? before, DateTimeOffset now, CancellationToken ct)
    {
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == id, ct);
        var edition = await editions.Load(db, language, now, ct);
        var (model, rows, place) = await List(edition, ListKind.Person, id, $"by/{person.Slug}", person.Name.In(edition.Interface), before, now, ct);
        var biography = person.Biography.IsEmpty ? null : person.Biography.In(edition.Interface);
        return Page(edition, rows, place, $"person:{id}", model with
        {
            Kind = "author",
            Title = person.Title.IsEmpty ? null : person.Title.In(edition.Interface),
            Introduction = biography,
            Email = person.Email,
            Head = model.Head with { OpenGraphType = "profile", Description = biography ?? Say("AuthorDescription", model.Heading, edition), StructuredData = [StructuredJson.Person(edition, person)] },
        });
    }

    /// <summary>A keyword's articles.</summary>
    public async Task<PublicPage> Keyword(long id, string language, ListCursor? before, DateTimeOffset now, CancellationToken ct)
    {
        var keyword = await db.Keywords.AsNoTracking().SingleAsync(k => k.Id == id, ct);
        var edition = await editions.Load(db, language, now, ct);
        var name = keyword.Name.In(edition.Interface);
        var (model, rows, place) = await List(edition, ListKind.Keyword, id, $"topic/{keyword.Slug}", name, before, now, ct);
        return Page(edition, rows, place, $"keyword:{id}", model with
        {
            Kind = "keyword",
            Head = model.Head with { Description = Say("KeywordDescription", name, edition) },
        });
    }

    private static string Say(string key, string name, Edition edition) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, edition.Text(key), name);

    private static PublicPage.Drawn Page(Edition edition, IEnumerable<TeaserRow> rows, ListCursor? place, string tag, ListModel model) =>
        PublicPage.Of<ListPage, ListModel>(model, edition.Interface) with { Tags = Teasers.Tags(rows, tag), Place = place, ExpiresAt = edition.NextChange };

    private async Task<(ListModel Model, List<TeaserRow> Rows, ListCursor? Place)> List(Edition edition, ListKind kind, long id, string path, string heading, ListCursor? before, DateTimeOffset now, CancellationToken ct)
    {
        var list = db.List(kind, id, edition.Language, now);
        var (rows, place) = await teasers.Page(list, before, PageSize, ct);
        var shown = rows.Take(PageSize).ToList();
        var model = new ListModel
        {
            Frame = edition.Frame(path),
            Head = edition.Head(heading, path) with { NoIndex = before is not null },
            Kind = "",
            Heading = heading,
            Articles = [.. shown.Select(t => teasers.Show(t, edition))],
            Older = rows.Count > PageSize ? new Link(edition.Text("OlderArticles"), $"{edition.Href(path)}?before={shown[^1].Cursor}") : null,
            Newer = before is null ? null : new Link(edition.Text("NewestArticles"), edition.Href(path)),
        };
        return (model, shown, place);
    }
}

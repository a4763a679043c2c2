using System.Globalization;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Models;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Reader;

/// <summary>The archive of an edition: by month and day of the newspaper's time zone.</summary>
public sealed class ArchivePages(BroadsheetDb db, SiteOptions site, PlainPages plain, Teasers teasers)
{
    private const int PageSize = 100;

    /// <summary>Every month that has articles.</summary>
    public async Task<PublicPage> Overview(string language, DateTimeOffset now, CancellationToken ct)
    {
        var edition = await Edition.Load(db, site, plain, language, now, ct);
        return Page(edition, new()
        {
            Frame = edition.Frame("archive"),
            Head = edition.Head(Text("Archive", edition), "archive", Text("ArchiveDescription", edition)),
            Months = [.. (await Months(language, now, ct)).Select(m => (m.Month, m.Count, edition.Href(Path(m.Month)[..7])))],
        });
    }

    /// <summary>A year (leads to its newest month), a month as a calendar, or a day as a list.</summary>
    public async Task<PublicPage?> Date(string language, ArchiveDate date, ListCursor? cursor, DateTimeOffset now, CancellationToken ct)
    {
        if (date.Day is { } day) return await Day(language, new DateOnly(date.Year, date.Month!.Value, day), cursor, now, ct);
        var months = await Months(language, now, ct);
        if (date.Month is null)
        {
            var newest = months.FirstOrDefault(m => m.Month.Year == date.Year);
            return newest.Count == 0 ? null : new PublicPage.Moved((language == site.LanguageList[0] ? "/" : $"/{language}/") + Path(newest.Month)[..7]);
        }
        var month = new DateOnly(date.Year, date.Month.Value, 1);
        return months.Any(m => m.Month == month) ? await Month(language, month, months, now, ct) : null;
    }

    private async Task<PublicPage> Month(string language, DateOnly month, List<(DateOnly Month, int Count)> months, DateTimeOffset now, CancellationToken ct)
    {
        var edition = await Edition.Load(db, site, plain, language, now, ct);
        var (last, today) = (month.AddMonths(1), Today(now));
        var days = await db.PublicationDays.AsNoTracking()
            .Where(d => d.Language == language && d.Day >= month && d.Day < last && d.Day <= today && d.Count > 0).OrderBy(d => d.Day).ToListAsync(ct);
        if (await Ahead(language, now, ct) is var ahead and > 0)
            days = [.. days.Select(d => new PublicationDay { Language = language, Day = d.Day, Count = d.Day == today ? d.Count - ahead : d.Count }).Where(d => d.Count > 0)];
        var path = Path(month)[..7];
        return Page(edition, new()
        {
            Frame = edition.Frame(path),
            Head = edition.Head(Named(month, edition), path, Of(Named(month, edition), edition)),
            Month = month,
            Days = [.. days.Select(d => (d.Day, d.Count, edition.Href(Path(d.Day))))],
            Older = Neighbour(months.Where(m => m.Month < month).OrderByDescending(m => m.Month), edition),
            Newer = Neighbour(months.Where(m => m.Month > month).OrderBy(m => m.Month), edition),
        });
    }

    private async Task<PublicPage?> Day(string language, DateOnly day, ListCursor? cursor, DateTimeOffset now, CancellationToken ct)
    {
        var edition = await Edition.Load(db, site, plain, language, now, ct);
        var (from, to) = (Midnight(day), day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : Midnight(day.AddDays(1)));
        var list = db.List(ListKind.Site, 0, language, now).Where(l => l.PublishedAt >= from && l.PublishedAt < to);
        var (found, place) = await teasers.Page(list, cursor, PageSize, ct);
        if (found.Count == 0) return null;
        var rows = found.Take(PageSize).ToList();
        var today = Today(now);
        var before = await db.PublicationDays.Where(d => d.Language == language && d.Day < day && d.Count > 0).OrderByDescending(d => d.Day).Select(d => (DateOnly?)d.Day).FirstOrDefaultAsync(ct);
        var after = await db.PublicationDays.Where(d => d.Language == language && d.Day > day && d.Day <= today && d.Count > 0).OrderBy(d => d.Day).Select(d => (DateOnly?)d.Day).FirstOrDefaultAsync(ct);
        var heading = WithCulture(edition, () => Dates.Full(day));
        var model = new ListModel
        {
            Frame = edition.Frame(Path(day)),
            Head = edition.Head(heading, Path(day), Of(heading, edition)) with { NoIndex = cursor is not null },
            Kind = "day",
            Heading = heading,
            Articles = [.. rows.Select(t => teasers.Show(t, edition))],
            Older = found.Count > PageSize ? new Link(Text("OlderArticles", edition), $"{edition.Href(Path(day))}?before={rows[^1].Cursor}")
                : before is { } b ? new Link(WithCulture(edition, () => Dates.Full(b)), edition.Href(Path(b))) : null,
            Newer = cursor is not null ? new Link(Text("NewestArticles", edition), edition.Href(Path(day)))
                : after is { } a ? new Link(WithCulture(edition, () => Dates.Full(a)), edition.Href(Path(a))) : null,
            Up = new Link(Named(new DateOnly(day.Year, day.Month, 1), edition), edition.Href(Path(day)[..7])),
        };
        return PublicPage.Of<ListPage, ListModel>(model, edition.Interface) with { Tags = Teasers.Tags(rows, $"site:{language}"), Place = place, ExpiresAt = edition.NextChange };
    }

    private static PublicPage.Drawn Page(Edition edition, ArchiveModel model) =>
        PublicPage.Of<ArchivePage, ArchiveModel>(model, edition.Interface) with { Tags = ["site", $"site:{edition.Language}"], ExpiresAt = edition.NextChange };

    private async Task<List<(DateOnly Month, int Count)>> Months(string language, DateTimeOffset now, CancellationToken ct)
    {
        var today = Today(now);
        var rows = await db.PublicationDays.Where(d => d.Language == language && d.Day <= today && d.Count > 0)
            .GroupBy(d => new { d.Day.Year, d.Day.Month }).Select(g => new { g.Key.Year, g.Key.Month, Count = g.Sum(d => d.Count) }).ToListAsync(ct);
        var ahead = await Ahead(language, now, ct);
        return [.. rows.Select(r => (Month: new DateOnly(r.Year, r.Month, 1), Count: r.Year == today.Year && r.Month == today.Month ? r.Count - ahead : r.Count))
            .Where(r => r.Count > 0).OrderByDescending(r => r.Month)];
    }

    // Articles of today that are still under an embargo: counted for their day already, and not there for readers.
    private Task<int> Ahead(string language, DateTimeOffset now, CancellationToken ct)
    {
        var midnight = Midnight(Today(now).AddDays(1));
        return db.Listings.CountAsync(l => l.Kind == ListKind.Site && l.ListId == 0 && l.Language == language && l.PublishedAt > now && l.PublishedAt < midnight, ct);
    }

    private static Link? Neighbour(IEnumerable<(DateOnly Month, int Count)> months, Edition edition) =>
        months.Select(m => new Link(Named(m.Month, edition), edition.Href(Path(m.Month)[..7]))).FirstOrDefault();

    private static string Named(DateOnly month, Edition edition) => WithCulture(edition, () => Dates.Month(month));

    // The words of a link are made before the page is drawn, in the language that the page will have.
    private static string WithCulture(Edition edition, Func<string> words)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(edition.Interface);
        try
        {
            return words();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static string Of(string time, Edition edition) => string.Format(CultureInfo.InvariantCulture, Text("DayDescription", edition), time);

    private static string Text(string key, Edition edition) => Texts.In(key, edition.Interface) ?? key;

    private static string Path(DateOnly day) => day.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture);

    private DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(site.In(now).DateTime);

    private DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        // Where a clock set back goes through midnight twice, the day begins with the first.
        var offset = site.Zone.IsAmbiguousTime(local) ? site.Zone.GetAmbiguousTimeOffsets(local).Max() : site.Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}

using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Models;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Reader;

/// <summary>The archive of an edition: by year and month of the newspaper's time zone.</summary>
public sealed class ArchivePages(BroadsheetDb db, SiteOptions site, Editions editions, DayPages days)
{
    /// <summary>Every month that has articles.</summary>
    public async Task<PublicPage> Overview(string language, DateTimeOffset now, CancellationToken ct)
    {
        var edition = await editions.Load(db, language, now, ct);
        return Page(edition, new()
        {
            Frame = edition.Frame("archive"),
            Head = edition.Head(edition.Text("Archive"), "archive", edition.Text("ArchiveDescription")),
            Months = [.. (await Months(language, now, ct)).Select(m => Row(m, edition))],
            OnThisDay = new Link(edition.Text("OnThisDay"), edition.Href(DayPages.OnThisDayPath)),
        });
    }

    /// <summary>A year with its months, a month as a calendar, or a day as it was printed.</summary>
    public async Task<PublicPage?> Date(string language, ArchiveDate date, ListCursor? cursor, DateTimeOffset now, CancellationToken ct)
    {
        if (date.Day is { } day) return await days.Day(language, new DateOnly(date.Year, date.Month!.Value, day), cursor, now, ct);
        var months = await Months(language, now, ct);
        if (date.Month is null) return months.Any(m => m.Month.Year == date.Year) ? await Year(language, date.Year, months, now, ct) : null;
        var month = new DateOnly(date.Year, date.Month.Value, 1);
        return months.Any(m => m.Month == month) ? await Month(language, month, months, now, ct) : null;
    }

    private async Task<PublicPage> Year(string language, int year, List<(DateOnly Month, int Count)> months, DateTimeOffset now, CancellationToken ct)
    {
        var edition = await editions.Load(db, language, now, ct);
        var counts = months.ToDictionary(m => m.Month, m => m.Count);
        var path = ArchiveDays.YearPath(year);
        return Page(edition, new()
        {
            Frame = edition.Frame(path),
            Head = edition.Head(Named(year, edition), path, edition.Everything(Named(year, edition))),
            Year = year,
            Months = [.. Enumerable.Range(1, 12).Select(m => new DateOnly(year, m, 1)).Select(m => Row((m, counts.GetValueOrDefault(m)), edition))],
            Older = months.Where(m => m.Month.Year < year).Select(m => YearLink(m.Month.Year, edition)).FirstOrDefault(),
            Newer = months.Where(m => m.Month.Year > year).Select(m => YearLink(m.Month.Year, edition)).LastOrDefault(),
        });
    }

    private async Task<PublicPage> Month(string language, DateOnly month, List<(DateOnly Month, int Count)> months, DateTimeOffset now, CancellationToken ct)
    {
        var edition = await editions.Load(db, language, now, ct);
        var (last, today) = (month.AddMonths(1), site.Today(now));
        var found = await db.PublicationDays.AsNoTracking()
            .Where(d => d.Language == language && d.Day >= month && d.Day < last && d.Day <= today && d.Count > 0).OrderBy(d => d.Day).ToListAsync(ct);
        if (await Ahead(language, now, ct) is var ahead and > 0)
            found = [.. found.Select(d => new PublicationDay { Language = language, Day = d.Day, Count = d.Day == today ? d.Count - ahead : d.Count }).Where(d => d.Count > 0)];
        var path = ArchiveDays.MonthPath(month);
        return Page(edition, new()
        {
            Frame = edition.Frame(path),
            Head = edition.Head(Named(month, edition), path, edition.Everything(Named(month, edition))),
            Month = month,
            Days = [.. found.Select(d => (d.Day, d.Count, edition.Href(ArchiveDays.Path(d.Day))))],
            Older = months.Where(m => m.Month < month).Select(m => MonthLink(m.Month, edition)).FirstOrDefault(),
            Newer = months.Where(m => m.Month > month).Select(m => MonthLink(m.Month, edition)).LastOrDefault(),
            Up = YearLink(month.Year, edition),
        });
    }

    private static PublicPage.Drawn Page(Edition edition, ArchiveModel model) =>
        PublicPage.Of<ArchivePage, ArchiveModel>(model, edition.Interface) with { Tags = ["site", $"site:{edition.Language}"], ExpiresAt = edition.NextChange };

    // Newest first.
    private async Task<List<(DateOnly Month, int Count)>> Months(string language, DateTimeOffset now, CancellationToken ct)
    {
        var today = site.Today(now);
        var rows = await db.PublicationDays.Where(d => d.Language == language && d.Day <= today && d.Count > 0)
            .GroupBy(d => new { d.Day.Year, d.Day.Month }).Select(g => new { g.Key.Year, g.Key.Month, Count = g.Sum(d => d.Count) }).ToListAsync(ct);
        var ahead = await Ahead(language, now, ct);
        return [.. rows.Select(r => (Month: new DateOnly(r.Year, r.Month, 1), Count: r.Year == today.Year && r.Month == today.Month ? r.Count - ahead : r.Count))
            .Where(r => r.Count > 0).OrderByDescending(r => r.Month)];
    }

    // Articles of today that are still under an embargo: counted for their day already, and not there for readers.
    private Task<int> Ahead(string language, DateTimeOffset now, CancellationToken ct)
    {
        var midnight = site.Span(site.Today(now)).To;
        return db.Listings.CountAsync(l => l.Kind == ListKind.Site && l.ListId == 0 && l.Language == language && l.PublishedAt > now && l.PublishedAt < midnight, ct);
    }

    private static (DateOnly Month, int Count, string Href) Row((DateOnly Month, int Count) month, Edition edition) => (month.Month, month.Count, edition.Href(ArchiveDays.MonthPath(month.Month)));

    private static Link MonthLink(DateOnly month, Edition edition) => new(Named(month, edition), edition.Href(ArchiveDays.MonthPath(month)));

    private static Link YearLink(int year, Edition edition) => new(Named(year, edition), edition.Href(ArchiveDays.YearPath(year)));

    private static string Named(DateOnly month, Edition edition) => edition.Say(() => Dates.Month(month));

    private static string Named(int year, Edition edition) => edition.Say(() => Dates.Year(year));
}

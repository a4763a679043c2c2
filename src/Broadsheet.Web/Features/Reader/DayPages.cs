using System.Globalization;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Models;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Reader;

/// <summary>A day of the archive as that day's paper, and what stood in the paper on this day of earlier years.</summary>
public sealed class DayPages(BroadsheetDb db, SiteOptions site, Editions editions, Teasers teasers)
{
    /// <summary>Where 'on this day' is, without prefix and slash.</summary>
    public const string OnThisDayPath = "on-this-day";

    private const int PageSize = 100;
    private const int BandShown = 5;
    private const int MostYears = 20;
    private const int YearCandidates = 12;
    private const int YearShown = 4;

    /// <summary>A day: its lead, then by section. Behind its newest hundred articles it goes on as a list.</summary>
    public async Task<PublicPage?> Day(string language, DateOnly day, ListCursor? cursor, DateTimeOffset now, CancellationToken ct)
    {
        var edition = await editions.Load(db, language, now, ct);
        var (found, place) = await teasers.Page(Of(day, language, now), cursor, PageSize, ct);
        if (found.Count == 0) return null;
        var rows = found.Take(PageSize).ToList();
        var today = site.Today(now);
        var before = await db.PublicationDays.Where(d => d.Language == language && d.Day < day && d.Count > 0).OrderByDescending(d => d.Day).Select(d => (DateOnly?)d.Day).FirstOrDefaultAsync(ct);
        var after = await db.PublicationDays.Where(d => d.Language == language && d.Day > day && d.Day <= today && d.Count > 0).OrderBy(d => d.Day).Select(d => (DateOnly?)d.Day).FirstOrDefaultAsync(ct);
        var (path, heading) = (ArchiveDays.Path(day), edition.Say(() => Dates.Full(day)));
        var front = cursor is null ? Front.Compose(rows, seconds: 3, recent: 0) : new Front(null, [], []);
        var used = front.Used;
        var model = new DayModel
        {
            Frame = edition.Frame(path),
            Head = edition.Head(heading, path, edition.Everything(heading)) with { NoIndex = cursor is not null },
            Heading = heading,
            Steps = Steps(edition,
                new Link(edition.Say(() => Dates.Year(day.Year)), edition.Href(ArchiveDays.YearPath(day.Year))),
                new Link(edition.Say(() => Dates.MonthName(day)), edition.Href(ArchiveDays.MonthPath(day)))),
            Lead = front.Lead is { } lead ? teasers.Show(lead, edition) : null,
            Seconds = [.. front.Seconds.Select(t => teasers.Show(t, edition))],
            Bands = cursor is null ? [.. Bands(edition, rows.Where(t => !used.Contains(t.Id)))] : [],
            Articles = cursor is null ? [] : [.. rows.Select(t => teasers.Show(t, edition))],
            Older = found.Count > PageSize ? new Link(edition.Text("OlderArticles"), $"{edition.Href(path)}?before={rows[^1].Cursor}") : before is { } b ? Neighbour(b, edition) : null,
            Newer = cursor is not null ? new Link(edition.Text("NewestArticles"), edition.Href(path)) : after is { } a ? Neighbour(a, edition) : null,
        };
        return PublicPage.Of<DayPage, DayModel>(model, edition.Interface) with { Tags = Teasers.Tags(rows, $"site:{language}"), Place = place, ExpiresAt = edition.NextChange };
    }

    /// <summary>
    /// The most important articles of the same month and day, year by year, the latest twenty years that have any. It ages by the
    /// clock and not by publications: at midnight, and after an hour.
    /// </summary>
    public async Task<PublicPage> OnThisDay(string language, DateTimeOffset now, CancellationToken ct)
    {
        var edition = await editions.Load(db, language, now, ct);
        var today = site.Today(now);
        var first = await db.PublicationDays.Where(d => d.Language == language && d.Count > 0).OrderBy(d => d.Day).Select(d => (DateOnly?)d.Day).FirstOrDefaultAsync(ct) ?? today;
        // The 29th of February has leap years alone for company.
        var earlier = Enumerable.Range(1, Math.Max(1, today.Year - first.Year)).Where(n => n < today.Year).Select(n => today.AddYears(-n)).Where(d => d.Day == today.Day).ToList();
        var printed = await db.PublicationDays.Where(d => d.Language == language && earlier.Contains(d.Day) && d.Count > 0).OrderByDescending(d => d.Day).Select(d => d.Day).Take(MostYears).ToListAsync(ct);
        var rows = await teasers.Read(Of(printed, language, now), ct);
        var shown = printed.ConvertAll(day => (Day: day, Rows: Ranked(rows.Where(t => DateOnly.FromDateTime(site.In(t.PublishedAt).DateTime) == day && !t.IsRetracted)).Take(YearShown).ToList()));
        var date = edition.Say(() => Dates.MonthDay(today));
        var model = new DayModel
        {
            Frame = edition.Frame(OnThisDayPath),
            Head = edition.Head(edition.Text("OnThisDay"), OnThisDayPath, string.Format(CultureInfo.InvariantCulture, edition.Text("OnThisDayDescription"), date)),
            Heading = edition.Text("OnThisDay"),
            Date = date,
            Steps = Steps(edition),
            Bands = [.. shown.Where(y => y.Rows.Count > 0).Select(y => new SectionBand(
                new Link(edition.Say(() => Dates.Year(y.Day.Year)), edition.Href(ArchiveDays.Path(y.Day))), [.. y.Rows.Select(t => teasers.Show(t, edition))]))],
        };
        var (hour, midnight) = (now.AddHours(1), site.Span(today).To);
        return PublicPage.Of<DayPage, DayModel>(model, edition.Interface) with { Tags = Teasers.Tags(shown.SelectMany(y => y.Rows), "site"), ExpiresAt = hour < midnight ? hour : midnight };
    }

    private IQueryable<Listing> Of(DateOnly day, string language, DateTimeOffset now)
    {
        var (from, to) = site.Span(day);
        return db.List(ListKind.Site, 0, language, now).Where(l => l.PublishedAt >= from && l.PublishedAt < to);
    }

    // One query, whose cost grows with the years shown and not with what was printed in them.
    private IQueryable<Listing> Of(List<DateOnly> days, string language, DateTimeOffset now)
    {
        IQueryable<Listing>? all = null;
        foreach (var day in days)
        {
            IQueryable<Listing> newest = Of(day, language, now).Take(YearCandidates);
            all = all is null ? newest : all.Concat(newest);
        }
        return (all ?? db.Listings.Where(_ => false)).OrderByDescending(l => l.PublishedAt).ThenByDescending(l => l.ArticleId);
    }

    private IEnumerable<SectionBand> Bands(Edition edition, IEnumerable<TeaserRow> rows)
    {
        var bySection = rows.ToLookup(t => edition.Tree.Lineage(t.SectionId) is [var top, ..] ? top.Id : 0);
        foreach (var top in edition.Tree.Top.Where(s => bySection.Contains(s.Id)))
        {
            var all = Ranked(bySection[top.Id]).Select(t => teasers.Show(t, edition, t.SectionId != top.Id)).ToList();
            yield return new(new Link(top.Name.In(edition.Interface), edition.Href(top.Path)), [.. all.Take(BandShown)], top.IsOpinion) { Further = [.. all.Skip(BandShown)] };
        }
    }

    private static IEnumerable<TeaserRow> Ranked(IEnumerable<TeaserRow> rows) =>
        rows.OrderBy(t => t.IsRetracted).ThenBy(t => t.IsWire).ThenBy(t => t.Priority).ThenByDescending(t => t.PublishedAt).ThenByDescending(t => t.Id);

    private static IReadOnlyList<Link> Steps(Edition edition, params Link[] further) => [new Link(edition.Text("Archive"), edition.Href("archive")), .. further];

    private static Link Neighbour(DateOnly day, Edition edition) => new(edition.Say(() => Dates.Full(day)), edition.Href(ArchiveDays.Path(day)));
}

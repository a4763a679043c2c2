using System.Globalization;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Features.Reader;

/// <summary>The days of the archive: where they begin, where they are, what they are called.</summary>
internal static class ArchiveDays
{
    /// <summary>The day that it is where the newspaper is.</summary>
    public static DateOnly Today(this SiteOptions site, DateTimeOffset now) => DateOnly.FromDateTime(site.In(now).DateTime);

    /// <summary>From when to when a day is; the end is the next day's.</summary>
    public static (DateTimeOffset From, DateTimeOffset To) Span(this SiteOptions site, DateOnly day) =>
        (site.Midnight(day), day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : site.Midnight(day.AddDays(1)));

    /// <summary>The address of a day, without prefix and slash.</summary>
    public static string Path(DateOnly day) => day.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture);

    /// <summary>The address of a day's month.</summary>
    public static string MonthPath(DateOnly day) => Path(day)[..7];

    /// <summary>The address of a year.</summary>
    public static string YearPath(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>The description of a page that holds everything of a time.</summary>
    public static string Everything(this Edition edition, string time) => string.Format(CultureInfo.InvariantCulture, edition.Text("DayDescription"), time);
}

using System.Globalization;

namespace Broadsheet.Web.Components;

/// <summary>
/// Dates and times as a newspaper prints them, in the language of the page that is being drawn. Values come in the
/// newspaper's time zone and are printed as they stand.
/// </summary>
public static class Dates
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private static readonly CultureInfo Korean = CultureInfo.GetCultureInfo("ko-KR");

    /// <summary>Months as American newspapers cut them: five and fewer letters stay whole.</summary>
    private static readonly string[] Months =
        ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

    private static bool InKorean => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ko";

    /// <summary>The line under the masthead: <c>Tuesday, September 12, 2023</c>, <c>2023년 9월 12일 화요일</c>.</summary>
    public static string Full(DateOnly day) =>
        InKorean ? day.ToString("yyyy'년' M'월' d'일' dddd", Korean) : day.ToString("dddd, MMMM d, yyyy", English);

    /// <summary>A day: <c>Sept. 12, 2023</c>, <c>2023.09.12</c>.</summary>
    public static string Day(DateOnly day) =>
        InKorean ? day.ToString("yyyy.MM.dd", Korean) : $"{Months[day.Month - 1]} {day.ToString("d, yyyy", English)}";

    /// <summary>The day of a moment.</summary>
    public static string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(at.DateTime));

    /// <summary>A day of this year or a recent one: <c>Sept. 12</c>, <c>09.12</c>.</summary>
    public static string ShortDay(DateTimeOffset at) =>
        InKorean ? at.ToString("MM.dd", Korean) : $"{Months[at.Month - 1]} {at.Day.ToString(English)}";

    /// <summary>A month: <c>September 2023</c>, <c>2023년 9월</c>.</summary>
    public static string Month(DateOnly month) =>
        InKorean ? month.ToString("yyyy'년' M'월'", Korean) : month.ToString("MMMM yyyy", English);

    /// <summary>A year: <c>2023</c>, <c>2023년</c>.</summary>
    public static string Year(int year) => year.ToString(InKorean ? "0000'년'" : "0000", CultureInfo.InvariantCulture);

    /// <summary>A day of any year: <c>September 12</c>, <c>9월 12일</c>.</summary>
    public static string MonthDay(DateOnly day) => InKorean ? day.ToString("M'월' d'일'", Korean) : day.ToString("MMMM d", English);

    /// <summary>A month beside its year: <c>September</c>, <c>9월</c>.</summary>
    public static string MonthName(DateOnly month) => month.ToString("MMMM", InKorean ? Korean : English);

    /// <summary>A time of day: <c>8:40 a.m.</c>, <c>08:40</c>.</summary>
    public static string Time(DateTimeOffset at) =>
        InKorean ? at.ToString("HH:mm", Korean) : at.ToString("h:mm", English) + (at.Hour < 12 ? " a.m." : " p.m.");

    /// <summary>A moment: <c>Sept. 12, 2023, 8:40 a.m.</c>, <c>2023.09.12 08:40</c>.</summary>
    public static string Moment(DateTimeOffset at) => InKorean ? $"{Day(at)} {Time(at)}" : $"{Day(at)}, {Time(at)}";

    /// <summary>The names of the days from Sunday on, short and whole.</summary>
    public static IEnumerable<(string Short, string Name)> Weekdays()
    {
        var names = (InKorean ? Korean : English).DateTimeFormat;
        return names.AbbreviatedDayNames.Zip(names.DayNames);
    }

    /// <summary>A moment for <c>datetime</c> attributes, with its offset.</summary>
    public static string Iso(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>A day for <c>datetime</c> attributes.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using Broadsheet.Web.Components;
using Xunit;

namespace Broadsheet.Tests.Reader;

public sealed class MarkupDatesTests
{
    private static readonly DateTimeOffset Morning = new(2023, 9, 12, 8, 40, 0, TimeSpan.FromHours(9));

    [Fact]
    public void English_dates_are_set_as_american_newspapers_set_them()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Assert.Equal("Tuesday, September 12, 2023", Dates.Full(new DateOnly(2023, 9, 12)));
        Assert.Equal("Sept. 12, 2023, 8:40 a.m.", Dates.Moment(Morning));
        Assert.Equal("12:05 p.m.", Dates.Time(Morning.AddMinutes(205)));
        Assert.Equal("12:00 a.m.", Dates.Time(Morning.AddMinutes(-520)));
        Assert.Equal("May 1, 2024", Dates.Day(new DateOnly(2024, 5, 1)));
        Assert.Equal("Dec. 31", Dates.ShortDay(new DateTimeOffset(2023, 12, 31, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal("September 2023", Dates.Month(new DateOnly(2023, 9, 1)));
    }

    [Fact]
    public void Korean_dates_are_set_as_korean_newspapers_set_them()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ko");
        Assert.Equal("2023년 9월 12일 화요일", Dates.Full(new DateOnly(2023, 9, 12)));
        Assert.Equal("2023.09.12 08:40", Dates.Moment(Morning));
        Assert.Equal("09.12", Dates.ShortDay(Morning));
        Assert.Equal("2023년 9월", Dates.Month(new DateOnly(2023, 9, 1)));
        Assert.Equal("9월", Dates.MonthName(new DateOnly(2023, 9, 1)));
        Assert.Equal(("일", "일요일"), Dates.Weekdays().First());
    }

    [Fact]
    public void Machine_readable_moments_keep_the_offset_whatever_the_language()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
        Assert.Equal("2023-09-12T08:40:00+09:00", Dates.Iso(Morning));
        Assert.Equal("2023-09-12", Dates.Iso(new DateOnly(2023, 9, 12)));
    }
}

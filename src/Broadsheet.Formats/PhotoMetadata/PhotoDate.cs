using System.Globalization;
using System.Text.RegularExpressions;

namespace Broadsheet.Formats.PhotoMetadata;

/// <summary>Dates of pictures between ISO 8601 text, as precise as the file was, and IIM's two data sets.</summary>
internal static partial class PhotoDate
{
    /// <summary>XMP's date (XMP specification part 1, section 8.2.1.2), tolerant of EXIF's colons and space; null where it is none.</summary>
    public static string? FromXmp(string? text) => text is { Length: <= 40 } && Xmp().Match(text.Trim()) is { Success: true } match ? Build(match) : null;

    /// <summary>Data sets 2:55 (<c>CCYYMMDD</c>, zeros where unknown) and 2:60 (<c>HHMMSS±HHMM</c>); null without a date.</summary>
    public static string? FromIim(string? date, string? time)
    {
        if (date is not { Length: <= 20 } || Date().Match(date.Trim()) is not { Success: true } day)
            return null;
        var clock = time is { Length: <= 20 } && Time().Match(time.Trim()) is { Success: true } match ? match : null;
        return Build(day, clock);
    }

    /// <summary>The two data sets; the time only where its offset from UTC is known, as IIM demands one.</summary>
    public static (string? Date, string? Time) ToIim(string? iso)
    {
        if (FromXmp(iso) is not { } text)
            return (null, null);
        var match = Xmp().Match(text);
        var date = match.Groups["y"].Value + Or(match, "M", "00") + Or(match, "d", "00");
        if (!match.Groups["h"].Success || Zone(match) is not { } zone)
            return (date, null);
        return (date, match.Groups["h"].Value + match.Groups["m"].Value + Or(match, "s", "00") + (zone == "Z" ? "+0000" : zone.Replace(":", "", StringComparison.Ordinal)));
    }

    private static string? Build(Match day, Match? clock = null)
    {
        clock ??= day;
        int year = Value(day, "y"), month = Value(day, "M"), date = Value(day, "d");
        if (year == 0 || month > 12)
            return null;
        if (month == 0)
            return day.Groups["y"].Value;
        if (date == 0)
            return string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}");
        if (date > DateTime.DaysInMonth(year, month))
            return null;
        var text = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{date:00}");
        if (!clock.Groups["h"].Success || Value(clock, "h") > 23 || Value(clock, "m") > 59 || Value(clock, "s") > 59)
            return text;
        var seconds = clock.Groups["s"].Success ? ":" + clock.Groups["s"].Value : "";
        return $"{text}T{clock.Groups["h"].Value}:{clock.Groups["m"].Value}{seconds}{clock.Groups["f"].Value}{Zone(clock)}";
    }

    private static string? Zone(Match match)
    {
        var zone = match.Groups["z"].Value.ToUpperInvariant();
        if (zone.Length < 5)
            return zone == "Z" ? zone : null;
        int hours = int.Parse(zone[1..3], CultureInfo.InvariantCulture), minutes = int.Parse(zone[^2..], CultureInfo.InvariantCulture);
        return hours <= 14 && minutes <= 59 ? $"{zone[0]}{zone[1..3]}:{zone[^2..]}" : null;
    }

    private static int Value(Match match, string group) => match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : 0;

    private static string Or(Match match, string group, string otherwise) => match.Groups[group] is { Success: true } found ? found.Value : otherwise;

    [GeneratedRegex("^(?<y>[0-9]{4})(?:[-:](?<M>[0-9]{2})(?:[-:](?<d>[0-9]{2})(?:[T ](?<h>[0-9]{2}):(?<m>[0-9]{2})(?::(?<s>[0-9]{2})(?<f>\\.[0-9]{1,9})?)?(?<z>Z|[+-][0-9]{2}:?[0-9]{2})?)?)?)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Xmp();

    [GeneratedRegex("^(?<y>[0-9]{4})[-:]?(?<M>[0-9]{2})[-:]?(?<d>[0-9]{2})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Date();

    [GeneratedRegex("^(?<h>[0-9]{2}):?(?<m>[0-9]{2}):?(?<s>[0-9]{2})(?<f>)(?<z>[+-][0-9]{2}:?[0-9]{2})?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Time();
}

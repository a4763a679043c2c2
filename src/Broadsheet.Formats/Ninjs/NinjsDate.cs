using System.Globalization;
using System.Text.RegularExpressions;

namespace Broadsheet.Formats.Ninjs;

/// <summary>Dates of ninjs: ISO 8601 as RFC 3339 narrows it, and the shorter forms that feeds send.</summary>
internal static partial class NinjsDate
{
    private const int FirstYear = 1000;

    /// <summary>
    /// Reads a date, or date and time; a missing time is midnight, a missing offset UTC. Null with the
    /// <paramref name="problem"/> for what is none, and for years before 1000, which unset clocks and fields produce.
    /// </summary>
    public static DateTimeOffset? Read(string text, out string problem)
    {
        problem = "expected a date such as 2026-07-09T10:37:00Z";
        var match = Form().Match(text.Trim());
        if (!match.Success) return null;
        var offset = match.Groups["offset"].Value;
        if (offset.Length is 3) offset += ":00";
        if (offset.Length is 5) offset = offset[..3] + ":" + offset[3..];
        var time = match.Groups["time"].Value is { Length: > 0 } found ? found : "00:00";
        var plain = $"{match.Groups["date"].Value}T{time}{(offset.Length == 0 ? "Z" : offset.ToUpperInvariant())}";
        if (!DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date)) return null;
        problem = date.Year < FirstYear ? $"the year {date.Year:0000} is before {FirstYear}" : "";
        return date.Year < FirstYear ? null : date;
    }

    /// <summary>Whether a text is a date of 3.x that may break off after year, month or day.</summary>
    public static bool IsCutDate(string text) => CutForm().IsMatch(text);

    // Fractions beyond a ten-millionth of a second are passed over.
    [GeneratedRegex(@"^(?<date>\d{4}-\d\d-\d\d)([Tt ](?<time>\d\d:\d\d(:\d\d(\.\d{1,7})?)?)\d*\s?(?<offset>[Zz]|[+-]\d\d(:?\d\d)?)?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"^-?([1-9]\d*)?\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?)?)?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CutForm();
}

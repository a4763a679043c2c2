using System.Globalization;
using System.Text.RegularExpressions;

namespace Broadsheet.Formats.Xml;

/// <summary>Dates of the wire formats: <c>xs:dateTime</c> and its shortened forms in NewsML-G2, basic ISO 8601 as well in NITF.</summary>
internal static partial class WireDate
{
    /// <summary>The first year that a file is believed.</summary>
    public const int FirstYear = 1000;

    /// <summary>Reads a complete date and time (<c>xs:dateTime</c>). Without a zone it is taken as UTC.</summary>
    /// <param name="text">The value as found.</param>
    /// <param name="field">The field's name, for the reason.</param>
    /// <exception cref="RefusedException">Not a date and time, or before <see cref="FirstYear"/>.</exception>
    public static DateTimeOffset Full(string text, string field)
    {
        var match = Extended().Match(text.Trim());
        return match.Success && match.Groups["h"].Success
            ? From(match, text, field)
            : throw new RefusedException($"{field} is '{Shown(text)}': a date and time such as 2024-02-09T12:25:32Z was expected");
    }

    /// <summary>Reads a date that may stop at the year, the month or the day.</summary>
    /// <inheritdoc cref="Full"/>
    public static DateTimeOffset Shortened(string text, string field)
    {
        var match = Extended().Match(text.Trim());
        return match.Success
            ? From(match, text, field)
            : throw new RefusedException($"{field} is '{Shown(text)}': a date such as 2024-02-09 or 2024-02-09T12:25:32Z was expected");
    }

    /// <summary>Reads a date as NITF writes them: basic (<c>20240209T122532Z</c>) or extended.</summary>
    /// <inheritdoc cref="Full"/>
    public static DateTimeOffset Loose(string text, string field)
    {
        var trimmed = text.Trim();
        var match = Basic().Match(trimmed);
        if (!match.Success)
            match = Extended().Match(trimmed);
        return match.Success
            ? From(match, text, field)
            : throw new RefusedException($"{field} is '{Shown(text)}': a date such as 20240209T122532Z or 2024-02-09 was expected");
    }

    /// <summary>Whether a text is a date or a shortened date.</summary>
    public static bool IsShortened(string text)
    {
        var match = Extended().Match(text.Trim());
        return match.Success && Number(match, "m", 1) is >= 1 and <= 12 && Number(match, "d", 1) is >= 1 and <= 31 && Number(match, "h", 0) <= 24;
    }

    /// <summary>A value cut to what fits in a line of a report.</summary>
    public static string Shown(string text)
    {
        var line = WireText.Line(text) ?? "";
        return line.Length > 60 ? line[..60] + "…" : line;
    }

    private static DateTimeOffset From(Match match, string text, string field)
    {
        var year = Number(match, "y", 0);
        if (year < FirstYear)
            throw new RefusedException($"{field} is '{Shown(text)}': the year {match.Groups["y"].Value} cannot be meant");
        try
        {
            var hour = Number(match, "h", 0);
            var endOfDay = hour == 24 && Number(match, "i", 0) == 0 && Number(match, "s", 0) == 0;
            var local = new DateTime(year, Number(match, "m", 1), Number(match, "d", 1), endOfDay ? 0 : hour, Number(match, "i", 0), Number(match, "s", 0), DateTimeKind.Unspecified);
            if (endOfDay)
                local = local.AddDays(1);
            if (match.Groups["f"].Success)
                local = local.AddTicks(long.Parse(match.Groups["f"].Value.PadRight(7, '0')[..7], CultureInfo.InvariantCulture));
            return new DateTimeOffset(local, Zone(match.Groups["z"].Value));
        }
        catch (ArgumentException problem)
        {
            throw new RefusedException($"{field} is '{Shown(text)}': there is no such date", problem);
        }
    }

    private static TimeSpan Zone(string zone)
    {
        if (zone.Length < 3)
            return TimeSpan.Zero;
        var hours = int.Parse(zone.AsSpan(1, 2), CultureInfo.InvariantCulture);
        var minutes = zone.Length >= 5 ? int.Parse(zone.AsSpan(zone.Length - 2, 2), CultureInfo.InvariantCulture) : 0;
        var offset = new TimeSpan(hours, minutes, 0);
        return zone[0] == '-' ? -offset : offset;
    }

    private static int Number(Match match, string group, int otherwise) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : otherwise;

    [GeneratedRegex(@"^(?<y>[0-9]{4})(-(?<m>[0-9]{2})(-(?<d>[0-9]{2})(T(?<h>[0-9]{2}):(?<i>[0-9]{2}):(?<s>[0-9]{2})(\.(?<f>[0-9]{1,12}))?)?)?)?(?<z>Z|[+-][0-9]{2}:[0-9]{2})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Extended();

    [GeneratedRegex(@"^(?<y>[0-9]{4})(-?(?<m>[0-9]{2})(-?(?<d>[0-9]{2})([T ]?(?<h>[0-9]{2}):?(?<i>[0-9]{2})(:?(?<s>[0-9]{2})([.,](?<f>[0-9]{1,12}))?)?)?)?)?\s*(?<z>Z|[+-][0-9]{2}(:?[0-9]{2})?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Basic();
}

using System.Globalization;

namespace Broadsheet.Web.Components.Newsroom;

/// <summary>Days and times as lists of the newsroom say them: short, and the same width in a column.</summary>
public static class When
{
    /// <summary><c>2023-09-12</c>: the same in every language, and in order.</summary>
    /// <param name="at">In the newspaper's time zone.</param>
    public static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary><c>2023-09-12 20:05</c>.</summary>
    /// <param name="at">In the newspaper's time zone.</param>
    public static string Minute(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}

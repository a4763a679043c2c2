namespace Broadsheet.Core;

/// <summary>Points in time as the database keeps them.</summary>
public static class Moment
{
    /// <summary>The same moment in UTC, cut to milliseconds: what both databases give back unchanged.</summary>
    public static DateTimeOffset Cut(DateTimeOffset moment) =>
        DateTimeOffset.FromUnixTimeMilliseconds(moment.ToUnixTimeMilliseconds());
}

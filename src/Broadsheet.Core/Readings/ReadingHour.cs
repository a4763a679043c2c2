namespace Broadsheet.Core.Readings;

/// <summary>How often an article was read in one hour. Nobody is known by it: numbers only.</summary>
public sealed class ReadingHour
{
    /// <summary>The article.</summary>
    public long ArticleId { get; init; }

    /// <summary>The hour: whole hours since 1970-01-01T00:00Z.</summary>
    public int Hour { get; init; }

    /// <summary>Pages served to people.</summary>
    public int Readings { get; set; }

    /// <summary>Pages served to programs that say so, and fetched in advance by browsers.</summary>
    public int Robots { get; set; }

    /// <summary>The <see cref="Hour"/> that a moment lies in.</summary>
    public static int Of(DateTimeOffset moment) => (int)Math.Floor(moment.ToUnixTimeMilliseconds() / 3_600_000d);
}

namespace Broadsheet.Web.Components.Models;

/// <summary>The archive: years and months, one year, or one month as a calendar.</summary>
public sealed record ArchiveModel
{
    /// <summary>What surrounds it.</summary>
    public required Frame Frame { get; init; }

    /// <summary>Its head.</summary>
    public required Head Head { get; init; }

    /// <summary>The year whose months are shown; null elsewhere.</summary>
    public int? Year { get; init; }

    /// <summary>The month shown as a calendar; null elsewhere.</summary>
    public DateOnly? Month { get; init; }

    /// <summary>Days of <see cref="Month"/> with the number of their articles and their page.</summary>
    public IReadOnlyList<(DateOnly Day, int Count, string Href)> Days { get; init; } = [];

    /// <summary>
    /// Months with the number of their articles and their page. On the overview those that have any, newest first; of a year all
    /// twelve, from January on.
    /// </summary>
    public IReadOnlyList<(DateOnly Month, int Count, string Href)> Months { get; init; } = [];

    /// <summary>The month or year before that has articles, or null.</summary>
    public Link? Older { get; init; }

    /// <summary>The month or year after that has articles, or null.</summary>
    public Link? Newer { get; init; }

    /// <summary>The year of a month; null elsewhere.</summary>
    public Link? Up { get; init; }

    /// <summary>On the overview: what stood in the paper on this day of earlier years.</summary>
    public Link? OnThisDay { get; init; }
}

/// <summary>A day as it was printed, or the same day of several years.</summary>
public sealed record DayModel
{
    /// <summary>What surrounds it.</summary>
    public required Frame Frame { get; init; }

    /// <summary>Its head.</summary>
    public required Head Head { get; init; }

    /// <summary>The heading.</summary>
    public required string Heading { get; init; }

    /// <summary>Under the heading: the month and day of several years; null on a day.</summary>
    public string? Date { get; init; }

    /// <summary>From the archive down.</summary>
    public required IReadOnlyList<Link> Steps { get; init; }

    /// <summary>The most important story, on the first page of a day.</summary>
    public Teaser? Lead { get; init; }

    /// <summary>Up to three more.</summary>
    public IReadOnlyList<Teaser> Seconds { get; init; } = [];

    /// <summary>The rest by section, or what is shown year by year.</summary>
    public IReadOnlyList<SectionBand> Bands { get; init; } = [];

    /// <summary>On further pages of a day: a list, newest first.</summary>
    public IReadOnlyList<Teaser> Articles { get; init; } = [];

    /// <summary>Older articles of the day, or the day before; null at the end.</summary>
    public Link? Older { get; init; }

    /// <summary>The day's first page, or the day after; null on the newest.</summary>
    public Link? Newer { get; init; }
}

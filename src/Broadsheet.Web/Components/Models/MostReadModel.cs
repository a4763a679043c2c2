namespace Broadsheet.Web.Components.Models;

/// <summary>What an edition's readers read most.</summary>
public sealed record MostReadModel
{
    /// <summary>What surrounds it.</summary>
    public required Frame Frame { get; init; }

    /// <summary>Its head.</summary>
    public required Head Head { get; init; }

    /// <summary>Of the last 24 hours, the most read first; empty where nothing was read enough.</summary>
    public IReadOnlyList<Teaser> Day { get; init; } = [];

    /// <summary>Of the last seven days, likewise.</summary>
    public IReadOnlyList<Teaser> Week { get; init; } = [];
}

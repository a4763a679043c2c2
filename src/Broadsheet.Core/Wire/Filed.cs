using Broadsheet.Core.Articles;
using Broadsheet.Formats;

namespace Broadsheet.Core.Wire;

/// <summary>A wire item on its way to an article.</summary>
/// <param name="arrival">What came.</param>
/// <param name="item">The kept row.</param>
/// <param name="article">The article it belongs to, where there is one already.</param>
internal sealed class Filed(WireArrival arrival, WireItem item, Article? article)
{
    internal WireArrival Arrival { get; } = arrival;

    internal WireItem Item { get; } = item;

    internal Article? Article { get; set; } = article;

    internal NewsItem News => Arrival.News!;

    internal WireStatus Status { get; private set; }

    internal string? Reason { get; set; }

    /// <summary>The words of its article; null where it has none to give.</summary>
    internal Words? Words { get; set; }

    /// <summary>True where its article is taken from readers.</summary>
    internal bool Withdraws { get; init; }

    /// <summary>True where a kill was the last thing that came of it, so that a usable version gives the article back.</summary>
    internal bool LiftsKill { get; init; }

    /// <summary>True where a newer version is here: what it says counts no more.</summary>
    internal bool IsOutdated { get; init; }

    /// <summary>True where nothing of it is written down: the row tells of other bytes, which stand.</summary>
    internal bool LeavesRow { get; init; }

    internal Filed As(WireStatus status, string? reason)
    {
        (Status, Reason) = (status, reason);
        return this;
    }
}

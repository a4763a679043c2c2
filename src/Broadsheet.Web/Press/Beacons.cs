namespace Broadsheet.Web.Press;

/// <summary>Readings that browsers reported, by the article's public key, until they are written down.</summary>
public sealed class Beacons
{
    /// <summary>Most articles and hours remembered between two writings. Keys can be made up: what goes beyond is not counted.</summary>
    public const int Most = 10_000;

    private readonly Lock _lock = new();
    private Dictionary<(Guid Article, int Hour), (int Readings, int Robots)> _counts = [];

    /// <summary>Counts one.</summary>
    /// <param name="article">What was reported; whether there is such an article is seen later.</param>
    /// <param name="hour">The hour of <see cref="Core.Readings.ReadingHour"/>.</param>
    /// <param name="isRobot">Whether a robot did.</param>
    public void Add(Guid article, int hour, bool isRobot)
    {
        lock (_lock)
        {
            if (!_counts.TryGetValue((article, hour), out var count) && _counts.Count >= Most) return;
            _counts[(article, hour)] = isRobot ? count with { Robots = count.Robots + 1 } : count with { Readings = count.Readings + 1 };
        }
    }

    /// <summary>Takes what was counted.</summary>
    public IReadOnlyDictionary<(Guid Article, int Hour), (int Readings, int Robots)> Take()
    {
        lock (_lock)
        {
            var taken = _counts;
            _counts = [];
            return taken;
        }
    }
}

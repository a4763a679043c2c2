using System.Diagnostics.Metrics;

namespace Broadsheet.Web.Press;

/// <summary>Whether the press can still be told what changed.</summary>
/// <param name="options">How long it may go on without.</param>
/// <param name="clock">The time.</param>
public sealed class PressWatch(PressOptions options, TimeProvider clock)
{
    private long _blindSince;

    /// <summary>True while the events can't be read: <c>/readyz</c> says so at once.</summary>
    public bool IsCutOff => Volatile.Read(ref _blindSince) != 0;

    /// <summary>True where it has been cut off for too long: nothing is served from memory.</summary>
    public bool IsBlind => Volatile.Read(ref _blindSince) is var since and not 0 && clock.GetElapsedTime(since).TotalSeconds > options.MaxBlindSeconds;

    /// <summary>The events were read.</summary>
    public void Sees() => Volatile.Write(ref _blindSince, 0);

    /// <summary>The events could not be read.</summary>
    public void LosesSight() => Interlocked.CompareExchange(ref _blindSince, Math.Max(1, clock.GetTimestamp()), 0);
}

/// <summary>What the press counts.</summary>
internal static class PressMetrics
{
    private static readonly Meter Meter = new("Broadsheet.Press");

    /// <summary>Pages served from memory.</summary>
    internal static Counter<long> Hits { get; } = Meter.CreateCounter<long>("broadsheet.press.hits");

    /// <summary>Pages drawn.</summary>
    internal static Counter<long> Misses { get; } = Meter.CreateCounter<long>("broadsheet.press.misses");
}

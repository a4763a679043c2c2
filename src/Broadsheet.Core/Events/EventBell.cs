using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Broadsheet.Core.Events;

/// <summary>
/// Rings in this process when a write with events was committed. One a database; a ring that nobody waits for is kept, many
/// are one.
/// </summary>
public sealed class EventBell
{
    private static readonly ConcurrentDictionary<string, EventBell> Bells = new(StringComparer.Ordinal);
    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private EventBell() { }

    /// <summary>The bell of a database.</summary>
    /// <param name="connection">Its connection string.</param>
    public static EventBell Of(string connection) => Bells.GetOrAdd(connection, _ => new());

    /// <summary>Rings.</summary>
    public void Ring() => _rung.Writer.TryWrite(true);

    /// <summary>Waits for a ring, or until the time is over.</summary>
    /// <returns>True where it rang.</returns>
    public async Task<bool> Wait(TimeSpan atMost, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(atMost);
        try
        {
            return await _rung.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }
}

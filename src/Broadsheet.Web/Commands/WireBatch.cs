using System.Data.Common;
using Broadsheet.Core.Data;
using Broadsheet.Core.Wire;
using Broadsheet.Formats;

namespace Broadsheet.Web.Commands;

/// <summary>Deliveries that go into the database in one transaction: at most 200, and no two that decide on the same item.</summary>
internal sealed class WireBatch(IServiceProvider services, WireFiling filing, long maxBytes)
{
    private const int MaxCount = 200;
    private readonly List<WireDelivery> _deliveries = new(MaxCount);
    private readonly HashSet<(string, string)> _keys = [];
    private long _bytes;

    /// <summary>True where nothing more goes in.</summary>
    internal bool IsFull => _deliveries.Count >= MaxCount || _bytes > maxBytes;

    /// <summary>Adds a delivery; false where one of the batch decides on the same item and has to go first.</summary>
    internal bool Add(WireDelivery delivery)
    {
        var keys = WireDesk.Keys(delivery).ToList();
        if (keys.Exists(_keys.Contains)) return false;
        _keys.UnionWith(keys);
        _deliveries.Add(delivery);
        _bytes += delivery.Reading is WireReading.Found { Item: var item } ? item.Raw.Length : 0;
        return true;
    }

    /// <summary>Files what is in it and empties it.</summary>
    /// <returns>What became of each delivery; acknowledged when this returns.</returns>
    internal async Task<IReadOnlyList<(WireDelivery Delivery, WireOutcome Outcome)>> File(CancellationToken ct)
    {
        var deliveries = _deliveries.ToList();
        _deliveries.Clear();
        _keys.Clear();
        _bytes = 0;
        return deliveries.Count == 0 ? [] : [.. deliveries.Zip(await File(deliveries, ct))];
    }

    // Where an item of a batch can't be filed, for a reason that nobody foresaw, the others are filed without it.
    private async Task<IReadOnlyList<WireOutcome>> File(List<WireDelivery> deliveries, CancellationToken ct)
    {
        try
        {
            return await Receive(deliveries, ct);
        }
        catch (Exception e) when (deliveries.Count > 1 && IsFaultOfItem(e))
        {
            var outcomes = new List<WireOutcome>();
            foreach (var one in deliveries) outcomes.AddRange(await File([one], ct));
            return outcomes;
        }
        catch (Exception e) when (deliveries[0].Reading is WireReading.Found && IsFaultOfItem(e))
        {
            var (reading, item) = (deliveries[0].Reading, ((WireReading.Found)deliveries[0].Reading).Item);
            return await Receive([deliveries[0] with { Photos = [], Reading = new WireReading.Refused(item.Guid, $"could not be filed: {e.GetBaseException().Message}") { Line = reading.Line } }], ct);
        }
    }

    private async Task<IReadOnlyList<WireOutcome>> Receive(List<WireDelivery> deliveries, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return await new WireDesk(scope.ServiceProvider.GetRequiredService<BroadsheetDb>(), filing, scope.ServiceProvider.GetRequiredService<TimeProvider>()).Receive(deliveries, ct);
    }

    private static bool IsFaultOfItem(Exception e) =>
        e is not (OperationCanceledException or IOException) && e.GetBaseException() is not (System.Net.Sockets.SocketException or DbException { IsTransient: true } or OutOfMemoryException);
}

using Broadsheet.Web.Press;

namespace Broadsheet.Web.Jobs;

/// <summary>Wakes every job of this process that waits for events, once the press has acted on them. A job that comes late misses nothing.</summary>
/// <param name="room">Knows how far the press is.</param>
public sealed class EventNews(PressRoom room)
{
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Says that the press has acted on more events.</summary>
    public void Tell() => Interlocked.Exchange(ref _news, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Waits until there is an event beyond one that is known.</summary>
    /// <param name="known">The last that the caller knows.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task Beyond(long known, CancellationToken ct)
    {
        while (true)
        {
            var next = Volatile.Read(ref _news).Task;
            if (room.Heard > known) return;
            await next.WaitAsync(ct);
        }
    }
}

namespace Broadsheet.Web.Jobs;

/// <summary>Tells every job of this process that wants to know how far the event pump has read. A job that comes late misses nothing.</summary>
public sealed class EventNews
{
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _heard;

    /// <summary>Number of the last event that was read.</summary>
    public long Heard => Volatile.Read(ref _heard);

    /// <summary>Says how far the pump has read.</summary>
    public void Hear(long seq)
    {
        if (seq == Heard) return;
        Volatile.Write(ref _heard, seq);
        Interlocked.Exchange(ref _news, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    /// <summary>Waits until there is an event beyond one that is known.</summary>
    /// <param name="known">The last that the caller knows.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task Beyond(long known, CancellationToken ct)
    {
        while (true)
        {
            var next = Volatile.Read(ref _news).Task;
            if (Heard > known) return;
            await next.WaitAsync(ct);
        }
    }
}

namespace Broadsheet.Core.Events;

/// <summary>Says when a database may hold new events, whoever wrote them: this process, another one, another node.</summary>
public abstract class EventWaker : IAsyncDisposable
{
    /// <summary>Returns when there may be something new; at the latest after the fallback of the database in use.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public abstract Task Wait(CancellationToken ct);

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

using Broadsheet.Core.Events;
using Broadsheet.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Data;

public abstract partial class BroadsheetDb
{
    private const int Attempts = 10;
    private readonly List<Event> _recorded = [];
    private bool _writing;

    /// <summary>Notes an event; it is inserted as the last act of the surrounding <see cref="Write"/>.</summary>
    /// <exception cref="InvalidOperationException">No write is under way.</exception>
    public void Record(Event happened)
    {
        if (!_writing) throw new InvalidOperationException("An event is recorded inside Write, where it shares the transaction.");
        _recorded.Add(happened);
    }

    /// <summary>
    /// Runs work in one transaction and commits it with its events. The work is run again from a clean state where another
    /// writer claimed the same address or key first, so it must read what it decides on inside.
    /// </summary>
    /// <param name="work">Reads, changes and saves; saving at its end is done for it.</param>
    /// <param name="ct">Ends the attempt; nothing of it stays.</param>
    /// <exception cref="DbUpdateConcurrencyException">What was loaded before the write has changed since.</exception>
    public async Task Write(Func<Task> work, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var turn = await TakeTurn(ct);
            _recorded.Clear();
            _writing = true;
            try
            {
                await using var transaction = await Database.BeginTransactionAsync(ct);
                if (attempt > 1) await BeforeRetry(ct);
                await work();
                await SaveChangesAsync(ct);
                if (_recorded.Count > 0)
                {
                    await BeforeEvents(ct);
                    Events.AddRange(_recorded);
                    await SaveChangesAsync(ct);
                    await AfterEvents(ct);
                }
                await transaction.CommitAsync(ct);
                if (_recorded.Count > 0) EventBell.Of(Database.GetConnectionString()!).Ring();
                return;
            }
            catch (Exception e) when (attempt < Attempts && IsRivalry(e))
            {
                ChangeTracker.Clear();
            }
            finally
            {
                _writing = false;
            }
        }
    }

    /// <summary>True inside <see cref="Rehearse"/>: what is read now may never come about, and is kept nowhere.</summary>
    public bool IsRehearsal { get; private set; }

    /// <summary>Runs work that changes and saves, shows what came of it, and takes everything back: a preview of what a write would do.</summary>
    /// <param name="work">As for <see cref="Write"/>; reads its own changes. Keep it short: on SQLite nobody writes meanwhile.</param>
    /// <param name="ct">Ends it.</param>
    public async Task Rehearse(Func<Task> work, CancellationToken ct)
    {
        using var turn = await TakeTurn(ct);
        (_writing, IsRehearsal) = (true, true);
        try
        {
            await using var transaction = await Database.BeginTransactionAsync(ct);
            await work();
        }
        finally
        {
            (_writing, IsRehearsal) = (false, false);
            _recorded.Clear();
            ChangeTracker.Clear();
        }
    }

    /// <summary>Says when there may be new events in this database. The caller disposes of it.</summary>
    public abstract EventWaker MakeWaker();

    /// <summary>The time by the database server's clock; null where the database is a file and the clock is this machine's.</summary>
    public virtual Task<DateTimeOffset?> ServerTime(CancellationToken ct) => Task.FromResult<DateTimeOffset?>(null);

    /// <summary>The full-text index of this database.</summary>
    public abstract SearchIndex MakeSearchIndex();

    /// <summary>True for a failure that another writer caused and that a second try can pass.</summary>
    protected abstract bool IsRivalry(Exception failure);

    /// <summary>Waits until this process may write; disposing gives the turn on.</summary>
    protected virtual ValueTask<IDisposable?> TakeTurn(CancellationToken ct) => ValueTask.FromResult<IDisposable?>(null);

    /// <summary>Lets those who lost to a rival go one after the other, so that they don't lose to each other again.</summary>
    protected virtual Task BeforeRetry(CancellationToken ct) => Task.CompletedTask;

    /// <summary>The last step before events get their numbers: makes their order that of the commits.</summary>
    protected virtual Task BeforeEvents(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Wakes other processes once the transaction commits.</summary>
    protected virtual Task AfterEvents(CancellationToken ct) => Task.CompletedTask;
}

namespace Broadsheet.Web.Hosting;

/// <summary>
/// Where everything runs that may take time or wait: every request that the press can't answer from memory, and every job.
/// The press may be served on the very threads that listen to the sockets (<see cref="InlineSockets"/>); work that goes on
/// after a socket's answer would then hold them up. A scheduler of its own takes it away after every <c>await</c>, also after
/// those in libraries that don't come back by themselves. Nothing of ours below it says <c>ConfigureAwait(false)</c>.
/// </summary>
public static class Workshop
{
    // Work here may block (SQLite does): the thread pool decides how many threads that takes, not the number of processors.
    private const int MostAtOnce = 1024;
    private static readonly TaskScheduler Scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, MostAtOnce).ConcurrentScheduler;

    /// <summary>True for code that runs here.</summary>
    public static bool IsHere => TaskScheduler.Current == Scheduler;

    /// <summary>Starts work here.</summary>
    /// <param name="work">What is to be done.</param>
    public static Task Run(Func<Task> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, Scheduler).Unwrap();

    /// <inheritdoc cref="Run(Func{Task})"/>
    public static Task<T> Run<T>(Func<Task<T>> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, Scheduler).Unwrap();
}

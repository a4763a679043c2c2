using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Jobs;

/// <summary>A job of the background. It runs in the <see cref="Workshop"/>, away from the threads that serve pages.</summary>
public abstract class Job : BackgroundService
{
    /// <inheritdoc/>
    protected sealed override Task ExecuteAsync(CancellationToken stoppingToken) => Workshop.Run(() => Run(stoppingToken));

    /// <summary>The work, until it is done or the program ends.</summary>
    /// <param name="stoppingToken">Ends it.</param>
    protected abstract Task Run(CancellationToken stoppingToken);
}

using Broadsheet.Core.Media;

namespace Broadsheet.Web.Jobs;

/// <summary>Makes renditions of new photos in the background, one photo at a time, oldest first.</summary>
/// <param name="scopes">A scope for each photo.</param>
/// <param name="clock">For the pause between looks.</param>
/// <param name="log">What was made and what failed.</param>
public sealed partial class RenditionJob(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RenditionJob> log) : Job
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task Run(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            do
            {
                while (await MakeOne(stoppingToken)) { }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Stopped(log);
        }
    }

    private async Task<bool> MakeOne(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<PhotoDesk>();
        if (await desk.Waiting(1, ct) is not [var photo]) return false;
        try
        {
            await desk.MakeRenditions(photo.Id, ct);
            Made(log, photo.Id);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(log, e, photo.Id);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Debug, "Renditions of photo {PhotoId} are made")]
    private static partial void Made(ILogger log, long photoId);

    [LoggerMessage(LogLevel.Error, "Renditions of photo {PhotoId} failed; tried again later")]
    private static partial void Failed(ILogger log, Exception error, long photoId);

    [LoggerMessage(LogLevel.Debug, "Rendition job stopped")]
    private static partial void Stopped(ILogger log);
}

using System.Data.Common;
using System.Diagnostics.Metrics;
using Broadsheet.Core.Clock;
using Broadsheet.Core.Data;
using Broadsheet.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Jobs;

/// <summary>Keeps the newsroom's appointments: publication, embargoes, expiry. Every node looks; each appointment is kept once.</summary>
public sealed partial class ClockJob(IServiceScopeFactory scopes, SiteOptions site, DueClock due, TimeProvider clock, ILogger<ClockJob> log) : Job
{
    /// <summary>Longest time between two looks: another node may have made an appointment meanwhile.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    // A timer counts whole milliseconds and may fire one early.
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(2);
    private static readonly Meter Meter = new("Broadsheet.Clock");
    private static readonly Histogram<double> Lateness = Meter.CreateHistogram<double>("broadsheet.clock.lateness", "s", "From an appointment's time to its commit");
    private static readonly Counter<long> Missed = Meter.CreateCounter<long>("broadsheet.clock.missed", description: "Appointments that could not be kept");

    /// <inheritdoc/>
    protected override async Task Run(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Set before the look: whatever the clock does meanwhile counts.
            Task pause = Task.Delay(Look + Grain, clock, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var keeper = new ClockKeeper(scope.ServiceProvider.GetRequiredService<BroadsheetDb>(), due, site.Zone);
                if (await keeper.KeepDue(Note, (id, error) => NotYet(log, error, id), stoppingToken) is { } next && next < Look) pause = Task.WhenAny(pause, Task.Delay(next + Grain, clock, stoppingToken));
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested && e is DbException or DbUpdateException or InvalidOperationException or TimeoutException)
            {
                Failed(log, e);
            }
            await pause.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Note(Appointment appointment)
    {
        if (appointment.State == AppointmentState.Failed)
        {
            Missed.Add(1);
            NotKept(log, appointment.Kind, appointment.ArticleId, appointment.Failure!);
        }
        else if (appointment.Lateness is { } lateness)
        {
            Lateness.Record(lateness.TotalSeconds);
            if (lateness > Late) WasLate(log, appointment.Kind, appointment.ArticleId, lateness.TotalSeconds);
        }
    }

    [LoggerMessage(LogLevel.Error, "The clock stopped for a moment and goes on: the appointments could not be read")]
    private static partial void Failed(ILogger log, Exception error);

    [LoggerMessage(LogLevel.Error, "Appointment {Id} is due and could not be kept yet; it is tried again")]
    private static partial void NotYet(ILogger log, Exception error, long id);

    [LoggerMessage(LogLevel.Error, "{Kind} of article {ArticleId} was due and could not be done: {Reason}. The newsroom shows it among its alarms")]
    private static partial void NotKept(ILogger log, AppointmentKind kind, long articleId, string reason);

    [LoggerMessage(LogLevel.Warning, "{Kind} of article {ArticleId} came {Seconds:F1} s late")]
    private static partial void WasLate(ILogger log, AppointmentKind kind, long articleId, double seconds);
}

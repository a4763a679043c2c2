using Broadsheet.Web.Press;

namespace Broadsheet.Web.Jobs;

/// <summary>Compresses pages in memory as small as can be, one at a time, in the background.</summary>
public sealed class ImproveJob(Printer printer, PressRoom room) : Job
{
    /// <inheritdoc/>
    protected override async Task Run(CancellationToken stoppingToken)
    {
        await foreach (var (key, sheet) in printer.ToImprove.Reader.ReadAllAsync(stoppingToken)) room.Improve(key, sheet);
    }
}

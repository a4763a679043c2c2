using System.Diagnostics;
using Broadsheet.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Broadsheet.Tests.Press;

/// <summary>A newspaper behind a CDN that it tells what changed.</summary>
public sealed class PurgedPaper : World
{
    /// <summary>What stands in the header of every purge.</summary>
    public const string Secret = "s3cret-of-the-cdn";

    /// <summary>The CDN.</summary>
    public PurgeReceiver Cdn { get; private set; } = null!;

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, object> Settings =>
        new Dictionary<string, object> { ["Press"] = new { MaxBytes = 32 * 1024 * 1024, Purge = new { Cdn.Url, Header = $"X-Secret: {Secret}" } } };

    /// <summary>The job that tells it.</summary>
    public PurgeJob Job => Services.GetServices<IHostedService>().OfType<PurgeJob>().Single();

    /// <inheritdoc/>
    public override async ValueTask InitializeAsync()
    {
        Cdn = await PurgeReceiver.Start();
        await base.InitializeAsync();
        await Until(async () => await Cursor() is not null);
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Cdn.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>How far the job says it is; null before its first start.</summary>
    public Task<long?> Cursor() => InDb(db => db.Consumers.Where(c => c.Name == PurgeJob.Name).Select(c => (long?)c.Cursor).FirstOrDefaultAsync());

    /// <summary>Lets the time go on until something is so.</summary>
    public async Task Until(Func<Task<bool>> isSo)
    {
        var start = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20), "It did not come about within twenty seconds.");
            Clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }
    }
}

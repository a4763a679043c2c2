using Broadsheet.Core;
using Broadsheet.Core.Data;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Commands;

/// <summary>The way into a newsroom that nobody is of yet.</summary>
internal static class FirstStart
{
    /// <summary>A fresh link that makes the first administrator; null where there is somebody already.</summary>
    internal static async Task<string?> Link(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        if (await db.StaffLogins.AnyAsync(ct)) return null;
        var key = "";
        var life = TimeSpan.FromHours(scope.ServiceProvider.GetRequiredService<StaffOptions>().LinkHours);
        await db.Write(async () => key = await new StaffLinks(db).Make(null, Moment.Cut(scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow()), life, ct), ct);
        return scope.ServiceProvider.GetRequiredService<SiteOptions>().Absolute(NewsroomPaths.SetUp(key));
    }
}

using Broadsheet.Core.Events;
using Broadsheet.Web.Jobs;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Broadsheet.Tests.Press;

/// <summary>A CDN is told of every change, whatever happens to it or to the newspaper meanwhile.</summary>
[Trait("Category", "Database")]
public sealed class PurgeTests(PurgedPaper paper) : IClassFixture<PurgedPaper>
{
    [Fact]
    public async Task A_change_is_told_at_once_and_once_more()
    {
        var path = await paper.Publish(new("Told to the CDN", "city") { At = World.At(9) });
        var key = (await paper.InDb(db => db.Articles.SingleAsync(a => a.Path == path.Substring(1)))).Id;
        await paper.Until(() => Task.FromResult(paper.Cdn.Taken.Count(p => p.Keys.Contains($"article:{key}")) >= 2));
        var told = paper.Cdn.Taken.First(p => p.Keys.Contains($"article:{key}"));
        Assert.Contains("site:en", told.Keys);
        Assert.Contains("any", told.Keys);
        Assert.Equal(told.Keys, told.Tags);
        Assert.Equal(PurgedPaper.Secret, told.Secret);
        await CaughtUp();
        Assert.DoesNotContain(paper.Log.Lines, l => l.Line.Contains(PurgedPaper.Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(403)]
    [InlineData(307)]
    public async Task A_cdn_that_does_not_listen_is_told_again_later(int status)
    {
        await CaughtUp();
        var (cursor, refused) = (await paper.Cursor(), paper.Cdn.Refused);
        paper.Cdn.Status = status;
        var path = await paper.Publish(new($"Told after {status}", "city") { At = World.At(9) });
        await paper.Until(() => Task.FromResult(paper.Cdn.Refused >= refused + 3));
        Assert.Equal(cursor, await paper.Cursor());
        paper.Cdn.Status = 200;
        await CaughtUp();
        var key = (await paper.InDb(db => db.Articles.SingleAsync(a => a.Path == path.Substring(1)))).Id;
        Assert.Contains(paper.Cdn.Taken, p => p.Keys.Contains($"article:{key}"));
        var line = await Reader.Visit.Logged(paper, $"answered with {status}");
        Assert.DoesNotContain(PurgedPaper.Secret, line.Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_loses_no_change()
    {
        await CaughtUp();
        paper.Cdn.Status = 500;
        var refused = paper.Cdn.Refused;
        var first = await paper.Publish(new("Told before the stop, in vain", "city") { At = World.At(9) });
        await paper.Until(() => Task.FromResult(paper.Cdn.Refused > refused));
        await paper.Job.StopAsync(CancellationToken.None);
        var second = await paper.Publish(new("Published while nobody told", "city") { At = World.At(9) });
        paper.Cdn.Status = 200;
        using var again = ActivatorUtilities.CreateInstance<PurgeJob>(paper.Services);
        await again.StartAsync(TestContext.Current.CancellationToken);
        await CaughtUp();
        foreach (var path in new[] { first, second })
        {
            var key = (await paper.InDb(db => db.Articles.SingleAsync(a => a.Path == path.Substring(1)))).Id;
            Assert.Contains(paper.Cdn.Taken, p => p.Keys.Contains($"article:{key}"));
        }
        await again.StopAsync(CancellationToken.None);
        await paper.Job.StartAsync(CancellationToken.None);
    }

    [Fact]
    public async Task One_process_tells_for_all_and_another_takes_over_when_its_lease_ends()
    {
        await CaughtUp();
        await paper.Job.StopAsync(CancellationToken.None);
        var now = paper.Clock.GetUtcNow();
        Assert.True(await Lease("another process", now));
        Assert.False(await Lease("this process", now + ConsumerLease.Length - TimeSpan.FromSeconds(1)));
        await paper.Publish(new("Told by the successor", "city") { At = World.At(9) });
        var taken = paper.Cdn.Taken.Count;
        await paper.Job.StartAsync(CancellationToken.None);
        await CaughtUp();
        Assert.True(paper.Clock.GetUtcNow() >= now + ConsumerLease.Length);
        Assert.True(paper.Cdn.Taken.Count > taken);
    }

    [Fact]
    public void Keys_of_a_change_meet_the_keys_of_every_page_that_has_one_of_its_tags()
    {
        var photo = $"photo:{Guid.CreateVersion7()}";
        string[] page = ["site:en", photo, .. Enumerable.Range(0, 50).Select(i => $"article:{i}")];
        string[] large = [.. page, .. Enumerable.Range(0, 2_000).Select(i => $"photo:{Guid.NewGuid()}")];
        foreach (var tags in new[] { page, large })
        {
            var keys = SurrogateKeys.Of(tags).Split(' ');
            Assert.True(SurrogateKeys.Of(tags).Length <= SurrogateKeys.MaxLength);
            foreach (var changed in new[] { "site:en", photo, "article:49" }) Assert.NotEmpty(SurrogateKeys.OfChange([changed]).Intersect(keys));
        }
        Assert.Empty(SurrogateKeys.OfChange(["article:50"]).Intersect(SurrogateKeys.Of(page).Split(' ')));
    }

    private Task<bool> Lease(string holder, DateTimeOffset now) => paper.InDb(async db =>
    {
        var held = false;
        await db.Write(async () => held = await ConsumerLease.Take(db, PurgeJob.Name, holder, now, CancellationToken.None) is not null, CancellationToken.None);
        return held;
    });

    private async Task CaughtUp()
    {
        var last = await paper.InDb(db => db.Events.MaxAsync(e => e.Seq));
        await paper.Until(async () => await paper.Cursor() >= last);
    }
}

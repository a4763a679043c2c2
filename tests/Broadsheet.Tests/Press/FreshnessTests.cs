using System.Diagnostics;
using Broadsheet.Core.Events;
using Broadsheet.Web.Press;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Broadsheet.Tests.Press;

/// <summary>What was committed is what readers get, at once, from a press that keeps everything.</summary>
[Trait("Category", "Database")]
public sealed class FreshnessTests(World world) : IClassFixture<World>
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_page_is_drawn_once_however_many_ask()
    {
        var path = await world.Publish(new("Asked for by many", "city"));
        var pages = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => world.Page(path)));
        Assert.Single(pages.Distinct(StringComparer.Ordinal));
        Assert.NotNull(world.Services.GetRequiredService<PressRoom>().Find(path, 0));
    }

    [Fact]
    public async Task A_published_article_is_on_the_front_and_a_killed_one_is_gone_within_two_seconds()
    {
        await world.Page("/");
        var path = await world.Publish(new("Here today", "city") { At = World.At(11) });
        await Until(async () => (await world.Page("/")).Contains("Here today", StringComparison.Ordinal));
        await world.Page(path);
        await world.Decide(path, (desk, article, placement) => desk.Withdraw(article, placement, null, World.At(12), CancellationToken.None));
        await Until(async () => await world.Status(path) == 410);
        await Until(async () => !(await world.Page("/")).Contains("Here today", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Unknown_parameters_make_no_new_pages()
    {
        await world.Page("/archive");
        var room = world.Services.GetRequiredService<PressRoom>();
        var before = room.Count;
        for (var i = 0; i < 20; i++) await world.Page($"/archive?utm_source={i}&x={Guid.NewGuid()}");
        for (var i = 0; i < 20; i++) Assert.Equal(404, await world.Status($"/no-such-page-{i}"));
        Assert.InRange(room.Count, before, before + 1);
    }

    [Fact]
    public async Task A_front_that_changes_faster_than_it_is_drawn_is_drawn_all_the_same()
    {
        using var enough = new CancellationTokenSource();
        var changing = Task.Run(
            async () =>
            {
                while (!enough.IsCancellationRequested)
                    await world.InDb(async db =>
                    {
                        await db.Write(
                            () =>
                            {
                                db.Record(new Event { Kind = EventKinds.SiteChanged, At = World.At(12), Tags = "site" });
                                return Task.CompletedTask;
                            },
                            CancellationToken.None);
                        return true;
                    });
            },
            TestContext.Current.CancellationToken);
        for (var n = 0; n < 10; n++) Assert.Equal(200, await world.Status("/"));
        await enough.CancelAsync();
        await changing;
        await world.Hear();
    }

    [Fact]
    public async Task An_embargo_ends_on_a_front_that_is_in_memory()
    {
        await world.Publish(new("Free at half past eight", "city") { At = World.At(20, 30) });
        Assert.DoesNotContain("Free at half past eight", await world.Page("/city"), StringComparison.Ordinal);
        world.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Contains("Free at half past eight", await world.Page("/city"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_a_page_can_be_asked_for()
    {
        var whole = await world.Page(World.Column);
        using var request = new HttpRequestMessage(HttpMethod.Get, World.Column) { Headers = { { "Range", "bytes=10-19" } } };
        using var response = await world.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(206, (int)response.StatusCode);
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(whole)[10..20], await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private static async Task Until(Func<Task<bool>> isSo)
    {
        var start = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Deadline, "It did not come about within two seconds.");
            await Task.Yield();
        }
    }
}

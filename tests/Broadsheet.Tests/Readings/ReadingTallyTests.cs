using Broadsheet.Web.Press;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Broadsheet.Tests.Readings;

/// <summary>Counting while it is written down.</summary>
public sealed class ReadingTallyTests
{
    private static readonly HttpRequest Reading = Request(ReadPaper.Browser);
    private static readonly HttpRequest Crawling = Request("curl/8.14.1");

    [Fact]
    public async Task Nothing_is_lost_or_doubled_while_it_is_taken()
    {
        const int Each = 50_000;
        var tally = new ReadingTally(new PressOptions());
        var counts = Enumerable.Range(0, 3).Select(i => tally.For(i)!).ToArray();
        var taken = new (long Readings, long Robots)[3];
        var readers = Enumerable.Range(0, 4).Select(r => Task.Run(() =>
        {
            for (var i = 0; i < Each; i++) counts[i % 3].Note(r == 0 ? Crawling : Reading);
        }, TestContext.Current.CancellationToken)).ToList();
        var all = Task.WhenAll(readers);
        while (!all.IsCompleted) Take();
        await all;
        Take();
        Assert.Equal(3L * Each, taken.Sum(t => t.Readings));
        Assert.Equal(Each, taken.Sum(t => t.Robots));
        Assert.Empty(tally.Take());

        void Take()
        {
            foreach (var (article, readings, robots) in tally.Take())
                taken[article] = (taken[article].Readings + readings, taken[article].Robots + robots);
        }
    }

    [Fact]
    public void Counting_allocates_nothing()
    {
        var count = new ReadingTally(new PressOptions()).For(7)!;
        count.Note(Reading);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++) count.Note(Reading);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Made_up_keys_take_bounded_room()
    {
        var beacons = new Beacons();
        for (var i = 0; i < Beacons.Most + 10; i++) beacons.Add(Guid.NewGuid(), 1, isRobot: false);
        Assert.Equal(Beacons.Most, beacons.Take().Count);
        Assert.Empty(beacons.Take());
    }

    private static HttpRequest Request(string agent)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Headers.UserAgent = agent;
        return context.Request;
    }
}

using Broadsheet.Core.Articles;
using Broadsheet.Tests.Reader;
using Broadsheet.Web.Components;
using Broadsheet.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Readings;

/// <summary>Readings that browsers report, where a CDN answers in the server's place.</summary>
[Trait("Category", "Database")]
public sealed class BeaconTests(BeaconPaper paper) : IClassFixture<BeaconPaper>
{
    [Fact]
    public async Task The_browser_counts_and_the_server_does_not()
    {
        var page = await paper.Read(World.CouncilStory);
        var script = Visit.Parse(page.Text).QuerySelector("script[data-article]")!;
        Assert.Equal(Assets.Href("reading.js"), script.GetAttribute("src"));
        Assert.Equal(page.Text, (await paper.Read(World.CouncilStory)).Text);
        Assert.Equal((0, 0), await paper.Counted(World.CouncilStory));
        foreach (var type in new[] { "text/plain", "text/plain;charset=UTF-8" })
        {
            var answer = await paper.Report(script.GetAttribute("data-article")!, type, ("Origin", "http://paper.example"), ("Sec-Fetch-Site", "same-origin"));
            Assert.Equal((204, 0), (answer.Status, answer.Bytes.Length));
            Assert.Null(answer.Header("Set-Cookie"));
            Assert.Equal("no-store", answer.Header("Cache-Control"));
        }
        await paper.Report(script.GetAttribute("data-article")!, "text/plain", ("User-Agent", "Examplebot/1.0"));
        Assert.Equal((2, 1), await paper.Counted(World.CouncilStory));
    }

    [Fact]
    public async Task What_comes_from_another_site_or_is_no_key_is_refused()
    {
        var key = await Key(World.Column);
        Assert.Equal(403, (await paper.Report(key, "text/plain", ("Origin", "http://elsewhere.example"))).Status);
        Assert.Equal(403, (await paper.Report(key, "text/plain", ("Sec-Fetch-Site", "cross-site"))).Status);
        Assert.Equal(415, (await paper.Report(key, "application/json")).Status);
        Assert.Equal(415, (await paper.Report(key, null)).Status);
        foreach (var body in new[] { "", key[..35], key + " ", "{" + key[2..] + "}", new string('x', 36), new string('é', 18), new string('x', 100_000) })
            Assert.Equal(400, (await paper.Report(body)).Status);
        Assert.Equal(404, (await paper.Read("/readings")).Status);
        Assert.Equal((0, 0), await paper.Counted(World.Column));
        Assert.DoesNotContain(paper.Log.Problems, line => line.Contains("Exception", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_that_nobody_can_read_counts_for_nothing()
    {
        var ahead = await paper.Publish(new("Under an embargo", "city") { At = paper.Clock.GetUtcNow().AddDays(1) });
        Assert.Equal(204, (await paper.Report(await Key(ahead))).Status);
        Assert.Equal(204, (await paper.Report(Guid.NewGuid().ToString())).Status);
        Assert.Equal((0, 0), await paper.Counted(ahead));
    }

    [Fact]
    public async Task An_address_that_reports_too_much_is_told_so()
    {
        await using var other = new BeaconPaper();
        await other.InitializeAsync();
        var key = Guid.NewGuid().ToString();
        for (var i = 0; i < RateLimits.ReadingsPerMinute; i++) Assert.Equal(204, (await other.Report(key)).Status);
        Assert.Equal(429, (await other.Report(key)).Status);
        Assert.Equal(200, (await other.Read(World.CouncilStory)).Status);
    }

    [Fact]
    public void The_script_is_at_most_three_hundred_bytes() =>
        Assert.InRange(Assets.All.Single(a => a.File.StartsWith("reading-", StringComparison.Ordinal)).Bytes, 1, 300);

    private Task<string> Key(string path) => paper.InDb(db => db.Articles.Where(a => a.Path == path.Substring(1) && a.State == ArticleState.Published).Select(a => a.PublicId.ToString()).SingleAsync());
}

using Broadsheet.Tests.Reader;
using Broadsheet.Web.Press;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Broadsheet.Tests.Readings;

/// <summary>What is a reading and what is none.</summary>
[Trait("Category", "Database")]
public sealed class ReadingCountTests(ReadPaper paper) : IClassFixture<ReadPaper>
{
    [Fact]
    public async Task A_page_counts_when_it_is_drawn_and_when_it_comes_from_memory()
    {
        var path = await paper.Publish(new("Read three times", "city"));
        await paper.Read(path);
        Assert.Equal((1, 0), await paper.Counted(path));
        await paper.Read(path);
        await paper.Read(path + "?from=elsewhere");
        Assert.Equal((3, 0), await paper.Counted(path));
    }

    [Fact]
    public async Task A_page_counts_for_its_article_in_every_interface_and_after_it_was_drawn_anew()
    {
        var path = await paper.Publish(new("Read in two interfaces", "city"));
        await paper.Read(path);
        await paper.Read("/ko" + path);
        await paper.Decide(path, (desk, article, placement) =>
        {
            desk.Retract(article, placement, "It was not so.", World.At(12));
            return Task.CompletedTask;
        });
        await paper.Read(path);
        Assert.Equal((3, 0), await paper.Counted(path));
    }

    [Fact]
    public async Task A_page_that_the_browser_has_already_is_read_once_more()
    {
        var path = await paper.Publish(new("Looked at again", "city"));
        var first = await paper.Read(path);
        Assert.Equal(304, (await paper.Read(path, ("If-None-Match", first.Header("ETag")!))).Status);
        Assert.Equal((2, 0), await paper.Counted(path));
    }

    [Fact]
    public async Task Headers_and_parts_of_a_page_are_no_reading()
    {
        var path = await paper.Publish(new("Looked up and not read", "city"));
        foreach (var _ in new[] { "drawn", "from memory" })
        {
            await paper.Ask(HttpMethod.Head, path, ("User-Agent", ReadPaper.Browser));
            Assert.Equal(206, (await paper.Read(path, ("Range", "bytes=0-9"))).Status);
        }
        Assert.Equal((0, 0), await paper.Counted(path));
    }

    [Fact]
    public async Task Other_pages_and_what_is_gone_count_for_nobody()
    {
        var path = await paper.Publish(new("Here today", "city"));
        foreach (var other in new[] { "/", "/city", "/feed", $"/qr{path}.svg", path + "-not" }) await paper.Read(other);
        await paper.Decide(path, (desk, article, placement) => desk.Withdraw(article, placement, null, World.At(12), CancellationToken.None));
        Assert.Equal(410, (await paper.Read(path)).Status);
        Assert.Equal(410, (await paper.Read(path)).Status);
        Assert.Equal((0, 0), await paper.Counted(path));
    }

    [Fact]
    public async Task Robots_and_prefetches_are_counted_apart_and_get_the_same_page()
    {
        var path = await paper.Publish(new("Crawled", "city"));
        var read = await paper.Read(path);
        foreach (var robot in new[] { "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "curl/8.14.1" })
            Assert.Equal(read.Text, (await paper.Ask(path, ("User-Agent", robot))).Text);
        foreach (var (name, value) in new[] { ("Sec-Purpose", "prefetch;prerender"), ("Purpose", "prefetch"), ("X-Moz", "prefetch") })
            Assert.Equal(read.Text, (await paper.Read(path, (name, value))).Text);
        await paper.Ask(path);
        Assert.Equal((1, 6), await paper.Counted(path));
    }

    [Fact]
    public async Task Nothing_is_set_in_the_browser_and_nothing_varies()
    {
        var answer = await paper.Read(World.CouncilStory);
        Assert.Null(answer.Header("Set-Cookie"));
        Assert.Equal("Accept-Encoding", answer.Header("Vary"));
        Assert.DoesNotContain("/assets/reading-", answer.Text, StringComparison.Ordinal);
        Assert.Equal(405, (await paper.Report(Guid.NewGuid().ToString())).Status);
    }

    [Theory]
    [InlineData(ReadPaper.Browser)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 KAKAOTALK 10.8.5")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; SM-S918N) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 NAVER(inapp; search; 2000; 12.8.1)")]
    [InlineData("Mozilla/5.0 (Linux; Android 9; CUBOT_X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36")]
    [InlineData("Opera/9.80 (Android; Opera Mini/36.2.2254/191.256; U; en) Presto/2.12.423 Version/12.16")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0")]
    public void A_browser_is_a_reader(string agent) => Assert.False(Robots.Sent(new HeaderDictionary { ["User-Agent"] = agent }));

    [Theory]
    [InlineData("Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)")]
    [InlineData("Mozilla/5.0 (compatible; Yeti/1.1; +https://naver.me/spd)")]
    [InlineData("facebookexternalhit/1.1; kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap/33984")]
    [InlineData("TelegramBot (like TwitterBot)")]
    [InlineData("python-requests/2.32.3")]
    [InlineData("Mozilla/5.0 (compatible; SOMECRAWLER 1.0)")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36")]
    [InlineData("")]
    public void What_names_itself_a_robot_is_one(string agent) => Assert.True(Robots.Sent(new HeaderDictionary { ["User-Agent"] = agent }));
}

using System.Globalization;
using System.Net;
using Broadsheet.Tests.Articles;
using Broadsheet.Web.Press;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Broadsheet.Tests.Search;

/// <summary>What a search box gets typed into it.</summary>
[Trait("Category", "Database")]
public sealed class HostileSearchTests(World paper) : IClassFixture<World>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\"")]
    [InlineData("\"\"\"")]
    [InlineData("AND OR NOT NEAR(a b, 5)")]
    [InlineData("council AND")]
    [InlineData("head:council")]
    [InlineData("{Head Body} : council")]
    [InlineData("^council")]
    [InlineData("council*council")]
    [InlineData("* * *")]
    [InlineData("-")]
    [InlineData("-\"\"")]
    [InlineData("--council")]
    [InlineData("'; DROP TABLE \"Articles\"; --")]
    [InlineData("\\'council\\")]
    [InlineData("council & !council | (")]
    [InlineData("council <-> council:*")]
    [InlineData("(a+)+$")]
    [InlineData("[[[")]
    [InlineData("¶")]
    [InlineData("·s1")]
    [InlineData("\u0000council\u0000")]
    [InlineData("\ud800")]
    [InlineData("\uffff \ufdd0")]
    [InlineData("☃ 🗞️ ‮council")]
    public async Task Signs_are_white_space_and_no_query_fails(string query)
    {
        foreach (var path in (string[])["/search", "/search.json", "/search/feed", "/ko/search"])
            Assert.Contains(await paper.Status($"{path}?q={Uri.EscapeDataString(query)}"), (int[])[200, 400]);
        Assert.Empty(paper.Log.Problems);
    }

    [Fact]
    public async Task Whatever_is_typed_is_answered()
    {
        string[] signs = ["\"", "-", "*", " ", "council", "의회", "방파제를", "물", "AND", "'", "\\", ":", "&", "|", "!", "(", ")", "<->", "다", "올랐다", "가다"];
        var piece = Gen.OneOf(Gen.Int[0, signs.Length - 1].Select(i => signs[i]), Gen.String.AlphaNumeric, Gen.String);
        await piece.Array[0, 12].Select(p => string.Concat(p)).SampleAsync(
            async query =>
            {
                if (query.Length > 400) query = query[..400];
                var status = await paper.Status($"/ko/search.json?lang=any&q={Uri.EscapeDataString(new string([.. query.Where(c => !char.IsSurrogate(c))]))}");
                Assert.True(status == 200, $"{status}: {query}");
            },
            iter: 300, threads: 1);
        Assert.Empty(paper.Log.Problems);
    }

    [Fact]
    public async Task The_list_of_naughty_strings_breaks_nothing()
    {
        foreach (var text in HostileStrings.Naughty())
            Assert.Contains(await paper.Status($"/search.json?q={Uri.EscapeDataString(new string([.. text.Where(c => !char.IsSurrogate(c)).Take(400)]))}"), (int[])[200, 400]);
        Assert.Empty(paper.Log.Problems);
    }

    [Theory]
    [InlineData("from=2023-13-01")]
    [InlineData("from=yesterday")]
    [InlineData("to=0000-00-00")]
    [InlineData("page=0")]
    [InlineData("page=-1")]
    [InlineData("page=251")]
    [InlineData("page=99999999999999999999")]
    [InlineData("kind=tabloid")]
    [InlineData("kind=7")]
    public async Task What_cannot_be_read_is_refused(string parameter)
    {
        Assert.Equal(400, await paper.Status($"/search?q=council&{parameter}"));
        Assert.Equal(400, await paper.Status($"/search/feed?q=council&{parameter}"));
    }

    [Fact]
    public async Task Dates_at_the_ends_of_the_calendar_are_answered()
    {
        Assert.Equal(200, await paper.Status("/search?q=council&from=0001-01-01&to=9999-12-31"));
        Assert.Equal(200, await paper.Status("/search?q=council&from=9999-12-31&to=0001-01-01"));
    }

    [Fact]
    public async Task An_unknown_section_or_author_is_not_there()
    {
        Assert.Equal(404, await paper.Status("/search?q=council&section=nowhere"));
        Assert.Equal(404, await paper.Status("/search?q=council&by=nobody"));
    }

    [Theory]
    [InlineData(401, 400)]
    [InlineData(7_000, 400)]
    [InlineData(10_000, 414)]
    public async Task A_query_that_is_too_long_is_refused(int length, int status) =>
        Assert.Equal(status, await paper.Status($"/search?q={new string('a', length)}"));

    [Fact]
    public async Task The_longest_query_is_answered()
    {
        var words = string.Join(' ', Enumerable.Range(0, 100).Select(n => n.ToString("x3", CultureInfo.InvariantCulture)))[..399];
        Assert.Equal(200, await paper.Status($"/search?q={words}"));
        Assert.Equal(200, await paper.Status($"/ko/search?q={Uri.EscapeDataString(string.Join(' ', Enumerable.Repeat("올랐다", 16)))}"));
    }

    [Fact]
    public async Task Searches_take_no_room_in_the_press()
    {
        var room = paper.Services.GetRequiredService<PressRoom>();
        await paper.WarmedUp();
        var before = room.Count;
        for (var n = 0; n < 20; n++) await paper.Status($"/search?q=council{n}&utm={n}");
        Assert.Equal(before, room.Count);
    }

    [Fact]
    public async Task Who_searches_too_much_is_told_to_wait_and_can_still_read()
    {
        await using var hasty = new Hasty();
        await hasty.InitializeAsync();
        for (var n = 0; n < 5; n++) Assert.Equal(200, await hasty.Status("/search?q=a"));
        using var refused = await hasty.Http.GetAsync(new Uri("/search.json?q=a", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(60), refused.Headers.RetryAfter?.Delta);
        Assert.Equal(200, await hasty.Status("/"));
    }

    private sealed class Hasty : NewspaperApp
    {
        protected override IReadOnlyDictionary<string, object> Settings => new Dictionary<string, object> { ["Search"] = new { PerMinute = 5 } };
    }
}

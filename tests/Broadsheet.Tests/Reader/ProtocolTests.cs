using System.IO.Compression;
using System.Text;
using Xunit;

namespace Broadsheet.Tests.Reader;

/// <summary>Public pages as HTTP sees them.</summary>
[Trait("Category", "Database")]
public sealed class ProtocolTests(World world) : IClassFixture<World>
{
    /// <summary>One address of every kind of public answer.</summary>
    public static TheoryData<string> Addresses { get; } =
    [
        "/", "/ko/", "/city", "/by/ok-da-hyun", "/topic/breakwater", "/archive", "/2023", "/2023/09", "/2023/09/12", "/on-this-day", World.CouncilStory, "/ko" + World.CouncilStory,
        "/feed", "/feed/city", $"/qr{World.CouncilStory}.svg", "/no-such-page", "/robots.txt", "/healthz", "/readyz", "/en/city",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    [InlineData("/sitemap.xml")]
    [InlineData("/sitemap-0.xml")]
    [InlineData("/sitemap-news.xml")]
    public async Task Head_answers_what_get_does_without_the_body(string path)
    {
        var (get, head) = (await world.Ask(path), await world.Ask(HttpMethod.Head, path));
        Assert.Equal(get.Status, head.Status);
        Assert.Empty(head.Bytes);
        foreach (var name in new[] { "Content-Type", "ETag", "Cache-Control", "Vary", "Location", "Content-Security-Policy" })
            Assert.Equal((name, get.Header(name)), (name, head.Header(name)));
        if (head.Header("Content-Length") is { } length) Assert.Equal($"{get.Bytes.Length}", length);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Compressed_bodies_hold_the_same_bytes(string path)
    {
        var plain = await world.Ask(path);
        Assert.Null(plain.Header("Content-Encoding"));
        foreach (var coding in new[] { "gzip", "br" })
        {
            var packed = await world.Ask(path, ("Accept-Encoding", coding));
            if (packed.Header("Content-Encoding") is null) Assert.InRange(packed.Bytes.Length, 0, 511);
            else Assert.Equal(coding, packed.Header("Content-Encoding"));
            Assert.Equal(plain.Text, Encoding.UTF8.GetString(Unpack(packed)));
        }
    }

    [Fact]
    public async Task The_best_coding_is_chosen_and_a_refused_one_never()
    {
        Assert.Equal("br", (await world.Ask("/", ("Accept-Encoding", "gzip, deflate, br, zstd"))).Header("Content-Encoding"));
        Assert.Equal("gzip", (await world.Ask("/", ("Accept-Encoding", "br;q=0, gzip"))).Header("Content-Encoding"));
        Assert.Null((await world.Ask("/", ("Accept-Encoding", "identity"))).Header("Content-Encoding"));
        Assert.Null((await world.Ask("/", ("Accept-Encoding", "*;q=0"))).Header("Content-Encoding"));
        Assert.Null((await world.Ask("/", ("Accept-Encoding", "nonsense;;q"))).Header("Content-Encoding"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData(World.CouncilStory)]
    [InlineData("/feed")]
    [InlineData($"/qr{World.CouncilStory}.svg")]
    public async Task A_reader_who_has_the_page_is_told_so_and_gets_no_bytes(string path)
    {
        foreach (var coding in new[] { "identity", "gzip", "br" })
        {
            var first = await world.Ask(path, ("Accept-Encoding", coding));
            var tag = first.Header("ETag")!;
            foreach (var known in new[] { tag, "W/" + tag, $"\"other\", {tag}", "*" })
            {
                var again = await world.Ask(path, ("Accept-Encoding", coding), ("If-None-Match", known));
                Assert.Equal((304, 0), (again.Status, again.Bytes.Length));
                Assert.Equal(tag, again.Header("ETag"));
                Assert.Equal(first.Header("Vary"), again.Header("Vary"));
            }
            Assert.Equal(200, (await world.Ask(path, ("Accept-Encoding", coding), ("If-None-Match", "\"other\""))).Status);
        }
    }

    [Fact]
    public async Task A_changed_page_has_another_tag()
    {
        var before = (await world.Ask("/city")).Header("ETag");
        await world.Publish(new("Something new", "city"));
        Assert.Equal(200, (await world.Ask("/city", ("If-None-Match", before!))).Status);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/city")]
    [InlineData(World.CouncilStory)]
    [InlineData("/feed")]
    public async Task Unknown_parameters_make_no_difference(string path)
    {
        var plain = await world.Ask(path);
        foreach (var query in new[] { "?utm_source=x", "?fbclid=1&page=2", "?", "?a=%00", "?%", "?before2=x", "?language=ko" })
            Assert.Equal(plain.Header("ETag"), (await world.Ask(path + query)).Header("ETag"));
    }

    [Fact]
    public async Task A_slash_too_many_at_the_end_is_forgiven_and_canonical_says_the_address()
    {
        var page = await world.Read("/city/");
        Assert.Equal("http://paper.example/city", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    private static byte[] Unpack(Answer answer)
    {
        using var packed = new MemoryStream(answer.Bytes);
        using Stream stream = answer.Header("Content-Encoding") switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        return whole.ToArray();
    }
}

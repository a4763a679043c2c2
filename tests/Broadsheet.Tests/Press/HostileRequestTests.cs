using System.Globalization;
using Broadsheet.Tests.Reader;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Broadsheet.Tests.Press;

/// <summary>Requests that no browser sends get a sane answer, take no room, and say nothing in the log.</summary>
[Trait("Category", "Database")]
[Collection(nameof(Measured))]
public sealed class HostileRequestTests(World world) : IClassFixture<World>
{
    // What was logged while the database was made is not what requests did.
    private readonly int _said = world.Log.Lines.Count;

    [Fact]
    public async Task Made_up_parameters_and_places_take_no_room_however_many_there_are()
    {
        string[] paths = ["/", "/city", "/ko/city", "/by/ok-da-hyun", "/topic/breakwater", "/archive", "/2023/09/12", "/feed", World.CouncilStory];
        await world.WarmedUp();
        foreach (var path in paths) await world.Page(path);
        var room = world.Services.GetRequiredService<PressRoom>();
        var (count, bytes, memory) = (room.Count, room.Bytes, GC.GetTotalMemory(forceFullCollection: true));
        for (var i = 0; i < 1_200; i++)
        {
            var query = (i % 4) switch
            {
                0 => $"utm_source={Guid.NewGuid()}&page={i}&{new string('x', i)}",
                1 => string.Create(CultureInfo.InvariantCulture, $"before={1_694_476_800_000 + i}-{i}"),
                2 => $"before={i}-{i}-{i}",
                _ => $"BEFORE=1-1&before%5B%5D=1-1&before[]={i}",
            };
            Assert.Contains(await world.Status($"{paths[i % paths.Length]}?{query}"), new[] { 200, 404 });
        }
        // Compression goes on in the background and makes pages smaller, never more.
        Assert.Equal(count, room.Count);
        Assert.True(room.Bytes <= bytes);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - memory, long.MinValue, 16 * 1024 * 1024);
        Quiet();
    }

    [Fact]
    public async Task The_place_that_a_page_links_to_is_kept()
    {
        var last = await world.InDb(db => db.Articles.Where(a => a.Path == World.CouncilStory.Substring(1)).Select(a => new { a.Id, a.PublishedAt }).SingleAsync());
        var place = $"/city?before={new ListCursor(last.PublishedAt!.Value, last.Id)}";
        Assert.DoesNotContain("Council mends", (await world.Read(place)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(world.Services.GetRequiredService<PressRoom>().Find(place, 0));
    }

    [Theory]
    [InlineData("/city%2Fcouncil", 404)]
    [InlineData("/city%5Ccouncil", 404)]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd", 404)]
    [InlineData("/..%2f..%2fetc/passwd", 404)]
    [InlineData("/city/../opinion", 200)]
    [InlineData("/%c0%af", 404)]
    [InlineData("/%e0%80%af%f0%80%80%af", 404)]
    [InlineData("/%ed%a0%80", 404)]
    [InlineData("/%ff", 404)]
    [InlineData("/%", 404)]
    [InlineData("/%zz", 404)]
    [InlineData("/%25%30%30", 404)]
    [InlineData("/a?b=%00", 404)]
    [InlineData("/%e2%80%ae", 404)]
    [InlineData("/2023/13/45", 404)]
    [InlineData("/0000/00/00", 404)]
    [InlineData("/9999/12/31", 404)]
    public async Task Odd_paths_are_answered(string path, int status) => Assert.Equal(status, await Raw($"GET {path} HTTP/1.1\r\nHost: paper.example\r\n"));

    [Theory]
    [InlineData("bytes=0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-", 200)]
    [InlineData("bytes=0-0,1-1", 200)]
    [InlineData("bytes=99999999999999999999999-", 200)]
    [InlineData("bytes=9223372036854775807-", 416)]
    [InlineData("bytes=0-9223372036854775807", 206)]
    [InlineData("bytes=-9223372036854775807", 206)]
    [InlineData("bytes=5-4", 200)]
    [InlineData("bytes=-0", 416)]
    [InlineData("bytes=--1", 200)]
    [InlineData("lines=1-2", 200)]
    [InlineData("bytes", 200)]
    public async Task Ranges_never_give_more_than_the_page(string range, int status)
    {
        var whole = (await world.Ask(World.Column)).Bytes.Length;
        var answer = await world.Ask(World.Column, ("Range", range));
        Assert.Equal(status, answer.Status);
        Assert.InRange(answer.Bytes.Length, 0, whole);
        Assert.Equal(status == 416 ? 0 : whole, answer.Bytes.Length);
        var many = string.Concat(Enumerable.Repeat($"Range: {range}\r\n", 20));
        Assert.Contains(await Raw($"GET {World.Column} HTTP/1.1\r\nHost: paper.example\r\n{many}"), new[] { 200, 400 });
        Quiet();
    }

    [Theory]
    [InlineData("If-Modified-Since: the day before yesterday")]
    [InlineData("If-Modified-Since: Sat, 99 Foo 20000 99:99:99 GMT")]
    [InlineData("If-Unmodified-Since: \u007f")]
    [InlineData("If-Range: Sat, 32 Oct")]
    [InlineData("If-Range: \"")]
    [InlineData("If-Match: \"never\"")]
    [InlineData("If-None-Match: \"")]
    [InlineData("If-None-Match: ,,,,,,,")]
    [InlineData("If-None-Match: W/W/\"a\"")]
    [InlineData("Accept-Encoding: ;;;q=,,br;q=9999999999999999999999,*;q=-1")]
    [InlineData("Accept: text/html;;;;q=")]
    [InlineData("Cookie: a=b; c; =; \"")]
    public async Task Malformed_conditions_are_no_conditions(string header) =>
        Assert.Contains(await Raw($"GET {World.Column} HTTP/1.1\r\nHost: paper.example\r\nAccept: text/html\r\n{header}\r\n"), new[] { 200, 400 });

    [Fact]
    public async Task A_condition_of_eight_kilobytes_is_read_to_its_end()
    {
        var tag = (await world.Ask(World.Column)).Header("ETag")!;
        var others = string.Join(", ", Enumerable.Range(0, 420).Select(i => $"\"{i:x16}\""));
        Assert.InRange(others.Length, 8_000, 9_000);
        Assert.Equal(200, await Raw($"GET {World.Column} HTTP/1.1\r\nHost: paper.example\r\nIf-None-Match: {others}\r\n"));
        Assert.Equal(304, await Raw($"GET {World.Column} HTTP/1.1\r\nHost: paper.example\r\nIf-None-Match: {others}, {tag}\r\n"));
        Assert.Equal(200, await Raw($"GET {World.Column} HTTP/1.1\r\nHost: paper.example\r\nIf-None-Match: {new string('"', 8_000)}\r\n"));
        Assert.Equal(431, await Raw($"GET {World.Column} HTTP/1.1\r\nHost: paper.example\r\nIf-None-Match: {new string('a', 20_000)}\r\n"));
    }

    [Theory]
    [InlineData("GET / HTTP/1.0\r\n", 200)]
    [InlineData("GET http://paper.example/city HTTP/1.1\r\nHost: paper.example\r\n", 200)]
    [InlineData("GET http://evil.example/city HTTP/1.1\r\nHost: evil.example\r\n", 200)]
    [InlineData("GET http://evil.example/city HTTP/1.1\r\nHost: paper.example\r\n", 400)]
    [InlineData("GET paper.example/city HTTP/1.1\r\nHost: paper.example\r\n", 400)]
    [InlineData("GET * HTTP/1.1\r\nHost: paper.example\r\n", 405)]
    [InlineData("CONNECT paper.example:443 HTTP/1.1\r\nHost: paper.example:443\r\n", 405)]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: paper.example\r\n", 405)]
    [InlineData("TRACE / HTTP/1.1\r\nHost: paper.example\r\n", 405)]
    [InlineData("get / HTTP/1.1\r\nHost: paper.example\r\n", 200)]
    [InlineData("GET / HTTP/9.9\r\nHost: paper.example\r\n", 505)]
    [InlineData("GET / HTTP/1.1\r\nHost: paper.example\r\n folded: x\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: paper.example\r\nA\u0000B: x\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: paper.example\r\nContent-Length: -1\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: paper.example\r\nContent-Length: 1\r\nContent-Length: 2\r\n", 400)]
    public async Task Odd_requests_are_answered(string request, int status) => Assert.Equal(status, await Raw(request));

    [Fact]
    public async Task The_body_of_a_request_is_never_taken_for_the_next_one()
    {
        const string Inner = "GET /no-such-page HTTP/1.1\r\nHost: paper.example\r\n\r\n";
        var answer = await world.Send($"GET {World.Column} HTTP/1.1\r\nHost: paper.example\r\nContent-Length: {Inner.Length}\r\n\r\n{Inner}GET /city HTTP/1.1\r\nHost: paper.example\r\nConnection: close\r\n\r\n");
        Assert.Equal(["200", "200"], answer.Split("HTTP/1.1 ").Skip(1).Select(a => a[..3]));
        answer = await world.Send("POST /city HTTP/1.1\r\nHost: paper.example\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\nConnection: close\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\nHost: paper.example\r\n\r\n");
        Assert.Single(answer.Split("HTTP/1.1 ").Skip(1));
        Quiet();
    }

    // The status of a request; its head is ended and its connection closed for it.
    private async Task<int> Raw(string head)
    {
        var answer = await world.Send(head + "Connection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", answer, StringComparison.Ordinal);
        Quiet();
        return int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture);
    }

    private void Quiet() => Assert.DoesNotContain(world.Log.Lines.Skip(_said), l => l.Level >= LogLevel.Warning || l.Line.Contains("Exception", StringComparison.Ordinal));
}

using Broadsheet.Tests.Reader;
using Xunit;

namespace Broadsheet.Tests.Hosting;

/// <summary>Requests that ask too much, or come from somewhere else.</summary>
[Trait("Category", "Database")]
public sealed class RequestLimitTests(World world) : IClassFixture<World>
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://paper.example.evil.example")]
    [InlineData("Origin", "https://paper.example")]
    public async Task A_write_from_another_site_is_refused(string header, string value)
    {
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
        {
            var answer = await world.Ask(method, "/city", (header, value));
            Assert.Equal((403, "text/html"), (answer.Status, answer.Type));
        }
        Assert.Equal(200, (await world.Ask("/city", (header, value))).Status);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "http://paper.example")]
    public async Task A_write_from_the_newspaper_itself_gets_as_far_as_the_address_lets_it(string header, string value) =>
        Assert.Equal(405, (await world.Ask(HttpMethod.Post, "/city", (header, value))).Status);

    [Fact]
    public async Task A_body_larger_than_the_limit_is_refused_before_it_is_sent()
    {
        var answer = await world.Send("POST /city HTTP/1.1\r\nHost: paper.example\r\nAccept: text/html\r\nConnection: close\r\nContent-Length: 1048577\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Contains("X-Content-Type-Options: nosniff", answer, StringComparison.OrdinalIgnoreCase);
        answer = await world.Send("POST /city HTTP/1.1\r\nHost: paper.example\r\nConnection: close\r\nContent-Length: 2\r\n\r\nab");
        Assert.StartsWith("HTTP/1.1 405 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_of_headers_is_refused()
    {
        var flood = string.Concat(Enumerable.Range(0, 40).Select(i => $"X-Flood-{i}: {new string('x', 500)}\r\n"));
        Assert.StartsWith("HTTP/1.1 431 ", await world.Send($"GET / HTTP/1.1\r\nHost: paper.example\r\n{flood}Connection: close\r\n\r\n"), StringComparison.Ordinal);
        Assert.Equal(200, await world.Status("/"));
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nConnection: close\r\n\r\n", "400")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n", "400")]
    [InlineData("nonsense\r\n\r\n", "400")]
    public async Task A_request_that_is_none_is_refused(string request, string status)
    {
        var answer = await world.Send(request);
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forwarded_headers_are_believed_from_known_proxies_alone()
    {
        (string, string)[] forwarded = [("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.9"), ("Origin", "https://inner.example"), ("Host", "inner.example")];
        Assert.Equal(403, (await world.Ask(HttpMethod.Post, "/city", forwarded)).Status);
        await using var behind = new BehindProxy();
        await behind.InitializeAsync();
        Assert.Equal(405, (await behind.Ask(HttpMethod.Post, "/city", forwarded)).Status);
    }

    private sealed class BehindProxy : NewspaperApp
    {
        protected override IReadOnlyDictionary<string, object> Settings => new Dictionary<string, object> { ["Hosting"] = new { KnownProxies = "10.0.0.0/8, 127.0.0.1" } };
    }
}

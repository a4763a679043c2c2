using Broadsheet.Tests.Reader;
using Broadsheet.Web.Components;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Hosting;

/// <summary>Headers that every answer carries, whatever it is.</summary>
[Trait("Category", "Database")]
public sealed class SecurityHeaderTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Every_kind_of_answer_carries_the_security_headers_and_none_sets_a_cookie()
    {
        var photo = await world.Take(1014);
        await world.Illustrate(await world.Publish(new("A photo with headers", "city")), photo);
        foreach (var (method, path, status) in new[]
        {
            (HttpMethod.Get, "/", 200), (HttpMethod.Get, World.CouncilStory, 200), (HttpMethod.Get, "/ko/city", 200), (HttpMethod.Get, "/feed", 200), (HttpMethod.Get, "/nowhere", 404),
            (HttpMethod.Get, "/en/city", 301), (HttpMethod.Get, Assets.Href("reader.css"), 200), (HttpMethod.Get, "/assets/none", 404), (HttpMethod.Get, $"/media/{photo.PublicId:N}/640.jpg", 200),
            (HttpMethod.Get, "/media/none/640.jpg", 404), (HttpMethod.Get, "/healthz", 200), (HttpMethod.Get, "/readyz", 200), (HttpMethod.Get, "/robots.txt", 200), (HttpMethod.Get, $"/qr{World.CouncilStory}.svg", 200),
            (HttpMethod.Post, "/city", 405), (HttpMethod.Head, "/", 200),
        })
        {
            var answer = await world.Ask(method, path);
            Assert.Equal((path, status), (path, answer.Status));
            Check(answer, path);
        }
    }

    [Fact]
    public async Task A_fault_carries_them_too()
    {
        await using var paper = new World();
        await paper.InitializeAsync();
        await paper.InDb(db => db.Database.ExecuteSqlRawAsync("DROP TABLE \"Listings\""));
        var answer = await paper.Ask("/archive");
        Assert.Equal(500, answer.Status);
        Check(answer, "a fault");
    }

    [Fact]
    public async Task The_policy_lets_nothing_run_that_is_not_a_file_of_the_house()
    {
        var policy = (await world.Ask("/")).Header("Content-Security-Policy")!;
        foreach (var part in new[] { "default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'" })
            Assert.Contains(part, policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", policy, StringComparison.Ordinal);
        foreach (var path in new[] { "/", World.CouncilStory, "/city", "/by/ok-da-hyun", "/2023/09", "/nowhere" })
        {
            var page = Visit.Parse((await world.Ask(path)).Text);
            Assert.Empty(page.QuerySelectorAll("style, [style], iframe, object, embed"));
            Assert.All(page.QuerySelectorAll("script"), s => Assert.True(s.HasAttribute("src") || s.GetAttribute("type") == "application/ld+json"));
            Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Strict_transport_is_asked_for_where_readers_come_by_https_and_only_there()
    {
        Assert.Null((await world.Ask("/")).Header("Strict-Transport-Security"));
        await using var paper = new HttpsPaper();
        await paper.InitializeAsync();
        foreach (var path in new[] { "/", "/nowhere", "/healthz", Assets.Href("reader.css") })
            Assert.StartsWith("max-age=31536000", (await paper.Ask(path)).Header("Strict-Transport-Security"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Absolute_addresses_come_from_the_settings_and_never_from_the_request()
    {
        foreach (var path in new[] { "/", World.CouncilStory, "/feed", "/city", "/nowhere", $"/qr{World.CouncilStory}.svg", "/en/city" })
        {
            var plain = await world.Ask(path);
            var evil = await world.Ask(path, ("Host", "evil.example"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Prefix", "/evil"), ("Forwarded", "host=evil.example;proto=https"));
            Assert.Equal(plain.Bytes, evil.Bytes);
            Assert.Equal((plain.Status, plain.Location), (evil.Status, evil.Location));
            Assert.DoesNotContain("evil", string.Join('\n', evil.Headers.SelectMany(h => h.Value)), StringComparison.Ordinal);
        }
    }

    private static void Check(Answer answer, string what)
    {
        Assert.Contains("frame-ancestors 'none'", answer.Header("Content-Security-Policy") ?? $"no policy on {what}", StringComparison.Ordinal);
        Assert.Equal((what, "nosniff"), (what, answer.Header("X-Content-Type-Options")));
        Assert.Equal((what, "DENY"), (what, answer.Header("X-Frame-Options")));
        Assert.Equal((what, "strict-origin-when-cross-origin"), (what, answer.Header("Referrer-Policy")));
        Assert.Contains("geolocation=()", answer.Header("Permissions-Policy") ?? $"no permissions on {what}", StringComparison.Ordinal);
        Assert.Null(answer.Header("Set-Cookie"));
        Assert.Null(answer.Header("Server"));
    }

    private sealed class HttpsPaper : NewspaperApp
    {
        protected override string BaseUrl => "https://paper.example";
    }
}

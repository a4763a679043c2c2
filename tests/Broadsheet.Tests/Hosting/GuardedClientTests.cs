using System.Net;
using Broadsheet.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Broadsheet.Tests.Hosting;

/// <summary>What outsiders name is fetched from the public Internet or not at all.</summary>
public sealed class GuardedClientTests : IAsyncLifetime
{
    private WebApplication _outside = null!;
    private string _address = "";
    private int _asked;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _outside = builder.Build();
        _outside.Run(async context =>
        {
            Interlocked.Increment(ref _asked);
            var path = context.Request.Path.Value!;
            if (path.StartsWith("/to/", StringComparison.Ordinal)) context.Response.Redirect(Uri.UnescapeDataString(path[4..]));
            else if (path == "/round") context.Response.Redirect("/round");
            else if (path == "/large") await context.Response.Body.WriteAsync(new byte[5000]);
            else if (path == "/gone") context.Response.StatusCode = 404;
            else await context.Response.WriteAsync("hello");
        });
        await _outside.StartAsync();
        _address = _outside.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    public async ValueTask DisposeAsync() => await _outside.DisposeAsync();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("0177.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:7f00:1]")]
    [InlineData("[64:ff9b::7f00:1]")]
    [InlineData("[::127.0.0.1]")]
    [InlineData("１２７.０.０.１")]
    [InlineData("169.254.169.254")]
    [InlineData("[fd00:ec2::254]")]
    [InlineData("[fe80::1]")]
    [InlineData("10.0.0.1")]
    [InlineData("172.16.5.4")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("[2002:7f00:1::]")]
    public async Task An_address_inside_is_never_asked(string host)
    {
        using var client = new GuardedClient(new FetchOptions());
        var port = new Uri(_address).Port;
        var e = await Assert.ThrowsAsync<FetchException>(() => client.Get(new Uri($"http://{host}:{port}/"), 1000, CancellationToken.None));
        Assert.True(e.IsRefused, e.Message);
        Assert.Equal(0, _asked);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://example.org/")]
    [InlineData("http://user:secret@example.org/")]
    public async Task What_is_not_a_plain_web_address_is_refused(string address)
    {
        using var client = new GuardedClient(new FetchOptions());
        var e = await Assert.ThrowsAsync<FetchException>(() => client.Get(new Uri(address), 1000, CancellationToken.None));
        Assert.True(e.IsRefused);
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.2:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    public async Task A_redirect_leads_nowhere_inside_either(string target)
    {
        using var client = Allowed();
        var to = string.Format(System.Globalization.CultureInfo.InvariantCulture, target, new Uri(_address).Port);
        var e = await Assert.ThrowsAsync<FetchException>(() => client.Get(new Uri($"{_address}/to/{Uri.EscapeDataString(to)}"), 1000, CancellationToken.None));
        Assert.True(e.IsRefused, e.Message);
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task An_address_that_is_allowed_is_fetched()
    {
        using var client = Allowed();
        var fetched = await client.Get(new Uri($"{_address}/to/%2Fhello"), 1000, CancellationToken.None);
        Assert.Equal((HttpStatusCode.OK, "/hello", "hello"), (fetched.Status, fetched.Address.AbsolutePath, System.Text.Encoding.UTF8.GetString(fetched.Body.Span)));
    }

    [Fact]
    public async Task A_status_is_an_answer()
    {
        using var client = Allowed();
        Assert.Equal(HttpStatusCode.NotFound, (await client.Get(new Uri($"{_address}/gone"), 0, CancellationToken.None)).Status);
    }

    [Fact]
    public async Task What_is_larger_than_wanted_is_not_taken()
    {
        using var client = Allowed();
        Assert.Contains("larger than 1000 bytes", (await Assert.ThrowsAsync<FetchException>(() => client.Get(new Uri($"{_address}/large"), 1000, CancellationToken.None))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirects_that_go_round_end()
    {
        using var client = Allowed();
        Assert.Contains("more than 5 times", (await Assert.ThrowsAsync<FetchException>(() => client.Get(new Uri($"{_address}/round"), 1000, CancellationToken.None))).Message, StringComparison.Ordinal);
        Assert.Equal(6, _asked);
    }

    [Theory]
    [InlineData("8.8.8.8", false)]
    [InlineData("2606:4700::1111", false)]
    [InlineData("64:ff9b::808:808", false)]
    [InlineData("64:ff9b::a00:1", true)]
    [InlineData("::ffff:10.0.0.1", true)]
    [InlineData("::", true)]
    [InlineData("fd12:3456::1", true)]
    public void Addresses_are_told_apart(string address, bool isInside) => Assert.Equal(isInside, InternalAddresses.Holds(IPAddress.Parse(address)));

    private static GuardedClient Allowed() => new(new FetchOptions { Allow = "127.0.0.1/32" });
}

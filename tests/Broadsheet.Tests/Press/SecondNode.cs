using System.Diagnostics;
using Broadsheet.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Broadsheet.Tests.Press;

/// <summary>Another node of a newspaper: the program once more, on the same database.</summary>
public sealed class SecondNode : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);
    private readonly WebApplication _site;
    private readonly HttpClient _http;

    private SecondNode(WebApplication site)
    {
        _site = site;
        var address = site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
#pragma warning disable RS0030 // A test is a reader: it asks the site on loopback and nobody else.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
#pragma warning restore RS0030
        _http.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    /// <summary>Starts one.</summary>
    public static async Task<SecondNode> Start(NewspaperApp first)
    {
        var site = WebSite.Build(first.Data, "http://127.0.0.1:0", services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(first.Clock));
            services.RemoveAll<ILoggerProvider>();
        });
        await site.StartAsync();
        return new(site);
    }

    /// <summary>Status and body of a path.</summary>
    public async Task<(int Status, string Text)> Ask(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Asks until the answer is as it should be.</summary>
    public async Task Until(string path, Func<int, string, bool> isSo)
    {
        var start = Stopwatch.GetTimestamp();
        while (await Ask(path) is var (status, text) && !isSo(status, text))
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Deadline, $"The other node did not answer {path} anew within twenty seconds; it says {status}.");
            await Task.Yield();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _site.StopAsync();
        await _site.DisposeAsync();
    }
}

using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Press;

/// <summary>What a post to the receiver was.</summary>
/// <param name="Keys">The keys of its header.</param>
/// <param name="Tags">The keys of its body.</param>
/// <param name="Secret">The header <c>X-Secret</c>.</param>
public sealed record Purge(string[] Keys, string[] Tags, string? Secret);

/// <summary>Stands in the place of a CDN's own interface: takes purges on a free port of loopback.</summary>
public sealed class PurgeReceiver : IAsyncDisposable
{
    private readonly WebApplication _site;

    private PurgeReceiver(WebApplication site) => _site = site;

    /// <summary>What was taken, in order.</summary>
    public ConcurrentQueue<Purge> Taken { get; } = [];

    /// <summary>What was refused.</summary>
    public int Refused { get; private set; }

    /// <summary>The status of each answer; 200 takes.</summary>
    public int Status { get; set; } = 200;

    /// <summary>Where it listens.</summary>
    public string Url => _site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/purge";

    /// <summary>Starts one.</summary>
    public static async Task<PurgeReceiver> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var receiver = new PurgeReceiver(builder.Build());
        receiver._site.Run(receiver.Take);
        await receiver._site.StartAsync();
        return receiver;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        context.Response.StatusCode = Status;
        if (Status is >= 300 and < 400) context.Response.Headers.Location = "/elsewhere";
        if (Status != 200)
        {
            Refused++;
            return;
        }
        Taken.Enqueue(new(
            context.Request.Headers["Surrogate-Key"].ToString().Split(' '),
            [.. body.RootElement.GetProperty("tags").EnumerateArray().Select(t => t.GetString()!)],
            context.Request.Headers["X-Secret"]));
    }
}

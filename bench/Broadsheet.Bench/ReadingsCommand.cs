using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Broadsheet.Web.Press;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Bench;

/// <summary>What counting a reading costs a page from memory: time and allocations, with a browser's headers as the server itself reads them.</summary>
internal static class ReadingsCommand
{
    private const int Times = 5_000_000;

    private const string Request =
        "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nsec-ch-ua: \"Chromium\";v=\"140\", \"Not=A?Brand\";v=\"24\"\r\nsec-ch-ua-mobile: ?0\r\nsec-ch-ua-platform: \"Windows\"\r\n"
        + "Upgrade-Insecure-Requests: 1\r\nUser-Agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36\r\n"
        + "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8\r\nSec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-User: ?1\r\n"
        + "Sec-Fetch-Dest: document\r\nAccept-Encoding: gzip, deflate, br, zstd\r\nAccept-Language: ko-KR,ko;q=0.9\r\n\r\n";

    /// <summary>Measures and prints, five rounds.</summary>
    internal static async Task Run()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var site = builder.Build();
        site.Run(context => context.Response.WriteAsync(Measure(context.Request)));
        await site.StartAsync();
        var at = new Uri(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        for (var round = 0; round < 5; round++)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(at.Host, at.Port);
            await using var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(Request));
            using var reader = new StreamReader(stream);
            var answer = await reader.ReadToEndAsync();
            Console.WriteLine(answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        }
    }

    private static string Measure(HttpRequest request)
    {
        var tally = new ReadingTally(new PressOptions());
        var count = tally.For(1)!;
        for (var i = 0; i < 100_000; i++) count.Note(request);
        var (start, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        for (var i = 0; i < Times; i++) count.Note(request);
        var (time, bytes) = (Stopwatch.GetElapsedTime(start), GC.GetAllocatedBytesForCurrentThread() - before);
        var counted = tally.Take().Sum(t => t.Readings);
        return string.Create(CultureInfo.InvariantCulture, $"{time.TotalNanoseconds / Times:0.0} ns and {(double)bytes / Times:0.###} bytes a reading; {counted} counted");
    }
}

using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Broadsheet.Tests.Press;

/// <summary>Connections that give or take next to nothing cost next to nothing, and end.</summary>
[Trait("Category", "Database")]
[Collection(nameof(Measured))]
public sealed class HostileConnectionTests(World world, ITestOutputHelper output) : IClassFixture<World>
{
    private readonly int _said = world.Log.Lines.Count;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Slow_senders_are_cut_off_and_slow_readers_take_no_room_while_pages_still_answer()
    {
        await world.Page("/");
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        // Asks for two hundred megabytes and takes none of them: no more than a buffer of them is made.
        using var reader = await Connect();
        await reader.GetStream().WriteAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("GET / HTTP/1.1\r\nHost: paper.example\r\n\r\n", 20_000))), TestContext.Current.CancellationToken);
        var slow = Task.WhenAll(
            Trickle("GET / HTTP/1.1\r\nHost: paper.example\r\nX-Slow: ", "a"),
            Trickle("POST /city HTTP/1.1\r\nHost: paper.example\r\nContent-Length: 100000\r\n\r\n", "a"),
            Trickle("POST /city HTTP/1.1\r\nHost: paper.example\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\na\r\n"));
        while (!slow.IsCompleted) await world.Page("/");
        await slow;
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - memory, long.MinValue, 16 * 1024 * 1024);
        Assert.DoesNotContain(world.Log.Lines.Skip(_said), l => l.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Two_thousand_idle_connections_cost_little_and_pages_still_answer()
    {
        await world.Page("/");
        const int Count = 2_000;
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var idle = new List<Socket>(Count);
        try
        {
            for (var i = 0; i < Count; i++)
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                idle.Add(socket);
                await socket.ConnectAsync(world.Address.Host, world.Address.Port, TestContext.Current.CancellationToken);
                // Every fourth has begun to ask for something.
                if (i % 4 == 0) await socket.SendAsync(Encoding.ASCII.GetBytes("GET /city HTTP/1.1\r\nHost: pap"), TestContext.Current.CancellationToken);
            }
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < 100; i++) await world.Page(i % 2 == 0 ? "/" : World.Column);
            var each = (GC.GetTotalMemory(forceFullCollection: true) - memory) / Count;
            output.WriteLine($"{each} bytes a connection, both ends; 100 pages in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
            Assert.InRange(each, long.MinValue, 24 * 1024);
        }
        finally
        {
            idle.ForEach(s => s.Dispose());
        }
        Assert.Equal(200, await world.Status("/"));
        Assert.DoesNotContain(world.Log.Lines.Skip(_said), l => l.Level >= LogLevel.Warning);
    }

    // Sends a beginning, then a little every half second, until the site hangs up.
    private async Task Trickle(string beginning, string more)
    {
        using var client = await Connect();
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning));
        var closed = ReadToEnd(stream);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        var start = Stopwatch.GetTimestamp();
        while (!closed.IsCompleted)
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Deadline, $"A slow sender was not cut off: {beginning}");
            await Task.WhenAny(closed, pace.WaitForNextTickAsync().AsTask());
            try
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(more));
            }
            catch (IOException)
            {
                break;
            }
        }
        output.WriteLine($"cut off after {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s: {beginning.Split('\r')[0]}");
    }

    private static async Task ReadToEnd(NetworkStream stream)
    {
        try
        {
            while (await stream.ReadAsync(new byte[4096]) > 0) { }
        }
        catch (IOException)
        {
            // Cut off without a word: that is an end too.
            return;
        }
    }

    private async Task<TcpClient> Connect()
    {
        var client = new TcpClient();
        await client.ConnectAsync(world.Address.Host, world.Address.Port);
        return client;
    }
}

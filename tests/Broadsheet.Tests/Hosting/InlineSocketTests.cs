using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Sockets;
using System.Text;
using Broadsheet.Web.Jobs;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Broadsheet.Tests.Hosting;

/// <summary>
/// With inline sockets pages from memory are served on the threads that listen; nothing slow may hold those. The runtime reads
/// its switch once, so the proof runs in a process of its own.
/// </summary>
[Trait("Category", "Database")]
public sealed class InlineSocketTests
{
    private const string Switch = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";
    private static readonly int Readers = 4 * Environment.ProcessorCount;

    [Theory]
    [InlineData(nameof(Pages_that_wait_for_the_database_hold_no_listening_thread))]
    [InlineData(nameof(Pages_that_wait_for_another_server_hold_no_listening_thread))]
    public async Task Slow_misses_never_delay_hits(string proof)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Broadsheet.Tests"), ["-noColor", "-noLogo", "-explicit", "only", "-method", $"*.{nameof(InlineSocketTests)}.{proof}"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment[Switch] = "1";
        start.Environment["Broadsheet__Press__InlineSockets"] = "true";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0 && output.Contains("Total: 1,", StringComparison.Ordinal), output);
    }

    [Fact(Explicit = true)]
    public Task Pages_that_wait_for_the_database_hold_no_listening_thread() => Prove("/slow/database");

    [Fact(Explicit = true)]
    public Task Pages_that_wait_for_another_server_hold_no_listening_thread() => Prove("/slow/call");

    [Fact]
    public void Every_job_of_ours_runs_in_the_workshop() =>
        Assert.All(typeof(Job).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IHostedService)) && t != typeof(Job)), t => Assert.True(t.IsAssignableTo(typeof(Job)), t.Name));

    // On a thread of its own, with sockets that block: what the reader sees does not depend on the pool of threads.
    private static Task Prove(string slow) => Task.Factory.StartNew(() => Read(slow).GetAwaiter().GetResult(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static async Task Read(string slow)
    {
        Assert.Equal("1", Environment.GetEnvironmentVariable(Switch));
        await using var paper = new SlowPaper();
        await paper.InitializeAsync();
        var threads = new HashSet<string>(StringComparer.Ordinal);
        using var meter = new MeterListener { InstrumentPublished = (i, m) => { if (i.Name == "broadsheet.press.hits") m.EnableMeasurementEvents(i); } };
        meter.SetMeasurementEventCallback<long>((_, _, _, _) => { lock (threads) threads.Add(Thread.CurrentThread.Name ?? ""); });
        var (quick, stuck) = (Open(paper), Open(paper));
        try
        {
            foreach (var reader in quick) Get(reader, "/quick");
            meter.Start();
            // A different page for each reader, or one drawing would serve them all.
            foreach (var (reader, i) in stuck.Select((r, i) => (r, i))) reader.Send(Request($"{slow}?before={1_694_000_000_000 + i}-1"));
            Assert.True(SpinWait.SpinUntil(() => paper.Held == stuck.Count, TimeSpan.FromSeconds(30)), $"{paper.Held} of {stuck.Count} pages are held");
            // Every listening thread has slow pages to its name by now. A hit that has to wait for one fails by its time limit.
            for (var round = 0; round < 50; round++)
                foreach (var reader in quick) Get(reader, "/quick");
            paper.LetGo();
            foreach (var reader in stuck) Answered(reader);
        }
        finally
        {
            foreach (var reader in quick.Concat(stuck)) reader.Dispose();
        }
        Assert.Equal(0, paper.Astray);
        Assert.Contains(".NET Sockets", threads);
    }

    private static List<Socket> Open(SlowPaper paper) => [.. Enumerable.Range(0, Readers).Select(_ =>
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 3000 };
        socket.Connect(paper.Address.Host, paper.Address.Port);
        return socket;
    })];

    private static void Get(Socket reader, string path)
    {
        reader.Send(Request(path));
        Answered(reader);
    }

    private static void Answered(Socket reader)
    {
        var buffer = new byte[4096];
        Assert.StartsWith("HTTP/1.1 200", Encoding.ASCII.GetString(buffer, 0, reader.Receive(buffer)), StringComparison.Ordinal);
    }

    private static byte[] Request(string path) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: paper.example\r\nAccept: text/html\r\n\r\n");
}

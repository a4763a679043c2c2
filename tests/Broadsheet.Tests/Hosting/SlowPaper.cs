using System.Net;
using System.Net.Sockets;
using Broadsheet.Core.Data;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Broadsheet.Tests.Hosting;

/// <summary>
/// A newspaper whose pages below <c>/slow</c> ask the database (<c>/slow/database</c>) or another server (<c>/slow/call</c>) and then
/// hold their thread until the test lets go; <c>/quick</c> is an ordinary page.
/// </summary>
internal sealed class SlowPaper : NewspaperApp
{
    private readonly TcpListener _other = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource _gate = new();
    private HttpClient _client = null!;
    private int _held;

    /// <summary>Pages that hold their thread at this moment.</summary>
    public int Held => Volatile.Read(ref _held);

    /// <summary>Pages that went on, after the database or the other server had answered, outside the workshop or on a thread of the sockets.</summary>
    public int Astray { get; private set; }

    /// <summary>Lets all pages go on.</summary>
    public void LetGo() => _gate.SetResult();

    public override async ValueTask InitializeAsync()
    {
        _other.Start(200);
        // A thread with sockets of its own: the answers don't depend on the thread pool that the pages may fill.
        new Thread(Answer) { IsBackground = true }.Start();
#pragma warning disable RS0030 // The other server is a socket of this test.
        _client = new HttpClient { BaseAddress = new Uri($"http://{_other.LocalEndpoint}") };
#pragma warning restore RS0030
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        _other.Stop();
        _client.Dispose();
        await base.DisposeAsync();
    }

    protected override void Configure(IServiceCollection services) => services.Replace(ServiceDescriptor.Scoped<FindPage>(s => async (address, _, ct) =>
    {
        if (address.Path == "slow/database")
        {
            await s.GetRequiredService<BroadsheetDb>().Database.ExecuteSqlRawAsync(TestDatabase.OnPostgres ? "SELECT pg_sleep(0.02)" : "SELECT 1", ct);
            Hold();
        }
        else if (address.Path == "slow/call")
        {
            await _client.GetByteArrayAsync(new Uri("/", UriKind.Relative), ct);
            Hold();
        }
        return new PublicPage.Ready("text/plain; charset=utf-8", "A page."u8.ToArray());
    }));

    private void Hold()
    {
        if (!Workshop.IsHere || Thread.CurrentThread.Name == ".NET Sockets") Astray++;
        Interlocked.Increment(ref _held);
        _gate.Task.Wait();
        Interlocked.Decrement(ref _held);
    }

    private void Answer()
    {
        try
        {
            while (true)
            {
                using var socket = _other.AcceptSocket();
                socket.Receive(new byte[4096]);
                socket.Send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"u8);
            }
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.Interrupted or SocketError.OperationAborted or SocketError.InvalidArgument)
        {
            return;
        }
    }
}

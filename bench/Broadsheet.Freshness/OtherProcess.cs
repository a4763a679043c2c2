using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Broadsheet.Freshness;

/// <summary>The program, started beside this one on the same database.</summary>
internal sealed class OtherProcess : IAsyncDisposable
{
    private readonly Process _process;

    private OtherProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it serves.</summary>
    public Uri Address { get; }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="program">Path of <c>broadsheet</c>.</param>
    /// <param name="data">Its data folder.</param>
    /// <param name="settings">The folder whose settings it takes.</param>
    public static async Task<OtherProcess> Start(string program, string data, string settings)
    {
        if (data != settings) File.Copy(Path.Combine(settings, "broadsheet.json"), Path.Combine(data, "broadsheet.json"));
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
        free.Stop();
        var process = Process.Start(new ProcessStartInfo(program, ["serve", "--data", data, "--urls", address.GetLeftPart(UriPartial.Authority)]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        process.BeginOutputReadLine();
#pragma warning disable RS0030 // A reader on loopback, and nobody else is asked.
        using var reader = new HttpClient { BaseAddress = address };
#pragma warning restore RS0030
        for (; ; await Task.Delay(100))
        {
            try
            {
                using var ready = await reader.GetAsync(new Uri("/readyz", UriKind.Relative));
                if (ready.IsSuccessStatusCode) return new(process, address);
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                continue;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}

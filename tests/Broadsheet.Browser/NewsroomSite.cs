using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Broadsheet.Browser;

/// <summary>A new newspaper as <c>broadsheet serve</c> makes it on an empty folder, at a name (passkeys need one).</summary>
public sealed class NewsroomSite : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("broadsheet-newsroom-").FullName;
    private readonly List<string> _output = [];
    private Process? _program;

    /// <summary>Where it is served.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The link that makes the first administrator, as the program printed it.</summary>
    public string SetUp => _output.Single(l => l.Contains("/newsroom/set-up?key=", StringComparison.Ordinal)).Split(' ')[^1];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            Address = $"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}";
        }
        var program = Path.Combine(AppContext.BaseDirectory.Replace("Broadsheet.Browser", "Broadsheet.Web", StringComparison.Ordinal), "broadsheet");
        var start = new ProcessStartInfo(program, ["serve", "--data", _data, "--urls", Address]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Broadsheet__Site__BaseUrl"] = Address;
        start.Environment["Broadsheet__Site__Name"] = "The Quay Gazette";
        start.Environment["Broadsheet__Staff__AttemptsPerMinute"] = "1000";
        var ready = new TaskCompletionSource();
        _program = new Process { StartInfo = start, EnableRaisingEvents = true };
        _program.OutputDataReceived += (_, e) => Told(e.Data, ready);
        _program.ErrorDataReceived += (_, e) => Told(e.Data, ready);
        _program.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("The program ended: " + string.Join('\n', _output)));
        _program.Start();
        _program.BeginOutputReadLine();
        _program.BeginErrorReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_program is { HasExited: false })
        {
            _program.EnableRaisingEvents = false;
            _program.Kill(entireProcessTree: true);
            await _program.WaitForExitAsync();
        }
        _program?.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private void Told(string? line, TaskCompletionSource ready)
    {
        if (line is null) return;
        lock (_output) _output.Add(line);
        if (line.Contains("Now listening", StringComparison.Ordinal)) ready.TrySetResult();
    }
}

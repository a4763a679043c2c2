using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Broadsheet.Browser.SampleSite))]

namespace Broadsheet.Browser;

/// <summary>The sample newspaper as <c>broadsheet demo</c> serves it, and a real Chromium to read it with. One of each for the whole run.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);
    private readonly string _data = Directory.CreateTempSubdirectory("broadsheet-browser-").FullName;
    private readonly List<string> _output = [];
    private Process? _program;
    private IPlaywright? _playwright;

    /// <summary>Where it is served.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The browser.</summary>
    public IBrowser Chromium { get; private set; } = null!;

    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder for screenshots and printed pages.</summary>
    public static string Pictures { get; } = Directory.CreateDirectory(Path.Combine(Root, "artifacts", "pictures")).FullName;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        var program = Path.Combine(AppContext.BaseDirectory.Replace("Broadsheet.Browser", "Broadsheet.Web", StringComparison.Ordinal), "broadsheet");
        var start = new ProcessStartInfo(program, ["demo", "--data", _data, "--urls", Address]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var ready = new TaskCompletionSource();
        _program = new Process { StartInfo = start, EnableRaisingEvents = true };
        _program.OutputDataReceived += (_, e) => Told(e.Data, ready);
        _program.ErrorDataReceived += (_, e) => Told(e.Data, ready);
        _program.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("The program ended: " + string.Join('\n', _output)));
        _program.Start();
        _program.BeginOutputReadLine();
        _program.BeginErrorReadLine();
        await ready.Task.WaitAsync(Deadline);
        _playwright = await Playwright.CreateAsync();
        Chromium = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("BROADSHEET_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A page of its own in a fresh profile; what goes wrong in it is collected.</summary>
    /// <param name="change">Size, theme, script, language.</param>
    public async Task<Reader> Open(Action<BrowserNewContextOptions>? change = null)
    {
        var options = new BrowserNewContextOptions { BaseURL = Address, ViewportSize = new() { Width = 1280, Height = 900 } };
        change?.Invoke(options);
        var context = await Chromium.NewContextAsync(options);
        return new Reader(context, await context.NewPageAsync());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Chromium is not null) await Chromium.DisposeAsync();
        _playwright?.Dispose();
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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Broadsheet.slnx"))) at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("Not inside the repository.");
    }
}

/// <summary>Somebody with a page open.</summary>
public sealed class Reader : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    internal Reader(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => { if (message.Type == "error") Faults.Add(message.Text); };
        page.PageError += (_, error) => Faults.Add(error);
        page.RequestFailed += (_, request) => Faults.Add($"{request.Url}: {request.Failure}");
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Errors of scripts, of the content security policy, of the network.</summary>
    public List<string> Faults { get; } = [];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}

using System.Diagnostics;

namespace Broadsheet.Tests.Commands;

/// <summary>The program as a process of its own.</summary>
internal sealed class Program : IAsyncDisposable
{
    private readonly Process _process;

    private Program(Process process) => _process = process;

    /// <summary>The identifier of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Starts <c>broadsheet</c> with arguments and settings in its environment.</summary>
    public static Program Start(IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "broadsheet.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Runs it to its end: exit code, output, errors.</summary>
    public static async Task<(int Exit, string Output, string Errors)> Run(IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        await using var program = Start(arguments, environment);
        var (output, errors) = (program._process.StandardOutput.ReadToEndAsync(), program._process.StandardError.ReadToEndAsync());
        await program.Ended();
        return (program._process.ExitCode, await output, await errors);
    }

    /// <summary>Reads its output up to a line that holds the words, and gives that line.</summary>
    public async Task<string> Line(string words)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var before = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Contains(words, StringComparison.Ordinal)) return line;
            before.Add(line);
        }
        throw new InvalidOperationException($"The program ended without '{words}': {string.Join('\n', before)}{await _process.StandardError.ReadToEndAsync(limit.Token)}");
    }

    /// <summary>Asks it to end, as a service manager does.</summary>
    public async Task Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])!;
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for its end, a minute at most, and gives the exit code.</summary>
    public async Task<int> Ended()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>Ends it where it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }
}

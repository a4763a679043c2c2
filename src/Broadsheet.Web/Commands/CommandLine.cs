using System.CommandLine;
using System.Data.Common;
using Broadsheet.Core.Data;
using Broadsheet.Core.Operations;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Commands;

/// <summary>What all commands share: the data folder, exit codes, errors on one line.</summary>
internal static class CommandLine
{
    /// <summary>Done.</summary>
    internal const int Ok = 0;

    /// <summary>Some of it failed, and was named.</summary>
    internal const int SomeFailed = 1;

    /// <summary>Wrong usage, settings or surroundings.</summary>
    internal const int Usage = 2;

    // Longer than the server waits for requests under way, which it ends by itself.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    /// <summary>Stopped from outside, as a shell counts an interrupt.</summary>
    internal const int Stopped = 130;

    /// <summary>The option <c>--data</c>.</summary>
    internal static Option<string> Data(string fallback = "data") => new("--data")
    {
        Description = "The folder of everything: database, media, keys",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("BROADSHEET_DATA") ?? fallback,
    };

    /// <summary>The option <c>--urls</c>.</summary>
    internal static Option<string> Urls() => new("--urls")
    {
        Description = "Where to listen, separated by semicolons",
        DefaultValueFactory = _ => "http://localhost:5080",
    };

    /// <summary>Runs a command line and gives the exit code.</summary>
    internal static async Task<int> Run(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync($"broadsheet: {error.Message}");
            await Console.Error.WriteLineAsync("broadsheet --help lists the commands.");
            return Usage;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Patience });
        }
        catch (Exception e) when (e is UsageException or DatabaseRefusedException or OperationRefusedException or InvalidDataException or IOException or DbException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"broadsheet: {e.Message.ReplaceLineEndings(" ")}");
            return Usage;
        }
        catch (Exception e) when (e is System.Data.Common.DbException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"broadsheet: {e.GetBaseException().Message.ReplaceLineEndings(" ")}");
            return Usage;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("broadsheet: stopped; what was reported is done, a second run does the rest.");
            return Stopped;
        }
    }
}

using Broadsheet.Core.Operations;
using Spectre.Console;

namespace Broadsheet.Web.Commands;

/// <summary>Shows how far an operation is: a bar on the terminal that standard error leads to, nothing elsewhere.</summary>
internal static class OperationProgress
{
    /// <summary>Runs an operation under a bar.</summary>
    internal static async Task<T> Under<T>(Func<IProgress<OperationStep>?, Task<T>> operation)
    {
        if (Console.IsErrorRedirected) return await operation(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(bar => operation(new Bar(bar.AddTask("Starting"))));
    }

    private sealed class Bar(ProgressTask task) : IProgress<OperationStep>
    {
        public void Report(OperationStep value)
        {
            task.Description = Markup.Escape(value.What);
            task.IsIndeterminate = value.Total == 0;
            task.MaxValue = Math.Max(value.Total, 1);
            task.Value = value.Done;
        }
    }
}

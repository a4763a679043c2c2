using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Tests;

/// <summary>Keeps what the program logs, so that a test can read it.</summary>
public sealed class LogSink : ILoggerProvider
{
    /// <summary>Lines with their level, in the order in which they came.</summary>
    public ConcurrentQueue<(LogLevel Level, string Line)> Lines { get; } = [];

    /// <summary>What went wrong: errors, and warnings. That an empty PostgreSQL database has no table of migrations yet is none.</summary>
    public IEnumerable<string> Problems => Lines.Where(l => l.Level >= LogLevel.Warning && !l.Line.Contains("__EFMigrationsHistory", StringComparison.Ordinal)).Select(l => l.Line);

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Sink(this, categoryName);

    /// <inheritdoc/>
    public void Dispose() => Lines.Clear();

    private sealed class Sink(LogSink all, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            all.Lines.Enqueue((logLevel, $"{category}: {formatter(state, exception)}{(exception is null ? "" : " " + exception)}"));
    }
}

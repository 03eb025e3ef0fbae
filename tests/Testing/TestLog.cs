using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Project06.Testing;

/// <summary>Keeps a host's warnings and errors, so that a failing test can say what the host knew.</summary>
public sealed class TestLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>Everything from warnings on, oldest first.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>The last lines, for messages of failing tests.</summary>
    public string Tail(int lines = 4) => string.Join('\n', _lines.TakeLast(lines));

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(_lines, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<string> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)}{(exception is null ? "" : "\n" + exception)}");
        }
    }
}

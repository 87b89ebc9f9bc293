using System;
using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Sqo.Qualification.DependencyInjection.Tests.Infrastructure;

/// <summary>Keeps what is logged; or throws, as a bad logger does.</summary>
internal sealed class LogSink(bool throws = false) : ILoggerFactory, ILogger
{
    public ConcurrentQueue<(string Category, LogLevel Level, EventId Event, string Message)> Entries { get; } = new();

    /// <summary>The exceptions that came with entries, in their order.</summary>
    public ConcurrentQueue<Exception> Causes { get; } = new();

    private string Category { get; set; } = "";

    public ILogger CreateLogger(string categoryName)
    {
        Category = categoryName;
        return this;
    }

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (throws) throw new InvalidOperationException("The log is full.");
        if (exception is not null) Causes.Enqueue(exception);
        Entries.Enqueue((Category, logLevel, eventId, formatter(state, exception)));
    }

    public void Dispose()
    {
    }
}

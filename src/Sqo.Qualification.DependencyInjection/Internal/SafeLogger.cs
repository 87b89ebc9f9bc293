using System;
using Microsoft.Extensions.Logging;

namespace Sqo.Qualification.Internal;

/// <summary>A logger that never throws.</summary>
internal sealed class SafeLogger(ILogger inner) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel)
    {
        try
        {
            return inner.IsEnabled(logLevel);
        }
        catch (Exception e) when (CriterionErrors.IsOfCriterion(e))
        {
            return false;
        }
    }

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        try
        {
            inner.Log(logLevel, eventId, state, exception, formatter);
        }
        catch (Exception e) when (CriterionErrors.IsOfCriterion(e))
        {
            // There is nobody left to report it to.
        }
    }
}

using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Sqo.Qualification.Internal;

/// <summary>Evaluates with the current profile, observed by listeners if there are any.</summary>
internal sealed class Qualifier<T>(LiveProfile<T> live, TimeProvider clock, Telemetry telemetry) : IQualifier<T>
{
    private readonly ErrorLog _errors = new(live.Name, telemetry.Logger);

    public QualificationProfile<T> Profile => live.Current;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Decision Decide(T item, Decision previous = default) => Decide(item, Now, previous);

    public Decision Decide(T item, DateTime asOf, Decision previous = default)
    {
        var profile = live.Current;
        if (telemetry.IsOn) return DecideObserved(profile, item, asOf, previous);
        var decision = profile.Decide(item, asOf, previous);
        if (decision.HasErrors) LogError(profile, item, asOf, previous.IsQualified);
        return decision;
    }

    public QualificationResult Explain(T item, Decision previous = default) => Explain(item, Now, previous);

    public QualificationResult Explain(T item, DateTime asOf, Decision previous = default)
    {
        var profile = live.Current;
        var run = telemetry.IsOn ? telemetry.Start(profile.Name, profile.Version, Telemetry.Operation.Explain) : default;
        QualificationResult result;
        try
        {
            result = profile.Explain(item, asOf, previous);
        }
        catch (Exception e)
        {
            run.Fail(e);
            throw;
        }

        var decision = result.Decision;
        run.Complete(profile, in decision);
        if (decision.HasErrors) LogError(profile, item, asOf, previous.IsQualified);
        return result;
    }

    public Decision[] DecideAll(IReadOnlyList<T> items, int degreeOfParallelism = 1, CancellationToken cancellationToken = default) =>
        DecideAll(items, Now, degreeOfParallelism, cancellationToken);

    public Decision[] DecideAll(
        IReadOnlyList<T> items, DateTime asOf, int degreeOfParallelism = 1, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(items);
        return Batch(items, null, asOf, degreeOfParallelism, cancellationToken);
    }

    public Decision[] DecideAll(
        IReadOnlyList<T> items,
        IReadOnlyList<Decision> previous,
        DateTime asOf,
        int degreeOfParallelism = 1,
        CancellationToken cancellationToken = default)
    {
        Guard.NotNull(items);
        Guard.NotNull(previous);
        return Batch(items, previous, asOf, degreeOfParallelism, cancellationToken);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Decision DecideObserved(QualificationProfile<T> profile, T item, DateTime asOf, Decision previous)
    {
        var run = telemetry.Start(profile.Name, profile.Version, Telemetry.Operation.Decide);
        Decision decision;
        try
        {
            decision = profile.Decide(item, asOf, previous);
        }
        catch (Exception e)
        {
            run.Fail(e);
            throw;
        }

        run.Complete(profile, in decision);
        if (decision.HasErrors) LogError(profile, item, asOf, previous.IsQualified);
        return decision;
    }

    private Decision[] Batch(
        IReadOnlyList<T> items, IReadOnlyList<Decision>? previous, DateTime asOf, int degreeOfParallelism,
        CancellationToken cancellationToken)
    {
        var profile = live.Current;
        var run = telemetry.IsOn ? telemetry.Start(profile.Name, profile.Version, Telemetry.Operation.DecideAll) : default;
        var decisions = new Decision[items.Count];
        try
        {
            if (previous is null) profile.DecideAll(items, decisions, asOf, degreeOfParallelism, cancellationToken);
            else profile.DecideAll(items, previous, decisions, asOf, degreeOfParallelism, cancellationToken);
        }
        catch (Exception e)
        {
            run.Fail(e);
            throw;
        }

        run.Complete(decisions);
        if (profile.ErrorHandling == ErrorHandling.AnswerUnknown
            && Array.FindIndex(decisions, decision => decision.HasErrors) is >= 0 and var row)
        {
            LogError(profile, items[row], asOf, previous is not null && previous[row].IsQualified);
        }

        return decisions;
    }

    /// <summary>Logs the exception of a decision. A decision stores no exception, so the opportunity is evaluated once more.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LogError(QualificationProfile<T> profile, T item, DateTime asOf, bool wasQualified)
    {
        if (!_errors.IsFirstOf(profile)) return;
        try
        {
            var again = profile.Stepwise(explains: false);
            again.Begin(item, asOf, wasQualified);
            if (again.FirstError is { } error) _errors.Write(error.Criterion, error.Cause);
            else _errors.Write("unknown", null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // It failed differently this time; the decision remains valid.
            _errors.Write("unknown", e);
        }
    }
}

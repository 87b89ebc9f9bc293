using System;

namespace Sqo.Qualification;

/// <summary>
/// Judges an opportunity step by step: first what the profile can answer itself, then the answers that come from outside, one after
/// another. It handles one opportunity at a time; without explanations it can be reused.
/// </summary>
internal sealed class StepwiseEvaluation<T>(EvaluationEngine<T> engine, bool explains)
{
    private readonly Evaluation _evaluation = new(engine.Rule, explains);
    private int? _row;

    /// <inheritdoc cref="Evaluation.FirstError"/>
    public (string Criterion, Exception Cause)? FirstError => _evaluation.FirstError;

    /// <summary>Asks all criteria that need no waiting.</summary>
    public void Begin(T item, DateTime asOf, bool wasQualified, int? row = null)
    {
        _row = row;
        _evaluation.Begin(asOf, wasQualified);
        engine.Ask(item, _evaluation, row);
    }

    /// <summary>The criteria of a mask that could still change the verdict.</summary>
    public ulong OpenAmong(ulong candidates) => _evaluation.OpenAmong(candidates);

    /// <summary>Adds an answer from outside.</summary>
    public void Take(int index, in CriterionReading reading)
    {
        _evaluation.Take(index, in reading, isReplayable: false, isLeftOut: false);
        _evaluation.Settle();
    }

    /// <summary>Handles an error in place of an answer from outside: an unknown answer or an exception, depending on the profile's error
    /// handling.</summary>
    /// <exception cref="CriterionEvaluationException">The profile handles errors by throwing.</exception>
    public void TakeError(int index, Exception error)
    {
        engine.Accept(index, _row, error);
        _evaluation.AddError(index, error);
        _evaluation.Take(index, new CriterionReading(Answer.Unknown), isReplayable: false, isLeftOut: false);
    }

    /// <summary>The decision from the current answers.</summary>
    public Decision Decide() => _evaluation.Decide();

    /// <summary>Returns everything that the decision is based on, to explain it; this object can't be used afterwards.</summary>
    public Evaluation Complete()
    {
        _evaluation.Complete();
        return _evaluation;
    }
}

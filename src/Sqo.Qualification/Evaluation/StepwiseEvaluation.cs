using System;

namespace Sqo.Qualification;

/// <summary>
/// Judges an opportunity step by step: first what the profile can answer itself, then the answers that come from outside, one after
/// another. Serves one judgment at a time; without explanations it can serve the next one too.
/// </summary>
internal sealed class StepwiseEvaluation<T>(EvaluationEngine<T> engine, bool explains)
{
    private readonly Evaluation _evaluation = new(engine.Rule, explains);
    private int? _row;

    /// <inheritdoc cref="Evaluation.FirstError"/>
    public (string Criterion, Exception Cause)? FirstError => _evaluation.FirstError;

    /// <summary>Asks all that can be asked without waiting.</summary>
    public void Begin(T item, DateTime asOf, bool wasQualified, int? row = null)
    {
        _row = row;
        _evaluation.Begin(asOf, wasQualified);
        engine.Ask(item, _evaluation, row);
        _evaluation.Settle();
    }

    /// <summary>Which of the criteria of a mask could still change the verdict.</summary>
    public ulong OpenAmong(ulong candidates) => _evaluation.OpenAmong(candidates);

    /// <summary>Takes an answer from outside.</summary>
    public void Take(int index, in CriterionReading reading)
    {
        _evaluation.Take(index, in reading, isReplayable: false, isLeftOut: false);
        _evaluation.Settle();
    }

    /// <summary>Takes the error that came instead of an answer from outside: an unknown answer, or an exception, as the profile handles
    /// errors.</summary>
    /// <exception cref="CriterionEvaluationException">The profile handles errors by throwing.</exception>
    public void TakeError(int index, Exception error)
    {
        engine.Accept(index, _row, error);
        _evaluation.AddError(index, error);
        _evaluation.Take(index, new CriterionReading(Answer.Unknown), isReplayable: false, isLeftOut: false);
    }

    /// <summary>The decision by the answers that are there.</summary>
    public Decision Decide() => _evaluation.Decide();

    /// <summary>All that the decision rests on, to explain it by; this object is then of no more use.</summary>
    public Evaluation Complete()
    {
        _evaluation.Complete();
        return _evaluation;
    }
}

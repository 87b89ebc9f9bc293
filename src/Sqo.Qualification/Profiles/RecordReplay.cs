using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Replays a recorded decision: the answers come from the record instead of the opportunity.</summary>
internal sealed class RecordReplay<T>
{
    private readonly ProfileIdentity _identity;
    private readonly EvaluationEngine<T> _engine;
    private readonly DecisionRecord _record;
    private readonly Dictionary<string, RecordedInput> _inputs = [];
    private readonly HashSet<string> _read = [];

    public RecordReplay(ProfileIdentity identity, EvaluationEngine<T> engine, DecisionRecord record)
    {
        _identity = identity;
        _engine = engine;
        _record = record;
        foreach (var input in record.Inputs)
        {
            if (_inputs.ContainsKey(input.CriterionId))
            {
                throw new ArgumentException(
                    $"The record has more than one input for the criterion \"{input.CriterionId}\".", nameof(record));
            }

            _inputs.Add(input.CriterionId, input);
        }
    }

    public QualificationResult Run()
    {
        var evaluation = new Evaluation(_engine.Rule, explains: true);
        evaluation.Begin(_record.AsOf, _record.WasQualified);
        var context = new EvaluationContext(_record.AsOf);
        Ask(evaluation, in context, isDependent: false);
        Ask(evaluation, in context, isDependent: true);
        evaluation.Complete();
        var result = new QualificationResult(_identity, evaluation);
        Check(result);
        return result;
    }

    /// <summary>In the order of the decision: criteria with a prerequisite come after it.</summary>
    private void Ask(Evaluation evaluation, in EvaluationContext context, bool isDependent)
    {
        foreach (var criterion in _engine.Criteria)
        {
            if (criterion.Criterion is { } condition && EvaluationEngine<T>.IsDependent(criterion) == isDependent) Ask(
                criterion, condition, in context, evaluation);
        }

        foreach (var criterion in _engine.Criteria)
        {
            if (!criterion.Decays || EvaluationEngine<T>.IsDependent(criterion) != isDependent) continue;
            var recorded = Recorded(criterion);
            evaluation.AddError(criterion.Info.Index, recorded.Error);
            evaluation.TakeDate(criterion.Info.Index, recorded.DecayDate, criterion.DecayAt(recorded.DecayDate, in context));
        }

        evaluation.Settle();
    }

    private void Ask(ProfileCriterion<T> criterion, Criterion<T> condition, in EvaluationContext context, Evaluation evaluation)
    {
        var recorded = Recorded(criterion);
        try
        {
            var isEmpty = recorded.Type is null && recorded.Answer is null;
            var isLeftOut = isEmpty && recorded.Error is null
                && (condition.IsAnsweredFromOutside || evaluation.IsInForce(criterion.Info) == false);
            var reading = isLeftOut || (isEmpty && recorded.Error is not null)
                ? new CriterionReading(Answer.Unknown)
                : condition.CanReplay ? condition.ReadRecorded(recorded, in context) : Shown(recorded);
            evaluation.AddError(criterion.Info.Index, recorded.Error);
            evaluation.Take(criterion.Info.Index, in reading, condition.CanReplay, isLeftOut);
        }
        catch (FormatException e)
        {
            throw new ArgumentException(
                $"The record's input for the criterion \"{criterion.Info.Id}\" does not fit the profile \"{_identity.Name}\": {e.Message}",
                    "record", e);
        }
    }

    private void Check(QualificationResult result)
    {
        if (_inputs.Count > _read.Count)
        {
            throw new ArgumentException(
                $"The record has inputs for criteria that the profile \"{_identity.Name}\" does not have.", "record");
        }

        if (result.Verdict == _record.Verdict && result.Decision.Score.Equals(_record.Score)) return;
        throw new ArgumentException(
            $"The record says {_record.Verdict} with a score of {InvariantText.Of(_record.Score)}, " +
            $"but its inputs lead to {result.Decision}: it was changed.",
            "record");
    }

    private RecordedInput Recorded(ProfileCriterion<T> criterion)
    {
        _read.Add(criterion.Info.Id);
        return _inputs.TryGetValue(criterion.Info.Id, out var input)
            ? input
            : throw new ArgumentException(
                $"The record has no input for the criterion \"{criterion.Info.Id}\" of the profile \"{_identity.Name}\".", "record");
    }

    private static CriterionReading Shown(RecordedInput recorded) => new(
        recorded.Answer ?? throw new FormatException("the answer is missing."),
        recorded.Type is null ? null : RecordedValue.Read(recorded.Type, recorded.Text, recorded.Texts),
        recorded.GapType is null ? null : RecordedValue.Read(recorded.GapType, recorded.GapText, null));
}

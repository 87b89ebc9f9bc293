using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Judges an opportunity and keeps all that the judgment rests on; or does so from a record.</summary>
internal sealed class Explainer<T>(ProfileIdentity identity, DecisionRule rule, FaultHandling handling, CompiledCriterion<T>[] compiled)
{
    public QualificationResult Explain(T item, in EvaluationContext context, bool wasQualified)
    {
        var evaluation = new StepwiseEvaluation<T>(identity, rule, handling, compiled, explains: true);
        evaluation.Begin(item, context.AsOf, wasQualified);
        return evaluation.Explain();
    }

    public QualificationResult Replay(DecisionRecord record)
    {
        var context = new EvaluationContext(record.AsOf);
        var byId = new Dictionary<string, RecordedInput>();
        var read = new HashSet<string>();
        foreach (var input in record.Inputs)
        {
            if (byId.ContainsKey(input.CriterionId))
            {
                throw new ArgumentException($"The record has more than one input for the criterion \"{input.CriterionId}\".", nameof(record));
            }

            byId.Add(input.CriterionId, input);
        }

        var sheet = new AnswerSheet(compiled.Length);
        var inputs = new CriterionInput[compiled.Length];
        ulong faulted = 0;
        Read(isConditional: false);
        if (rule.Layout.Conditions.Length > 0) Read(isConditional: true);
        var result = new QualificationResult(identity, record.WasQualified ? rule.Staying : rule, record.AsOf, sheet, inputs, faulted, record.WasQualified);
        if (byId.Count > read.Count)
        {
            throw new ArgumentException($"The record has inputs for criteria that the profile \"{identity.Name}\" has not.", nameof(record));
        }

        if (result.Verdict != record.Verdict || !result.Decision.Score.Equals(record.Score))
        {
            throw new ArgumentException(
                $"The record says {record.Verdict} with a score of {InvariantText.Of(record.Score)}, but its inputs lead to {result.Decision}: it was changed.", nameof(record));
        }

        return result;

        // First what always counts, then what counts under conditions.
        void Read(bool isConditional)
        {
            foreach (var criterion in compiled)
            {
                if (criterion.Criterion is { } test && criterion.Info.RootCondition is not null == isConditional) ReadTest(criterion, test);
            }

            RunLogic(sheet, inputs, isConditional);
            foreach (var criterion in compiled)
            {
                if (criterion.Info.RootCondition is not null == isConditional) ReadDecay(criterion);
            }
        }

        void ReadTest(CompiledCriterion<T> criterion, Criterion<T> test)
        {
            var index = criterion.Info.Index;
            var recorded = Recorded(criterion);
            try
            {
                var isEmpty = recorded.Type is null && recorded.Answer is null;
                var isLeftOut = isEmpty && recorded.Fault is null && (test.IsAnsweredFromOutside || sheet.IsInForce(criterion.Info) == false);
                var reading = isLeftOut || (isEmpty && recorded.Fault is not null)
                    ? new CriterionReading(Answer.Unknown)
                    : test.CanReplay ? test.ReadRecorded(recorded, in context) : Shown(recorded);
                sheet.Answers[index] = reading.Answer;
                inputs[index] = new CriterionInput(in reading, null, recorded.Fault, test.CanReplay, isLeftOut);
            }
            catch (FormatException e)
            {
                throw new ArgumentException($"The record's input for the criterion \"{criterion.Info.Id}\" does not fit the profile \"{identity.Name}\": {e.Message}", nameof(record), e);
            }
        }

        void ReadDecay(CompiledCriterion<T> criterion)
        {
            var index = criterion.Info.Index;
            if (criterion.DecayDate is not null)
            {
                var recorded = Recorded(criterion);
                inputs[index] = inputs[index].With(recorded.DecayDate, recorded.Fault);
                sheet.Decays[index] = Decays.Apply(ref sheet.Answers[index], recorded.DecayDate, criterion.Info, in context);
            }

            if (inputs[index].Fault is not null) faulted |= 1UL << index;
        }

        RecordedInput Recorded(CompiledCriterion<T> criterion)
        {
            read.Add(criterion.Info.Id);
            return byId.TryGetValue(criterion.Info.Id, out var input)
                ? input
                : throw new ArgumentException($"The record has no input for the criterion \"{criterion.Info.Id}\" of the profile \"{identity.Name}\".", nameof(record));
        }
    }

    private static CriterionReading Shown(RecordedInput recorded) => new(
        recorded.Answer ?? throw new FormatException("the answer is missing."),
        recorded.Type is null ? null : RecordedValue.Read(recorded.Type, recorded.Text, recorded.Texts),
        recorded.GapType is null ? null : RecordedValue.Read(recorded.GapType, recorded.GapText, null));

    private void RunLogic(AnswerSheet sheet, CriterionInput[] inputs, bool isConditional)
    {
        foreach (var step in isConditional ? rule.Layout.ConditionalLogic : rule.Layout.Logic) step.Run(sheet.Answers);
        foreach (var criterion in compiled)
        {
            if (criterion.Criterion is not null || criterion.Info.RootCondition is not null != isConditional) continue;
            var index = criterion.Info.Index;
            inputs[index] = new CriterionInput(new CriterionReading(sheet.Answers[index]), null, null, true);
        }
    }
}

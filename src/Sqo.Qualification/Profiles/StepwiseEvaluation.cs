using System;

namespace Sqo.Qualification;

/// <summary>
/// Judges an opportunity step by step: first what the profile can answer itself, then the answers that come from outside, one after
/// another. Serves one judgment at a time; without explanations it can serve the next one too.
/// </summary>
internal sealed class StepwiseEvaluation<T>
{
    private readonly ProfileIdentity _identity;
    private readonly DecisionRule _plainRule;
    private readonly FaultHandling _handling;
    private readonly CompiledCriterion<T>[] _compiled;
    private readonly AnswerSheet _sheet;

    // What the tests said, before combinations and decays: where each settling starts from.
    private readonly Answer[] _answers;
    private readonly DateTime?[] _decayDates;
    private readonly CriterionInput[]? _inputs;

    private DecisionRule _rule;
    private EvaluationContext _context;
    private ulong _faulted;
    private bool _wasQualified;
    private int? _row;

    public StepwiseEvaluation(ProfileIdentity identity, DecisionRule rule, FaultHandling handling, CompiledCriterion<T>[] compiled, bool explains)
    {
        _identity = identity;
        _plainRule = _rule = rule;
        _handling = handling;
        _compiled = compiled;
        _sheet = new AnswerSheet(compiled.Length);
        _answers = new Answer[compiled.Length];
        _decayDates = new DateTime?[compiled.Length];
        _inputs = explains ? new CriterionInput[compiled.Length] : null;
    }

    /// <summary>The first criterion that has failed since the beginning, where the profile does not throw.</summary>
    public (string Criterion, Exception Cause)? FirstFault { get; private set; }

    /// <summary>Asks all that can be asked without waiting.</summary>
    public void Begin(T item, DateTime asOf, bool wasQualified, int? row = null)
    {
        _context = new EvaluationContext(asOf);
        _rule = wasQualified ? _plainRule.Staying : _plainRule;
        _wasQualified = wasQualified;
        _row = row;
        _faulted = 0;
        FirstFault = null;
        AskAll(item, isConditional: false);
        Settle();
        if (_plainRule.Layout.Conditions.Length == 0) return;
        AskAll(item, isConditional: true);
        Settle();
    }

    /// <summary>Asks what always counts, or what counts under conditions, where these are not unmet.</summary>
    private void AskAll(T item, bool isConditional)
    {
        foreach (var criterion in _compiled)
        {
            if (criterion.Criterion is not { } test || criterion.Info.RootCondition is not null != isConditional) continue;
            if (_sheet.IsInForce(criterion.Info) != false) Ask(test, criterion.Info.Index, item);
            else LeaveOut(test, criterion.Info.Index);
        }

        foreach (var criterion in _compiled)
        {
            if (criterion.DecayDate is not { } selector || criterion.Info.RootCondition is not null != isConditional) continue;
            if (_sheet.IsInForce(criterion.Info) != false) Date(selector, criterion.Info.Index, item);
            else _decayDates[criterion.Info.Index] = null;
        }
    }

    private void LeaveOut(Criterion<T> test, int index)
    {
        _answers[index] = Answer.Unknown;
        if (_inputs is not { } inputs) return;
        inputs[index] = new CriterionInput(new CriterionReading(Answer.Unknown), null, null, test.CanReplay, isLeftOut: true);
    }

    /// <summary>Which of the criteria of a mask could still change the verdict.</summary>
    public ulong OpenAmong(ulong candidates) => _rule.OpenAmong(_sheet, candidates);

    /// <summary>Takes an answer from outside.</summary>
    public void Take(int index, in CriterionReading reading)
    {
        _answers[index] = reading.Answer;
        if (_inputs is { } inputs) inputs[index] = new CriterionInput(in reading, null, inputs[index].Fault, false);
        Settle();
    }

    /// <summary>Takes the fault that came instead of an answer from outside: an unknown answer, or an exception, as the profile handles faults.</summary>
    /// <exception cref="CriterionEvaluationException">The profile handles faults by throwing.</exception>
    public void TakeFault(int index, Exception fault)
    {
        Record(index, fault);
        if (_inputs is { } inputs) inputs[index] = new CriterionInput(new CriterionReading(Answer.Unknown), null, inputs[index].Fault, false);
    }

    /// <summary>The decision by the answers that are there.</summary>
    public Decision Decide() => _rule.Decide(_sheet, _faulted);

    /// <summary>The explanation by the answers that are there; it takes over what this object holds, which is then of no more use.</summary>
    public QualificationResult Explain()
    {
        var inputs = _inputs!;
        var combined = _answers;
        foreach (var step in _rule.Layout.Logic) step.Run(combined);
        foreach (var criterion in _compiled)
        {
            var index = criterion.Info.Index;
            if (criterion.Criterion is null) inputs[index] = new CriterionInput(new CriterionReading(combined[index]), null, inputs[index].Fault, true);
            if (criterion.DecayDate is not null) inputs[index] = inputs[index].With(_decayDates[index], inputs[index].Fault);
        }

        return new QualificationResult(_identity, _rule, _context.AsOf, _sheet, inputs, _faulted, _wasQualified);
    }

    private void Ask(Criterion<T> test, int index, T item)
    {
        var reading = new CriterionReading(Answer.Unknown);
        try
        {
            reading = _inputs is null ? new CriterionReading(test.Evaluate(item, in _context)) : test.Read(item, in _context);
        }
        catch (Exception e) when (Faults.IsOfCriterion(e))
        {
            Record(index, e);
        }

        _answers[index] = reading.Answer;
        if (_inputs is { } inputs) inputs[index] = new CriterionInput(in reading, null, inputs[index].Fault, test.CanReplay, test.IsAnsweredFromOutside);
    }

    private void Date(Func<T, DateTime?> selector, int index, T item)
    {
        _decayDates[index] = null;
        try
        {
            _decayDates[index] = selector(item);
        }
        catch (Exception e) when (Faults.IsOfCriterion(e))
        {
            Record(index, e);
        }
    }

    /// <summary>Throws, or keeps the fault: the first one of a criterion is the one that is shown.</summary>
    private void Record(int index, Exception fault)
    {
        if (_handling == FaultHandling.Throw) throw new CriterionEvaluationException(_identity.Name, _plainRule.Layout.All[index].Id, _row, fault);
        _faulted |= 1UL << index;
        FirstFault ??= (_plainRule.Layout.All[index].Id, fault);
        if (_inputs is not { } inputs || inputs[index].Fault is not null) return;
        inputs[index] = inputs[index].With(null, $"{fault.GetType().Name}: {fault.Message}");
    }

    private void Settle()
    {
        var answers = _sheet.Answers;
        Array.Copy(_answers, answers, _answers.Length);
        foreach (var step in _rule.Layout.Logic) step.Run(answers);
        foreach (var criterion in _compiled)
        {
            if (criterion.DecayDate is null) continue;
            var index = criterion.Info.Index;
            _sheet.Decays[index] = Decays.Apply(ref answers[index], _decayDates[index], criterion.Info, in _context);
        }

        if (_plainRule.Layout.Conditions.Length == 0) return;
        foreach (var criterion in _compiled)
        {
            // A condition that was answered from outside may have come after what counts under it.
            if (_sheet.IsInForce(criterion.Info) == false) answers[criterion.Info.Index] = Answer.Unknown;
        }
    }
}

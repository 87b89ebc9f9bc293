using System;

namespace Sqo.Qualification;

/// <summary>
/// The one way from an opportunity to a decision, for deciding, batches, explaining, stepwise asking, replay, answer tables and remedies:
/// ask the tests and the dates of decay, settle the answers, decide. What becomes of a fault is said here and nowhere else. Immutable.
/// </summary>
internal sealed class EvaluationEngine<T>
{
    private readonly string _profileName;

    // The tests alone, beside their indexes: what a decision runs through.
    private readonly Criterion<T>[] _tests;
    private readonly int[] _indexes;
    private readonly double[] _metFrom;
    private readonly CompiledCriterion<T>[] _decaying;

    // Whether every answer is final once its test has given it: no combination, no decay.
    private readonly bool _isPlain;

    public EvaluationEngine(string profileName, FaultHandling handling, DecisionRule rule, CompiledCriterion<T>[] criteria)
    {
        _profileName = profileName;
        Handling = handling;
        Rule = rule;
        Criteria = criteria;
        _isPlain = rule.Settler.IsIdle;
        _decaying = _isPlain ? [] : Array.FindAll(criteria, criterion => criterion.DecayDate is not null);
        var tests = _isPlain ? criteria : Array.FindAll(criteria, criterion => criterion.Criterion is not null);
        _tests = new Criterion<T>[tests.Length];
        _indexes = new int[tests.Length];
        _metFrom = new double[tests.Length];
        for (var i = 0; i < tests.Length; i++)
        {
            _tests[i] = tests[i].Criterion!;
            _indexes[i] = tests[i].Info.Index;
            _metFrom[i] = tests[i].Info.Settings.MetFrom;
        }
    }

    public DecisionRule Rule { get; }

    public FaultHandling Handling { get; }

    /// <summary>The criteria by their indexes.</summary>
    public CompiledCriterion<T>[] Criteria { get; }

    /// <summary>Decides about one opportunity, without an allocation.</summary>
    public Decision Decide(T item, in EvaluationContext context, DecisionRule rule)
    {
        var sheet = AnswerSheet.Rent();
        var faulted = Ask(item, in context, sheet, out var unmet, out var unknown);
        if (!_isPlain) Settle(sheet, out unmet, out unknown);
        var decision = rule.Decide(sheet, unmet, unknown, faulted);
        AnswerSheet.Return(sheet);
        return decision;
    }

    /// <summary>Asks everything, and keeps what each answer rests on where that is to be explained.</summary>
    public void Ask(T item, Evaluation evaluation, int? row)
    {
        var context = new EvaluationContext(evaluation.AsOf);
        foreach (var criterion in Criteria)
        {
            if (criterion.Criterion is not { } test) continue;
            var index = criterion.Info.Index;
            var reading = ReadingOf(criterion, item, in context, row, evaluation.Inputs is not null, out var fault);
            evaluation.AddFault(index, fault);
            evaluation.Take(index, in reading, test.CanReplay, test.IsAnsweredFromOutside);
        }

        foreach (var criterion in _decaying)
        {
            var index = criterion.Info.Index;
            var date = DateOf(criterion, item, row, out var fault);
            evaluation.AddFault(index, fault);
            evaluation.TakeDate(index, date, criterion.DecayAt(date, in context));
        }
    }

    /// <summary>Throws, unless the profile takes a fault for an unknown answer.</summary>
    /// <exception cref="CriterionEvaluationException">The profile handles faults by throwing.</exception>
    public void Accept(int index, int? row, Exception fault)
    {
        if (Handling == FaultHandling.Throw) throw FaultOf(index, row, fault);
    }

    public CriterionEvaluationException FaultOf(int index, int? row, Exception fault) =>
        new(_profileName, Rule.Layout.All[index].Id, row, fault);

    /// <summary>
    /// Fills in the answers of the tests and the decays. The masks say which tests are unmet and which unknown, the return value which
    /// criteria had a fault.
    /// </summary>
    private ulong Ask(T item, in EvaluationContext context, AnswerSheet sheet, out ulong unmet, out ulong unknown)
    {
        var at = 0;
        ulong faulted = 0;
        try
        {
            Test(item, in context, sheet, ref at, out unmet, out unknown);
            if (_decaying.Length == 0) return 0;
        }
        catch (Exception fault) when (Faults.IsOfCriterion(fault))
        {
            Accept(_indexes[at], null, fault);
            faulted = TestAfterFault(item, in context, sheet, at);
            Rule.Layout.MasksOf(sheet.Answers, out unmet, out unknown);
        }

        foreach (var criterion in _decaying)
        {
            var index = criterion.Info.Index;
            sheet.Decays[index] = criterion.DecayAt(DateOf(criterion, item, null, out var fault), in context);
            if (fault is not null) faulted |= 1UL << index;
        }

        return faulted;
    }

    /// <summary>The answer of a test, with the value it was read from where that is asked for; unknown after a fault.</summary>
    public CriterionReading ReadingOf(CompiledCriterion<T> criterion, T item, in EvaluationContext context, int? row, bool explains, out Exception? fault)
    {
        fault = null;
        try
        {
            return explains ? criterion.Criterion!.Read(item, in context) : new CriterionReading(criterion.Criterion!.Evaluate(item, in context));
        }
        catch (Exception thrown) when (Faults.IsOfCriterion(thrown))
        {
            Accept(criterion.Info.Index, row, thrown);
            fault = thrown;
            return new CriterionReading(Answer.Unknown);
        }
    }

    /// <summary>The date by which points decay; none after a fault.</summary>
    public DateTime? DateOf(CompiledCriterion<T> criterion, T item, int? row, out Exception? fault)
    {
        fault = null;
        try
        {
            return criterion.DecayDate!(item);
        }
        catch (Exception thrown) when (Faults.IsOfCriterion(thrown))
        {
            Accept(criterion.Info.Index, row, thrown);
            fault = thrown;
            return null;
        }
    }

    /// <summary>Asks again what faults may be in, in the order of a single decision.</summary>
    /// <exception cref="CriterionEvaluationException">The profile handles faults by throwing, and there is one.</exception>
    public void AskAgain(ulong criteria, T item, in EvaluationContext context, int row)
    {
        foreach (var criterion in Criteria)
        {
            if (criterion.Criterion is not null && (criteria & (1UL << criterion.Info.Index)) != 0) ReadingOf(criterion, item, in context, row, false, out _);
        }

        foreach (var criterion in Criteria)
        {
            if (criterion.DecayDate is not null && (criteria & (1UL << criterion.Info.Index)) != 0) DateOf(criterion, item, row, out _);
        }
    }

    private void Settle(AnswerSheet sheet, out ulong unmet, out ulong unknown)
    {
        Rule.Settler.Combine(sheet);
        Rule.Settler.Decay(sheet);
        Rule.Layout.MasksOf(sheet.Answers, out unmet, out unknown);
    }

    /// <summary>The tests alone, one after the other, with <paramref name="at"/> telling how far they have come.</summary>
    private void Test(T item, in EvaluationContext context, AnswerSheet sheet, ref int at, out ulong unmet, out ulong unknown)
    {
        ulong unmetBits = 0;
        ulong unknownBits = 0;
        var tests = _tests;
        var indexes = _indexes;
        var metFrom = _metFrom;
        var answers = sheet.Answers;
        for (var i = 0; i < tests.Length; i++)
        {
            at = i;
            var answer = tests[i].Evaluate(item, in context);
            answers[indexes[i]] = answer;
            // As the layout does it, while the answer is at hand.
            unmetBits |= (answer.Raw < metFrom[i] ? 1UL : 0) << i;
            unknownBits |= (double.IsNaN(answer.Raw) ? 1UL : 0) << i;
        }

        unmet = unmetBits;
        unknown = unknownBits;
    }

    /// <summary>Goes on after the test that had a fault, each for itself.</summary>
    private ulong TestAfterFault(T item, in EvaluationContext context, AnswerSheet sheet, int at)
    {
        var faulted = 1UL << _indexes[at];
        sheet.Answers[_indexes[at]] = Answer.Unknown;
        for (var i = at + 1; i < _tests.Length; i++)
        {
            var index = _indexes[i];
            sheet.Answers[index] = ReadingOf(Criteria[index], item, in context, null, explains: false, out var fault).Answer;
            if (fault is not null) faulted |= 1UL << index;
        }

        return faulted;
    }
}

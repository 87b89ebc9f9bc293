using System;
using System.Runtime.CompilerServices;

namespace Sqo.Qualification;

/// <summary>
/// The one way from an opportunity to a decision, for deciding, batches, explaining, stepwise asking, replay, answer tables and remedies:
/// ask the tests and the dates of decay, settle the answers, decide. What becomes of a fault is said here and nowhere else. Immutable.
/// </summary>
internal sealed class EvaluationEngine<T>
{
    private readonly string _profileName;

    // What a decision runs through: the tests alone, with what is needed of each in one place.
    private readonly Test[] _tests;
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
        _tests = new Test[tests.Length];
        for (var i = 0; i < tests.Length; i++) _tests[i] = new Test(tests[i]);
    }

    public DecisionRule Rule { get; }

    public FaultHandling Handling { get; }

    /// <summary>The criteria by their indexes.</summary>
    public CompiledCriterion<T>[] Criteria { get; }

    /// <summary>Decides about one opportunity, without an allocation.</summary>
    public Decision Decide(T item, in EvaluationContext context, DecisionRule rule)
    {
        var sheet = AnswerSheet.Rent();
        var unmet = Ask(item, in context, sheet);
        if (!_isPlain || sheet.Faulted != 0) unmet = Settle(item, in context, sheet);
        var unknown = sheet.Unknown;
        if (rule.Grades is not null)
        {
            var decision = rule.Decide(sheet, unmet, unknown, sheet.Faulted);
            AnswerSheet.Return(sheet);
            return decision;
        }

        var range = rule.Strategy.Score(sheet);
        var verdict = rule.VerdictOf(in range, unmet, unknown, sheet);
        AnswerSheet.Return(sheet);
        // Made last, so that it is made in its place: to copy 48 bytes that were only just written takes longer than to write them.
        return new Decision(verdict, in range, unmet, unknown, rule.Layout.CompletenessOf(unknown), sheet.Faulted != 0);
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

    /// <summary>
    /// Asks the tests; gives what is unmet, and leaves on the sheet what is unknown and what had a fault. Apart from what comes before and
    /// after, and from the loop itself: beside a handler, locals live in memory instead of registers.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Ask(T item, in EvaluationContext context, AnswerSheet sheet)
    {
        try
        {
            sheet.Faulted = 0;
            return AskTests(item, in context, sheet);
        }
        catch (Exception fault) when (Faults.IsOfCriterion(fault))
        {
            return AskAfterFault(item, in context, sheet, fault);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong AskTests(T item, in EvaluationContext context, AnswerSheet sheet)
    {
        ulong unmet = 0;
        ulong unknown = 0;
        var tests = _tests;
        for (var i = 0; i < tests.Length; i++)
        {
            sheet.Asked = i;
            ref readonly var test = ref tests[i];
            var answer = test.Criterion.Evaluate(item, in context);
            sheet.Answers[test.Index] = answer;
            // As the layout does it, while the answer is at hand.
            unmet |= (answer.Raw < test.MetFrom ? 1UL : 0) << test.Index;
            unknown |= (double.IsNaN(answer.Raw) ? 1UL : 0) << test.Index;
        }

        sheet.Unknown = unknown;
        return unmet;
    }

    /// <summary>Goes on after the test that had a fault, each for itself. What is unmet and unknown is found once the answers are settled.</summary>
    private ulong AskAfterFault(T item, in EvaluationContext context, AnswerSheet sheet, Exception first)
    {
        var at = sheet.Asked;
        var index = _tests[at].Index;
        Accept(index, null, first);
        sheet.Faulted = 1UL << index;
        sheet.Answers[index] = Answer.Unknown;
        for (var i = at + 1; i < _tests.Length; i++)
        {
            index = _tests[i].Index;
            sheet.Answers[index] = ReadingOf(Criteria[index], item, in context, null, explains: false, out var fault).Answer;
            if (fault is not null) sheet.Faulted |= 1UL << index;
        }

        return 0;
    }

    /// <summary>Asks the dates of decay, and makes the answers of the tests final; gives what is unmet, and leaves the rest on the sheet.</summary>
    private ulong Settle(T item, in EvaluationContext context, AnswerSheet sheet)
    {
        foreach (var criterion in _decaying)
        {
            var index = criterion.Info.Index;
            sheet.Decays[index] = criterion.DecayAt(DateOf(criterion, item, null, out var fault), in context);
            if (fault is not null) sheet.Faulted |= 1UL << index;
        }

        Rule.Settler.Combine(sheet);
        Rule.Settler.Decay(sheet);
        Rule.Layout.MasksOf(sheet.Answers, out var unmet, out sheet.Unknown);
        return unmet;
    }

    private readonly struct Test(CompiledCriterion<T> criterion)
    {
        public readonly Criterion<T> Criterion = criterion.Criterion!;
        public readonly double MetFrom = criterion.Info.MetFrom;
        public readonly int Index = criterion.Info.Index;
    }
}

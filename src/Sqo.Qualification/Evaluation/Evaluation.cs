using System;

namespace Sqo.Qualification;

/// <summary>
/// What one opportunity was asked and what came of it. Answers are taken one by one; once it is complete and given to a result, it changes
/// no more.
/// </summary>
internal sealed class Evaluation
{
    private readonly DecisionRule _plainRule;

    // What the conditions said and the dates gave, with combinations but before a missing date took anything: where settling starts from.
    private readonly AnswerSheet _asked;
    private readonly AnswerSheet _settled;

    private string?[]? _errors;

    /// <param name="rule">The rule for an opportunity that was not qualified before.</param>
    /// <param name="explains">Whether to keep what each answer rests on.</param>
    public Evaluation(DecisionRule rule, bool explains)
    {
        Rule = _plainRule = rule;
        var count = rule.Layout.All.Length;
        _asked = new AnswerSheet(count, isScored: false);
        _settled = new AnswerSheet(count);
        Inputs = explains ? new CriterionInput[count] : null;
    }

    public DecisionRule Rule { get; private set; }

    public DateTime AsOf { get; private set; }

    public bool WasQualified { get; private set; }

    public ulong Failed { get; private set; }

    /// <summary>The first criterion that has failed since the beginning, where that is taken for an unknown answer.</summary>
    public (string Criterion, Exception Cause)? FirstError { get; private set; }

    /// <summary>What each answer rests on; <see langword="null"/> where nothing is to be explained.</summary>
    public CriterionInput[]? Inputs { get; }

    /// <summary>Starts on an opportunity.</summary>
    public void Begin(DateTime asOf, bool wasQualified)
    {
        AsOf = asOf;
        WasQualified = wasQualified;
        Rule = wasQualified ? _plainRule.Staying : _plainRule;
        Failed = 0;
        FirstError = null;
    }

    /// <summary>Keeps an error that is taken for an unknown answer, if there is one.</summary>
    public void AddError(int index, Exception? error)
    {
        if (error is null) return;
        FirstError ??= (Rule.Layout.All[index].Id, error);
        AddError(index, Inputs is null ? "" : $"{error.GetType().Name}: {error.Message}");
    }

    /// <summary>The same as a record tells it: the first error of a criterion is the one that is shown.</summary>
    public void AddError(int index, string? error)
    {
        if (error is null) return;
        Failed |= 1UL << index;
        if (Inputs is not null) (_errors ??= new string?[Inputs.Length])[index] ??= error;
    }

    /// <summary>Takes the answer of a condition, with what it rests on.</summary>
    public void Take(int index, in CriterionReading reading, bool isReplayable, bool isLeftOut)
    {
        _asked.Answers[index] = reading.Answer;
        if (Inputs is { } inputs) inputs[index] = new CriterionInput(
            in reading, inputs[index].DecayDate, _errors?[index], isReplayable, isLeftOut);
    }

    /// <summary>Takes the date by which points decay, and by how much they have.</summary>
    public void TakeDate(int index, DateTime? date, double decay)
    {
        _asked.Decays[index] = decay;
        if (Inputs is { } inputs) inputs[index] = inputs[index].With(date, _errors?[index]);
    }

    /// <summary>Makes the answers final that are there.</summary>
    public void Settle()
    {
        Rule.Settler.Combine(_asked);
        _settled.CopyFrom(_asked, Rule.Layout.All.Length);
        Rule.Settler.Withdraw(_settled);
    }

    /// <summary>Writes down what combinations rest on, once nothing more is asked.</summary>
    public void Complete()
    {
        foreach (var criterion in Rule.Layout.All)
        {
            if (criterion.Kind == CriterionKind.Condition) continue;
            var index = criterion.Index;
            Inputs![index] = new CriterionInput(
                new CriterionReading(_asked.Answers[index]), Inputs[index].DecayDate, _errors?[index], true);
        }
    }

    /// <summary>The decision by the answers that are there.</summary>
    public Decision Decide() => Rule.Decide(_settled, Failed);

    /// <summary>Which of the criteria of a mask could still change the verdict.</summary>
    public ulong OpenAmong(ulong candidates) => Rule.OpenAmong(_settled, candidates);

    public Answer AnswerOf(int index) => _settled.Answers[index];

    public double DecayOf(int index) => _settled.Decays[index];

    /// <summary>Whether a criterion counts, by the answers that are final; <see langword="null"/> while its prerequisite is
    /// unknown.</summary>
    public bool? IsInForce(CriterionInfo criterion) => _settled.IsInForce(criterion);

    /// <summary>The final answers, on a sheet of the caller's own: strategies use a sheet as scratch.</summary>
    public AnswerSheet Answers()
    {
        var sheet = new AnswerSheet(Rule.Layout.All.Length);
        sheet.CopyFrom(_settled, Rule.Layout.All.Length);
        return sheet;
    }

    /// <summary>Copies what was asked, for somebody who turns some of it and settles anew.</summary>
    public void CopyAskedTo(AnswerSheet sheet) => sheet.CopyFrom(_asked, Rule.Layout.All.Length);

    /// <summary>The answer as the criterion gave it, before a missing date took it away.</summary>
    public Answer AskedAnswerOf(int index) => _asked.Answers[index];

    /// <summary>The decay by the date alone; NaN where that is missing or lies after <c>asOf</c>.</summary>
    public double AskedDecayOf(int index) => _asked.Decays[index];
}

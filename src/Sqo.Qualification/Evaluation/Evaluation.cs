using System;

namespace Sqo.Qualification;

/// <summary>
/// The evaluation of one opportunity: its answers and their inputs. Answers are added one by one; after it is complete and passed to a
/// result, it does not change.
/// </summary>
internal sealed class Evaluation
{
    private readonly DecisionRule _plainRule;

    // The answers and decays with combinations, before a missing date makes any of them unknown: settling starts from these.
    private readonly AnswerSheet _asked;
    private readonly AnswerSheet _settled;

    private string?[]? _errors;

    /// <param name="rule">The rule for an opportunity that was not qualified before.</param>
    /// <param name="explains">Whether to keep what each answer is based on.</param>
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

    /// <summary>The first criterion that failed, if an error counts as an unknown answer.</summary>
    public (string Criterion, Exception Cause)? FirstError { get; private set; }

    /// <summary>What each answer is based on; <see langword="null"/> if nothing is explained.</summary>
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

    /// <summary>Keeps an error that counts as an unknown answer, if there is one.</summary>
    public void AddError(int index, Exception? error)
    {
        if (error is null) return;
        FirstError ??= (Rule.Layout.All[index].Id, error);
        AddError(index, Inputs is null ? "" : $"{error.GetType().Name}: {error.Message}");
    }

    /// <summary>Keeps the text of an error: only the first error of a criterion is shown.</summary>
    public void AddError(int index, string? error)
    {
        if (error is null) return;
        Failed |= 1UL << index;
        if (Inputs is not null) (_errors ??= new string?[Inputs.Length])[index] ??= error;
    }

    /// <summary>Adds the answer of a condition, with what it is based on.</summary>
    public void Take(int index, in CriterionReading reading, bool isReplayable, bool isLeftOut)
    {
        _asked.Answers[index] = reading.Answer;
        if (Inputs is { } inputs) inputs[index] = new CriterionInput(
            in reading, inputs[index].DecayDate, _errors?[index], isReplayable, isLeftOut);
    }

    /// <summary>Adds the date by which points decay, and their decay factor.</summary>
    public void TakeDate(int index, DateTime? date, double decay)
    {
        _asked.Decays[index] = decay;
        if (Inputs is { } inputs) inputs[index] = inputs[index].With(date, _errors?[index]);
    }

    /// <summary>Makes the current answers final.</summary>
    public void Settle()
    {
        Rule.Settler.Combine(_asked);
        _settled.CopyFrom(_asked, Rule.Layout.All.Length);
        Rule.Settler.Withdraw(_settled);
    }

    /// <summary>Records what combinations are based on, after everything is asked.</summary>
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

    /// <summary>The decision from the current answers.</summary>
    public Decision Decide() => Rule.Decide(_settled, Failed);

    /// <summary>The criteria of a mask that could still change the verdict.</summary>
    public ulong OpenAmong(ulong candidates) => Rule.OpenAmong(_settled, candidates);

    public Answer AnswerOf(int index) => _settled.Answers[index];

    public double DecayOf(int index) => _settled.Decays[index];

    /// <summary>Whether a criterion counts, by the final answers; <see langword="null"/> while its prerequisite is
    /// unknown.</summary>
    public bool? IsInForce(CriterionInfo criterion) => _settled.IsInForce(criterion);

    /// <summary>The final answers, on a new sheet: strategies use a sheet as scratch memory.</summary>
    public AnswerSheet Answers()
    {
        var sheet = new AnswerSheet(Rule.Layout.All.Length);
        sheet.CopyFrom(_settled, Rule.Layout.All.Length);
        return sheet;
    }

    /// <summary>Copies the answers as asked, for a caller that turns some of them and settles again.</summary>
    public void CopyAskedTo(AnswerSheet sheet) => sheet.CopyFrom(_asked, Rule.Layout.All.Length);

    /// <summary>The answer as the criterion gave it, before a missing date made it unknown.</summary>
    public Answer AskedAnswerOf(int index) => _asked.Answers[index];

    /// <summary>The decay by the date alone; NaN if that is missing or after <c>asOf</c>.</summary>
    public double AskedDecayOf(int index) => _asked.Decays[index];
}

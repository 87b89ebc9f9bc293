using System;

namespace Sqo.Qualification;

/// <summary>What an explanation says of one criterion. Immutable.</summary>
public sealed class CriterionResult
{
    private readonly QualificationResult _result;

    internal CriterionResult(
        QualificationResult result, CriterionInfo criterion, Answer answer, double decay, bool? isInForce, in CriterionInput input)
    {
        _result = result;
        Criterion = criterion;
        Answer = answer;
        Input = input;
        IsInForce = isInForce;
        if (criterion.DecayHalfLifeDays is null) return;
        IsUndated = answer.IsKnown && double.IsNaN(decay);
        if (answer.IsKnown && !IsUndated) Decay = decay;
    }

    /// <summary>What the profile declares of the criterion.</summary>
    public CriterionInfo Criterion { get; }

    /// <summary>The id, as in <see cref="Criterion"/>.</summary>
    public string Id => Criterion.Id;

    /// <summary>
    /// Whether the criterion counts: one with a <see cref="CriterionInfo.Prerequisite"/> does where that is met. One that does not is not asked, and
    /// its answer is unknown.
    /// </summary>
    /// <value><see langword="null"/> while the prerequisite is unknown: the score then leaves it out, and the range has both cases.</value>
    public bool? IsInForce { get; }

    /// <summary>The answer.</summary>
    public Answer Answer { get; }

    /// <summary>Met, unmet or unknown.</summary>
    public AnswerState State => Answer.StateFrom(Criterion.MetFrom);

    /// <summary>The value read from the opportunity; <see langword="null"/> when it is missing or there is none to show.</summary>
    public object? Actual => Input.Actual;

    /// <summary>What is asked for: of this opportunity, where that depends on its stage.</summary>
    public Requirement Required => Input.Required ?? Criterion.Requirement;

    /// <summary>
    /// How much the value lacks of the target, in its own unit; 0 when nothing is lacking, <see langword="null"/> where no
    /// distance makes sense or the value is missing.
    /// </summary>
    public object? Gap => Input.Gap;

    /// <summary>The date by which the points decay, or <see langword="null"/>.</summary>
    public DateTime? DecayDate => Input.DecayDate;

    /// <summary>
    /// By how much the points have decayed, from 0 to 1: 2^(-age / half-life). <see langword="null"/> when the criterion does
    /// not decay, its answer is unknown, or the date is.
    /// </summary>
    public double? Decay { get; }

    /// <summary>Weight x value x decay, on the scale of the weights, or the points of its bin; 0 when unknown or not in force.</summary>
    public double Contribution =>
        Answer.IsKnown && !IsUndated && IsInForce == true ? Criterion.PointsAtZero + (Criterion.Weight * Answer.Raw * (Decay ?? 1)) : 0;

    /// <summary>The points on the scale of the score, in hundredths, as in its line of <see cref="QualificationResult.Lines"/>.</summary>
    public decimal Points => _result.PointsOf(Criterion);

    /// <summary>What went wrong in the code of the criterion, if the profile takes that for an unknown answer.</summary>
    /// <value><see langword="null"/> when nothing did.</value>
    public string? Error => Input.Error;

    /// <summary>
    /// Whether the criterion was asked. One whose answer comes from outside, such as an asynchronous one, is not asked when the verdict does
    /// not hang on it, and one whose prerequisite is unmet is not asked at all; the answer is then unknown.
    /// </summary>
    /// <value><see langword="true"/> for every other criterion.</value>
    public bool WasAsked => !Input.IsLeftOut;

    /// <summary>Whether a gate's points are unknown for want of the date by which they decay.</summary>
    internal bool IsUndated { get; }

    internal CriterionInput Input { get; }
}

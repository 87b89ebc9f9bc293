using System;

namespace Sqo.Qualification;

/// <summary>The result of one criterion in an explanation. Immutable.</summary>
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

    /// <summary>The criterion as the profile declares it.</summary>
    public CriterionInfo Criterion { get; }

    /// <summary>The id, as in <see cref="Criterion"/>.</summary>
    public string Id => Criterion.Id;

    /// <summary>
    /// Whether the criterion counts: one with a <see cref="CriterionInfo.Prerequisite"/> counts only if that is met. A criterion that
    /// does not count is not asked, and its answer is unknown.
    /// </summary>
    /// <value><see langword="null"/> while the prerequisite is unknown: the score leaves it out, and the range covers both cases.</value>
    public bool? IsInForce { get; }

    /// <summary>The answer.</summary>
    public Answer Answer { get; }

    /// <summary>Met, unmet or unknown.</summary>
    public AnswerState State => Answer.StateFrom(Criterion.MetFrom);

    /// <summary>The value read from the opportunity; <see langword="null"/> when it is missing or there is none to show.</summary>
    public object? Actual => Input.Actual;

    /// <summary>What the criterion requires of this opportunity, which can depend on its stage.</summary>
    public Requirement Required => Input.Required ?? Criterion.Requirement;

    /// <summary>
    /// The distance from the value to the target, in the value's unit; 0 when the target is reached, <see langword="null"/> if no
    /// distance makes sense or the value is missing.
    /// </summary>
    public object? Gap => Input.Gap;

    /// <summary>The date by which the points decay, or <see langword="null"/>.</summary>
    public DateTime? DecayDate => Input.DecayDate;

    /// <summary>
    /// The decay factor of the points, from 0 to 1: 2^(-age / half-life). <see langword="null"/> when the criterion does
    /// not decay, or its answer or the date is unknown.
    /// </summary>
    public double? Decay { get; }

    /// <summary>Weight x value x decay, on the scale of the weights, or the points of its bin; 0 when unknown or not counted.</summary>
    public double Contribution =>
        Answer.IsKnown && !IsUndated && IsInForce == true ? Criterion.PointsAtZero + (Criterion.Weight * Answer.Raw * (Decay ?? 1)) : 0;

    /// <summary>The points on the scale of the score, in hundredths, as in its line of <see cref="QualificationResult.Lines"/>.</summary>
    public decimal Points => _result.PointsOf(Criterion);

    /// <summary>The error in the code of the criterion, if an error counts as an unknown answer in the profile.</summary>
    /// <value><see langword="null"/> when there was no error.</value>
    public string? Error => Input.Error;

    /// <summary>
    /// Whether the criterion was asked. One whose answer comes from outside, such as an asynchronous one, is not asked when the verdict
    /// does not depend on it, and one whose prerequisite is unmet is never asked; the answer is then unknown.
    /// </summary>
    /// <value><see langword="true"/> for every other criterion.</value>
    public bool WasAsked => !Input.IsLeftOut;

    /// <summary>Whether a gate's points are unknown because the date by which they decay is missing.</summary>
    internal bool IsUndated { get; }

    internal CriterionInput Input { get; }
}

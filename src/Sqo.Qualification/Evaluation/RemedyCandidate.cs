namespace Sqo.Qualification;

/// <summary>A criterion that could be turned, with its target value and the requirement for display.</summary>
internal readonly record struct RemedyCandidate(CriterionInfo Criterion, double Target, RemedyKind Kind)
{
    /// <summary>What its value must be, and no more than needed; <see langword="null"/> if its condition can't describe it.</summary>
    public Requirement? Shown { get; init; }

    public double Effort => Criterion.Effort;
}

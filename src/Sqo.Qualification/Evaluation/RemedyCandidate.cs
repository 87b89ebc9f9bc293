namespace Sqo.Qualification;

/// <summary>A criterion that could be turned: to which value, and what that is for people.</summary>
internal readonly record struct RemedyCandidate(CriterionInfo Criterion, double Target, RemedyKind Kind)
{
    /// <summary>What the value behind it has to be, no further than it takes; <see langword="null"/> where its condition can't say.</summary>
    public Requirement? Shown { get; init; }

    public double Effort => Criterion.Effort;
}

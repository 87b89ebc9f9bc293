namespace Sqo.Qualification;

/// <summary>A criterion that could be turned: to which value, and what that is for people.</summary>
internal readonly struct RemedyCandidate(CriterionInfo criterion, double target, RemedyKind kind)
{
    public CriterionInfo Criterion { get; } = criterion;

    public double Target { get; } = target;

    public RemedyKind Kind { get; } = kind;

    public double Effort => Criterion.Effort;
}

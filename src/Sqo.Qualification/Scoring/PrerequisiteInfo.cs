using System;

namespace Sqo.Qualification;

/// <summary>A criterion that is the prerequisite of others, with those. Immutable.</summary>
internal sealed class PrerequisiteInfo
{
    /// <summary>The most prerequisites of a profile: a range looks at every case of those that are unknown, which are twice as many with
    /// each.</summary>
    public const int Most = 8;

    public readonly CriterionInfo Criterion;

    /// <summary>What counts only where it is met, and what that is made of, as a mask.</summary>
    public readonly ulong Dependents;

    // What its own points can be where it is met, and where it is not.
    private readonly PointRange _met;
    private readonly PointRange _unmet;

    public PrerequisiteInfo(CriterionInfo criterion, ulong dependents)
    {
        Criterion = criterion;
        Dependents = dependents;
        var far = criterion.Weight * criterion.HighestValue;
        var edge = criterion.IsGraded ? criterion.Weight * Math.Min(criterion.MetFrom, criterion.HighestValue) : far;
        _met = PointRange.Between(criterion.DecayHalfLifeDays is null ? edge : 0, far);
        _unmet = PointRange.Between(0, criterion.IsGraded ? edge : 0);
    }

    /// <summary>What its own points can be if it is met, or is not, while its answer is unknown.</summary>
    public PointRange PointsIf(bool isMet) => isMet ? _met : _unmet;

    public readonly struct PointRange
    {
        public readonly double Least;
        public readonly double Greatest;

        private PointRange(double least, double greatest)
        {
            Least = least;
            Greatest = greatest;
        }

        public static PointRange Between(double one, double other) => new(Math.Min(one, other), Math.Max(one, other));
    }
}

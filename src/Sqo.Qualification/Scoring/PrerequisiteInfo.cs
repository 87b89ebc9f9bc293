using System;

namespace Sqo.Qualification;

/// <summary>A criterion that is the prerequisite of others, with these others. Immutable.</summary>
internal sealed class PrerequisiteInfo
{
    /// <summary>The most prerequisites that a profile can have: a range looks at every case of the unknown ones, and each doubles the
    /// number of cases.</summary>
    public const int Most = 8;

    public readonly CriterionInfo Criterion;

    /// <summary>The criteria that count only if it is met, and their parts, as a mask.</summary>
    public readonly ulong Dependents;

    // The range of its own points if it is met, and if it is not.
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

    /// <summary>The range of its own points if it is met, or is not, while its answer is unknown.</summary>
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

namespace Sqo.Qualification;

/// <summary>How the answers of a criterion have moved. Immutable.</summary>
public sealed class CriterionDrift
{
    internal CriterionDrift(CriterionInfo criterion, PopulationStability stability, RateDifference unknown, double pValue)
    {
        Criterion = criterion;
        Stability = stability;
        Unknown = unknown;
        PValue = pValue;
    }

    /// <summary>The criterion.</summary>
    public CriterionInfo Criterion { get; }

    /// <summary>The index over its answers: met, unmet, unknown, and not in force.</summary>
    public PopulationStability Stability { get; }

    /// <summary>The share of unknown answers now minus that before.</summary>
    public RateDifference Unknown { get; }

    /// <summary>
    /// The chance of such a difference in unknown answers without a change, adjusted for the number of criteria (Benjamini and Hochberg
    /// 1995).
    /// </summary>
    public double PValue { get; }

    /// <summary>Whether unknown answers have become more frequent: the difference is above 0, <see cref="PValue"/> at most 0.05.</summary>
    public bool UnknownsGrow => Unknown.Value > 0 && PValue <= 0.05;

    /// <summary>The id and the index, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Criterion.Id}: {Stability}";
}

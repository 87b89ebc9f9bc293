namespace Sqo.Qualification;

/// <summary>The threshold that costs the least on given outcomes. Immutable.</summary>
public sealed class ThresholdChoice
{
    internal ThresholdChoice(ConfusionCounts counts, double cost)
    {
        Counts = counts;
        Cost = cost;
    }

    /// <summary>The lowest score to take; <see langword="null"/> if it is cheapest to take none.</summary>
    public double? Threshold => Counts.Threshold;

    /// <summary>The outcomes at the threshold.</summary>
    public ConfusionCounts Counts { get; }

    /// <summary>The total cost of its errors: false positives and false negatives, each times its cost.</summary>
    public double Cost { get; }
}

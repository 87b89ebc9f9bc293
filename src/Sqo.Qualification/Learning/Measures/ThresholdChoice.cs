namespace Sqo.Qualification;

/// <summary>The threshold that costs least on given outcomes. Immutable.</summary>
public sealed class ThresholdChoice
{
    internal ThresholdChoice(ConfusionCounts counts, double cost)
    {
        Counts = counts;
        Cost = cost;
    }

    /// <summary>The least score to take; <see langword="null"/> when it is cheapest to take none.</summary>
    public double? Threshold => Counts.Threshold;

    /// <summary>What the threshold makes of the outcomes.</summary>
    public ConfusionCounts Counts { get; }

    /// <summary>What its errors cost together: false positives and false negatives, each times its cost.</summary>
    public double Cost { get; }
}

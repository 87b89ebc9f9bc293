using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The outcomes of closed deals at a threshold: a deal is taken if its score is at the threshold or above. Immutable.</summary>
public sealed class ConfusionCounts
{
    internal ConfusionCounts(double? threshold, int truePositives, int falsePositives, int falseNegatives, int trueNegatives)
    {
        Threshold = threshold;
        TruePositives = truePositives;
        FalsePositives = falsePositives;
        FalseNegatives = falseNegatives;
        TrueNegatives = trueNegatives;
    }

    /// <summary>The lowest score that is taken; <see langword="null"/> if none is taken.</summary>
    public double? Threshold { get; }

    /// <summary>Taken and won.</summary>
    public int TruePositives { get; }

    /// <summary>Taken and lost.</summary>
    public int FalsePositives { get; }

    /// <summary>Not taken and won.</summary>
    public int FalseNegatives { get; }

    /// <summary>Not taken and lost.</summary>
    public int TrueNegatives { get; }

    /// <summary>TP / (TP + FP): of those taken, the share that was won. 0 of 0 if none was taken.</summary>
    public ObservedRate Precision => new(TruePositives, (long)TruePositives + FalsePositives);

    /// <summary>TP / (TP + FN): of those won, the share that was taken. 0 of 0 if none was won.</summary>
    public ObservedRate Recall => new(TruePositives, (long)TruePositives + FalseNegatives);

    /// <summary>
    /// The harmonic mean of precision and recall, 2 TP / (2 TP + FP + FN), from 0 to 1; <see langword="null"/> if one of the two is
    /// undefined.
    /// </summary>
    public double? F1 => Precision.Trials == 0 || Recall.Trials == 0
        ? null
        : 2.0 * TruePositives / ((2.0 * TruePositives) + FalsePositives + FalseNegatives);

    /// <summary>The threshold and the four counts, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{(Threshold is { } threshold ? "from " + InvariantText.Of(threshold) : "none")}: " +
        $"TP {InvariantText.Of((long)TruePositives)}, FP {InvariantText.Of((long)FalsePositives)}, " +
        $"FN {InvariantText.Of((long)FalseNegatives)}, TN {InvariantText.Of((long)TrueNegatives)}";
}

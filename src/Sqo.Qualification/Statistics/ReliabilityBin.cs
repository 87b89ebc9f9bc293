using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The deals of a bin of a reliability table: what was predicted and what was observed. Immutable.</summary>
public sealed class ReliabilityBin
{
    internal ReliabilityBin(double lowest, double highest, double meanPredicted, ObservedRate observed)
    {
        Lowest = lowest;
        Highest = highest;
        MeanPredicted = meanPredicted;
        Observed = observed;
    }

    /// <summary>The lowest probability in the bin.</summary>
    public double Lowest { get; }

    /// <summary>The highest probability in the bin.</summary>
    public double Highest { get; }

    /// <summary>The number of deals.</summary>
    public long Count => Observed.Trials;

    /// <summary>The mean of their probabilities.</summary>
    public double MeanPredicted { get; }

    /// <summary>How many of them were won, with the Wilson interval.</summary>
    public ObservedRate Observed { get; }

    /// <summary>"predicted 0.25, observed 12 of 40", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"predicted {InvariantText.Of(MeanPredicted)}, observed {Observed}";
}

using System;

namespace Sqo.Qualification;

/// <summary>The closed deals of a period: what was predicted and what was observed. Immutable.</summary>
public sealed class ReliabilityPeriod
{
    internal ReliabilityPeriod(DateTime from, DateTime to, ProbabilityMeasures measures, double meanPredicted, int minimum)
    {
        From = from;
        To = to;
        Measures = measures;
        MeanPredicted = meanPredicted;
        IsWithheld = measures.Ranking.Count < minimum;
    }

    /// <summary>The earliest date of its deals.</summary>
    public DateTime From { get; }

    /// <summary>The latest date of its deals.</summary>
    public DateTime To { get; }

    /// <summary>The measures of the probabilities, with the reliability table.</summary>
    public ProbabilityMeasures Measures { get; }

    /// <summary>The mean of the probabilities.</summary>
    public double MeanPredicted { get; }

    /// <summary>The deals that were won, with Wilson's interval.</summary>
    public ObservedRate Observed => Measures.Ranking.BaseRate;

    /// <summary>Whether there are fewer deals than the minimum, so that <see cref="IsOff"/> is not judged.</summary>
    public bool IsWithheld { get; }

    /// <summary>
    /// Whether the mean of the probabilities lies outside of Wilson's 95 % interval of the observed rate; <see langword="null"/> with
    /// fewer deals than the minimum.
    /// </summary>
    public bool? IsOff => IsWithheld ? null : !Observed.Interval()!.Value.Contains(MeanPredicted);

    /// <summary>"predicted 0.25, observed 12 of 40", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"predicted {Internal.InvariantText.Of(MeanPredicted)}, observed {Observed}";
}

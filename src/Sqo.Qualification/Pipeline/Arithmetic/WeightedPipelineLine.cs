using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The weighted pipeline of the whole, a segment or a period. Immutable.</summary>
public sealed class WeightedPipelineLine
{
    private readonly List<Opportunity> _unweighted = [];

    internal WeightedPipelineLine(string? segment, ForecastPeriod? period = null)
    {
        Segment = segment;
        Period = period;
    }

    /// <summary>The segment; <see langword="null"/> for the whole, and for opportunities whose segment is unknown.</summary>
    public string? Segment { get; }

    /// <summary>The period; <see langword="null"/> if the line is not for a period.</summary>
    public ForecastPeriod? Period { get; }

    /// <summary>How many opportunities are weighted.</summary>
    public int Count { get; private set; }

    /// <summary>The sum of their amounts.</summary>
    public decimal Amount { get; private set; }

    /// <summary>The weighted pipeline, the sum of amount x probability: their expected value.</summary>
    public double Weighted { get; private set; }

    /// <summary>The variance if each is won or lost independently of the others: the sum of amount^2 x p x (1 - p).</summary>
    public double Variance { get; private set; }

    /// <summary>The square root of <see cref="Variance"/>. Deals of one period are not independent, so the true value is greater.</summary>
    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>Open opportunities whose amount or probability is unknown: they are not weighted, and not counted as 0.</summary>
    public IReadOnlyList<Opportunity> Unweighted => _unweighted.AsReadOnly();

    /// <summary>How many of those lack the amount.</summary>
    public int UnknownAmounts { get; private set; }

    /// <summary>How many of those lack the probability; some may lack both.</summary>
    public int UnknownProbabilities { get; private set; }

    /// <summary>The segment or period, and the weighted pipeline, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{Period?.ToString() ?? Segment ?? "all"}: {InvariantText.Of(Weighted)} of {InvariantText.Of(Amount)}";

    internal void Add(Opportunity opportunity, decimal? amount, double probability)
    {
        if (amount is { } value && !double.IsNaN(probability))
        {
            var estimate = (double)value;
            Count++;
            Amount += value;
            Weighted += estimate * probability;
            Variance += estimate * estimate * probability * (1 - probability);
            return;
        }

        _unweighted.Add(opportunity);
        if (amount is null) UnknownAmounts++;
        if (double.IsNaN(probability)) UnknownProbabilities++;
    }
}

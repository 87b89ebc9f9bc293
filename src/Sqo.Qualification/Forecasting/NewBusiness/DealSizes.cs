using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>What won deals of each segment brought: the sizes that new business is expected to have.</summary>
internal sealed class DealSizes
{
    private readonly Dictionary<decimal, double>[] _bySegment;
    private readonly double[] _sums;
    private readonly long[] _counts;

    public DealSizes(ForecastInput input, DealSegments segments)
    {
        // The last one is that of all segments, for one that never won a deal.
        _bySegment = new Dictionary<decimal, double>[segments.Names.Count + 1];
        _sums = new double[_bySegment.Length];
        _counts = new long[_bySegment.Length];
        var known = input.Deals.CreatedBy(input.Today);
        double estimated = 0, realized = 0;
        for (var i = 0; i < known; i++)
        {
            if (!input.Deals.IsWon[i] || !input.Deals.IsClosedBy(i, input.Today) || double.IsNaN(input.Deals.Value[i])) continue;
            Add(segments.Of[i], input.Deals.Value[i]);
            Add(_bySegment.Length - 1, input.Deals.Value[i]);
            if (double.IsNaN(input.Deals.Estimate[i])) continue;
            estimated += input.Deals.Estimate[i];
            realized += input.Deals.Value[i];
        }

        if (estimated > 0) Realization = realized / estimated;
    }

    /// <summary>What won deals brought over what they were thought to be worth while they were open.</summary>
    public double Realization { get; } = 1;

    public double MeanOf(int segment) => _counts[Place(segment)] == 0 ? 0 : _sums[Place(segment)] / _counts[Place(segment)];

    public (IReadOnlyList<decimal> Amounts, IReadOnlyList<double> Weights) Of(int segment)
    {
        if (_bySegment[Place(segment)] is not { } sizes) return ([], []);
        decimal[] amounts = [.. sizes.Keys];
        Array.Sort(amounts);
        return (amounts, Array.ConvertAll(amounts, amount => sizes[amount]));
    }

    private int Place(int segment) => segment < _bySegment.Length && _counts[segment] > 0 ? segment : _bySegment.Length - 1;

    private void Add(int segment, double value)
    {
        var sizes = _bySegment[segment] ??= [];
        var amount = (decimal)value;
        sizes[amount] = sizes.TryGetValue(amount, out var count) ? count + 1 : 1;
        _sums[segment] += value;
        _counts[segment]++;
    }
}

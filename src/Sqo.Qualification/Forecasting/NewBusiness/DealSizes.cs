using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>The sizes of won deals of each segment: the expected sizes of new business.</summary>
internal sealed class DealSizes
{
    // The number of deals that the whole counts as, next to those of a segment, and that estimates count as, next to won deals; few deals
    // determine no ratio.
    private const double SegmentStrength = 5;
    private const double SizeStrength = 3;
    private const double RatioStrength = 3;
    private const int Plenty = 100;
    private const int Quantiles = 10;

    private readonly List<double> _estimates;
    private readonly Dictionary<decimal, double>[] _bySegment;
    private readonly DealAmounts?[] _amounts;
    private readonly double[] _sums;
    private readonly long[] _counts;
    private readonly (decimal[] Amounts, double[] Weights) _all;

    public DealSizes(ForecastInput input, SegmentIndex segments)
    {
        // The last one is that of all segments, for a segment without won deals.
        _bySegment = new Dictionary<decimal, double>[segments.Names.Count + 1];
        _sums = new double[_bySegment.Length];
        _counts = new long[_bySegment.Length];
        _estimates = [];
        var known = input.Deals.CreatedBy(input.Today);
        double estimated = 0, realized = 0, all = 0, squares = 0;
        for (var i = 0; i < known; i++)
        {
            var estimate = input.Deals.Estimate[i];
            if (!double.IsNaN(estimate))
            {
                _estimates.Add(estimate);
                all += estimate;
            }

            var value = input.Deals.Value[i];
            if (!input.Deals.IsWon[i] || !input.Deals.IsClosedBy(i, input.Today) || double.IsNaN(value)) continue;
            Add(segments.Of[i], value);
            Add(_bySegment.Length - 1, value);
            squares += value * value;
            if (double.IsNaN(estimate)) continue;
            estimated += estimate;
            realized += value;
        }

        var usual = _estimates.Count > 0 ? all / _estimates.Count : (double)(input.Options.Prior.Amount ?? 0);
        if (estimated > 0) Realization = (realized + (RatioStrength * usual)) / (estimated + (RatioStrength * usual));
        var last = _bySegment.Length - 1;
        _amounts = new DealAmounts?[_bySegment.Length];
        // With plenty of won deals, only these are used.
        _all = Beside(last, _counts[last] < Plenty ? Thought(input.Options.Prior.Amount) : ([], []), SizeStrength);
        if (_all.Amounts.Length > 0) _amounts[last] = new(_all.Amounts, _all.Weights);
        if (Mean <= 0) return;
        var count = _counts[last];
        var spread = count > 1 ? Math.Max(0, (squares / count) - (_sums[last] / count * (_sums[last] / count))) / (Mean * Mean) : 0;
        // The spread of few deals is unreliable: it is combined with that of an exponential amount, whose standard deviation is its mean.
        RelativeVariance = ((count * spread) + SizeStrength) / (count + SizeStrength) / (count + SizeStrength);
    }

    /// <summary>The amounts of a won deal of any segment; <see langword="null"/> if no amount is known.</summary>
    public DealAmounts? OfAll => _amounts[_amounts.Length - 1];

    /// <summary>The mean of all segments; 0 if no amount is known.</summary>
    public double Mean => OfAll?.Mean ?? 0;

    /// <summary>The variance of the mean size divided by its square, from the limited number of won deals.</summary>
    public double RelativeVariance { get; }

    /// <summary>The amount of won deals divided by their estimates while they were open.</summary>
    public double Realization { get; } = 1;

    /// <summary>
    /// The amounts of a won deal of a segment: those of its own won deals, combined, if there are few, with those of all segments and
    /// with estimates. Called only if an amount is known.
    /// </summary>
    public DealAmounts Of(int segment)
    {
        var place = Place(segment);
        if (_amounts[place] is { } known) return known;
        var (amounts, weights) = Beside(place, _all, SegmentStrength);
        return _amounts[place] = new(amounts, weights);
    }

    /// <summary>A segment's own sizes combined with others, which fade as it has more, so that one more deal changes little.</summary>
    private (decimal[] Amounts, double[] Weights) Beside(int place, (decimal[] Amounts, double[] Weights) others, double strength)
    {
        var own = _bySegment[place] ?? [];
        decimal[] amounts = [.. own.Keys];
        double[] weights = [.. own.Values];
        Array.Sort(amounts, weights);
        var share = Math.Max(0, 1 - (_counts[place] / (double)Plenty));
        if (share == 0) return (amounts, weights);
        double all = 0;
        foreach (var weight in others.Weights) all += weight;
        var sizes = new List<decimal>(amounts.Length + others.Amounts.Length);
        var counts = new List<double>(sizes.Capacity);
        int i = 0, j = 0;
        while (i < amounts.Length || j < others.Amounts.Length)
        {
            var order = j == others.Amounts.Length ? -1 : i == amounts.Length ? 1 : amounts[i].CompareTo(others.Amounts[j]);
            sizes.Add(order <= 0 ? amounts[i] : others.Amounts[j]);
            var count = order <= 0 ? weights[i++] : 0;
            counts.Add(order < 0 ? count : count + (strength * share * others.Weights[j++] / all));
        }

        return ([.. sizes], [.. counts]);
    }

    /// <summary>The estimates of deals, in a limited number of steps; or the amount of the prior.</summary>
    private (decimal[] Amounts, double[] Weights) Thought(decimal? prior)
    {
        if (prior is { } amount) return ([amount], [1]);
        var thought = new SortedDictionary<decimal, double>();
        // The means of the tenths: their mean is that of all.
        double[] sorted = [.. _estimates];
        Array.Sort(sorted);
        for (var i = 0; i < Quantiles; i++)
        {
            int first = (int)((long)i * sorted.Length / Quantiles), end = (int)((i + 1L) * sorted.Length / Quantiles);
            if (first == end) continue;
            double sum = 0;
            for (var at = first; at < end; at++) sum += sorted[at];
            var size = Rounded((decimal)(sum / (end - first) * Realization));
            thought.TryGetValue(size, out var known);
            thought[size] = known + end - first;
        }

        return ([.. thought.Keys], [.. thought.Values]);
    }

    // A guess needs only three digits, and sums of round amounts are fast.
    private static decimal Rounded(decimal size)
    {
        const decimal Digits = 1_000;
        var unit = 0.01m;
        while (size / unit >= Digits) unit *= 10;
        return Math.Round(size / unit) * unit;
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

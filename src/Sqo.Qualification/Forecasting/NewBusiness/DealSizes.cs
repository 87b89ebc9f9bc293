using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>What won deals of each segment brought: the sizes that new business is expected to have.</summary>
internal sealed class DealSizes
{
    // For how many deals the whole counts beside a segment's own, and what deals are thought to be worth beside those won; few deals fix no
    // ratio.
    private const double SegmentStrength = 5;
    private const double SizeStrength = 3;
    private const double RatioStrength = 3;
    private const int Plenty = 100;
    private const int Quantiles = 10;

    private readonly List<double> _estimates;
    private readonly SortedDictionary<decimal, double> _thought;
    private readonly double[] _means;
    private readonly double[] _squares;
    private SortedDictionary<decimal, double>? _all;
    private readonly Dictionary<decimal, double>[] _bySegment;
    private readonly double[] _sums;
    private readonly long[] _counts;

    public DealSizes(ForecastInput input, SegmentIndex segments)
    {
        // The last one is that of all segments, for one that never won a deal.
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
        _thought = Thought(input.Options.Prior.Amount);
        _means = new double[_bySegment.Length];
        _squares = new double[_bySegment.Length];
        for (var segment = _bySegment.Length - 1; segment >= 0; segment--) Measure(segment);
        if (Mean <= 0) return;
        var last = _bySegment.Length - 1;
        var count = _counts[last];
        var spread = count > 1 ? Math.Max(0, (squares / count) - (_sums[last] / count * (_sums[last] / count))) / (Mean * Mean) : 0;
        // Of few deals the spread says little: that of an exponential amount, whose standard deviation is its mean, stands beside them.
        RelativeVariance = ((count * spread) + SizeStrength) / (count + SizeStrength) / (count + SizeStrength);
    }

    /// <summary>The mean of all segments.</summary>
    public double Mean => _means[_means.Length - 1];

    /// <summary>The variance of the mean size over its square, for want of won deals.</summary>
    public double RelativeVariance { get; }

    /// <summary>What won deals brought over what they were thought to be worth while they were open.</summary>
    public double Realization { get; } = 1;

    public double MeanOf(int segment) => _means[Place(segment)];

    /// <summary>The mean square of a size.</summary>
    public double SquareOf(int segment) => _squares[Place(segment)];

    /// <summary>
    /// What a won deal of a segment brings: what its own won deals brought, and beside few of them what those of all segments did, and what
    /// deals are thought
    /// to be worth.
    /// </summary>
    public (IReadOnlyList<decimal> Amounts, IReadOnlyList<double> Weights) Of(int segment)
    {
        var sizes = Sizes(Place(segment));
        return ([.. sizes.Keys], [.. sizes.Values]);
    }

    private SortedDictionary<decimal, double> Sizes(int place)
    {
        var sizes = new SortedDictionary<decimal, double>();
        foreach (var size in _bySegment[place] ?? []) sizes.Add(size.Key, size.Value);
        // What stands beside them fades, so that no deal more changes much.
        var share = Math.Max(0, 1 - (_counts[place] / (double)Plenty));
        if (share == 0) return sizes;
        var all = place == _bySegment.Length - 1;
        var beside = all ? _thought : _all ??= Sizes(_bySegment.Length - 1);
        double weights = 0;
        foreach (var size in beside) weights += size.Value;
        foreach (var size in beside)
        {
            sizes.TryGetValue(size.Key, out var known);
            sizes[size.Key] = known + ((all ? SizeStrength : SegmentStrength) * share * size.Value / weights);
        }

        return sizes;
    }

    private void Measure(int place)
    {
        if (place < _bySegment.Length - 1 && _counts[place] == 0) return;
        double sum = 0, squareSum = 0, weights = 0;
        foreach (var size in Sizes(place))
        {
            sum += (double)size.Key * size.Value;
            squareSum += (double)size.Key * (double)size.Key * size.Value;
            weights += size.Value;
        }

        if (weights == 0) return;
        _means[place] = sum / weights;
        _squares[place] = squareSum / weights;
    }

    /// <summary>What deals are thought to be worth, in as many steps as are told apart; or what the user's prior says.</summary>
    private SortedDictionary<decimal, double> Thought(decimal? prior)
    {
        var thought = new SortedDictionary<decimal, double>();
        if (prior is { } amount) thought.Add(amount, 1);
        if (prior is not null || _estimates.Count == 0) return thought;
        // The mean of each tenth of them: their mean is that of all.
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

        return thought;
    }

    // A guess needs no more than three digits, and round amounts are summed up quickly.
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

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
    private readonly decimal? _prior;
    private readonly List<double>?[] _bySegment;
    private readonly DealAmounts?[] _amounts;
    private readonly double[] _sums;
    private readonly double[] _squares;
    private (decimal[] Amounts, double[] Weights)? _all;

    public DealSizes(ForecastInput input, SegmentIndex segments)
    {
        // The last one is that of all segments, for a segment without won deals.
        _bySegment = new List<double>?[segments.Names.Count + 1];
        _sums = new double[_bySegment.Length];
        _squares = new double[_bySegment.Length];
        _amounts = new DealAmounts?[_bySegment.Length];
        _estimates = [];
        _prior = input.Options.Prior.Amount;
        var known = input.Deals.CreatedBy(input.Today);
        double estimated = 0, realized = 0, all = 0;
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
            if (double.IsNaN(estimate)) continue;
            estimated += estimate;
            realized += value;
        }

        var usual = _estimates.Count > 0 ? all / _estimates.Count : (double)(_prior ?? 0);
        if (estimated > 0) Realization = (realized + (RatioStrength * usual)) / (estimated + (RatioStrength * usual));
        Mean = CountOf(Whole) >= Plenty ? _sums[Whole] / CountOf(Whole) : OfAll?.Mean ?? 0;
        if (Mean <= 0) return;
        var count = CountOf(Whole);
        var (sum, squares) = (_sums[Whole], _squares[Whole]);
        var spread = count > 1 ? Math.Max(0, (squares / count) - (sum / count * (sum / count))) / (Mean * Mean) : 0;
        // The spread of few deals is unreliable: it is combined with that of an exponential amount, whose standard deviation is its mean.
        RelativeVariance = ((count * spread) + SizeStrength) / (count + SizeStrength) / (count + SizeStrength);
    }

    /// <summary>The amounts of a won deal of any segment; <see langword="null"/> if no amount is known.</summary>
    public DealAmounts? OfAll => All.Amounts.Length == 0 ? null : _amounts[Whole] ??= new(All.Amounts, All.Weights);

    /// <summary>The mean of all segments; 0 if no amount is known.</summary>
    public double Mean { get; }

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
        if (place == Whole) return OfAll!;
        if (_amounts[place] is { } known) return known;
        var (amounts, weights) = CountOf(place) < Plenty ? Beside(place, All, SegmentStrength) : OwnOf(place);
        return _amounts[place] = new(amounts, weights);
    }

    // With plenty of won deals, only these are used.
    private (decimal[] Amounts, double[] Weights) All =>
        _all ??= Beside(Whole, CountOf(Whole) < Plenty ? Thought(_prior) : ([], []), SizeStrength);

    private int Whole => _bySegment.Length - 1;

    private int CountOf(int place) => _bySegment[place]?.Count ?? 0;

    /// <summary>A segment's own sizes combined with others, which fade as it has more, so that one more deal changes little.</summary>
    private (decimal[] Amounts, double[] Weights) Beside(int place, (decimal[] Amounts, double[] Weights) others, double strength)
    {
        var (amounts, weights) = OwnOf(place);
        var share = Math.Max(0, 1 - (CountOf(place) / (double)Plenty));
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

    /// <summary>The different amounts of a segment's won deals, ascending, and how many deals have each.</summary>
    private (decimal[] Amounts, double[] Weights) OwnOf(int place)
    {
        double[] values = [.. _bySegment[place] ?? []];
        Array.Sort(values);
        var amounts = new List<decimal>();
        var weights = new List<double>();
        for (var i = 0; i < values.Length; i++)
        {
            if (i == 0 || values[i] != values[i - 1])
            {
                amounts.Add((decimal)values[i]);
                weights.Add(0);
            }

            weights[weights.Count - 1]++;
        }

        return ([.. amounts], [.. weights]);
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

    private int Place(int segment) => segment < _bySegment.Length && CountOf(segment) > 0 ? segment : Whole;

    private void Add(int segment, double value)
    {
        (_bySegment[segment] ??= []).Add(value);
        _sums[segment] += value;
        _squares[segment] += value * value;
    }
}

using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What the time to close and the pace of new deals make of the coming periods, before anything is widened.</summary>
internal sealed class Outlook
{
    // Down to next to nothing: what is shown is what the parts come to. Up, what deals can't explain stands apart.
    private const double LowestLevel = 1e-6;
    private const double HighestLevel = 2;
    private const int Halvings = 40;

    private readonly ForecastInput _input;
    private readonly SegmentIndex _segments;
    private readonly DealSizes _sizes;
    private readonly ClosingChances _chances;
    private readonly CreationRates _creation;
    private readonly double[] _openMeans;
    private readonly double[] _newMeans;
    private readonly double[] _shares;
    private readonly double[][] _newWins;
    private readonly Dictionary<long, double> _groups = [];
    private readonly Dictionary<long, double> _squares = [];
    private readonly int _known;

    public Outlook(ForecastInput input, TimeToCloseOptions options)
    {
        _input = input;
        _known = input.Deals.CreatedBy(input.Today);
        if (_known == 0) throw new TooLittleHistoryException("The time to close", "deals with a creation date", 0, 1);
        RefuseProbabilitiesAlone();
        Rates = new(input, options, input.Options.Prior);
        _segments = Rates.SegmentIndex;
        _sizes = new(input, _segments);
        if (_sizes.Mean <= 0) throw new TooLittleHistoryException("The time to close", "deals with an amount above 0", 0, 1);
        _chances = new(Rates, input.Periods, input.Today);
        _creation = new(input, _segments, options);
        var periods = input.Periods.Count;
        _openMeans = new double[periods];
        _newMeans = new double[periods];
        _shares = new double[periods * Rates.Places];
        _newWins = new double[_segments.Names.Count][];
        AddOpen();
        AddNew();
    }

    public TimeToClose Rates { get; }

    public double OpenMean(int period) => _openMeans[period];

    public double NewMean(int period) => _newMeans[period];

    /// <summary>The means of all periods.</summary>
    public double[] Means()
    {
        var means = new double[_openMeans.Length];
        for (var i = 0; i < means.Length; i++) means[i] = _openMeans[i] + _newMeans[i];
        return means;
    }

    /// <summary>
    /// The variance of what several periods bring together, from one to before another, by the chance of each deal and what is not known of
    /// the rates.
    /// </summary>
    public double Variance(int first, int end)
    {
        double mean = 0;
        for (var period = first; period < end; period++) mean += _openMeans[period] + _newMeans[period];
        return OwnVariance(first, end) + (RelativeVariance(first, end) * mean * mean);
    }

    /// <summary>The variance of a period's mean over its square that comes of what was learned from so many deals and no more.</summary>
    public double RelativeVariance(int period) => RelativeVariance(period, period + 1);

    /// <summary>The same of several periods together, from one to before another.</summary>
    public double RelativeVariance(int first, int end)
    {
        double open = 0, begun = 0;
        var shares = new double[Rates.Places];
        for (var period = first; period < end; period++)
        {
            open += _openMeans[period];
            begun += _newMeans[period];
            for (var place = 0; place < shares.Length; place++) shares[place] += _shares[(period * Rates.Places) + place];
        }

        if (open + begun <= 0) return 0;
        var share = begun / (open + begun);
        return Rates.RelativeVariance(shares, 0, open + begun) + (share * share * (_creation.RelativeVariance + _sizes.RelativeVariance));
    }

    /// <summary>
    /// The variance of what several periods bring together, from one to before another, were the rates known: each deal is won or not by
    /// itself.
    /// </summary>
    /// <param name="first">The place of the first period.</param>
    /// <param name="end">The place after the last one.</param>
    /// <param name="levels">What the rates are multiplied by in each period; 1 unless given.</param>
    public double OwnVariance(int first, int end, double[]? levels = null)
    {
        double sum = 0;
        foreach (var pair in _squares)
        {
            var chances = Levelled(_chances.Of((int)(pair.Key >> 32), (int)(uint)pair.Key), levels);
            double chance = 0;
            for (var period = first; period < end; period++) chance += chances[period];
            sum += pair.Value * chance * (1 - chance);
        }

        for (var segment = 0; segment < _newWins.Length; segment++)
        {
            for (var period = first; period < end; period++) sum += _newWins[segment][period] * (levels?[period] ?? 1) * _sizes.SquareOf(
                segment);
        }

        return sum;
    }

    /// <summary>The distribution of a period's wins of open deals.</summary>
    /// <param name="period">The place of the period.</param>
    /// <param name="levels">What the rates are multiplied by in each period; 1 unless given.</param>
    public RevenueDistribution Open(int period, double[]? levels = null) => RevenueDistribution.Create(builder =>
    {
        foreach (var i in OpenDeals())
        {
            var chance = Levelled(ChanceOf(i), levels)[period];
            if (chance > 0 && AmountOf(i) is { } amount) builder.Deal(_input.Deals.Deals[i].Id, amount, chance);
        }
    });

    /// <summary>The distribution of a period's wins of deals that don't exist yet.</summary>
    /// <param name="period">The place of the period.</param>
    /// <param name="levels">What the rates are multiplied by in each period; 1 unless given.</param>
    public RevenueDistribution NewBusiness(int period, double[]? levels = null) => RevenueDistribution.Create(builder =>
    {
        for (var segment = 0; segment < _newWins.Length; segment++)
        {
            var (amounts, weights) = _sizes.Of(segment);
            if (amounts.Count > 0 && _newWins[segment][period] > 0) builder.NewBusiness(
                _newWins[segment][period] * (levels?[period] ?? 1), amounts, weights);
        }
    });

    /// <summary>What is wanted of a period and neither open deals nor new ones explain, of the sizes of all won deals.</summary>
    /// <param name="period">The place of the period.</param>
    /// <param name="mean">The mean wanted.</param>
    /// <param name="levels">What the rates are multiplied by in each period.</param>
    /// <returns>The distribution; <see langword="null"/> where nothing is left.</returns>
    public RevenueDistribution? Unexplained(int period, double mean, double[] levels)
    {
        var rest = mean - MeanAt(period, levels);
        // Halving leaves a hair.
        if (rest <= mean * 1e-6) return null;
        var all = _newWins.Length;
        var (amounts, weights) = _sizes.Of(all);
        var size = _sizes.MeanOf(all);
        return size > 0 ? RevenueDistribution.Create(builder => builder.NewBusiness(rest / size, amounts, weights)) : null;
    }

    /// <summary>
    /// What the rates of each period are to be multiplied by for its mean to be the one wanted; at most 2, so that a mean far above
    /// is not reached: deals can't explain it.
    /// </summary>
    public double[] LevelsFor(double[] means)
    {
        var levels = new double[means.Length];
        for (var period = 0; period < levels.Length; period++)
        {
            double low = LowestLevel, high = HighestLevel;
            // Halved until nothing is left between them; the mean grows with the level.
            for (var step = 0; step < Halvings; step++)
            {
                levels[period] = Math.Sqrt(low * high);
                if (MeanAt(period, levels) < means[period]) low = levels[period];
                else high = levels[period];
            }
        }

        return levels;
    }

    /// <summary>Every open deal with its chances.</summary>
    /// <param name="levels">What the rates are multiplied by, by period; or <see langword="null"/> for 1.</param>
    public IReadOnlyList<OpenDeal> Deals(double[]? levels = null)
    {
        var deals = new List<OpenDeal>();
        foreach (var i in OpenDeals())
        {
            deals.Add(
                new(_input.Known(i), AmountOf(i), (double[])Levelled(ChanceOf(i), levels).Clone(), double.IsNaN(_input.Deals.Estimate[i])));
        }

        return deals.AsReadOnly();
    }

    /// <summary>The open deals that are older than any that closed, the oldest first.</summary>
    public IReadOnlyList<StaleDeal> Stale()
    {
        var stale = new List<StaleDeal>();
        foreach (var i in OpenDeals())
        {
            if (Rates.IsStaleAt(Age(i))) stale.Add(new(_input.Known(i), Age(i)));
        }

        return stale.AsReadOnly();
    }

    /// <summary>Where nothing has closed and someone gave the open deals their chances, these say more than a weak prior.</summary>
    private void RefuseProbabilitiesAlone()
    {
        var isRated = false;
        for (var i = 0; i < _known; i++)
        {
            if (_input.Deals.IsClosedBy(i, _input.Today)) return;
            isRated |= _input.Known(i).Probability is not null;
        }

        if (isRated) throw new TooLittleHistoryException("The time to close", "closed deals", 0, 1);
    }

    private void AddOpen()
    {
        // Deals of one segment and age have the same chances: what they hang on is worked out once for all of them.
        foreach (var i in OpenDeals())
        {
            if (AmountOf(i) is not { } amount) continue;
            var key = ((long)_segments.Of[i] << 32) | (uint)Age(i);
            _groups.TryGetValue(key, out var sum);
            _groups[key] = sum + (double)amount;
            _squares.TryGetValue(key, out var squares);
            _squares[key] = squares + ((double)amount * (double)amount);
        }

        foreach (var pair in _groups) _chances.Add(_openMeans, _shares, (int)(pair.Key >> 32), (int)(uint)pair.Key, 0, pair.Value);
    }

    private void AddNew()
    {
        var shares = new double[_shares.Length];
        for (var segment = 0; segment < _newWins.Length; segment++)
        {
            var wins = _newWins[segment] = new double[_input.Periods.Count];
            Array.Clear(shares, 0, shares.Length);
            for (var day = 0; day < _chances.Days; day++)
            {
                var begun = _creation.PerDay(segment, _chances.Slot(day), day + 1);
                if (begun > 0) _chances.Add(wins, shares, segment, -1, day, begun);
            }

            var mean = _sizes.MeanOf(segment);
            for (var period = 0; period < wins.Length; period++) _newMeans[period] += wins[period] * mean;
            for (var i = 0; i < shares.Length; i++) _shares[i] += shares[i] * mean;
        }
    }

    private double MeanAt(int period, double[] levels)
    {
        var sum = _newMeans[period] * levels[period];
        foreach (var pair in _groups) sum += pair.Value * Levelled(_chances.Of((int)(pair.Key >> 32), (int)(uint)pair.Key), levels)[period];
        return sum;
    }

    /// <summary>
    /// Chances whose rates are multiplied: of those that are left in a period, 1 - (1 - p)^k are won, so that no deal is won twice.
    /// </summary>
    private static double[] Levelled(double[] chances, double[]? levels)
    {
        if (levels is null) return chances;
        var levelled = new double[chances.Length];
        double left = 1, leftThen = 1;
        for (var period = 0; period < chances.Length && left > 0 && leftThen > 0; period++)
        {
            if (levels[period] == 0) break;
            var chance = Math.Min(1, chances[period] / left);
            var then = chance is 0 or 1 ? chance : 1 - Exponential.Exp(levels[period] * Logarithm.Of(1 - chance));
            levelled[period] = leftThen * then;
            left -= chances[period];
            leftThen -= levelled[period];
        }

        return levelled;
    }

    private IEnumerable<int> OpenDeals()
    {
        for (var i = 0; i < _known; i++)
        {
            if (!_input.Deals.IsClosedBy(i, _input.Today)) yield return i;
        }
    }

    private int Age(int deal) => _input.Today - _input.Deals.Created[deal];

    private double[] ChanceOf(int deal) => _chances.Of(_segments.Of[deal], Age(deal));

    private decimal? AmountOf(int deal)
    {
        var estimate = _input.Deals.Estimate[deal];
        // One without an amount is taken for what deals of its segment bring.
        if (double.IsNaN(estimate)) return _sizes.Mean > 0 ? Math.Round((decimal)_sizes.MeanOf(_segments.Of[deal]), 2) : null;
        return Math.Round((decimal)(estimate * _sizes.Realization), 2);
    }
}

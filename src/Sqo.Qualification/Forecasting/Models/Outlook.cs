using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>What the time to close and the pace of new deals make of the coming periods, before anything is widened.</summary>
internal sealed class Outlook
{
    private readonly ForecastInput _input;
    private readonly DealSegments _segments;
    private readonly DealSizes _sizes;
    private readonly ClosingChances _chances;
    private readonly CreationRates _creation;
    private readonly double[] _openMeans;
    private readonly double[] _newMeans;
    private readonly double[] _shares;
    private readonly double[][] _newWins;
    private readonly int _known;

    public Outlook(ForecastInput input, TimeToCloseOptions options)
    {
        _input = input;
        Rates = new(input, options);
        _segments = input.Deals.SegmentsBy(options.Segment);
        _sizes = new(input, _segments);
        _chances = new(Rates, input.Periods, input.Today);
        _creation = new(input, _segments, options);
        _known = input.Deals.CreatedBy(input.Today);
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

    /// <summary>The variance of a period's mean over its square that comes of what was learned from so many deals and no more.</summary>
    public double RelativeVariance(int period)
    {
        var mean = _openMeans[period] + _newMeans[period];
        if (mean <= 0) return 0;
        var share = _newMeans[period] / mean;
        return Rates.RelativeVariance(_shares, period, mean) + (_creation.Recent == 0 ? 0 : share * share / _creation.Recent);
    }

    /// <summary>The distribution of a period's wins of open deals.</summary>
    /// <param name="period">The place of the period.</param>
    /// <param name="level">What the rate of each deal is multiplied by.</param>
    public RevenueDistribution Open(int period, double level = 1) => RevenueDistribution.Create(builder =>
    {
        foreach (var i in OpenDeals())
        {
            var chance = Hazards.Levelled(ChanceOf(i)[period], level);
            if (chance > 0 && AmountOf(i) is { } amount) builder.Deal(_input.Deals.Deals[i].Id, amount, chance);
        }
    });

    /// <summary>The distribution of a period's wins of deals that don't exist yet.</summary>
    /// <param name="period">The place of the period.</param>
    /// <param name="level">What their rate is multiplied by.</param>
    public RevenueDistribution NewBusiness(int period, double level = 1) => RevenueDistribution.Create(builder =>
    {
        for (var segment = 0; segment < _newWins.Length; segment++)
        {
            var (amounts, weights) = _sizes.Of(segment);
            if (amounts.Count > 0 && _newWins[segment][period] > 0) builder.NewBusiness(_newWins[segment][period] * level, amounts, weights);
        }
    });

    /// <summary>Every open deal with its chances.</summary>
    /// <param name="levels">What the rates are multiplied by, by period; or <see langword="null"/> for 1.</param>
    public IReadOnlyList<DealForecast> Deals(double[]? levels = null)
    {
        var deals = new List<DealForecast>();
        foreach (var i in OpenDeals())
        {
            var chances = (double[])ChanceOf(i).Clone();
            for (var period = 0; period < chances.Length && levels is not null; period++) chances[period] = Hazards.Levelled(chances[period], levels[period]);
            deals.Add(new(_input.Deals.Deals[i], AmountOf(i), chances));
        }

        return deals.AsReadOnly();
    }

    /// <summary>The open deals that are older than any that closed, the oldest first.</summary>
    public IReadOnlyList<StaleDeal> Stale()
    {
        var stale = new List<StaleDeal>();
        foreach (var i in OpenDeals())
        {
            if (Age(i) > Rates.LongestClosedAge) stale.Add(new(_input.Deals.Deals[i], Age(i)));
        }

        return stale.AsReadOnly();
    }

    private void AddOpen()
    {
        // Deals of one segment and age have the same chances: what they hang on is worked out once for all of them.
        var amounts = new Dictionary<long, double>();
        foreach (var i in OpenDeals())
        {
            if (Age(i) >= Rates.Ages || double.IsNaN(_input.Deals.Estimate[i])) continue;
            var key = ((long)_segments.Of[i] << 32) | (uint)Age(i);
            amounts.TryGetValue(key, out var sum);
            amounts[key] = sum + (_input.Deals.Estimate[i] * _sizes.Realization);
        }

        foreach (var pair in amounts) _chances.Add(_openMeans, _shares, (int)(pair.Key >> 32), (int)(uint)pair.Key, 0, pair.Value);
    }

    private void AddNew()
    {
        var unused = new double[_input.Periods.Count];
        for (var segment = 0; segment < _newWins.Length; segment++)
        {
            _newWins[segment] = new double[_input.Periods.Count];
            var mean = _sizes.MeanOf(segment);
            for (var day = 0; day < _chances.Days; day++)
            {
                var begun = _creation.PerDay(segment, _chances.Slot(day));
                if (begun <= 0) continue;
                _chances.Add(_newWins[segment], null, segment, -1, day, begun);
                _chances.Add(unused, _shares, segment, -1, day, begun * mean);
            }

            for (var period = 0; period < unused.Length; period++) _newMeans[period] += _newWins[segment][period] * mean;
        }
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
        return double.IsNaN(estimate) ? null : Math.Round((decimal)(estimate * _sizes.Realization), 2);
    }
}

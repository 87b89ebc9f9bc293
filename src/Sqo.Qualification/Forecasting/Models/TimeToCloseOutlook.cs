using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>Builds the outlook of the coming periods from the time to close and the pace of new deals.</summary>
internal sealed class TimeToCloseOutlook
{
    private readonly ForecastInput _input;
    private readonly TimeToClose _rates;
    private readonly SegmentIndex _segments;
    private readonly DealSizes _sizes;
    private readonly ClosingChances _chances;
    private readonly CreationRates _creation;
    private readonly double[] _openMeans;
    private readonly double[] _newMeans;
    private readonly double[] _shares;
    private readonly int _known;

    private TimeToCloseOutlook(ForecastInput input, TimeToCloseOptions options)
    {
        _input = input;
        _known = input.Deals.CreatedBy(input.Today);
        if (_known == 0) throw Missing(HistoryUnits.DealsWithCreationDate);
        RefuseProbabilitiesAlone();
        _rates = new(input, options, input.Options.Prior);
        _segments = _rates.SegmentIndex;
        _sizes = new(input, _segments);
        if (_sizes.Mean <= 0) throw Missing(HistoryUnits.DealsWithAmount);
        _chances = new(_rates, input.Periods, input.Today);
        _creation = new(input, _segments, options);
        _openMeans = new double[input.Periods.Count];
        _newMeans = new double[input.Periods.Count];
        _shares = new double[input.Periods.Count * _rates.FactorCount];
    }

    public static DealOutlook Of(ForecastInput input, TimeToCloseOptions options) =>
        new TimeToCloseOutlook(input, options).Build();

    /// <summary>The moments of that outlook, without a list of its deals.</summary>
    public static DealMoments MomentsOf(ForecastInput input, TimeToCloseOptions options) =>
        new TimeToCloseOutlook(input, options).Moments();

    private static TooLittleHistoryException Missing(string unit) => new(TimeToClose.Id, unit, 0, 1);

    private DealMoments Moments()
    {
        var groups = new ChanceGroups();
        var amounts = new Dictionary<long, double>();
        for (var i = 0; i < _known; i++)
        {
            if (_input.Deals.IsClosedBy(i, _input.Today)) continue;
            var amount = (double)AmountOf(i).GetValueOrDefault();
            groups.Add(_chances.Of(_segments.Of[i], _input.Today - _input.Deals.Created[i]), amount);
            AddAmount(amounts, i, amount);
        }

        AddShares(amounts);
        var sums = new DealSums(groups, NewBusiness(), _input.Periods.Count, RateVariance);
        return new(sums.Means, sums.Variance);
    }

    // Deals of one segment and age have the same chances: their dependence on the factors is calculated once for all of them.
    private void AddAmount(Dictionary<long, double> amounts, int deal, double amount)
    {
        var key = ((long)_segments.Of[deal] << 32) | (uint)_chances.SameAs(_input.Today - _input.Deals.Created[deal]);
        amounts.TryGetValue(key, out var sum);
        amounts[key] = sum + amount;
    }

    private void AddShares(Dictionary<long, double> amounts)
    {
        foreach (var pair in amounts) _chances.Add(_openMeans, _shares, (int)(pair.Key >> 32), (int)(uint)pair.Key, 0, pair.Value);
    }

    private DealOutlook Build()
    {
        var deals = new List<OpenDeal>();
        var stale = new List<StaleDeal>();
        var amounts = new Dictionary<long, double>();
        for (var i = 0; i < _known; i++)
        {
            if (_input.Deals.IsClosedBy(i, _input.Today)) continue;
            var opportunity = _input.Known(i);
            var age = _input.Today - _input.Deals.Created[i];
            var segment = _segments.Of[i];
            var amount = AmountOf(i);
            deals.Add(OpenDeal.Sharing(_chances.Of(segment, age), opportunity, amount, double.IsNaN(_input.Deals.Estimate[i])));
            if (_rates.IsStaleAt(age)) stale.Add(new(opportunity, age));
            if (amount is not null) AddAmount(amounts, i, (double)amount);
        }

        AddShares(amounts);
        return new(_input.Periods, deals, NewBusiness(), stale, _sizes.OfAll, RateVariance, _rates);
    }

    private List<ExpectedWins> NewBusiness()
    {
        var expected = new List<ExpectedWins>();
        var shares = new double[_shares.Length];
        for (var segment = 0; segment < _segments.Names.Count; segment++)
        {
            var wins = new double[_input.Periods.Count];
            Array.Clear(shares, 0, shares.Length);
            for (var day = 0; day < _chances.Days; day++)
            {
                var begun = _creation.PerDay(segment, _chances.Slot(day), day + 1);
                if (begun > 0) _chances.Add(wins, shares, segment, -1, day, begun);
            }

            var sizes = _sizes.Of(segment);
            for (var period = 0; period < wins.Length; period++) _newMeans[period] += wins[period] * sizes.Mean;
            for (var i = 0; i < shares.Length; i++) _shares[i] += shares[i] * sizes.Mean;
            expected.Add(new(wins, sizes));
        }

        return expected;
    }

    private double RateVariance(int first, int end)
    {
        double open = 0, begun = 0;
        var shares = new double[_rates.FactorCount];
        for (var period = first; period < end; period++)
        {
            open += _openMeans[period];
            begun += _newMeans[period];
            for (var factor = 0; factor < shares.Length; factor++) shares[factor] += _shares[(period * shares.Length) + factor];
        }

        if (open + begun <= 0) return 0;
        var share = begun / (open + begun);
        return _rates.RelativeVariance(shares, 0, open + begun) + (share * share * (_creation.RelativeVariance + _sizes.RelativeVariance));
    }

    /// <summary>If nothing has closed and open deals have given probabilities, these are better than a weak prior.</summary>
    private void RefuseProbabilitiesAlone()
    {
        var isRated = false;
        for (var i = 0; i < _known; i++)
        {
            if (_input.Deals.IsClosedBy(i, _input.Today)) return;
            isRated |= _input.Known(i).Probability is not null;
        }

        if (isRated) throw Missing(HistoryUnits.ClosedDeals);
    }

    private decimal? AmountOf(int deal)
    {
        var estimate = _input.Deals.Estimate[deal];
        // A deal without an amount gets that of the deals of its segment.
        if (double.IsNaN(estimate)) return _sizes.Mean > 0 ? Math.Round((decimal)_sizes.Of(_segments.Of[deal]).Mean, 2) : null;
        return Math.Round((decimal)(estimate * _sizes.Realization), 2);
    }
}

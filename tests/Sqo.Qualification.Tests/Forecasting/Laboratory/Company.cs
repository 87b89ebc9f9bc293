using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;

namespace Sqo.Qualification.Tests.Forecasting.Laboratory;

/// <summary>A company of a world: its records, what is to be expected of it, and as many futures as are wanted.</summary>
internal sealed class Company
{
    private const int MonthsAhead = 3;
    private const int SizesKept = 4_000;

    private readonly World _world;
    private readonly SeededRandom _random;
    private readonly List<(decimal Amount, double[] Chances)> _open = [];
    private readonly double[] _newWins = new double[MonthsAhead];
    private readonly double[] _newWhales = new double[MonthsAhead];
    private readonly decimal[] _sizes;
    private readonly decimal[] _whaleSizes;
    private readonly DateTime[] _days;
    private readonly int[] _months;

    public Company(World world, ulong seed, int place)
    {
        _world = world;
        _random = new SeededRandom(seed);
        // The months of the year take turns.
        AsOf = new DateTime(2023, 1, 1).AddMonths((place % 12) + 1).AddDays(-1);
        Periods = ForecastPeriod.NextMonths(AsOf, MonthsAhead);
        _days = [.. Enumerable.Range(1, (int)(Periods[MonthsAhead - 1].Last - AsOf).TotalDays).Select(day => AsOf.AddDays(day))];
        _months = [.. _days.Select(day => ((day.Year - AsOf.Year) * 12) + day.Month - AsOf.Month - 1)];
        _sizes = [.. Enumerable.Range(0, SizesKept).Select(_ => world.Amount(_random, isWhale: false))];
        _whaleSizes = [.. Enumerable.Range(0, SizesKept).Select(_ => world.Amount(_random, isWhale: true))];
        History = PipelineHistory.Reconstruct(Live(), AsOf);
        Foresee();
    }

    public DateTime AsOf { get; }

    public IReadOnlyList<ForecastPeriod> Periods { get; }

    public PipelineHistory History { get; }

    /// <summary>What is to be expected of the first months, by one who knows the world.</summary>
    public double TrueMean(int months) => TrueMeanOfOpen(months) + TrueMeanOfNew(months);

    /// <summary>What of it today's open deals bring.</summary>
    public double TrueMeanOfOpen(int months) => _open.Sum(deal => (double)deal.Amount * deal.Chances.Take(months).Sum());

    private double TrueMeanOfNew(int months) =>
        (_newWins.Take(months).Sum() * (double)_sizes.Average()) + (_newWhales.Take(months).Sum() * (double)_whaleSizes.Average());

    /// <summary>What is won in each of the coming months, in one of the futures.</summary>
    public decimal[] Future()
    {
        var won = new decimal[MonthsAhead];
        foreach (var (amount, chances) in _open)
        {
            var share = _random.Share();
            for (var month = 0; month < MonthsAhead; month++)
            {
                share -= chances[month];
                if (share >= 0) continue;
                won[month] += amount;
                break;
            }
        }

        for (var month = 0; month < MonthsAhead; month++)
        {
            for (var i = Poisson(_newWins[month]); i > 0; i--) won[month] += _sizes[_random.Below(SizesKept)];
            for (var i = Poisson(_newWhales[month]); i > 0; i--) won[month] += _whaleSizes[_random.Below(SizesKept)];
        }

        return won;
    }

    private List<Opportunity> Live()
    {
        var deals = new List<Opportunity>();
        var first = AsOf.AddDays(1).AddMonths(-_world.Months);
        var seenFrom = first.AddMonths(_world.MonthsWithoutClosings);
        for (var day = first; day <= AsOf; day = day.AddDays(1))
        {
            for (var i = Poisson(_world.Begin(day, AsOf)); i > 0; i--) Begin(deals, day, seenFrom, isWhale: false);
            for (var i = Poisson(_world.Begin(day, AsOf) / _world.DealsPerMonth * _world.Whales / 3); i > 0; i--) Begin(deals, day, seenFrom, isWhale: true);
        }

        return deals;
    }

    private void Begin(List<Opportunity> deals, DateTime created, DateTime seenFrom, bool isWhale)
    {
        var amount = isWhale ? _whaleSizes[_random.Below(SizesKept)] : _sizes[_random.Below(SizesKept)];
        var closed = DateTime.MaxValue;
        var outcome = OpportunityOutcome.Open;
        var closes = !_random.Chance(_world.NeverClose);
        for (var day = created; day <= AsOf && closes; day = day.AddDays(1))
        {
            var age = (int)(day - created).TotalDays;
            var share = _random.Share();
            var won = _world.Won(age, day, AsOf);
            if (share >= won + _world.Lost(age, day)) continue;
            (closed, outcome) = (day, share < won ? OpportunityOutcome.Won : OpportunityOutcome.Lost);
            break;
        }

        if (outcome != OpportunityOutcome.Open && closed < seenFrom) return;
        if (outcome == OpportunityOutcome.Open)
        {
            var chances = new double[MonthsAhead];
            if (closes) AddChances(chances, 1, created, AsOf.AddDays(1));
            _open.Add((amount, chances));
        }

        deals.Add(Opportunity.Create(o =>
        {
            o.Id = "D-" + deals.Count;
            o.Amount = amount;
            o.Created = created;
            o.Account = "A";
            o.Outcome = outcome;
            if (outcome != OpportunityOutcome.Open) o.Closed = closed;
        }));
    }

    private void Foresee()
    {
        foreach (var day in _days)
        {
            var begun = _world.Begin(day, AsOf);
            if (begun <= 0) continue;
            AddChances(_newWins, begun * (1 - _world.NeverClose), day, day);
            AddChances(_newWhales, begun / _world.DealsPerMonth * _world.Whales / 3 * (1 - _world.NeverClose), day, day);
        }
    }

    private void AddChances(double[] chances, double open, DateTime created, DateTime from)
    {
        for (var i = (int)(from - _days[0]).TotalDays; i < _days.Length; i++)
        {
            var age = (int)(_days[i] - created).TotalDays;
            var won = _world.Won(age, _days[i], AsOf);
            chances[_months[i]] += open * won;
            open *= 1 - won - _world.Lost(age, _days[i]);
        }
    }

    private int Poisson(double mean)
    {
        var limit = Math.Exp(-mean);
        var product = _random.Share();
        var count = 0;
        for (; product > limit; count++) product *= _random.Share();
        return count;
    }
}

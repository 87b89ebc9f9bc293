using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification.Tests.Forecasting;

/// <summary>The time to close as its remarks say it, by loops over every day of every deal.</summary>
internal sealed class SlowTimeToClose
{
    private readonly Dictionary<string, double> _wonFactors;
    private readonly Dictionary<string, double> _lostFactors;
    private readonly Dictionary<int, double> _won;
    private readonly Dictionary<int, double> _lost;
    private readonly Func<Opportunity, string> _segment;
    private readonly DateTime _asOf;
    private readonly bool _calendar;
    private readonly bool _yearly;
    private readonly int _youngDays;

    public SlowTimeToClose(IReadOnlyList<Opportunity> deals, DateTime observedFrom, DateTime asOf, Func<Opportunity, string> segment, bool calendar, bool yearly, double strength, int youngDays)
    {
        (_segment, _asOf, _calendar, _yearly, _youngDays) = (segment, asOf, calendar, yearly, youngDays);
        var days = new List<(Opportunity Deal, int Age, string[] Places, bool Won, bool Lost)>();
        foreach (var deal in deals)
        {
            var closed = deal.Closed <= asOf ? deal.Closed : null;
            for (var day = observedFrom; day <= asOf && (closed is null || day <= closed); day = day.AddDays(1))
            {
                if (day < deal.Created) continue;
                var age = (day - deal.Created!.Value).Days;
                days.Add((deal, age, Places(deal, age, day), day == closed && deal.Outcome == OpportunityOutcome.Won, day == closed && deal.Outcome == OpportunityOutcome.Lost));
            }
        }

        (_won, _wonFactors) = Fit(days.Select(day => (day.Age, day.Places, day.Won)).ToList(), strength);
        (_lost, _lostFactors) = Fit(days.Select(day => (day.Age, day.Places, day.Lost)).ToList(), strength);
    }

    public double Factor(string place, bool won) => (won ? _wonFactors : _lostFactors).TryGetValue(place, out var factor) ? factor : 1;

    public double ChanceWon(Opportunity deal, DateTime by)
    {
        double open = 1, sum = 0;
        for (var day = _asOf.AddDays(1); day <= by; day = day.AddDays(1))
        {
            var age = (day - deal.Created!.Value).Days;
            if (age > Longest) break;
            var won = Math.Min(1, Rate(_won, _wonFactors, deal, age, day));
            var lost = Math.Min(1 - won, Rate(_lost, _lostFactors, deal, age, day));
            sum += open * won;
            open *= 1 - won - lost;
        }

        return sum;
    }

    private int Longest => _won.Keys.Concat(_lost.Keys).Max();

    private double Rate(Dictionary<int, double> rates, Dictionary<string, double> factors, Opportunity deal, int age, DateTime day)
    {
        if (!rates.TryGetValue(age, out var rate)) return 0;
        foreach (var place in Places(deal, age, day)) rate *= factors.TryGetValue(place, out var factor) ? factor : 1;
        return rate;
    }

    private string[] Places(Opportunity deal, int age, DateTime day)
    {
        var places = new List<string> { "segment " + _segment(deal) };
        if (!_calendar) return [.. places];
        places.Add("quarter " + (((day.Month - 1) % 3) + 1) + (age < _youngDays ? " young" : " older"));
        places.Add(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "rest" : "work");
        if (_yearly) places.Add("month " + day.Month);
        return [.. places];
    }

    private static (Dictionary<int, double> Rates, Dictionary<string, double> Factors) Fit(List<(int Age, string[] Places, bool IsEvent)> days, double strength)
    {
        var names = days.SelectMany(day => day.Places).Distinct().ToList();
        var kinds = days.Count == 0 ? 0 : days[0].Places.Length;
        var factors = names.ToDictionary(name => name, _ => 1.0);
        var byAge = days.GroupBy(day => day.Age).Where(age => age.Any(day => day.IsEvent)).ToList();
        var rates = byAge.ToDictionary(age => age.Key, _ => 0.0);
        var change = double.PositiveInfinity;
        for (var round = 0; round < 300 && change > 1e-14; round++)
        {
            change = 0;
            SetRates();
            for (var kind = 0; kind < kinds; kind++)
            {
                var counted = new Dictionary<string, double>();
                var expected = new Dictionary<string, double>();
                foreach (var (age, places, isEvent) in days)
                {
                    var name = places[kind];
                    counted[name] = (counted.TryGetValue(name, out var c) ? c : 0) + (isEvent ? 1 : 0);
                    var mean = rates.TryGetValue(age, out var rate) ? rate : 0;
                    for (var other = 0; other < kinds; other++) mean *= other == kind ? 1 : factors[places[other]];
                    expected[name] = (expected.TryGetValue(name, out var e) ? e : 0) + mean;
                }

                var moved = counted.Keys.Where(name => counted[name] + expected[name] > 0).ToDictionary(name => name, name => (counted[name] + strength) / (expected[name] + strength));
                var events = moved.Keys.Sum(name => counted[name]);
                var middle = events == 0 ? 1 : moved.Sum(pair => counted[pair.Key] * pair.Value) / events;
                foreach (var pair in moved)
                {
                    var factor = events == 0 ? 1 : pair.Value / middle;
                    change = Math.Max(change, Math.Abs(factor - factors[pair.Key]));
                    factors[pair.Key] = factor;
                }
            }
        }

        SetRates();
        return (rates, factors);

        void SetRates()
        {
            foreach (var age in byAge)
            {
                double count = 0, atRisk = 0;
                foreach (var day in age)
                {
                    count += day.IsEvent ? 1 : 0;
                    atRisk += day.Places.Aggregate(1.0, (product, place) => product * factors[place]);
                }

                rates[age.Key] = count / atRisk;
            }
        }
    }
}

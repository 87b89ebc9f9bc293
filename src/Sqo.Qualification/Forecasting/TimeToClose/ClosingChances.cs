using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The probability that a deal of a segment and an age is won in each of the coming periods, day by day along the calendar, with the
/// two ways of closing as competing risks.
/// </summary>
internal sealed class ClosingChances
{
    private readonly TimeToClose _rates;
    private readonly byte[] _slots;
    private readonly int[] _periodOfDay;
    private readonly int _periods;
    private readonly Dictionary<long, double[]> _known = [];

    public ClosingChances(TimeToClose rates, IReadOnlyList<ForecastPeriod> periods, int today)
    {
        _rates = rates;
        _periods = periods.Count;
        var first = today + 1;
        _slots = CalendarSlots.Of(DayNumber.Date(first), periods[periods.Count - 1].LastDay - today, rates.Calendar);
        _periodOfDay = new int[_slots.Length];
        var period = 0;
        for (var day = 0; day < _slots.Length; day++)
        {
            while (first + day > periods[period].LastDay) period++;
            _periodOfDay[day] = periods[period].Holds(first + day) ? period : -1;
        }
    }

    /// <summary>The number of days ahead.</summary>
    public int Days => _slots.Length;

    public int Slot(int day) => _slots[day];

    /// <summary>The youngest age with the same chances.</summary>
    public int SameAs(int age) => Math.Min(age, _rates.SameFrom);

    /// <summary>The chances of a deal that is open at the end of the last known day, by period.</summary>
    public double[] Of(int segment, int age)
    {
        age = SameAs(age);
        var key = ((long)segment << 32) | (uint)age;
        if (_known.TryGetValue(key, out var chances)) return chances;
        chances = new double[_periods];
        Add(chances, null, segment, age, 0, 1);
        KeepWithinOne(chances);
        _known.Add(key, chances);
        return chances;
    }

    // Rounding may take the sum of many days slightly above 1, but a deal is won once.
    private static void KeepWithinOne(double[] chances)
    {
        double rest = 1;
        for (var i = 0; i < chances.Length; i++)
        {
            chances[i] = Math.Min(chances[i], rest);
            rest = Math.Max(0, rest - chances[i]);
        }
    }

    /// <summary>Adds the weighted chances of a deal, and how much of them depends on each factor.</summary>
    /// <param name="chances">The chances by period.</param>
    /// <param name="shares">The shares by period and factor; or <see langword="null"/>.</param>
    /// <param name="segment">The deal's segment.</param>
    /// <param name="age">Its age at the end of the day before <paramref name="firstDay"/>; -1 for a deal created on that first day.</param>
    /// <param name="firstDay">The first day that counts; 0 is the day after the last known one.</param>
    /// <param name="weight">The weight of a chance.</param>
    public void Add(double[] chances, double[]? shares, int segment, int age, int firstDay, double weight)
    {
        var open = weight;
        for (var day = firstDay; day < _slots.Length; day++)
        {
            age++;
            if (age >= _rates.Ages) return;
            var won = _rates.DailyWon(segment, _slots[day], age);
            var lost = Math.Min(1 - won, _rates.DailyLost(segment, _slots[day], age));
            if (_periodOfDay[day] is >= 0 and var period)
            {
                chances[period] += open * won;
                if (shares is not null) _rates.AddShares(shares, period, segment, _slots[day], age, open * won);
            }

            open *= 1 - won - lost;
        }
    }
}

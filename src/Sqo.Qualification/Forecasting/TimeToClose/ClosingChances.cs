using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// How likely a deal of a segment and an age is to be won in each of the coming periods, day by day along the calendar, with the
/// two ways of closing as competing risks.
/// </summary>
internal sealed class ClosingChances
{
    private readonly TimeToClose _rates;
    private readonly byte[] _slots;
    private readonly int[] _periodOfDay;
    private readonly int _periods;
    private readonly Dictionary<long, double[]> _known = [];

    public ClosingChances(TimeToClose rates, IReadOnlyList<ForecastPeriod> periods, System.DateTime asOf)
    {
        this.rates = rates;
        this.periods = periods.Count;
        var days = (periods[periods.Count - 1].Last - asOf).Days;
        slots = CalendarSlots.Of(asOf.AddDays(1), days, rates.Calendar);
        periodOfDay = new int[days];
        var period = 0;
        for (var day = 0; day < days; day++)
        {
            while (asOf.AddDays(day + 1) > periods[period].Last) period++;
            periodOfDay[day] = periods[period].Contains(asOf.AddDays(day + 1)) ? period : -1;
        }
    }

    /// <summary>How many days ahead it looks.</summary>
    public int Days => slots.Length;

    public int Slot(int day) => slots[day];

    /// <summary>The chances of a deal that is open at the end of the last known day, by period.</summary>
    public double[] Of(int segment, int age)
    {
        var key = ((long)segment << 32) | (uint)age;
        if (known.TryGetValue(key, out var chances)) return chances;
        chances = new double[periods];
        Add(chances, null, segment, age, 0, 1);
        known.Add(key, chances);
        return chances;
    }

    /// <summary>Adds the chances of a deal, times a weight, and by factor how much of them hangs on it.</summary>
    /// <param name="chances">By period.</param>
    /// <param name="shares">By period and place of the factors; or <see langword="null"/>.</param>
    /// <param name="segment">The deal's segment.</param>
    /// <param name="age">Its age at the end of the day before; -1 for a deal that begins on it.</param>
    /// <param name="firstDay">The first day that counts; 0 is the day after the last known one.</param>
    /// <param name="weight">What a chance counts for.</param>
    public void Add(double[] chances, double[]? shares, int segment, int age, int firstDay, double weight)
    {
        var open = weight;
        for (var day = firstDay; day < slots.Length; day++)
        {
            age++;
            if (age >= rates.Ages) return;
            var won = rates.DailyWon(segment, slots[day], age);
            var lost = System.Math.Min(1 - won, rates.DailyLost(segment, slots[day], age));
            if (periodOfDay[day] is >= 0 and var period)
            {
                chances[period] += open * won;
                if (shares is not null) rates.AddShares(shares, period, segment, slots[day], age, open * won);
            }

            open *= 1 - won - lost;
        }
    }
}

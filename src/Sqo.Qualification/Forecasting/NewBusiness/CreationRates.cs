using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// How many deals of each segment begin on a day: the pace of the last 13 weeks, by the month of the quarter, from two years on by the
/// month of the year, and by the kind of day.
/// </summary>
/// <remarks>
/// The factor of a month is what its like had beside the mean of all, less 1, times m / (m + 2) for m of them seen: one quarter
/// alone proves no rhythm. That of the kind of day is (counted + strength) / (expected + strength).
/// </remarks>
internal sealed class CreationRates
{
    private const int RecentDays = 91;
    private const double MonthStrength = 2;

    private readonly double[] _segments;
    private readonly double[] _quarterMonths = [1, 1, 1];
    private readonly double[] _yearMonths = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    private readonly double[] _kindsOfDay = [1, 1];

    public CreationRates(ForecastInput input, DealSegments segments, TimeToCloseOptions options)
    {
        _segments = new double[segments.Names.Count + 1];
        var from = input.ObservedFrom;
        var days = input.Today - from + 1;
        if (days < 1) return;
        var slots = CalendarSlots.Of(DayNumber.Date(from), days, input.Options.Calendar);
        var begun = new int[days];
        var known = input.Deals.CreatedBy(input.Today);
        for (var i = input.Deals.CreatedBy(from - 1); i < known; i++) begun[input.Deals.Created[i] - from]++;
        if (options.FollowsCalendar)
        {
            FitKindsOfDay(begun, slots, options.CalendarStrength);
            FitMonths(begun, slots, DayNumber.Date(from));
        }

        var recent = Math.Min(days, RecentDays);
        double paced = 0;
        for (var day = days - recent; day < days; day++) paced += Factor(slots[day]);
        for (var i = input.Deals.CreatedBy(input.Today - recent); i < known; i++)
        {
            _segments[segments.Of[i]] += 1 / paced;
            Recent++;
        }
    }

    /// <summary>How many deals the pace was counted from.</summary>
    public int Recent { get; }

    /// <summary>How many deals of a segment are to be expected on a day.</summary>
    public double PerDay(int segment, int slot) => _segments[segment] * Factor(slot);

    private double Factor(int slot) =>
        _quarterMonths[CalendarSlots.MonthOfQuarter(slot)] * _yearMonths[CalendarSlots.MonthOfYear(slot)] * _kindsOfDay[CalendarSlots.KindOfDay(slot)];

    private void FitKindsOfDay(int[] begun, byte[] slots, double strength)
    {
        var counted = new double[CalendarSlots.KindsOfDay];
        var days = new double[CalendarSlots.KindsOfDay];
        double total = 0;
        for (var day = 0; day < begun.Length; day++)
        {
            counted[CalendarSlots.KindOfDay(slots[day])] += begun[day];
            days[CalendarSlots.KindOfDay(slots[day])]++;
            total += begun[day];
        }

        for (var kind = 0; kind < counted.Length; kind++) _kindsOfDay[kind] = (counted[kind] + strength) / ((total * days[kind] / begun.Length) + strength);
    }

    private void FitMonths(int[] begun, byte[] slots, DateTime from)
    {
        // Only whole months say how one month is beside another.
        var months = new List<MonthPace>();
        for (var day = 0; day < begun.Length;)
        {
            var date = from.AddDays(day);
            var rest = DateTime.DaysInMonth(date.Year, date.Month) - date.Day + 1;
            if (date.Day == 1 && day + rest <= begun.Length)
            {
                double sum = 0, expected = 0;
                for (var i = day; i < day + rest; i++)
                {
                    sum += begun[i];
                    expected += _kindsOfDay[CalendarSlots.KindOfDay(slots[i])];
                }

                months.Add(new(slots[day], sum / expected));
            }

            day += rest;
        }

        Fit(_quarterMonths, months, CalendarSlots.MonthOfQuarter);
        if (months.Count < TimeToClose.MonthsForTheYear) return;
        for (var i = 0; i < months.Count; i++) months[i] = months[i] with { Pace = months[i].Pace / _quarterMonths[CalendarSlots.MonthOfQuarter(months[i].Slot)] };
        Fit(_yearMonths, months, CalendarSlots.MonthOfYear);
    }

    private static void Fit(double[] factors, List<MonthPace> months, Func<int, int> place)
    {
        var sums = new double[factors.Length];
        var counts = new int[factors.Length];
        double all = 0;
        foreach (var month in months)
        {
            sums[place(month.Slot)] += month.Pace;
            counts[place(month.Slot)]++;
            all += month.Pace;
        }

        if (all == 0) return;
        for (var i = 0; i < factors.Length; i++)
        {
            if (counts[i] == 0) continue;
            var ratio = sums[i] / counts[i] / (all / months.Count);
            factors[i] = 1 + ((ratio - 1) * (counts[i] / (counts[i] + MonthStrength)));
        }
    }

    /// <summary>How many deals began on a day of a month.</summary>
    private readonly record struct MonthPace(int Slot, double Pace);
}

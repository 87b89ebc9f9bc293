using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// How many deals of each segment are created on a day: the recent pace, over the memory that predicted best, with its growth, by the
/// month of the quarter, from two years on by the month of the year, and by the kind of day.
/// </summary>
/// <remarks>
/// The factor of a month is 1 + (r - 1) m / (m + 2), where r is the pace of such months relative to the mean of all, and m is the number
/// of such months observed: a single quarter is no evidence of a pattern. That of the kind of day is
/// (counted + strength) / (expected + strength).
/// </remarks>
internal sealed class CreationRates
{
    // The shares of the segments are those of the last half year.
    private const int RecentDays = 182;
    private const double MonthStrength = 2;
    private const double DaysOfMonth = 365.25 / 12;

    // A month with fewer observed days than this carries little information: it is merged with its neighbor.
    private const int FewDays = 10;

    private readonly double _growthOfDay;

    private readonly double[] _segments;
    private readonly double[] _quarterMonths = [1, 1, 1];
    private readonly double[] _yearMonths = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    private readonly double[] _kindsOfDay = [1, 1];

    public CreationRates(ForecastInput input, SegmentIndex segments, TimeToCloseOptions options)
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

        var (counted, exposed) = ByMonth(begun, slots, DayNumber.Date(from));
        var pace = PaceOverTime.Of(counted, exposed);
        RelativeVariance = pace.RelativeVariance;
        _growthOfDay = pace.Growth / DaysOfMonth;
        var recent = Math.Min(days, RecentDays);
        var first = input.Deals.CreatedBy(input.Today - recent);
        // Without recent deals, the shares are those of all deals.
        if (first == known) first = input.Deals.CreatedBy(from - 1);
        for (var i = first; i < known; i++) _segments[segments.Of[i]] += pace.Mean / (known - first);
    }

    /// <summary>The variance of the pace divided by its square.</summary>
    public double RelativeVariance { get; }

    /// <summary>The expected number of deals of a segment on a day.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="slot">The slot of the day in the calendar.</param>
    /// <param name="ahead">The number of days after the last known one.</param>
    public double PerDay(int segment, int slot, int ahead) =>
        _segments[segment] * Factor(slot) * (_growthOfDay == 0 ? 1 : Exponential.Exp(_growthOfDay * (ahead + (DaysOfMonth / 2))));

    private (double[] Counted, double[] Exposed) ByMonth(int[] begun, byte[] slots, DateTime from)
    {
        var counted = new List<double>();
        var exposed = new List<double>();
        for (var day = 0; day < begun.Length;)
        {
            var date = from.AddDays(day);
            var end = Math.Min(begun.Length, day + DateTime.DaysInMonth(date.Year, date.Month) - date.Day + 1);
            // The last observed days are merged with the month before, the first ones with the month after.
            if (begun.Length - end < FewDays) end = begun.Length;
            if (end - day < FewDays && end < begun.Length)
            {
                var next = from.AddDays(end);
                end = Math.Min(begun.Length, end + DateTime.DaysInMonth(next.Year, next.Month));
            }

            double count = 0, exposure = 0;
            for (; day < end; day++)
            {
                count += begun[day];
                exposure += Factor(slots[day]);
            }

            counted.Add(count);
            exposed.Add(exposure);
        }

        return ([.. counted], [.. exposed]);
    }

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
        // Only whole months are compared with each other.
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

                months.Add(new(slots[day], sum / expected, expected));
            }

            day += rest;
        }

        Fit(_quarterMonths, months, CalendarSlots.MonthOfQuarter);
        if (months.Count < TimeToClose.MonthsForTheYear) return;
        YearlySwing.Around(
            CalendarSlots.MonthOfYear(months[0].Slot),
            months.ConvertAll(month => month.Pace / _quarterMonths[CalendarSlots.MonthOfQuarter(month.Slot)]),
            months.ConvertAll(month => month.Days)).CopyTo(_yearMonths, 0);
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

    /// <summary>The number of deals created per day of a month, with days adjusted for their kind.</summary>
    private readonly record struct MonthPace(int Slot, double Pace, double Days);
}

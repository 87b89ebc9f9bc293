using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// How many deals of each segment begin on a day: the pace of late, as long a time of it as foretold best, with its growth, by the month of
/// the quarter,
/// from two years on by the month of the year, and by the kind of day.
/// </summary>
/// <remarks>
/// The factor of a month is what its like had beside the mean of all, less 1, times m / (m + 2) for m of them seen: one quarter
/// alone proves no rhythm. That of the kind of day is (counted + strength) / (expected + strength).
/// </remarks>
internal sealed class CreationRates
{
    // The segments' shares are those of half a year.
    private const int RecentDays = 182;
    private const double MonthStrength = 2;
    private const double DaysOfMonth = 365.25 / 12;

    // A month of which less than this was seen says little of itself: it is counted with the one beside it.
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
        // With nothing of late the shares are those of all.
        if (first == known) first = input.Deals.CreatedBy(from - 1);
        for (var i = first; i < known; i++) _segments[segments.Of[i]] += pace.Mean / (known - first);
    }

    /// <summary>The variance of the pace over its square.</summary>
    public double RelativeVariance { get; }

    /// <summary>How many deals of a segment are to be expected on a day.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="slot">The day's place in the calendar.</param>
    /// <param name="ahead">How many days after the last known one it lies.</param>
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
            // The last days of what was seen go with the month before, the first ones with the month after.
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

                months.Add(new(slots[day], sum / expected, expected));
            }

            day += rest;
        }

        Fit(_quarterMonths, months, CalendarSlots.MonthOfQuarter);
        if (months.Count < TimeToClose.MonthsForTheYear) return;
        FitYear(months);
    }

    // A growth makes the later months of the same year the greater ones: a year's own mean is what a month stands beside.
    private void FitYear(List<MonthPace> months)
    {
        var counted = new double[CalendarSlots.MonthsOfYear];
        var expected = new double[CalendarSlots.MonthsOfYear];
        const int Half = CalendarSlots.MonthsOfYear / 2;
        for (var i = Half; i < months.Count - Half; i++)
        {
            double around = 0;
            for (var other = i - Half; other <= i + Half; other++)
            {
                around += PlainPace(months[other]) * (Math.Abs(other - i) == Half ? 0.5 : 1) / CalendarSlots.MonthsOfYear;
            }

            var place = CalendarSlots.MonthOfYear(months[i].Slot);
            counted[place] += PlainPace(months[i]) * months[i].Days;
            expected[place] += around * months[i].Days;
        }

        YearlySwing.Of(counted, expected).CopyTo(_yearMonths, 0);

        double PlainPace(MonthPace month) => month.Pace / _quarterMonths[CalendarSlots.MonthOfQuarter(month.Slot)];
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

    /// <summary>How many deals began on a day of a month, of days that count alike.</summary>
    private readonly record struct MonthPace(int Slot, double Pace, double Days);
}

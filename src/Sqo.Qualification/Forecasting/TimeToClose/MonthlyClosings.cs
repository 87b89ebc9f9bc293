using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How many deals were won and lost in each month, and how many were expected from the long-term rates.</summary>
internal sealed class MonthlyClosings
{
    // A change long ago is already reflected in the rates.
    private const int MostMonths = 24;

    private readonly DateTime _first;

    public MonthlyClosings(DealTable deals, TimeToClose rates, int asOf, int observedFrom)
    {
        var last = DayNumber.Date(asOf);
        var seen = DayNumber.Date(Math.Min(observedFrom, asOf));
        var start = new DateTime(last.Year, last.Month, 1);
        // Half a month carries little information: it is merged with the previous one.
        var months = Math.Min(MostMonths, ((last.Year - seen.Year) * 12) + last.Month - seen.Month + 1);
        _first = start.AddMonths(1 - months);
        Won = new double[months];
        Lost = new double[months];
        ExpectedWon = new double[months];
        ExpectedLost = new double[months];
        Count(deals, rates, asOf, Math.Max(observedFrom, DayNumber.Of(_first)));
        Level(Won, ExpectedWon);
        Level(Lost, ExpectedLost);
    }

    public double[] Won { get; }

    public double[] Lost { get; }

    public double[] ExpectedWon { get; }

    public double[] ExpectedLost { get; }

    /// <summary>The first day of one of the months, counted from the last.</summary>
    public DateTime MonthFromLast(int months) => _first.AddMonths(Won.Length - months);

    private void Count(DealTable deals, TimeToClose rates, int asOf, int from)
    {
        var days = asOf - from + 1;
        if (days <= 0) return;
        var slots = CalendarSlots.Of(DayNumber.Date(from), days, rates.Calendar);
        var monthOf = new int[days];
        var day = 0;
        for (var date = DayNumber.Date(from); day < days; date = date.AddDays(1)) monthOf[day++] = ((date.Year - _first.Year) * 12) +
            date.Month - _first.Month;
        // Deals of one segment created on the same day have the same age: one running count serves them all.
        var known = deals.CreatedBy(asOf);
        var leaving = new int[rates.SegmentIndex.Names.Count][];
        var alive = new int[leaving.Length];
        // Old deals all close at the same rates: only their number on each day matters.
        var old = new int[leaving.Length][];
        var present = new List<int>();
        for (var i = 0; i < known;)
        {
            var created = deals.Created[i];
            var start = Math.Max(from, created);
            present.Clear();
            for (; i < known && deals.Created[i] == created; i++)
            {
                var closed = deals.IsClosedBy(i, asOf);
                var end = closed ? deals.Closed[i] : asOf;
                if (end < from) continue;
                if (closed) (deals.IsWon[i] ? Won : Lost)[monthOf[end - from]]++;
                var segment = rates.SegmentIndex.Of[i];
                if (alive[segment]++ == 0)
                {
                    present.Add(segment);
                    leaving[segment] ??= new int[days];
                }

                leaving[segment][end - from]++;
            }

            foreach (var segment in present)
            {
                var at = start;
                for (; alive[segment] > 0 && at - created < rates.SameFrom; at++)
                {
                    var age = at - created;
                    ExpectedWon[monthOf[at - from]] += alive[segment] * rates.DailyWon(segment, slots[at - from], age);
                    ExpectedLost[monthOf[at - from]] += alive[segment] * rates.DailyLost(segment, slots[at - from], age);
                    alive[segment] -= leaving[segment][at - from];
                    leaving[segment][at - from] = 0;
                }

                if (alive[segment] > 0) old[segment] ??= new int[days];
                for (; alive[segment] > 0; at++)
                {
                    old[segment][at - from] += alive[segment];
                    alive[segment] -= leaving[segment][at - from];
                    leaving[segment][at - from] = 0;
                }
            }
        }

        for (var segment = 0; segment < old.Length; segment++)
        {
            for (var at = 0; at < days && old[segment] is not null; at++)
            {
                if (old[segment][at] == 0) continue;
                ExpectedWon[monthOf[at]] += old[segment][at] * rates.DailyWon(segment, slots[at], rates.SameFrom);
                ExpectedLost[monthOf[at]] += old[segment][at] * rates.DailyLost(segment, slots[at], rates.SameFrom);
            }
        }
    }

    // With a prior, the expected total differs slightly from the counted one; only the differences between months matter here.
    private static void Level(double[] counted, double[] expected)
    {
        double sum = 0, expectedSum = 0;
        for (var i = 0; i < counted.Length; i++)
        {
            sum += counted[i];
            expectedSum += expected[i];
        }

        for (var i = 0; i < counted.Length && expectedSum > 0; i++) expected[i] *= sum / expectedSum;
    }
}

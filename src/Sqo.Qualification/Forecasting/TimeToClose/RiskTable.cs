using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The numbers of deals at risk, won and lost, by segment, calendar slot and age in days: all data that the rates of closing are
/// fitted to, in a size that does not depend on the number of deals.
/// </summary>
internal sealed class RiskTable
{
    private const long MostCells = 10_000_000;

    // If a prior smooths the rates, older ages are distinguished only by week.
    private const int DailyAges = 30;
    private const int CoarseDays = 7;

    private readonly long[] _atRisk;
    private readonly int[] _won;
    private readonly int[] _lost;

    private RiskTable(int segments, int days, bool isCoarse, long won, long lost)
    {
        CellOfAge = new int[days];
        var firstAges = new List<int>();
        for (var age = 0; age < days; age++)
        {
            if (!isCoarse || age < DailyAges || (age - DailyAges) % CoarseDays == 0) firstAges.Add(age);
            CellOfAge[age] = firstAges.Count - 1;
        }

        FirstAges = [.. firstAges];
        var ages = FirstAges.Length;
        if ((long)segments * CalendarSlots.Count * ages > MostCells)
        {
            throw new ArgumentException(
                $"There are {InvariantText.Of((long)segments)} segments and {InvariantText.Of((long)ages)} days of age; with that many days there may be at most " +
                $"{InvariantText.Of(MostCells / (CalendarSlots.Count * ages))} segments. Segment by what has few values, such as the product or the region.");
        }

        Segments = segments;
        Days = days;
        Ages = ages;
        WonCount = won;
        LostCount = lost;
        var size = segments * CalendarSlots.Count * ages;
        _atRisk = new long[size];
        _won = new int[size];
        _lost = new int[size];
    }

    public int Segments { get; }

    /// <summary>
    /// The number of days of age stored: from 0 to the greatest at which a deal closed. At greater ages no rate is above 0.
    /// </summary>
    public int Days { get; }

    /// <summary>The number of distinguished ages.</summary>
    public int Ages { get; }

    /// <summary>The index of each day of age among the distinguished ages.</summary>
    public int[] CellOfAge { get; }

    /// <summary>The first day of each distinguished age.</summary>
    public int[] FirstAges { get; }

    /// <summary>The greatest age at which a deal closed; -1 if none did.</summary>
    public int LongestClosedAge { get; private init; } = -1;

    public long WonCount { get; }

    public long LostCount { get; }

    /// <summary>The number of days that deals were at risk at greater ages than those stored.</summary>
    public long TailDays { get; private set; }

    /// <summary>The number of deals won at greater ages than those stored.</summary>
    public long TailWon { get; private set; }

    /// <summary>The number of deals lost at greater ages than those stored.</summary>
    public long TailLost { get; private set; }

    /// <summary>The segments and calendar slots in which a deal was at risk.</summary>
    public List<RiskRow> Rows { get; } = [];

    /// <summary>
    /// The index of the age of each cell in which a deal was at risk, by row, ascending by age: with many segments most of the table is
    /// empty.
    /// </summary>
    public int[] AgeOfCell { get; private set; } = [];

    /// <summary>The number of days that deals were at risk in each of these cells.</summary>
    public double[] AtRisk { get; private set; } = [];

    /// <summary>The number of deals won in each of these cells.</summary>
    public int[] Won { get; private set; } = [];

    /// <summary>The number of deals lost in each of these cells.</summary>
    public int[] Lost { get; private set; } = [];

    private int Row(int segment, int slot) => ((segment * CalendarSlots.Count) + slot) * Ages;

    /// <summary>Counts what was known at the end of a day.</summary>
    /// <param name="deals">The deals by the day of their creation.</param>
    /// <param name="segments">Their segments.</param>
    /// <param name="asOf">The last day that counts.</param>
    /// <param name="observedFrom">
    /// The first day on which closings could be observed: an older deal enters at the age it had then.
    /// </param>
    /// <param name="calendar">The working days.</param>
    /// <param name="mostAges">
    /// The maximum number of days of age stored, by week if there are many; later ages are counted together.
    /// <see cref="int.MaxValue"/> stores every day.
    /// </param>
    public static RiskTable Count(
        DealTable deals, SegmentIndex segments, int asOf, int observedFrom, WorkingCalendar calendar, int mostAges = int.MaxValue)
    {
        var known = deals.CreatedBy(asOf);
        long won = 0, lost = 0;
        var longest = -1;
        for (var i = 0; i < known; i++)
        {
            if (!deals.IsClosedBy(i, asOf) || deals.Closed[i] < observedFrom) continue;
            if (deals.IsWon[i]) won++;
            else lost++;
            longest = Math.Max(longest, deals.Closed[i] - deals.Created[i]);
        }

        var table = new RiskTable(
            segments.Names.Count, Math.Min(longest + 1, mostAges), mostAges < int.MaxValue, won, lost)
        { LongestClosedAge = longest };
        if (longest < 0)
        {
            table.CountTail(deals, known, asOf, observedFrom);
            return table;
        }

        var start = Math.Min(observedFrom, deals.Created[0]);
        var slots = CalendarSlots.Of(DayNumber.Date(start), asOf - start + 1, calendar);
        table.Fill(deals, segments, known, asOf, observedFrom, start, slots);
        table.FindRows();
        table.CountTail(deals, known, asOf, observedFrom);
        return table;
    }

    private void CountTail(DealTable deals, int known, int asOf, int observedFrom)
    {
        for (var i = 0; i < known; i++)
        {
            var closed = deals.IsClosedBy(i, asOf);
            var last = closed ? deals.Closed[i] : asOf;
            var first = Math.Max(observedFrom, deals.Created[i] + Days);
            if (last < first) continue;
            TailDays += last - first + 1;
            if (!closed) continue;
            if (deals.IsWon[i]) TailWon++;
            else TailLost++;
        }
    }

    private void FindRows()
    {
        var cells = new List<int>();
        for (var segment = 0; segment < Segments; segment++)
        {
            for (var slot = 0; slot < CalendarSlots.Count; slot++)
            {
                var first = cells.Count;
                var row = Row(segment, slot);
                for (var age = 0; age < Ages; age++)
                {
                    if (_atRisk[row + age] > 0) cells.Add(row + age);
                }

                if (cells.Count > first) Rows.Add(new(segment, slot, first, cells.Count));
            }
        }

        AgeOfCell = new int[cells.Count];
        AtRisk = new double[cells.Count];
        Won = new int[cells.Count];
        Lost = new int[cells.Count];
        for (var i = 0; i < cells.Count; i++)
        {
            AgeOfCell[i] = cells[i] % Ages;
            AtRisk[i] = _atRisk[cells[i]];
            Won[i] = _won[cells[i]];
            Lost[i] = _lost[cells[i]];
        }
    }

    // Deals of one segment created on the same day have the same age on every day: one running count serves them all.
    private void Fill(DealTable deals, SegmentIndex segments, int known, int asOf, int observedFrom, int start, byte[] slots)
    {
        var leaving = new int[Segments][];
        var alive = new int[Segments];
        var present = new List<int>();
        for (var i = 0; i < known;)
        {
            var created = deals.Created[i];
            var entry = Math.Max(created, observedFrom);
            var last = Math.Min(asOf, created + Days - 1);
            present.Clear();
            for (; i < known && deals.Created[i] == created; i++)
            {
                var closed = deals.IsClosedBy(i, asOf);
                if (closed && deals.Closed[i] < entry) continue;
                var segment = segments.Of[i];
                if (alive[segment]++ == 0)
                {
                    present.Add(segment);
                    leaving[segment] ??= new int[Days + 1];
                }

                // A deal that closes beyond the stored ages is at risk at all of them.
                if (!closed || deals.Closed[i] - created >= Days) continue;
                leaving[segment][deals.Closed[i] - created]++;
                var cell = Row(segment, slots[deals.Closed[i] - start]) + CellOfAge[deals.Closed[i] - created];
                if (deals.IsWon[i]) _won[cell]++;
                else _lost[cell]++;
            }

            foreach (var segment in present)
            {
                var left = leaving[segment];
                for (var day = entry; day <= last && alive[segment] > 0; day++)
                {
                    var age = day - created;
                    _atRisk[Row(segment, slots[day - start]) + CellOfAge[age]] += alive[segment];
                    alive[segment] -= left[age];
                }

                Array.Clear(left, 0, left.Length);
                alive[segment] = 0;
            }
        }
    }
}

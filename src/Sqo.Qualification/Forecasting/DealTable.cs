using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The dated deals of a snapshot in columns, by the day of their creation: the input of the models. A deal that closed after a day is
/// open as of that day, so one table also serves every earlier day.
/// </summary>
internal sealed class DealTable
{
    private const decimal GreatestAmount = 1e15m;

    /// <summary>Later than any day.</summary>
    public const int Never = int.MaxValue;

    private readonly ConcurrentDictionary<Func<Opportunity, string?>, SegmentIndex> _segments = new();
    private readonly ConcurrentDictionary<LearnedKey, object> _learned = new();
    private readonly int _day;
    private readonly List<RecordFault> _leftOut = [];

    public DealTable(IReadOnlyList<Opportunity> opportunities, AmountReader? amounts, int day)
    {
        _day = day;
        // The day in the high bits, the position in the low bits: sorting keeps the order of the records for equal days.
        var keys = new long[opportunities.Count];
        var count = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            if (opportunities[i].CreatedDay != DayNumber.None) keys[count++] = ((long)opportunities[i].CreatedDay << 32) | (uint)i;
        }

        Undated = keys.Length - count;
        Array.Sort(keys, 0, count);
        Deals = new Opportunity[count];
        Created = new int[count];
        Closed = new int[count];
        IsWon = new bool[count];
        Estimate = new double[count];
        Value = new double[count];
        for (var i = 0; i < count; i++)
        {
            var deal = opportunities[(int)keys[i]];
            var (estimate, value) = ReadAmounts(deal, amounts, (int)keys[i]);
            Deals[i] = deal;
            Created[i] = deal.CreatedDay;
            Closed[i] = deal.IsOpen ? Never : deal.ClosedDay;
            IsWon[i] = deal.Outcome == OpportunityOutcome.Won;
            Estimate[i] = estimate;
            Value[i] = IsWon[i] ? value : double.NaN;
        }
    }

    /// <summary>The number of deals left out because their day of creation is unknown.</summary>
    public int Undated { get; }

    /// <summary>The faults of deals whose implausible amounts are treated as unknown.</summary>
    public IReadOnlyList<RecordFault> LeftOut => _leftOut;

    /// <summary>The deals as known on the day of the table; for an earlier day see <see cref="Known"/>.</summary>
    public Opportunity[] Deals { get; }

    public int[] Created { get; }

    /// <summary>The day of closing; <see cref="Never"/> for an open deal.</summary>
    public int[] Closed { get; }

    public bool[] IsWon { get; }

    /// <summary>The estimated amount of a deal while it was open; NaN if unknown.</summary>
    public double[] Estimate { get; }

    /// <summary>The value of a won deal; NaN if unknown, and for all other deals.</summary>
    public double[] Value { get; }

    /// <summary>The number of deals created by the end of a day: they come first.</summary>
    public int CreatedBy(int day)
    {
        int low = 0, high = Created.Length;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Created[middle] <= day) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    public bool IsClosedBy(int deal, int day) => Closed[deal] <= day;

    /// <summary>
    /// A deal as it was known at the end of a day not after that of the table: if it closed later, it has no outcome and no other
    /// trace of its closing.
    /// </summary>
    public Opportunity Known(int deal, int day) => day == _day ? Deals[deal] : Deals[deal].AsOf(day);

    /// <summary>The segments by a selector, as they were at the end of a day.</summary>
    public SegmentIndex SegmentsBy(Func<Opportunity, string?> segment, int day)
    {
        var last = _segments.GetOrAdd(segment, selector => new(Deals, selector));
        return day == _day ? last : last.AsOf(this, day);
    }

    /// <summary>The result of a model for the months after an earlier day: calculated once, for all later days that use it.</summary>
    public TLearned Learned<TLearned>(ForecastModel model, int day, int months, Func<TLearned> learn)
        where TLearned : class
    {
        if (_learned.TryGetValue(new(model, day, months), out var known)) return (TLearned)known;
        var learned = learn();
        _learned[new(model, day, months)] = learned;
        return learned;
    }

    /// <summary>The first day on which a deal closed, or <see cref="Never"/>.</summary>
    public int FirstClosing()
    {
        var first = Never;
        foreach (var day in Closed) first = Math.Min(first, day);
        return first;
    }

    /// <summary>Reads the amounts of a deal; implausible ones are treated as unknown and reported.</summary>
    private (double Estimate, double Value) ReadAmounts(Opportunity deal, AmountReader? amounts, int place)
    {
        return (Read(nameof(Opportunity.Amount), deal.Amount, amounts is null ? null : amounts.Amount),
            Read(nameof(Opportunity.Value), deal.Value, amounts is null ? null : amounts.Value));

        double Read(string field, decimal? given, Func<Opportunity, decimal?>? convert)
        {
            if (convert is null || given is null) return double.NaN;
            var amount = given <= GreatestAmount ? convert(deal)!.Value : GreatestAmount + 1;
            if (amount <= GreatestAmount) return (double)amount;
            var fault = new RecordFault(
                "amount.implausible", place, deal.Id, field, InvariantText.Of(given.Value),
                "it is above a quadrillion (1e15); no deal is that large, and sums of such amounts overflow");
            if (_leftOut.Count == 0 || _leftOut[_leftOut.Count - 1].Position != place) _leftOut.Add(fault);
            return double.NaN;
        }
    }

    private readonly record struct LearnedKey(ForecastModel Model, int Day, int Months);
}

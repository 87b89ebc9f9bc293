using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The dated deals of a snapshot in columns, by the day of their creation: what the models count over. What closed after a day is
/// open as of it, so that one table serves every earlier day too.
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
        // The day above the place: sorted, equal days keep the order of the records.
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

    /// <summary>How many were left out, because the day of their creation is unknown.</summary>
    public int Undated { get; }

    /// <summary>The deals whose amount can't be right and is taken for unknown.</summary>
    public IReadOnlyList<RecordFault> LeftOut => _leftOut;

    /// <summary>As they were known on the day of the table; as of an earlier day see <see cref="Known"/>.</summary>
    public Opportunity[] Deals { get; }

    public int[] Created { get; }

    /// <summary><see cref="Never"/> for an open deal.</summary>
    public int[] Closed { get; }

    public bool[] IsWon { get; }

    /// <summary>What a deal was thought to be worth while it was open; NaN where that is unknown.</summary>
    public double[] Estimate { get; }

    /// <summary>What a won deal brought; NaN where that is unknown, and for all others.</summary>
    public double[] Value { get; }

    /// <summary>How many deals began by the end of a day: they come first.</summary>
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
    /// A deal as it was known at the end of a day, not after that of the table: what closed later has neither an outcome nor any other
    /// trace of its end.
    /// </summary>
    public Opportunity Known(int deal, int day) => day == _day ? Deals[deal] : Deals[deal].AsOf(day);

    /// <summary>The segments by a selector, as it would have said at the end of a day.</summary>
    public SegmentIndex SegmentsBy(Func<Opportunity, string?> segment, int day)
    {
        var last = _segments.GetOrAdd(segment, selector => new(Deals, selector));
        return day == _day ? last : last.AsOf(this, day);
    }

    /// <summary>What a model says as of an earlier day of the coming months: worked out once, whichever later day asks.</summary>
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

    /// <summary>What is known of a deal's amounts; one that no deal has is as good as unknown, and named.</summary>
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
                "it is above a quadrillion (1e15); no deal brings that, and sums of such amounts overflow");
            if (_leftOut.Count == 0 || _leftOut[_leftOut.Count - 1].Position != place) _leftOut.Add(fault);
            return double.NaN;
        }
    }

    private readonly record struct LearnedKey(ForecastModel Model, int Day, int Months);
}

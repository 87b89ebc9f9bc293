using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>
/// How the deals of one group ended, in all and by the day of closing: whole numbers and exact sums, so that those of shards add up.
/// </summary>
internal sealed class WinRateSums(bool hasMoney)
{
    private readonly OutcomeSums _outcomes = new(hasMoney);
    private readonly SortedDictionary<DateTime, (long Won, long Closed)> _days = new();

    public OutcomeCounts ToCounts() => _outcomes.ToCounts();

    public void Add(DealOutcomes outcomes, int row, DateTime? closed)
    {
        _outcomes.Add(outcomes, row);
        if (closed is not { } day || outcomes[row] == OpportunityOutcome.Open) return;
        Add(day, outcomes[row] == OpportunityOutcome.Won ? 1 : 0, 1);
    }

    public void Add(WinRateSums other)
    {
        _outcomes.Add(other._outcomes);
        foreach (var day in other._days) Add(day.Key, day.Value.Won, day.Value.Closed);
    }

    /// <summary>The win rate of the newer half minus that of the older half, by whole days.</summary>
    public RateDifference Trend()
    {
        var all = _days.Values.Sum(day => day.Closed);
        if (all == 0) return default;
        // The deal in the middle is the last one of the older half.
        var half = DateTime.MinValue;
        long counted = 0;
        foreach (var day in _days)
        {
            half = day.Key;
            counted += day.Value.Closed;
            if (counted > (all - 1) / 2) break;
        }

        return new(Rate(isNewer: true), Rate(isNewer: false));

        ObservedRate Rate(bool isNewer)
        {
            var some = _days.Where(day => day.Key > half == isNewer).ToList();
            return new(some.Sum(day => day.Value.Won), some.Sum(day => day.Value.Closed));
        }
    }

    private void Add(DateTime day, long won, long closed)
    {
        _days.TryGetValue(day, out var before);
        _days[day] = (before.Won + won, before.Closed + closed);
    }
}

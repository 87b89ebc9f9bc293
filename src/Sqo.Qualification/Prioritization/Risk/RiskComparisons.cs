using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>What won deals were like: how long they were in their stages, how long they were open, and what they closed at.</summary>
internal sealed class RiskComparisons
{
    private readonly Dictionary<string, List<double>> _stays = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Group, string Currency), List<double>> _amounts = [];
    private readonly List<double> _lifetimes = [];
    private readonly RiskOptions _options;

    public RiskComparisons(IEnumerable<Opportunity> won, IReadOnlyDictionary<string, SnapshotTrace> traces, RiskOptions options)
    {
        _options = options;
        foreach (var deal in won)
        {
            if (deal.CreatedDay != Internal.DayNumber.None) _lifetimes.Add(deal.ClosedDay - deal.CreatedDay);
            if (deal.Value is { } value) Of(_amounts, GroupOf(deal)).Add((double)value);
            if (deal.StageChanges is { Count: > 0 } changes)
            {
                for (var i = 0; i < changes.Count; i++)
                {
                    var end = i + 1 < changes.Count ? changes[i + 1].Day : deal.ClosedDay;
                    Of(_stays, changes[i].Stage).Add(Math.Max(0, end - changes[i].Day));
                }
            }
            else if (traces.TryGetValue(deal.Id, out var trace))
            {
                foreach (var (stage, days) in trace.Stays) Of(_stays, stage).Add(days);
            }
        }

        foreach (var stays in _stays.Values) stays.Sort();
        foreach (var amounts in _amounts.Values) amounts.Sort();
        _lifetimes.Sort();
    }

    /// <summary>The days that most won deals stayed in a stage at most; <see langword="null"/> if there are too few.</summary>
    public double? DaysIn(string stage, out int count) => Quantile(Find(_stays, stage), _options.StageQuantile, out count);

    /// <summary>The days that most won deals were open at most.</summary>
    public double? DaysOpen(out int count) => Quantile(_lifetimes, _options.StageQuantile, out count);

    /// <summary>What most won deals of the group closed at, at most.</summary>
    public double? AmountLike(Opportunity deal, out int count) =>
        Quantile(Find(_amounts, GroupOf(deal)), _options.AmountQuantile, out count);

    private (string Group, string Currency) GroupOf(Opportunity deal) =>
        (PipelineText.OrNull(_options.Similar(deal)) ?? "", deal.Currency?.ToUpperInvariant() ?? "");

    private double? Quantile(List<double>? sorted, double share, out int count)
    {
        count = sorted?.Count ?? 0;
        // The smallest x with CDF(x) >= share.
        return count < _options.LeastWon ? null : sorted![Math.Max(0, (int)Math.Ceiling((share * count) - 1e-9) - 1)];
    }

    private static List<double>? Find<TKey>(Dictionary<TKey, List<double>> lists, TKey key)
        where TKey : notnull =>
        lists.TryGetValue(key, out var found) ? found : null;

    private static List<double> Of<TKey>(Dictionary<TKey, List<double>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists.Add(key, list = []);
        return list;
    }
}

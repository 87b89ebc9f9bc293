using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Compares a list with the previous one.</summary>
internal static class RankingChanges
{
    public static RankingChange[] Of(
        RankedOpportunity[] ranked, RankingKey[] keys, List<Opportunity> unknown, List<Opportunity> closed, RankingOptions options,
        RankingValue by)
    {
        var changes = new List<RankingChange>();
        var isListed = new bool[options.Previous!.Count];
        foreach (var deal in ranked)
        {
            if (!options.Ranks!.TryGetValue(deal.Id, out var place))
            {
                changes.Add(new(deal.Id, RankingChangeKind.New, RankingChangeReason.Added, null, deal.Rank, null, deal.Value));
                continue;
            }

            isListed[place] = true;
            if (deal.Rank != place + 1) changes.Add(Moved(deal, place + 1, options.Previous[place], keys, by));
        }

        var fates = new RankingChangeReason[isListed.Length];
        var values = new double?[isListed.Length];
        for (var i = 0; i < fates.Length; i++) fates[i] = RankingChangeReason.Missing;
        foreach (var key in keys)
        {
            if (key.Previous < 0) continue;
            fates[key.Previous] = RankingChangeReason.BelowTheBest;
            values[key.Previous] = key.Value;
        }

        foreach (var deal in unknown) Set(deal, RankingChangeReason.Unknown);
        foreach (var deal in closed) Set(deal, deal.Outcome == OpportunityOutcome.Won ? RankingChangeReason.Won : RankingChangeReason.Lost);
        for (var i = 0; i < isListed.Length; i++)
        {
            if (isListed[i]) continue;
            var entry = options.Previous[i];
            changes.Add(new(entry.Id, RankingChangeKind.Gone, fates[i], i + 1, null, entry.Value, values[i]));
        }

        return [.. changes];

        void Set(Opportunity deal, RankingChangeReason fate)
        {
            if (options.Ranks!.TryGetValue(deal.Id, out var place)) fates[place] = fate;
        }
    }

    private static RankingChange Moved(RankedOpportunity deal, int before, RankingEntry entry, RankingKey[] keys, RankingValue by)
    {
        var isUp = deal.Rank < before;
        var hasMoved = isUp ? deal.Value > entry.Value : deal.Value < entry.Value;
        // Its own value is a reason if it would have another place by its previous value, in that direction.
        var unchanged = 1 + Above(keys, entry.Value) - (deal.Value > entry.Value ? 1 : 0);
        var isOwn = hasMoved && (isUp ? unchanged > deal.Rank : unchanged < deal.Rank);
        var change = new RankingChange(
            deal.Id, isUp ? RankingChangeKind.Up : RankingChangeKind.Down,
            isOwn ? RankingChangeReason.ValueChanged : RankingChangeReason.OthersChanged, before, deal.Rank, entry.Value, deal.Value);
        if (!isOwn) return change;
        double most = 0;
        foreach (var part in deal.Parts)
        {
            if (!entry.Parts.TryGetValue(part.Factor.Id, out var old) || old == part.Value) continue;
            var effect = Effect(old, part.Value, part.Factor, by.IsSum) * (isUp ? 1 : -1);
            if (effect <= most) continue;
            most = effect;
            (change.Factor, change.FactorBefore, change.FactorAfter) = (part.Factor, old, part.Value);
        }

        return change;
    }

    /// <summary>How many deals have a greater value.</summary>
    private static int Above(RankingKey[] keys, double value)
    {
        int low = 0, high = keys.Length;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (keys[middle].Value > value) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>How much a part raised the value, or lowered it if below 0.</summary>
    private static double Effect(double before, double after, RankingFactor factor, bool isSum)
    {
        if (isSum) return after - before;
        // A change from or to 0, or of the sign, outweighs every ratio.
        if ((before < 0) != (after < 0) || before == 0 || after == 0) return after > before ? double.MaxValue : -double.MaxValue;
        var ratio = Logarithm.Of(Math.Abs(after)) - Logarithm.Of(Math.Abs(before));
        return factor.Divides ? -ratio : ratio;
    }
}

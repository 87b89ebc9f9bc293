using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What several strategies can't work with.</summary>
internal static class StrategyRules
{
    /// <summary>What a strategy needs that takes weights for shares: no negative ones, no bounds, no bins.</summary>
    public static void CheckShares(ScoringLayout layout, string strategy, StrategyFaults faults)
    {
        CheckWeights(layout, strategy, faults);
        CheckBounds(layout, strategy, faults);
        CheckBins(layout, strategy, faults);
    }

    /// <summary>Weights say how much a criterion counts, so none may be negative, and their sum is divided by, so it must be finite.</summary>
    private static void CheckWeights(ScoringLayout layout, string strategy, StrategyFaults faults)
    {
        double total = 0;
        foreach (var criterion in layout.All)
        {
            total += Math.Abs(criterion.Weight);
            if (criterion.Weight >= 0) continue;
            faults.Add(
                "strategy.negative",
                criterion.Id,
                $"the weight is {InvariantText.Of(criterion.Weight)}",
                $"{strategy} takes no negative weights; turn the criterion around instead");
        }

        if (double.IsInfinity(total * 100)) faults.Add("strategy.scale", $"All weights add up to {InvariantText.Of(total)}; {strategy} divides by that, so it must be smaller.");
    }

    /// <summary>Bounds are points of a sum; where there is none, they would have no meaning.</summary>
    public static void CheckBounds(ScoringLayout layout, string strategy, StrategyFaults faults)
    {
        foreach (var group in layout.AllGroups)
        {
            if (group.Minimum is null && group.Maximum is null) continue;
            faults.Add("strategy.bounds", group.Id, "the group has a Cap or Floor", $"{strategy} adds up no points that these could bound");
        }

        if (layout.Total is null) return;
        faults.Add("strategy.total", $"The profile has a Cap or Floor, but {strategy} adds up no points that these could bound.");
    }

    /// <summary>Bins give points to every known value, which only a sum of log-odds takes.</summary>
    public static void CheckBins(ScoringLayout layout, string strategy, StrategyFaults faults)
    {
        foreach (var criterion in layout.All)
        {
            if (!criterion.Settings.HasBins) continue;
            faults.Add("strategy.bins", criterion.Id, "it has bins of points", $"{strategy} takes none; they are for ScoreByLogOdds");
        }
    }
}

using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Checks that several strategies share.</summary>
internal static class StrategyRules
{
    private const double MostSpans = 1_000;

    /// <summary>Checks a strategy that uses weights as shares: no negative ones, no bounds, no bins.</summary>
    public static void CheckShares(ScoringLayout layout, string strategy, StrategyFaults faults)
    {
        CheckWeights(layout, strategy, faults);
        CheckBounds(layout, strategy, faults);
        CheckBins(layout, strategy, faults);
    }

    /// <summary>Weights are shares, so none may be negative, and the strategy divides by their sum, so it must be
    /// finite.</summary>
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
                $"{strategy} takes no negative weights; reverse the criterion instead");
        }

        if (double.IsInfinity(total * 100)) faults.Add(
            "strategy.scale", $"All weights add up to {InvariantText.Of(total)}; {strategy} divides by that, so it must be smaller.");
    }

    /// <summary>
    /// One rule for weights and bounds that are added up. A sum of 64 weights and as many bounds, each at most so many times the span
    /// of the totals, is exact to a ten-millionth of a point; with greater ones, rounding errors would hide differences between scores.
    /// </summary>
    public static void CheckScale(string code, string id, string what, double? points, string all, double span, StrategyFaults faults)
    {
        if (points is not { } told || IsOnScale(told, span)) return;
        var message = $"{what} is {InvariantText.Of(told)}, while {all} span {InvariantText.Of(span)}";
        const string rule = "it must not be more than a thousand times that, or the points can't be told apart";
        if (id == GroupInfo.TotalId) faults.Add(code, $"Of the profile, {message}; {rule}.");
        else faults.Add(code, id, message, rule);
    }

    /// <summary>Whether points are not too great compared with the span of the totals.</summary>
    public static bool IsOnScale(double points, double span) => Math.Abs(points) <= span * MostSpans;

    /// <summary>Bounds apply to the points of a sum; without a sum, they have no meaning.</summary>
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

    /// <summary>Bins give points to every known value; only a sum of log-odds supports that.</summary>
    public static void CheckBins(ScoringLayout layout, string strategy, StrategyFaults faults)
    {
        foreach (var criterion in layout.All)
        {
            if (!criterion.Settings.HasBins) continue;
            faults.Add(
                "strategy.bins", criterion.Id, "it has bins or PointsBetween",
                $"{strategy} takes none; they are for ScoreByLogOdds");
        }
    }
}

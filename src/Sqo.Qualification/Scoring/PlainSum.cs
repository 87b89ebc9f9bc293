using System;

namespace Sqo.Qualification;

/// <summary>
/// A score that is the sum of each criterion's points on a fixed scale, in the order of the criteria: no groups, bounds, decay or
/// prerequisites. It can be summed while the criteria are asked. Immutable.
/// </summary>
internal sealed class PlainSum
{
    /// <summary>The total at which the scale starts.</summary>
    public readonly double Start;

    /// <summary>The greatest total minus the start of the scale.</summary>
    public readonly double Span;

    /// <summary>Whether totals differ.</summary>
    public readonly bool TellsApart;

    /// <summary>Whether a sum of weighted points would find no fault with the weights and the scale.</summary>
    public readonly bool IsSound;

    public PlainSum(ScoringLayout layout, ScoreScale scale)
    {
        double least = 0;
        double greatest = 0;
        double greatestWeight = 0;
        var hasBins = false;
        foreach (var settings in layout.Declarations)
        {
            var weight = settings.Weight;
            if (settings.HasBins) hasBins = true;
            if (weight == 0) continue;
            var points = weight * settings.HighestValue;
            greatestWeight = Math.Max(greatestWeight, Math.Abs(weight));
            if (points < 0) least += points;
            else greatest += points;
        }

        var start = scale == ScoreScale.Stretched ? least : 0;
        var span = greatest - start;
        Start = start;
        Span = span;
        TellsApart = greatest > least;
        IsSound = !hasBins && greatest > least && span > 0 && span * 100 <= double.MaxValue
            && StrategyRules.IsOnScale(greatestWeight, span);
    }

    /// <summary>
    /// The total on the scale, kept from 0 to 100: penalties can exceed the points, and rounding can go just past either end.
    /// </summary>
    public static double Scaled(double total, double start, double span)
    {
        var score = (total - start) * 100 / span;
        return score < 0 ? 0 : score > 100 ? 100 : score;
    }
}

using System;

namespace Sqo.Qualification;

/// <summary>
/// A score that is the sum of each criterion's points on a fixed scale, in the order of the criteria: no groups, bounds, decay or
/// prerequisites. It can be summed while the criteria are asked. Immutable.
/// </summary>
internal sealed class PlainSum
{
    /// <summary>The weights by the indexes of the criteria.</summary>
    public readonly double[] Weights;

    /// <summary>By the indexes of the criteria, the points of the highest value.</summary>
    public readonly double[] HighestPoints;

    /// <summary>The total at which the scale starts.</summary>
    public readonly double Start;

    /// <summary>The greatest total minus the start of the scale.</summary>
    public readonly double Span;

    /// <summary>Whether totals differ.</summary>
    public readonly bool TellsApart;

    /// <summary>Whether a sum of weighted points would find no fault with the weights and the scale.</summary>
    public readonly bool IsSound;

    private PlainSum(ScoringLayout layout, ScoreScale scale)
    {
        Weights = new double[layout.All.Length];
        HighestPoints = new double[layout.All.Length];
        double least = 0;
        double greatest = 0;
        double greatestWeight = 0;
        var hasBins = false;
        for (var i = 0; i < Weights.Length; i++)
        {
            var criterion = layout.All[i];
            var weight = criterion.Settings.Weight;
            hasBins |= criterion.Settings.HasBins;
            if (weight == 0 || criterion.Parent is not null) continue;
            var points = weight * criterion.HighestValue;
            Weights[i] = weight;
            HighestPoints[i] = points;
            greatestWeight = Math.Max(greatestWeight, Math.Abs(weight));
            if (points < 0) least += points;
            else greatest += points;
        }

        Start = scale == ScoreScale.Stretched ? least : 0;
        Span = greatest - Start;
        TellsApart = greatest > least;
        IsSound = !hasBins && TellsApart && Span > 0 && !double.IsInfinity(Span * 100) && StrategyRules.IsOnScale(greatestWeight, Span);
    }

    /// <summary>The sum of a profile; <see langword="null"/> if it has groups, bounds, decay or prerequisites.</summary>
    public static PlainSum? Of(ScoringLayout layout, ScoreScale scale) =>
        layout.AllGroups.Length > 0 || layout.Total is not null || layout.HasDecay || layout.Prerequisites.Length > 0
            ? null
            : new PlainSum(layout, scale);

    /// <summary>
    /// The total on the scale, kept from 0 to 100: penalties can exceed the points, and rounding can go just past either end.
    /// </summary>
    public static double Scaled(double total, double start, double span)
    {
        var score = (total - start) * 100 / span;
        return score < 0 ? 0 : score > 100 ? 100 : score;
    }

    public double Scaled(double total) => Scaled(total, Start, Span);
}

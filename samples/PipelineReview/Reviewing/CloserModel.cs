using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification;

namespace PipelineReview.Reviewing;

/// <summary>A model that has been closer to the amounts won than the default, from the same origins.</summary>
/// <param name="Model">The id of the model.</param>
/// <param name="MonthsAhead">The number of months that a forecast covers.</param>
/// <param name="Forecasts">The number of forecasts that both made.</param>
/// <param name="Wape">Its errors as a share of the amounts won.</param>
/// <param name="DefaultWape">The errors of the default, for the same forecasts.</param>
/// <param name="PValue">The p-value of the difference, corrected for the number of models compared (Bonferroni).</param>
internal sealed record CloserModel(string Model, int MonthsAhead, int Forecasts, double Wape, double DefaultWape, double PValue)
{
    private const int FewestForecasts = 8;

    // Less than this is not worth a sentence.
    private const double LeastGain = 0.1;

    private const double Level = 0.05;

    /// <summary>Whether the difference is larger than chance explains.</summary>
    public bool IsClear => PValue <= Level;

    /// <summary>For each number of months ahead the closest model, if it has been closer than the default.</summary>
    public static IEnumerable<CloserModel> Among(IEnumerable<BacktestScore> scores) => scores
        .GroupBy(score => score.MonthsAhead)
        .Select(Of)
        .OfType<CloserModel>();

    // The naive forecast is what the others are measured by.
    private static CloserModel? Of(IGrouping<int, BacktestScore> scores)
    {
        BacktestRow[] own = [.. scores.Where(score => score.Model == ForecastModels.Default.Id).SelectMany(score => score.Rows)];
        BacktestScore[] others =
            [.. scores.Where(score => score.Model != ForecastModels.Default.Id && score.Model != ForecastModels.Naive.Id)];
        return others
            .Select(other => Compared(own, other, others.Length))
            .OfType<CloserModel>()
            .MinBy(closer => closer.Wape / closer.DefaultWape);
    }

    private static CloserModel? Compared(BacktestRow[] own, BacktestScore other, int comparisons)
    {
        (BacktestRow Own, BacktestRow Other)[] pairs =
        [
            .. own.Join(other.Rows, row => row.Origin, row => row.Origin, (left, right) => (left, right)).OrderBy(pair => pair.left.Origin),
        ];
        double won = pairs.Sum(pair => pair.Own.Actual);
        if (pairs.Length < FewestForecasts || won <= 0)
        {
            return null;
        }

        double[] gains = [.. pairs.Select(pair => Math.Abs(pair.Own.Error) - Math.Abs(pair.Other.Error))];
        double error = pairs.Sum(pair => Math.Abs(pair.Own.Error));
        return gains.Sum() >= LeastGain * error && error > 0
            ? new CloserModel(
                other.Model, other.MonthsAhead, pairs.Length, (error - gains.Sum()) / won, error / won,
                Math.Min(1, comparisons * PValueOf(gains, other.MonthsAhead)))
            : null;
    }

    /// <summary>
    /// The two-sided p-value of an exact randomization test: if neither model is better, each difference could as well have the other sign.
    /// Forecasts whose months overlap change theirs together (Diebold and Mariano 1995 allow for the same dependence).
    /// </summary>
    internal static double PValueOf(double[] gains, int overlapping)
    {
        double[] blocks = [.. gains.Chunk(overlapping).Select(block => block.Sum())];
        double observed = Math.Abs(blocks.Sum());
        int asLarge = 0;
        int all = 1 << blocks.Length;
        for (int signs = 0; signs < all; signs++)
        {
            double sum = 0;
            for (int i = 0; i < blocks.Length; i++)
            {
                sum += (signs >> i & 1) == 0 ? blocks[i] : -blocks[i];
            }

            // The order of a sum must not decide.
            if (Math.Abs(sum) >= observed * (1 - 1e-12))
            {
                asLarge++;
            }
        }

        return (double)asLarge / all;
    }
}

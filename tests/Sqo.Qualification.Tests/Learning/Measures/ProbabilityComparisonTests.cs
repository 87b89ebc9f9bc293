using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Learning.Measures;

public class ProbabilityComparisonTests
{
    // DeLong by all pairs, from the definition.
    [Fact]
    public void Of_AnyProbabilities_IsTheDefinition() => Property.Holds(200, (random, size) =>
    {
        var count = 4 + (3 * size);
        bool[] won = [true, true, false, false, .. Enumerable.Range(4, count - 4).Select(_ => random.Chance(0.4))];
        var first = won.Select(_ => random.Below(8) / 8.0).ToArray();
        var second = won.Select((w, i) => random.Chance(0.5) ? first[i] : w ? 0.7 : random.Share()).ToArray();
        var comparison = ProbabilityComparison.Of(first, second, won);

        var brier = won.Select((w, i) => Math.Pow(first[i] - (w ? 1 : 0), 2) - Math.Pow(second[i] - (w ? 1 : 0), 2)).ToArray();
        Assert.Equal(comparison.First.Brier!.Value - comparison.Second.Brier!.Value, comparison.BrierDifference!.Value.Value, 1e-12);
        Assert.Equal(Math.Sqrt(VarianceOf(brier) / count), comparison.BrierDifference.Value.StandardError ?? 0, 1e-9);
        Assert.Equal(
            comparison.First.LogLoss()!.Value - comparison.Second.LogLoss()!.Value, comparison.LogLossDifference!.Value.Value, 1e-9);

        int[] winners = [.. Enumerable.Range(0, count).Where(i => won[i])], losers = [.. Enumerable.Range(0, count).Where(i => !won[i])];
        double Wins(double[] p, int w, int l) => p[w] > p[l] ? 1 : p[w] == p[l] ? 0.5 : 0;
        var ofWon = winners.Select(w => losers.Average(l => Wins(first, w, l) - Wins(second, w, l))).ToArray();
        var ofLost = losers.Select(l => winners.Average(w => Wins(first, w, l) - Wins(second, w, l))).ToArray();
        Assert.Equal(ofWon.Average(), comparison.AucDifference!.Value.Value, 1e-12);
        var error = Math.Sqrt((VarianceOf(ofWon) / winners.Length) + (VarianceOf(ofLost) / losers.Length));
        Assert.Equal(error, comparison.AucDifference.Value.StandardError ?? 0, 1e-9);
    });

    [Fact]
    public void Of_OneAgainstAWorthlessOne_IsTheIntervalOfItsAuc()
    {
        // Against a constant, the difference is AUC - 0.5, with DeLong's error of the one.
        double[] scores = [.. Enumerable.Range(0, 60).Select(i => i * 17 % 60 / 60.0)];
        bool[] won = [.. scores.Select((p, i) => p + (i % 7 / 10.0) > 0.8)];
        var comparison = ProbabilityComparison.Of(scores, [.. scores.Select(_ => 0.5)], won);
        Assert.Equal(comparison.First.Ranking.AucStandardError!.Value, comparison.AucDifference!.Value.StandardError!.Value, 1e-12);
        var interval = comparison.AucDifference.Value.Interval(0.9)!.Value;
        Assert.Equal(comparison.First.Ranking.AucInterval(0.9)!.Value.Low - 0.5, interval.Low, 1e-12);
        Assert.Equal(0.9, interval.Level);
    }

    [Fact]
    public void Of_OddLists_IsRefusedOrEmpty()
    {
        Assert.Throws<ArgumentException>(() => ProbabilityComparison.Of([0.5], [0.5, 0.5], [true]));
        Assert.Throws<ArgumentException>(() => ProbabilityComparison.Of([0.5], [2], [true]));
        Assert.Throws<ArgumentNullException>(() => ProbabilityComparison.Of(null!, [], []));
        var none = ProbabilityComparison.Of([], [], []);
        Assert.Null(none.AucDifference);
        Assert.Null(none.BrierDifference);
        var same = ProbabilityComparison.Of([0.2, 0.4, 0.7], [0.2, 0.4, 0.7], [false, true, true]);
        Assert.Equal(new MeasureDifference(0, null), same.BrierDifference);
        Assert.Null(same.AucDifference!.Value.Interval());
        Assert.Equal("0", same.AucDifference.Value.ToString());
    }

    private static double VarianceOf(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}

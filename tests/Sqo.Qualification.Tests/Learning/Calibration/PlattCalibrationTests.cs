using System;
using System.Collections.Generic;
using System.Linq;
#if !NETFRAMEWORK
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;
#endif
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;
using static Sqo.Qualification.Tests.Learning.Measures.OutcomeCases;

namespace Sqo.Qualification.Tests.Learning.Calibration;

public class PlattCalibrationTests
{
    [Fact]
    public void Fit_AnyOutcomes_HasNoGradientLeft() => Property.Holds(300, (random, size) =>
    {
        var scale = random.Pick(1, 100, 1e-3);
        var outcomes = Outcomes(random, size, scale);
        var calibration = Fit(outcomes);
        var (won, lost) = (outcomes.Count(o => o.Won), outcomes.Count(o => !o.Won));
        double slope = 0, intercept = 0;
        foreach (var outcome in outcomes)
        {
            var target = outcome.Won ? (won + 1.0) / (won + 2) : 1.0 / (lost + 2);
            var p = 1 / (1 + Math.Exp(-((calibration.Slope * outcome.Score) + calibration.Intercept)));
            slope += (p - target) * outcome.Score / scale;
            intercept += p - target;
        }

        Assert.Equal(0, slope / outcomes.Length, 1e-9);
        Assert.Equal(0, intercept / outcomes.Length, 1e-9);
    });

#if !NETFRAMEWORK
    [Fact]
    public void Fit_AnyOutcomes_IsTheMinimumThatMathNetFinds() => Property.Holds(30, (random, size) =>
    {
        var outcomes = Outcomes(random, size, 1);
        var calibration = Fit(outcomes);
        var (won, lost) = (outcomes.Count(o => o.Won), outcomes.Count(o => !o.Won));
        var found = MinimumOf(parameters => outcomes.Sum(o =>
        {
            var target = o.Won ? (won + 1.0) / (won + 2) : 1.0 / (lost + 2);
            var logOdds = (parameters[0] * o.Score) + parameters[1];
            var p = Math.Min(1 - 1e-15, Math.Max(1e-15, 1 / (1 + Math.Exp(-logOdds))));
            return -(target * Math.Log(p)) - ((1 - target) * Math.Log(1 - p));
        }) / outcomes.Length);
        foreach (var score in new[] { 0, 0.25, 0.5, 0.75, 1 })
        {
            Assert.Equal(1 / (1 + Math.Exp(-((found[0] * score) + found[1]))), calibration.Probability(score), 1e-4);
        }
    });

    private static Vector<double> MinimumOf(Func<Vector<double>, double> function) =>
        NelderMeadSimplex.Minimum(ObjectiveFunction.Value(function), Vector<double>.Build.Dense(2), 1e-12, 10_000).MinimizingPoint;
#endif

    [Fact]
    public void Fit_SeparatedScores_IsFinite()
    {
        var calibration = Fit([.. Enumerable.Range(0, 40).Select(i => new ScoredOutcome(i < 20 ? 0 : 1, i >= 20))]);
        // With two scores the curve goes through the targets.
        Assert.Equal(1.0 / 22, calibration.Probability(0), 1e-10);
        Assert.Equal(21.0 / 22, calibration.Probability(1), 1e-10);
        Assert.Equal(2 * Math.Log(21), calibration.Slope, 1e-8);
        var far = Fit([.. Enumerable.Range(0, 40).Select(i => new ScoredOutcome(i, i >= 20))]);
        Assert.InRange(far.Slope, 0.1, 10);
        Assert.InRange(far.Probability(39), 0.9, 1);
    }

    [Fact]
    public void Fit_OneScoreForAll_HasNoSlope()
    {
        var calibration = Fit(Of((5, 1), (5, 1), (5, 0), (5, 0), (5, 0)));
        Assert.Equal(0, calibration.Slope);
        Assert.Equal(((2 * 0.75) + (3 * 0.2)) / 5, calibration.Probability(123), 1e-12);
    }

    [Fact]
    public void Fit_HigherScoresWonLessOften_FallsAndSaysSo() =>
        Assert.True(Fit([.. Enumerable.Range(0, 40).Select(i => new ScoredOutcome(i, i < 15 || i == 30))]).Slope < 0);

    [Fact]
    public void Fit_InAnyOrder_HasTheSameBytesAndReadsBack() => Property.Holds(200, (random, size) =>
    {
        var outcomes = Outcomes(random, size, 100);
        var calibration = Fit(outcomes);
        var json = calibration.ToJson();
        Assert.Equal(json, Fit(Shuffled(random, outcomes)).ToJson());
        Assert.Equal(json, PlattCalibration.Parse(json).ToJson());
        var back = Assert.IsType<PlattCalibration>(ScoreCalibration.Parse(json));
        for (var score = -10; score < 110; score++) Assert.Equal(calibration.Probability(score), back.Probability(score));
    });

    [Fact]
    public void Fit_FarOrNearScores_OverflowsNothing()
    {
        var far = Fit(Of((-1.7e308, 0), (1.7e308, 1), (0, 1)));
        Assert.InRange(far.Probability(1.7e308), 0.5, 1);
        Assert.InRange(far.Probability(double.MaxValue), 0.5, 1);
        var fault = Assert.Throws<ArgumentException>("outcomes", () => Fit(Of((0, 0), (1e-323, 1))));
        Assert.Contains("too near to each other", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_TooFewDeals_IsRefusedWithTheReason()
    {
        var fault = Assert.Throws<TooFewOutcomesException>(() =>
            PlattCalibration.Fit(Enumerable.Range(0, 30).Select(i => new ScoredOutcome(i, i >= 5)), minimumLost: 6));
        Assert.Equal("Platt's calibration takes at least 10 won and 6 lost deals; there are 25 won and 5 lost.", fault.Message);
    }

    [Fact]
    public void Probability_WithoutBoundsTold_IsKeptFromOneToNinetyNineHundredths()
    {
        var calibration = PlattCalibration.Fit(Enumerable.Range(0, 2_000).Select(i => new ScoredOutcome(i, i >= 1_000)));
        Assert.Equal(0.01, calibration.Probability(-1e9));
        Assert.Equal(0.99, calibration.Probability(1e9));
    }

    [Theory]
    [InlineData("{\"format\":\"sqo-platt/1\"}", "no text \"lowest\"")]
    [InlineData("{\"format\":\"sqo-platt/1\",\"lowest\":\"0\",\"highest\":\"0\",\"slope\":\"1\",\"intercept\":\"0\"}", "0 and 0")]
    [InlineData(
        "{\"format\":\"sqo-platt/1\",\"lowest\":\"0\",\"highest\":\"1\",\"slope\":\"Infinity\",\"intercept\":\"0\"}", "\"Infinity\"")]
    [InlineData("{\"format\":\"sqo-platt/1\",\"lowest\":\"0\",\"highest\":\"1\",\"slope\":\"1e999\",\"intercept\":\"0\"}", "\"slope\"")]
    [InlineData("{\"format\":\"sqo-platt/1\",\"lowest\":\"0\",\"highest\":\"1\",\"slope\":1,\"intercept\":\"0\"}", "no text \"slope\"")]
    [InlineData("{\"format\":\"sqo-isotonic/1\"}", "\"sqo-isotonic/1\"")]
    [InlineData("null", "not an object")]
    public void Parse_BadData_SaysWhatIsWrong(string json, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => PlattCalibration.Parse(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void ParseOfAny_UnknownFormat_NamesIt() =>
        Assert.Contains(
            "\"sqo-other/1\"", Assert.Throws<FormatException>(() => ScoreCalibration.Parse("{\"format\":\"sqo-other/1\"}")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Probability_OfAnOwnCalibration_IsKeptWithinItsBounds()
    {
        var own = new Doubled();
        Assert.Equal(0.5, own.Probability(0.25));
        Assert.Equal(0.9, own.Probability(0.7));
        Assert.Equal(0.1, own.Probability(-5));
        Assert.Contains(
            "Doubled returned NaN", Assert.Throws<InvalidOperationException>(() => own.Probability(99)).Message, StringComparison.Ordinal);
        Assert.Equal(0.25, own.Measure(Of((0.25, 1))).Brier);
    }

    private sealed class Doubled() : ScoreCalibration(0.1, 0.9)
    {
        protected override double Calibrate(double score) => score == 99 ? double.NaN : 2 * score;
    }

    private static PlattCalibration Fit(IEnumerable<ScoredOutcome> outcomes) => PlattCalibration.Fit(outcomes, 1, 1, 0, 1);

    private static ScoredOutcome[] Outcomes(SeededRandom random, int size, double scale) =>
        [.. Probabilities(random, 8 * size).Concat([new(random.Share(), true), new(random.Share(), false)]).Select(o =>
            o with { Score = o.Score * scale })];
}

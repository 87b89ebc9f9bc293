using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;
using static Sqo.Qualification.Tests.Learning.Measures.OutcomeCases;

namespace Sqo.Qualification.Tests.Learning.Measures;

public class ProbabilityMeasuresTests
{
    [Fact]
    public void Brier_WorkedCase_IsThatOfTheDefinitions() =>
        Assert.Equal(0.136667, ProbabilityMeasures.Of(Of((0.9, 1), (0.6, 0), (0.2, 0))).Brier!.Value, 0.0000005);

    [Fact]
    public void Brier_AndLogLoss_AreMeansOverTheDeals() => Property.Holds(300, (random, size) =>
    {
        var outcomes = Probabilities(random, 8 * size);
        var measures = ProbabilityMeasures.Of(outcomes);
        var brier = outcomes.Average(o => Math.Pow(o.Score - (o.Won ? 1 : 0), 2));
        Assert.Equal(brier, measures.Brier!.Value, 1e-12);
        var loss = outcomes.Average(o => -Math.Log(Math.Min(0.99, Math.Max(0.01, o.Won ? o.Score : 1 - o.Score))));
        Assert.Equal(loss, measures.LogLoss(0.01)!.Value, 1e-12);
        var rate = outcomes.Average(o => o.Won ? 1.0 : 0);
        if (rate is 0 or 1) Assert.Null(measures.BrierSkill);
        else Assert.Equal(1 - (brier / outcomes.Average(o => Math.Pow(rate - (o.Won ? 1 : 0), 2))), measures.BrierSkill!.Value, 1e-10);
    });

    [Fact]
    public void LogLoss_OfASureAndWrongPrediction_IsThatOfTheClamp()
    {
        var measures = ProbabilityMeasures.Of(Of((0, 1)));
        Assert.Equal(-Math.Log(1e-15), measures.LogLoss()!.Value, 1e-10);
        Assert.Equal(-Math.Log(0.05), measures.LogLoss(0.05)!.Value, 1e-12);
        Assert.Equal(0, ProbabilityMeasures.Of(Of((1, 1))).LogLoss()!.Value, 1e-14);
    }

    [Fact]
    public void Reliability_DifferentProbabilities_HasBinsOfEqualCount()
    {
        var outcomes = Enumerable.Range(0, 103).Select(i => new ScoredOutcome(i / 200.0, i % 3 == 0)).ToArray();
        var bins = ProbabilityMeasures.Of(outcomes).Reliability().Bins;
        Assert.Equal(10, bins.Count);
        Assert.All(bins, bin => Assert.InRange(bin.Count, 10, 11));
        Assert.Equal(103, bins.Sum(bin => bin.Count));
        var from = 0;
        foreach (var bin in bins)
        {
            var own = outcomes.Skip(from).Take((int)bin.Count).ToArray();
            from += own.Length;
            Assert.Equal(own.Average(o => o.Score), bin.MeanPredicted, 1e-12);
            Assert.Equal(new ObservedRate(own.Count(o => o.Won), own.Length), bin.Observed);
            Assert.Equal(own[0].Score, bin.Lowest);
            Assert.Equal(own[own.Length - 1].Score, bin.Highest);
        }
    }

    [Fact]
    public void Reliability_EqualProbabilities_StayTogether()
    {
        // 6 deals at 0.5 have the ranks 2 to 8 of 10, the middle 5 in the second bin of two.
        var bins = ProbabilityMeasures.Of(
            Of((0.1, 0), (0.2, 0), (0.5, 1), (0.5, 0), (0.5, 0), (0.5, 1), (0.5, 0), (0.5, 1), (0.8, 1), (0.9, 1)))
            .Reliability(2).Bins;
        Assert.Equal(
            ["predicted 0.15000000000000002, observed 0 of 2", "predicted 0.5875, observed 5 of 8"], bins.Select(bin => bin.ToString()));
        Assert.Equal(
            "predicted 0.5, observed 1 of 2", Assert.Single(ProbabilityMeasures.Of(Of((0.5, 1), (0.5, 0))).Reliability().Bins).ToString());
    }

    [Fact]
    public void Reliability_WhereBinsHoldOneProbability_SplitsTheBrierScore() => Property.Holds(200, (random, _) =>
    {
        // Two probabilities at most, and bins enough to part them.
        var outcomes = Enumerable.Range(0, 40).Select(i => new ScoredOutcome(i < 20 ? 0.3 : 0.7, random.Chance(0.4))).ToArray();
        var measures = ProbabilityMeasures.Of(outcomes);
        var table = measures.Reliability();
        Assert.Equal(2, table.Bins.Count);
        Assert.Equal(measures.Brier!.Value, (table.Reliability - table.Resolution + table.Uncertainty)!.Value, 1e-12);
    });

    [Fact]
    public void CalibrationError_SmallCase_IsTheMeanGap()
    {
        // Bins 0.2 with 0 of 1, 0.6 with 2 of 3: gaps 0.2 and 0.0667.
        var table = ProbabilityMeasures.Of(Of((0.2, 0), (0.6, 1), (0.6, 1), (0.6, 0))).Reliability();
        Assert.Equal((0.2 + (3 * (2.0 / 3 - 0.6))) / 4, table.CalibrationError!.Value, 1e-12);
    }

    [Fact]
    public void Measures_OfNoOutcome_AreNull()
    {
        var measures = ProbabilityMeasures.Of([]);
        Assert.Null(measures.Brier);
        Assert.Null(measures.BrierSkill);
        Assert.Null(measures.LogLoss());
        var table = measures.Reliability();
        Assert.Empty(table.Bins);
        Assert.Null(table.Reliability);
        Assert.Null(table.Resolution);
        Assert.Null(table.Uncertainty);
        Assert.Null(table.CalibrationError);
    }

    [Theory]
    [InlineData(-0.1, "-0.1")]
    [InlineData(1.5, "1.5")]
    [InlineData(double.NaN, "NaN")]
    public void Of_ProbabilityThatCannotBe_IsRefusedWithItsPlace(double p, string text)
    {
        var fault = Assert.Throws<ArgumentException>("outcomes", () => ProbabilityMeasures.Of(Of((0.5, 1), (p, 0))));
        Assert.Contains($"outcome 1 (from 0) is {text};", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_OutOfTheirRange_AreRefused()
    {
        var measures = ProbabilityMeasures.Of(Of((0.5, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("bins", () => measures.Reliability(0));
        Assert.Single(measures.Reliability(int.MaxValue).Bins);
        foreach (var clamp in new[] { 0, 0.5, -1, double.NaN })
        {
            Assert.Throws<ArgumentOutOfRangeException>("clamp", () => measures.LogLoss(clamp));
        }
    }
}

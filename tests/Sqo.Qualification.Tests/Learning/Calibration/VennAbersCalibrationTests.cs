using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;
using Xunit.Abstractions;
using static Sqo.Qualification.Tests.Learning.Measures.OutcomeCases;

namespace Sqo.Qualification.Tests.Learning.Calibration;

public class VennAbersCalibrationTests(ITestOutputHelper output)
{
    private static readonly ScoredOutcome[] Small = Of((10, 0), (20, 0), (30, 1), (40, 0), (50, 1), (60, 1));

    [Theory]
    [InlineData(35, 1.0 / 3, 2.0 / 3, 0.5)]
    [InlineData(45, 1.0 / 3, 1, 0.6)]
    [InlineData(70, 2.0 / 3, 1, 0.75)]
    public void Interval_WorkedCase_IsAsWorked(double score, double low, double high, double merged)
    {
        var probability = Fit(Small).Interval(score);
        Assert.Equal(low, probability.Low, 1e-15);
        Assert.Equal(high, probability.High, 1e-15);
        Assert.Equal(merged, probability.Merged, 1e-15);
        Assert.Equal(merged, Fit(Small).Probability(score), 1e-15);
    }

    [Fact]
    public void Interval_AnyOutcomes_IsThatOfTwoIsotonicFitsWithTheDeal() => Property.Holds(Deep.Size(60, 400), (random, size) =>
    {
        var outcomes = Outcomes(random, size);
        var calibration = Fit(outcomes);
        for (var i = 0; i < 20; i++)
        {
            var score = random.Chance(0.5) ? random.Pick(outcomes).Score : random.Below(1_200) / 1_000.0;
            var probability = calibration.Interval(score);
            Assert.Equal(With(false), probability.Low, 1e-15);
            Assert.Equal(With(true), probability.High, 1e-15);
            Assert.InRange(probability.Merged, probability.Low, probability.High);

            double With(bool won) => IsotonicCalibration.Fit([.. outcomes, new(score, won)], 1, 1, 0, 1).Probability(score);
        }
    });

    [Fact]
    public void Interval_HigherScores_IsNeverLower() => Property.Holds(50, (random, size) =>
    {
        var calibration = Fit(Outcomes(random, size));
        VennAbersProbability last = default;
        for (var score = -0.1; score <= 1.1; score += 0.007)
        {
            var probability = calibration.Interval(score);
            Assert.InRange(probability.Low, last.Low, probability.High);
            Assert.InRange(probability.High, last.High, 1);
            last = probability;
        }
    });

    [Fact]
    public void Interval_OfSimulatedDeals_HoldsTheirWinRate()
    {
        // The probability picked by how the deal ended is calibrated: on average it is the win rate, although the score is distorted.
        var random = new SeededRandom(14);
        double picked = 0, low = 0, high = 0, won = 0;
        var count = Deep.Runs(400, 10_000);
        var outcomes = new List<(double Picked, double Merged, double Score, bool Won)>();
        for (var i = 0; i < count; i++)
        {
            var calibration = Fit([.. Enumerable.Range(0, 60).Select(_ => Next())]);
            var deal = Next();
            var probability = calibration.Interval(deal.Score);
            picked += deal.Won ? probability.High : probability.Low;
            low += probability.Low;
            high += probability.High;
            won += deal.Won ? 1 : 0;
            outcomes.Add((deal.Won ? probability.High : probability.Low, probability.Merged, deal.Score, deal.Won));
        }

        // And so it is in each fifth of these probabilities; the score itself, taken for a probability, is not.
        foreach (var fifth in Fifths(outcome => outcome.Picked))
        {
            output.WriteLine($"picked {fifth.Predicted:F4}, won {fifth.Won:F4}; merged of these {fifth.Merged:F4}");
            Assert.InRange(fifth.Won, fifth.Predicted - fifth.Error, fifth.Predicted + fifth.Error);
        }

        foreach (var fifth in Fifths(outcome => outcome.Merged)) output.WriteLine($"merged {fifth.Predicted:F4}, won {fifth.Won:F4}");
        var naive = Fifths(outcome => outcome.Score);
        foreach (var fifth in naive) output.WriteLine($"naive {fifth.Predicted:F4}, won {fifth.Won:F4}");
        Assert.Contains(naive, fifth => fifth.Won > fifth.Predicted + (2 * fifth.Error));

        var error = 3 * Math.Sqrt(0.25 / count);
        Assert.InRange(picked / count, (won / count) - error, (won / count) + error);
        Assert.InRange(won / count, (low / count) - error, (high / count) + error);
        Assert.True(high - low > 0.05 * count, "60 deals tell less than that.");

        (double Predicted, double Won, double Merged, double Error)[] Fifths(
            Func<(double Picked, double Merged, double Score, bool Won), double> by)
        {
            var order = outcomes.OrderBy(by).ToList();
            return [.. Enumerable.Range(0, 5).Select(i => order.GetRange(i * count / 5, ((i + 1) * count / 5) - (i * count / 5)))
                .Select(part => (
                    part.Average(by), part.Average(outcome => outcome.Won ? 1.0 : 0), part.Average(outcome => outcome.Merged),
                    3.5 * Math.Sqrt(0.25 / part.Count)))];
        }

        ScoredOutcome Next()
        {
            var p = random.Share();
            return new(Math.Pow(p, 3), random.Chance(p));
        }
    }

    [Fact]
    public void Fit_InAnyOrder_HasTheSameBytesAndReadsBack() => Property.Holds(100, (random, size) =>
    {
        var outcomes = Outcomes(random, size);
        var calibration = Fit(outcomes);
        var json = calibration.ToJson();
        Assert.Equal(json, Fit(Shuffled(random, outcomes)).ToJson());
        var back = Assert.IsType<VennAbersCalibration>(ScoreCalibration.Parse(json));
        Assert.Equal(json, back.ToJson());
        for (var score = -0.1; score <= 1.1; score += 0.01) Assert.Equal(calibration.Interval(score), back.Interval(score));
    });

    [Fact]
    public void ToJson_SmallCase_IsPlainData() => Assert.Equal(
        "{\"format\":\"sqo-venn-abers/1\",\"lowest\":\"0\",\"highest\":\"1\",\"scores\":[{\"score\":\"1\",\"won\":\"1\",\"lost\":\"0\"}," +
        "{\"score\":\"2\",\"won\":\"0\",\"lost\":\"2\"}]}",
        Fit(Of((2, 0), (1, 1), (2, 0))).ToJson());

    [Theory]
    [InlineData("[]", "The list \"scores\" is empty.")]
    [InlineData("[{\"score\":\"1\",\"won\":\"0\",\"lost\":\"0\"}]", "Score 0 has 0 deals; it must have from 1 to 2147483647.")]
    [InlineData(
        "[{\"score\":\"1\",\"won\":\"1\",\"lost\":\"0\"},{\"score\":\"1\",\"won\":\"1\",\"lost\":\"0\"}]",
        "Score 1 is 1, which is not above the one before.")]
    [InlineData(
        "[{\"score\":\"1\",\"won\":\"2147483647\",\"lost\":\"1\"}]", "Score 0 has 2147483648 deals; it must have from 1 to 2147483647.")]
    public void Parse_OtherThanACalibration_SaysWhatIsWrong(string scores, string message) => Assert.Equal(
        message,
        Assert.Throws<FormatException>(() => VennAbersCalibration.Parse(
            $"{{\"format\":\"sqo-venn-abers/1\",\"lowest\":\"0.01\",\"highest\":\"0.99\",\"scores\":{scores}}}")).Message);

    [Fact]
    public void Fit_BadArguments_AreRefused()
    {
        Assert.Throws<ArgumentNullException>(() => VennAbersCalibration.Fit(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => VennAbersCalibration.Fit(Small, minimumWon: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => VennAbersCalibration.Fit(Small, 1, 1, 0.5, 0.5));
        Assert.Throws<ArgumentException>(() => VennAbersCalibration.Fit([new(double.NaN, true)], 1, 1));
        Assert.Throws<TooFewOutcomesException>(() => VennAbersCalibration.Fit(Small));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit(Small).Interval(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit(Small).Interval(double.PositiveInfinity));
    }

    private static VennAbersCalibration Fit(ScoredOutcome[] outcomes) => VennAbersCalibration.Fit(outcomes, 1, 1, 0, 1);

    /// <summary>At least one won and one lost deal, some of them of equal scores.</summary>
    private static ScoredOutcome[] Outcomes(SeededRandom random, int size) =>
        [.. Probabilities(random, size), new(random.Share(), true), new(random.Share(), false)];
}

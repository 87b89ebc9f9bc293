using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;
using static Sqo.Qualification.Tests.Learning.Measures.OutcomeCases;

namespace Sqo.Qualification.Tests.Learning.Calibration;

public class IsotonicCalibrationTests
{
    private static readonly ScoredOutcome[] Small = Of((1, 0), (2, 1), (3, 0), (3, 0), (5, 1), (8, 1));

    [Fact]
    public void Fit_SmallCase_PoolsAdjacentViolators()
    {
        // Rates by score: 0, 1, 0 (two deals), 1, 1. 1 falls to 0, so 2 and 3 are pooled to 1 of 3; 5 and 8 are equal.
        var calibration = Fit(Small);
        Assert.Equal(
            ["1-1: 0 of 1", "2-3: 1 of 3", "5-8: 2 of 2"],
            calibration.Blocks.Select(block => $"{block.From}-{block.To}: {block.Observed}"));
        Assert.Equal(0, calibration.Probability(-100));
        Assert.Equal(0, calibration.Probability(1));
        Assert.Equal(1.0 / 6, calibration.Probability(1.5), 1e-15);
        Assert.Equal(1.0 / 3, calibration.Probability(2));
        Assert.Equal(1.0 / 3, calibration.Probability(2.7));
        Assert.Equal(2.0 / 3, calibration.Probability(4), 1e-15);
        Assert.Equal(1, calibration.Probability(6));
        Assert.Equal(1, calibration.Probability(1e300));
    }

    [Fact]
    public void Fit_AnyOutcomes_IsTheMinMaxFormula() => Property.Holds(Deep.Size(60, 200), (random, size) =>
    {
        var outcomes = Outcomes(random, size);
        var calibration = Fit(outcomes);
        var groups = outcomes.GroupBy(o => o.Score)
            .OrderBy(g => g.Key)
            .Select(g => new { Score = g.Key, Won = g.Count(o => o.Won), Count = g.Count() })
            .ToList();
        for (var i = 0; i < groups.Count; i++)
        {
            // The greatest over starts at or before, of the least over ends at or after, of the mean between.
            var expected = Enumerable.Range(0, i + 1).Max(s => Enumerable.Range(i, groups.Count - i).Min(e =>
                groups.Skip(s).Take(e - s + 1).Sum(g => g.Won) / (double)groups.Skip(s).Take(e - s + 1).Sum(g => g.Count)));
            Assert.Equal(expected, calibration.Probability(groups[i].Score), 1e-12);
        }

        Assert.Equal(outcomes.Average(o => o.Won ? 1.0 : 0), outcomes.Average(o => calibration.Probability(o.Score)), 1e-12);
    });

    [Fact]
    public void Probability_OfHigherScores_IsNeverLower() => Property.Holds(200, (random, size) =>
    {
        var calibration = Fit(Outcomes(random, size));
        var last = 0.0;
        for (var score = -0.1; score <= 1.1; score += 0.003)
        {
            var p = calibration.Probability(score);
            Assert.InRange(p, last, 1);
            last = p;
        }
    });

    [Fact]
    public void Fit_InAnyOrder_HasTheSameBytesAndReadsBack() => Property.Holds(200, (random, size) =>
    {
        var outcomes = Outcomes(random, size);
        var calibration = Fit(outcomes);
        var json = calibration.ToJson();
        Assert.Equal(json, Fit(Shuffled(random, outcomes)).ToJson());
        var back = IsotonicCalibration.Parse(json);
        Assert.Equal(json, back.ToJson());
        Assert.Equal(json, Assert.IsType<IsotonicCalibration>(ScoreCalibration.Parse(json)).ToJson());
        for (var score = -0.1; score <= 1.1; score += 0.01) Assert.Equal(calibration.Probability(score), back.Probability(score));
    });

    [Fact]
    public void ToJson_SmallCase_IsPlainData() => Assert.Equal(
        "{\"format\":\"sqo-isotonic/1\",\"lowest\":\"0\",\"highest\":\"1\",\"blocks\":[" +
        "{\"from\":\"1\",\"to\":\"1\",\"won\":\"0\",\"lost\":\"1\"}," +
        "{\"from\":\"2\",\"to\":\"3\",\"won\":\"1\",\"lost\":\"2\"},{\"from\":\"5\",\"to\":\"8\",\"won\":\"2\",\"lost\":\"0\"}]}",
        Fit(Small).ToJson());

    [Fact]
    public void Probability_WithoutBoundsTold_IsKeptFromOneToNinetyNineHundredths()
    {
        var calibration = IsotonicCalibration.Fit(Enumerable.Range(0, 40).Select(i => new ScoredOutcome(i, i >= 20)));
        Assert.Equal(0.01, calibration.Probability(0));
        Assert.Equal(0.99, calibration.Probability(39));
        Assert.Equal(0.5, calibration.Probability(19.5));
    }

    [Fact]
    public void Fit_TooFewDeals_IsRefusedWithTheReason()
    {
        var fault = Assert.Throws<TooFewOutcomesException>(() =>
            IsotonicCalibration.Fit(Enumerable.Range(0, 30).Select(i => new ScoredOutcome(i, i >= 21))));
        Assert.Equal("Isotonic calibration takes at least 10 won and 10 lost deals; there are 9 won and 21 lost.", fault.Message);
        Assert.Equal([9, 21, 10, 10], [(int)fault.Won, (int)fault.Lost, fault.MinimumWon, fault.MinimumLost]);
        Assert.Throws<ArgumentOutOfRangeException>("minimumWon", () => IsotonicCalibration.Fit(Small, minimumWon: 0));
        Assert.Throws<ArgumentOutOfRangeException>("minimumLost", () => IsotonicCalibration.Fit(Small, minimumLost: -1));
        Assert.Throws<ArgumentOutOfRangeException>("lowest", () => IsotonicCalibration.Fit(Small, 1, 1, 0.5, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("lowest", () => IsotonicCalibration.Fit(Small, 1, 1, double.NaN));
        Assert.Throws<ArgumentException>("outcomes", () => IsotonicCalibration.Fit(Of((double.NaN, 1))));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void Probability_OfNoFiniteScore_IsRefused(double score) =>
        Assert.Throws<ArgumentOutOfRangeException>("score", () => Fit(Small).Probability(score));

    [Fact]
    public void Probability_BetweenFarScores_OverflowsNothing() =>
        Assert.Equal(0.5, Fit(Of((-1.7e308, 0), (1.7e308, 1))).Probability(0), 1e-12);

    [Fact]
    public void Measure_OnOtherDeals_GivesTheirReliability()
    {
        var calibration = Fit(Small);
        var measures = calibration.Measure(Of((1, 1), (2, 0), (2, 1), (9, 1)));
        Assert.Equal(
            ["predicted 0, observed 1 of 1", "predicted 0.3333333333333333, observed 1 of 2", "predicted 1, observed 1 of 1"],
            measures.Reliability().Bins.Select(bin => bin.ToString()));
    }

    [Theory]
    [MemberData(nameof(BadData))]
    public void Parse_BadData_SaysWhatIsWrong(string json, string reason)
    {
        var fault = Assert.Throws<FormatException>(() => IsotonicCalibration.Parse(json));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    public static IEnumerable<object[]> BadData()
    {
        var good = Fit(Small).ToJson();
        object[] Planted(string text, string by, string reason) =>
            good.Contains(text) ? [good.Replace(text, by), reason] : throw new InvalidOperationException($"{text} is not in the data.");

        yield return ["", "the end too early"];
        yield return ["[]", "not an object"];
        yield return ["{}", "no text \"format\""];
        yield return [good.Substring(0, good.Length - 1), "line 1, column"];
        yield return Planted("isotonic/1", "isotonic/2", "\"sqo-isotonic/2\"");
        yield return Planted("\"lowest\":\"0\"", "\"lowest\":\"2\"", "2 and 1");
        yield return Planted("\"lowest\":\"0\",", "", "no text \"lowest\"");
        yield return Planted("\"blocks\":[", "\"rest\":[],\"blocks\":{},\"x\":[", "no list \"blocks\"");
        yield return Planted("\"from\":\"2\"", "\"from\":\"NaN\"", "\"NaN\"");
        yield return Planted("\"from\":\"2\"", "\"from\":\"4\"", "goes from 4 to 3");
        yield return Planted("\"from\":\"2\"", "\"from\":\"1\"", "starts at 1");
        yield return Planted("\"won\":\"1\"", "\"won\":\"0\"", "The rate of Block 1");
        yield return Planted("\"won\":\"1\"", "\"won\":\"-1\"", "\"-1\"");
        yield return Planted("\"won\":\"1\"", "\"won\":\"1.5\"", "\"1.5\"");
        yield return Planted("\"won\":\"1\"", "\"won\":\"99999999999999\"", "99999999999999");
        yield return Planted("\"won\":\"0\",\"lost\":\"1\"", "\"won\":\"0\",\"lost\":\"0\"", "no deal");
        yield return ["{\"format\":\"sqo-isotonic/1\",\"lowest\":\"0\",\"highest\":\"1\",\"blocks\":[]}", "empty"];
        yield return ["{\"format\":\"sqo-isotonic/1\",\"lowest\":\"0\",\"highest\":\"1\",\"blocks\":[7]}", "a block is not an object"];
    }

    private static IsotonicCalibration Fit(IEnumerable<ScoredOutcome> outcomes) => IsotonicCalibration.Fit(outcomes, 1, 1, 0, 1);

    private static ScoredOutcome[] Outcomes(SeededRandom random, int size) =>
        [.. Probabilities(random, 4 * size), new(random.Share(), true), new(random.Share(), false)];
}

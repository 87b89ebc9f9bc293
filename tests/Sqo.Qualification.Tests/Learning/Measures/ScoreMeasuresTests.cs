using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;
using static Sqo.Qualification.Tests.Learning.Measures.OutcomeCases;

namespace Sqo.Qualification.Tests.Learning.Measures;

public class ScoreMeasuresTests
{
    [Fact]
    public void Auc_SmallCase_IsTheShareOfPairs()
    {
        // Pairs won over lost: 5>3, 5>2, 5=5 half, 2=2 half, 2<3, 2<5: 3 of 6.
        var measures = ScoreMeasures.Of(Of((5, 1), (2, 1), (5, 0), (3, 0), (2, 0)));
        Assert.Equal(0.5, measures.Auc);
        Assert.Equal(2, measures.Won);
        Assert.Equal(3, measures.Lost);
        Assert.Equal(new ObservedRate(2, 5), measures.BaseRate);
    }

    [Fact]
    public void Auc_AnyOutcomes_IsThatOfAllPairsAndItsErrorThatOfDeLong() => Property.Holds(Deep.Size(75, 300), (random, size) =>
    {
        var outcomes = Probabilities(random, random.Between(2, 12 * size));
        var measures = ScoreMeasures.Of(outcomes);
        var won = outcomes.Where(o => o.Won).Select(o => o.Score).ToArray();
        var lost = outcomes.Where(o => !o.Won).Select(o => o.Score).ToArray();
        if (won.Length == 0 || lost.Length == 0)
        {
            Assert.Null(measures.Auc);
            Assert.Null(measures.AucInterval());
            return;
        }

        var auc = won.Average(w => lost.Average(l => Psi(w, l)));
        Assert.Equal(auc, measures.Auc!.Value, 1e-12);
        if (won.Length < 2 || lost.Length < 2)
        {
            Assert.Null(measures.AucStandardError);
            return;
        }

        // The structural components, as in the paper of 1988: every pair is looked at.
        var v10 = won.Select(w => lost.Average(l => Psi(w, l))).ToArray();
        var v01 = lost.Select(l => won.Average(w => Psi(w, l))).ToArray();
        var variance = (v10.Sum(v => (v - auc) * (v - auc)) / (won.Length - 1) / won.Length)
            + (v01.Sum(v => (v - auc) * (v - auc)) / (lost.Length - 1) / lost.Length);
        if (variance < 1e-20)
        {
            Assert.Null(measures.AucStandardError);
            return;
        }

        Assert.Equal(Math.Sqrt(variance), measures.AucStandardError!.Value, 1e-12);
        var interval = measures.AucInterval(0.9)!.Value;
        Assert.Equal(Math.Max(0, auc - (1.6448536269514722 * Math.Sqrt(variance))), interval.Low, 1e-12);
        Assert.Equal(Math.Min(1, auc + (1.6448536269514722 * Math.Sqrt(variance))), interval.High, 1e-12);

        static double Psi(double w, double l) => w > l ? 1 : w == l ? 0.5 : 0;
    });

    [Fact]
    public void Auc_OfSeparatedOrEqualScores_HasNoInterval()
    {
        var separated = ScoreMeasures.Of(Of((1, 0), (2, 0), (3, 1), (4, 1)));
        Assert.Equal(1, separated.Auc);
        Assert.Null(separated.AucStandardError);
        Assert.Null(separated.AucInterval());
        var equal = ScoreMeasures.Of(Of((7, 0), (7, 0), (7, 0), (7, 1), (7, 1), (7, 1), (7, 1)));
        Assert.Equal(0.5, equal.Auc);
        Assert.Null(equal.AucInterval());
    }

    [Fact]
    public void Auc_OfManyDeals_OverflowsNothing()
    {
        // Of 200,000 deals there are more pairs than an int counts.
        var half = Deep.Size(100_000, 500_000);
        var measures = ScoreMeasures.Of(Enumerable.Range(0, 2 * half).Select(i => new ScoredOutcome(i, i >= half)));
        Assert.Equal(1, measures.Auc);
    }

    [Fact]
    public void AucInterval_OfManySamples_HoldsTheTruthAsOftenAsItSays()
    {
        // Scores of lost uniform on 0..1, of won uniform on 0.25..1.25: the true area is 1 - 0.75^2 / 2.
        const double Truth = 1 - (0.75 * 0.75 / 2);
        var random = new SeededRandom(11);
        var held = 0;
        for (var sample = 0; sample < 1_000; sample++)
        {
            var outcomes = Enumerable.Range(0, 160).Select(i =>
                i < 60 ? new ScoredOutcome(random.Share() + 0.25, true) : new ScoredOutcome(random.Share(), false));
            var interval = ScoreMeasures.Of(outcomes).AucInterval()!.Value;
            if (interval.Low <= Truth && Truth <= interval.High) held++;
        }

        Assert.InRange(held, 925, 970);
    }

    [Fact]
    public void Lift_SmallCase_IsTheWinRateOfTheTopOverThatOfAll()
    {
        var outcomes = Enumerable.Range(0, 20).Select(i => new ScoredOutcome(i, i is 19 or 18 or 3 or 1)).ToArray();
        var measures = ScoreMeasures.Of(outcomes);
        Assert.Equal(5, measures.Lift()!.Value, 1e-12);
        Assert.Equal(0.5, measures.Gain(0.1)!.Value, 1e-12);
        Assert.Equal(1, measures.Lift(1)!.Value, 1e-12);
        // A deal and a half of those on top.
        Assert.Equal(1.5 / 4, measures.Gain(0.075)!.Value, 1e-12);
    }

    [Fact]
    public void Gain_CutWithinEqualScores_TakesTheirShare()
    {
        // Of ten equal deals two were won; three of them count for 0.6.
        var outcomes = Enumerable.Range(0, 10).Select(i => new ScoredOutcome(1, i < 2));
        Assert.Equal(0.3, ScoreMeasures.Of(outcomes).Gain(0.3)!.Value, 1e-12);
        Assert.Equal(1, ScoreMeasures.Of(outcomes).Lift()!.Value, 1e-12);
    }

    [Fact]
    public void At_SmallCase_CountsTheScoreAtTheThreshold()
    {
        var counts = ScoreMeasures.Of(Of((0.9, 1), (0.6, 1), (0.6, 0), (0.4, 1), (0.2, 0))).At(0.6);
        Assert.Equal("from 0.6: TP 2, FP 1, FN 1, TN 1", counts.ToString());
        Assert.Equal(new ObservedRate(2, 3), counts.Precision);
        Assert.Equal(new ObservedRate(2, 3), counts.Recall);
        Assert.Equal(2.0 / 3, counts.F1!.Value, 1e-15);
        Assert.Equal(new ObservedRate(2, 3).Interval(), counts.Precision.Interval());
    }

    [Fact]
    public void F1_WhereOneOfTheTwoIsUndefined_IsNull()
    {
        var measures = ScoreMeasures.Of(Of((1, 1), (0, 0)));
        Assert.Null(measures.At(2).F1);
        Assert.Null(measures.At(2).Precision.Value);
        Assert.Equal(0, measures.At(2).Recall.Value);
        Assert.Null(ScoreMeasures.Of(Of((1, 0))).At(0).F1);
        Assert.Equal(0, ScoreMeasures.Of(Of((1, 0), (0, 1))).At(1).F1);
    }

    [Fact]
    public void Curve_AnyOutcomes_HasEveryThresholdFromNoneToAll() => Property.Holds(200, (random, size) =>
    {
        var outcomes = Probabilities(random, random.Between(0, 6 * size));
        var measures = ScoreMeasures.Of(outcomes);
        var thresholds = outcomes.Select(o => o.Score).Distinct().OrderByDescending(score => score).ToList();
        var curve = measures.Curve();
        Assert.Equal([null, .. thresholds.Select(t => (double?)t)], curve.Select(point => point.Threshold));
        Assert.Equal(0, curve[0].TruePositives + curve[0].FalsePositives);
        foreach (var point in curve.Skip(1))
        {
            Assert.Equal(outcomes.Count(o => o.Won && o.Score >= point.Threshold), point.TruePositives);
            Assert.Equal(outcomes.Count(o => !o.Won && o.Score >= point.Threshold), point.FalsePositives);
            Assert.Equal(outcomes.Count(o => o.Won && o.Score < point.Threshold), point.FalseNegatives);
            Assert.Equal(outcomes.Count(o => !o.Won && o.Score < point.Threshold), point.TrueNegatives);
            Assert.Equal(point.ToString(), measures.At(point.Threshold!.Value).ToString());
        }
    });

    [Fact]
    public void BestThreshold_AnyOutcomes_IsTheCheapestAndOfEqualOnesTheHighest() => Property.Holds(200, (random, size) =>
    {
        var outcomes = Probabilities(random, random.Between(1, 6 * size));
        int falsePositive = random.Between(0, 4), falseNegative = random.Between(0, 4);
        var best = ScoreMeasures.Of(outcomes).BestThreshold(falsePositive, falseNegative)!;
        var all = outcomes.Select(o => o.Score).Concat([double.MaxValue]).Distinct()
            .Select(t => (Threshold: t, Cost: outcomes.Sum(o => o.Score >= t ? (o.Won ? 0 : falsePositive) : (o.Won ? falseNegative : 0))))
            .ToList();
        Assert.Equal(all.Min(c => c.Cost), best.Cost);
        Assert.Equal(all.Where(c => c.Cost == best.Cost).Max(c => c.Threshold), best.Threshold ?? double.MaxValue);
        Assert.Equal(best.Cost, (best.Counts.FalsePositives * falsePositive) + (best.Counts.FalseNegatives * falseNegative));
    });

    [Fact]
    public void Measures_OfNoOutcome_AreNull()
    {
        var measures = ScoreMeasures.Of([]);
        Assert.Null(measures.Auc);
        Assert.Null(measures.AucStandardError);
        Assert.Null(measures.AucInterval());
        Assert.Null(measures.Gain(0.5));
        Assert.Null(measures.Lift());
        Assert.Null(measures.BestThreshold(1, 1));
        Assert.Null(measures.At(0).F1);
        Assert.Null(Assert.Single(measures.Curve()).Threshold);
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void Of_ScoreThatIsNoFiniteNumber_IsRefusedWithItsPlace(double score, string text)
    {
        var fault = Assert.Throws<ArgumentException>("outcomes", () => ScoreMeasures.Of(Of((1, 1), (2, 0), (score, 1))));
        Assert.Contains($"outcome 2 (from 0) is {text};", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_OutOfTheirRange_AreRefused()
    {
        var measures = ScoreMeasures.Of(Of((1, 1)));
        foreach (var share in new[] { 0, -1, 1.01, double.NaN })
        {
            Assert.Throws<ArgumentOutOfRangeException>("share", () => measures.Gain(share));
            Assert.Throws<ArgumentOutOfRangeException>("share", () => measures.Lift(share));
        }

        Assert.Throws<ArgumentOutOfRangeException>("threshold", () => measures.At(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("falsePositive", () => measures.BestThreshold(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("falseNegative", () => measures.BestThreshold(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => measures.AucInterval(1));
        Assert.Throws<ArgumentNullException>("outcomes", () => ScoreMeasures.Of(null!));
    }

    [Fact]
    public void Measures_InAnyOrder_HaveTheSameBits() => Property.Holds(Deep.Size(60, 200), (random, size) =>
    {
        var outcomes = Probabilities(random, 10 * size);
        Assert.Equal(Bits(outcomes), Bits(Shuffled(random, outcomes)));
        // 0 and -0 are one score.
        Assert.Equal(Bits(outcomes), Bits([.. outcomes.Select(o => o.Score == 0 ? o with { Score = -0.0 } : o)]));

        static List<long> Bits(ScoredOutcome[] outcomes)
        {
            var measures = ProbabilityMeasures.Of(outcomes);
            var table = measures.Reliability();
            return [.. new[]
            {
                measures.Brier, measures.LogLoss(), measures.BrierSkill, measures.Ranking.Auc, measures.Ranking.AucStandardError,
                measures.Ranking.Lift(), table.Reliability, table.Resolution, table.CalibrationError,
            }.Concat(table.Bins.SelectMany(bin =>
                new double?[] { bin.Lowest, bin.Highest, bin.MeanPredicted, bin.Count, bin.Observed.Value }))
                .Select(value => BitConverter.DoubleToInt64Bits(value ?? -1))];
        }
    });
}

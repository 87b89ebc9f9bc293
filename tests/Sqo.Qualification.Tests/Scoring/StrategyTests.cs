using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Scoring;

/// <summary>Small cases worked by hand.</summary>
public class StrategyTests
{
    private const string Mean = "mean";
    private const string Weakest = "weakest";
    private const string Geometric = "geometric";

    // Weights 1, 2 and 5; NaN is unknown.
    [Theory]
    [InlineData(Mean, 1, 0.5, 0.2, 37.5, 37.5, 37.5)] // (1 + 1 + 1) / 8
    [InlineData(Mean, 1, 0.5, double.NaN, 66.6666666667, 25, 87.5)] // 2 / 3; 2 / 8; 7 / 8
    [InlineData(Mean, double.NaN, double.NaN, double.NaN, 0, 0, 100)]
    [InlineData(Mean, 0, double.NaN, double.NaN, 0, 0, 87.5)]
    [InlineData(Weakest, 1, 0.5, 0.2, 20, 20, 20)]
    [InlineData(Weakest, 1, 0.5, double.NaN, 50, 0, 50)]
    [InlineData(Weakest, double.NaN, double.NaN, double.NaN, 0, 0, 100)]
    [InlineData(Weakest, 0, double.NaN, 1, 0, 0, 0)]
    [InlineData(Geometric, 1, 0.25, 1, 70.7106781187, 70.7106781187, 70.7106781187)] // 0.25^(2/8)
    [InlineData(Geometric, 1, 0.125, double.NaN, 25, 0, 59.4603557501)] // 0.125^(2/3); 0.125^(2/8)
    [InlineData(Geometric, double.NaN, double.NaN, double.NaN, 0, 0, 100)]
    [InlineData(Geometric, 1, 0, double.NaN, 0, 0, 0)]
    public void Decide_ThreeValues_AreScoredAsByHand(
        string strategy, double a, double b, double c, double score, double lowest, double highest)
    {
        var decision = Three(strategy).Decide([a, b, c], Asking.AsOf);
        Assert.Equal(score, decision.Score, 1e-9);
        Assert.Equal(lowest, decision.Lowest, 1e-9);
        Assert.Equal(highest, decision.Highest, 1e-9);
    }

    [Theory]
    [InlineData(Mean, 1, 0.5, 0.2, "12.5 12.5 12.5")]
    [InlineData(Mean, 1, 0.5, double.NaN, "33.33 33.33 0")]
    [InlineData(Weakest, 1, 0.5, 0.2, "base 100 0 0 -80")]
    [InlineData(Weakest, 1, 0.5, double.NaN, "base 100 0 -50 0")]
    [InlineData(Weakest, double.NaN, double.NaN, double.NaN, "base 100 -33.33 -33.33 -33.34")]
    [InlineData(Geometric, 1, 0.125, double.NaN, "base 100 0 -75 0")]
    [InlineData(Geometric, 0, 0.5, 0, "base 100 -16.67 0 -83.33")] // by weight, among the zeros
    [InlineData(Geometric, 1, 1, 1, "base 100 0 0 0")]
    public void Lines_ThreeValues_AreAsByHand(string strategy, double a, double b, double c, string expected)
    {
        var result = Three(strategy).Explain([a, b, c], Asking.AsOf);
        var lines = string.Join(
            " ", result.Lines.Select(l => FormattableString.Invariant($"{(l.Kind == ScoreLineKind.Base ? "base " : "")}{l.Points:0.##}")));
        Assert.Equal(expected, lines);
        Assert.Equal(result.DisplayScore, result.Lines.Sum(l => l.Points));
    }

    // 100 x (0.11 + 0.7) / (0.11 + 0.7) is more than 100 by a rounding; what is left of 5e-324 can't be divided by.
    [Theory]
    [InlineData(0.11, 0.7)]
    [InlineData(double.Epsilon, double.Epsilon)]
    public void ScoreByWeightedMean_AllMet_IsAHundredWhateverTheWeights(double first, double second)
    {
        var profile = QualificationProfile.Create<double?[]>("mean", p =>
        {
            p.Criterion("a", d => d[0]).AtLeast(1d).Weight(first);
            p.Criterion("b", d => d[1]).AtLeast(1d).Weight(second);
            p.ScoreByWeightedMean().QualifyAt(60);
        });
        var result = profile.Explain([1, 1], Asking.AsOf);
        Assert.Equal(100, result.Decision.Score);
        Assert.Equal(100, result.Decision.Lowest);
        Assert.Equal(100, result.Decision.Highest);
        Assert.Equal(100m, result.Lines.Sum(l => l.Points));
    }

    [Fact]
    public void ScoreByFitAndEngagement_WeightThatACapSwallows_IsRefused()
    {
        var fault = Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create<double?[]>("graded", p =>
        {
            p.Group("size", g => g.Criterion("employees", d => d[0]).AtLeast(1d).Weight(1e12).Dimension(Dimensions.Fit)).Cap(20);
            p.Criterion("visits", d => d[1]).AtLeast(1d).Weight(1).Dimension(Dimensions.Engagement);
            p.ScoreByFitAndEngagement().QualifyAt(60);
        }));
        Assert.Equal(
            "\"employees\": the weight is 1000000000000, while the points of the dimension \"fit\" span 20; " +
            "it must not be more than a thousand times that, or the points can't be told apart.",
            Assert.Single(fault.Faults).ToString());
    }

    [Fact]
    public void Decide_EqualWeights_AreTheMeansOfMathNet() => Property.Holds(500, (random, size) =>
    {
        var values = Enumerable.Range(0, size).Select(_ => 0.01 + (0.99 * random.Share())).ToArray();
        Assert.Equal(100 * Oracle.Mean(values), Equal(p => p.ScoreByWeightedMean()), 1e-9);
        Assert.Equal(100 * Oracle.GeometricMean(values), Equal(p => p.ScoreByGeometricMean()), 1e-9);
        Assert.Equal(100 * Oracle.Minimum(values), Equal(p => p.ScoreByWeakestLink()), 1e-9);

        double Equal(Action<ProfileBuilder<double[]>> scoreBy) => QualificationProfile.Create<double[]>("equal", p =>
        {
            for (var i = 0; i < size; i++)
            {
                var index = i;
                p.Criterion("c" + i, x => x[index]).Linear(0, 1).Weight(3.3);
            }

            scoreBy(p);
            p.QualifyAt(0);
        }).Decide(values, Asking.AsOf).Score;
    });

    [Fact]
    public void WeightedMean_UnknownCurveThatEndsLow_ScoreKeepsToTheHighest()
    {
        var profile = QualificationProfile.Create<double[]>("low", p =>
        {
            p.Criterion("a", x => x[0]).Linear(0, 1).Weight(1);
            p.Criterion("b", x => x[1]).Steps(new CurvePoint(0, 0.2), new CurvePoint(1, 0.4)).Weight(3);
            p.ScoreByWeightedMean().QualifyAt(10);
        });
        // Alone 1 would be 100, but with the best of the other it is (1 + 1.2) / 4.
        Assert.Equal(55, profile.Decide([1, double.NaN], Asking.AsOf).Score, 1e-9);
        Assert.Equal(55, profile.Decide([1, 5], Asking.AsOf).Score, 1e-9);
    }

    // Tiers "must" (two of weight 1) and "may" (weights 3 and 1) of 4 levels: 25 scores, 100 / 24 apart.
    [Theory]
    [InlineData(1, 1, 1, 1, 24, 24)]
    [InlineData(0, 0, 0, 0, 0, 0)]
    [InlineData(1, 0, 1, 1, 14, 14)] // level 2 and level 4
    [InlineData(0.49, 0, 1, 1, 4, 4)] // 0.245 of 4 is level 0
    [InlineData(0.5, 0, 0, 0, 5, 5)] // exactly level 1: above all of the second tier
    [InlineData(1, double.NaN, double.NaN, 1, 11, 24)]
    [InlineData(double.NaN, double.NaN, double.NaN, double.NaN, 0, 24)]
    public void Tiers_FourLevels_AreTheDigitsOfTheScore(double a, double b, double c, double d, int lowest, int highest)
    {
        var profile = QualificationProfile.Create<double[]>("tiers", p =>
        {
            p.Group("may", g =>
            {
                g.Criterion("c", x => x[2]).Linear(0, 1).Weight(3);
                g.Criterion("d", x => x[3]).Linear(0, 1).Weight(1);
            });
            p.Group("must", g =>
            {
                g.Criterion("a", x => x[0]).Linear(0, 1).Weight(1);
                g.Criterion("b", x => x[1]).Linear(0, 1).Weight(1);
            });
            p.Criterion("shown", x => x[0]).AtLeast(1);
            p.ScoreByTiers(4, "must", "may").QualifyAt(50);
        });
        var decision = profile.Decide([a, b, c, d], Asking.AsOf);
        Assert.Equal(lowest * 100 / 24.0, decision.Lowest, 1e-9);
        Assert.Equal(lowest * 100 / 24.0, decision.Score, 1e-9);
        Assert.Equal(highest * 100 / 24.0, decision.Highest, 1e-9);
    }

    [Fact]
    public void ScoreByTiers_ArgumentsThatAreNone_AreRefused()
    {
        Assert.Throws<ArgumentNullException>(() => Build(p => p.ScoreByTiers(null!)));
        Assert.Throws<ArgumentException>(() => Build(p => p.ScoreByTiers("a", null!)));
        Assert.Contains(
            "index 1", Assert.Throws<ArgumentException>(() => Build(p => p.ScoreByTiers("a", " "))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Build(p => p.ScoreByFitAndEngagement(null!)));
        Assert.Throws<ArgumentNullException>(() => Build(p => p.ScoreByLogOdds(null!)));
        Assert.Throws<ArgumentNullException>(() => Build(p => p.ScoreBy(null!)));
        foreach (var verb in new Action<ProfileBuilder<double[]>>[]
        {
            p => p.ScoreByWeightedPoints(), p => p.ScoreByWeightedMean(), p => p.ScoreByWeakestLink(), p => p.ScoreByGeometricMean(),
            p => p.ScoreByTiers("a", "b"),
            p => p.ScoreByFitAndEngagement(), p => p.ScoreByLogOdds(1), p => p.ScoreByLogOdds(new LogisticModel(0, [new("a", 1)])),
        })
        {
            Assert.Throws<ArgumentNullException>(() => verb(null!));
            ProfileBuilder<double[]>? kept = null;
            Build(p =>
            {
                kept = p;
                p.Criterion("a", x => x[0]).Linear(0, 1).Required();
            });
            Assert.Throws<InvalidOperationException>(() => verb(kept!));
        }
    }

    [Fact]
    public void LogOdds_WeightsAndBins_AddUpToTheProbability()
    {
        var profile = Card();
        // Bins: below 0 gives -1.2, from 0 gives 0.3, from 50 gives 0.9.
        Assert.Equal(100 * Oracle.Logistic(-0.4 + 0.9 - 1.5), profile.Decide([60, 1], Asking.AsOf).Score, 1e-9);
        Assert.Equal(100 * Oracle.Logistic(-0.4 - 1.2), profile.Decide([-1, 0], Asking.AsOf).Score, 1e-9);
        var unknown = profile.Decide([double.NaN, double.NaN], Asking.AsOf);
        Assert.Equal(100 * Oracle.Logistic(-0.4), unknown.Score, 1e-9);
        Assert.Equal(100 * Oracle.Logistic(-0.4 - 1.2 - 1.5), unknown.Lowest, 1e-9);
        Assert.Equal(100 * Oracle.Logistic(-0.4 + 0.9), unknown.Highest, 1e-9);

        var result = profile.Explain([60, 1], Asking.AsOf);
        Assert.Equal(0.9, result["size"].Contribution, 1e-12);
        Assert.Equal(-1.5, result["risk"].Contribution, 1e-12);
        Assert.Equal(ScoreLineKind.Base, result.Lines[0].Kind);
        Assert.Equal(40.13m, result.Lines[0].Points);
        // The way from 40.13 to 26.89 is shared as 0.9 to -1.5.
        Assert.Equal(0.9 / -1.5, (double)(result["size"].Points / result["risk"].Points), 1e-2);
    }

    [Theory]
    [InlineData(0, AnswerState.Met)] // 0.3 helps
    [InlineData(-1, AnswerState.Unmet)]
    [InlineData(60, AnswerState.Met)]
    public void Bins_ThatHelpAndHurt_AreMetFromNoPointsOn(double value, AnswerState state) =>
        Assert.Equal(state, Card().Explain([value, 0], Asking.AsOf)["size"].State);

    [Theory]
    [InlineData(0.5, 1, 2, 0.5)] // all good: unknown counts as the least of them
    [InlineData(-0.5, -1, -2, -0.5)] // all bad: as the least bad
    [InlineData(-1, 0, 1, 0)]
    [InlineData(-1, 0.5, 1, 0)]
    public void Bins_Unknown_CountAsWhatIsNearestToNothing(double below, double first, double second, double neutral)
    {
        var numbers = Numbers(below, first, second).Decide(double.NaN, Asking.AsOf);
        var points = new[] { below, first, second };
        Assert.Equal(100 * Oracle.Logistic(neutral), numbers.Score, 1e-9);
        Assert.Equal(100 * Oracle.Logistic(points.Min()), numbers.Lowest, 1e-9);
        Assert.Equal(100 * Oracle.Logistic(points.Max()), numbers.Highest, 1e-9);
        Assert.Equal(100 * Oracle.Logistic(below), Numbers(below, first, second).Decide(-0.001, Asking.AsOf).Score, 1e-9);
        Assert.Equal(100 * Oracle.Logistic(first), Numbers(below, first, second).Decide(0, Asking.AsOf).Score, 1e-9);
        Assert.Equal(100 * Oracle.Logistic(first), Numbers(below, first, second).Decide(9.999, Asking.AsOf).Score, 1e-9);
        Assert.Equal(100 * Oracle.Logistic(second), Numbers(below, first, second).Decide(10, Asking.AsOf).Score, 1e-9);

        var texts = QualificationProfile.Create<string>("texts", p =>
        {
            p.Criterion("c", x => x).Bins(new TextBin("one", below), new TextBin("two", first), new TextBin("Three", second));
            p.ScoreByLogOdds(0, 0, 1).QualifyAt(1);
        });
        Assert.Equal(numbers.Score, texts.Decide("four", Asking.AsOf).Score, 1e-9);
        Assert.Equal(numbers.Lowest, texts.Decide("", Asking.AsOf).Lowest, 1e-9);
        Assert.Equal(100 * Oracle.Logistic(second), texts.Decide("THREE", Asking.AsOf).Score, 1e-9);

        static QualificationProfile<double> Numbers(
            double below, double first, double second) => QualificationProfile.Create<double>("numbers", p =>
        {
            p.Criterion("c", x => x).Bins(below, new ScoreBin(0, first), new ScoreBin(10, second));
            p.ScoreByLogOdds(0, 0, 1).QualifyAt(1);
        });
    }

    [Fact]
    public void PointsBetween_AnOperatorOrACombination_SpeaksForAndAgainst()
    {
        var profile = QualificationProfile.Create<double[]>("points", p =>
        {
            p.Criterion("a", x => x[0]).Linear(0, 10).PointsBetween(-1, 3);
            p.AnyOf("b", any => any.Criterion("c", x => x[1]).AtLeast(5)).PointsBetween(-0.5, 0.5);
            p.ScoreByLogOdds(0.25).QualifyAt(50);
        });
        foreach (var (a, b) in new[] { (0.0, 0.0), (10, 5), (2.5, 5), (double.NaN, 5), (7, double.NaN) })
        {
            var points = double.IsNaN(a) ? 0 : -1 + (0.4 * a);
            var others = double.IsNaN(b) ? 0 : b >= 5 ? 0.5 : -0.5;
            Assert.Equal(100 / (1 + Math.Exp(-0.25 - points - others)), profile.Decide([a, b], Asking.AsOf).Score, 9);
        }

        Assert.Equal(0.25, profile["a"].MetFrom);
        var fault = Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create<double[]>(
            "twice", p => p.ScoreByLogOdds(0).QualifyAt(50).Criterion("a", x => x[0]).AtLeast(5).Weight(3).PointsBetween(-1, 1)));
        Assert.Equal("bins.weight", Assert.Single(fault.Faults).Code);
    }

    [Fact]
    public void LogOdds_KeptWithinBounds_ShowsALineForThat()
    {
        var profile = QualificationProfile.Create<double>("bounds", p =>
        {
            p.Criterion("c", x => x).Linear(0, 1).Weight(20);
            p.ScoreByLogOdds(-10, 0.05, 0.9).QualifyAt(50);
        });
        var high = profile.Explain(1, Asking.AsOf);
        Assert.Equal(90m, high.DisplayScore);
        Assert.Contains(high.Lines, l => l.Kind == ScoreLineKind.Cap && l.Points < 0);
        var low = profile.Explain(0, Asking.AsOf);
        Assert.Equal(5m, low.DisplayScore);
        Assert.Contains(low.Lines, l => l.Kind == ScoreLineKind.Floor && l.Points > 0);
        Assert.Equal(high.DisplayScore - low.DisplayScore, high.CompareWith(low).Changes.Sum(c => c.Points));
    }

    [Fact]
    public void Remedies_OfTheWeakestLink_AreAllThatAreWeak()
    {
        var result = Three(Weakest).Explain([1, 0.3, 0.2], Asking.AsOf);
        Assert.Equal(Verdict.Disqualified, result.Verdict);
        Assert.Equal(["b", "c"], Assert.Single(result.Remedies).Steps.Select(s => s.Result.Id));
        Assert.Empty(result.SingleStepRemedies);
    }

    [Fact]
    public void Remedies_OfAMean_AreAlsoAnswersThatAreUnknown()
    {
        var result = Three(Mean).Explain([1, 1, double.NaN], Asking.AsOf);
        Assert.Equal(100m, result.DisplayScore);
        Assert.Equal(Verdict.NeedsDiscovery, result.Verdict);
        Assert.Equal(["c"], result.Questions.Select(q => q.Id));
        Assert.Equal(["c"], result.SingleStepRemedies.Select(s => s.Result.Id));
    }

    [Fact]
    public void Remedies_OfLogOdds_AvoidWhatCountsAgainstAndTakeTheBestBin()
    {
        var result = Card().Explain([0, 1], Asking.AsOf);
        Assert.Equal(Verdict.Disqualified, result.Verdict);
        var remedy = Assert.Single(result.Remedies);
        Assert.Equal(["size Meet", "risk Avoid"], remedy.Steps.Select(s => $"{s.Result.Id} {s.Kind}"));
        Assert.Equal("risk", Assert.Single(Card().Explain([60, 1], Asking.AsOf).SingleStepRemedies).Result.Id);
    }

    [Fact]
    public void Fingerprint_EverySettingOfAStrategy_ChangesIt()
    {
        var settings = new List<Action<ProfileBuilder<double[]>>>
        {
            p => p.ScoreByWeightedMean(),
            p => p.ScoreByWeightedMean().Hysteresis(5),
            p => p.ScoreByWeightedMean().Hysteresis(6),
            p => p.ScoreByWeakestLink(),
            p => p.ScoreByGeometricMean(),
            p => p.ScoreByTiers("f", "e"),
            p => p.ScoreByTiers("e", "f"),
            p => p.ScoreByTiers(10, "f", "e"),
            p => p.ScoreByLogOdds(0),
            p => p.ScoreByLogOdds(1),
            p => p.ScoreByLogOdds(0, 0),
            p => p.ScoreByLogOdds(0, 0.01, 1),
            p => p.ScoreByFitAndEngagement(),
            p => p.ScoreByFitAndEngagement(new FitEngagementOptions { FitShare = 0.4 }),
            p => p.ScoreByFitAndEngagement(
                new FitEngagementOptions { FitDimension = Dimensions.Engagement, EngagementDimension = Dimensions.Fit }),
            p => p.ScoreByFitAndEngagement(
                new FitEngagementOptions { Letters = new GradeScale(new GradeBand("A", 75), new GradeBand("B", 0)) }),
            p => p.ScoreByFitAndEngagement(
                new FitEngagementOptions { Letters = new GradeScale(new GradeBand("A", 74), new GradeBand("B", 0)) }),
            p => p.ScoreByFitAndEngagement(
                new FitEngagementOptions { Letters = new GradeScale(new GradeBand("A", 75), new GradeBand("C", 0)) }),
            p => p.ScoreByFitAndEngagement(
                new FitEngagementOptions { Digits = new GradeScale(new GradeBand("A", 75), new GradeBand("B", 0)) }),
            p => p.ScoreByFitAndEngagement(new FitEngagementOptions { FitScale = ScoreScale.Stretched }),
            p => p.ScoreByFitAndEngagement(new FitEngagementOptions { EngagementScale = ScoreScale.Stretched }),
            p => p.ScoreByWeightedPoints(ScoreScale.Stretched),
            p => p.ScoreByWeightedPoints(),
        };
        var fingerprints = settings.ConvertAll(s => Sides(s).Fingerprint);
        Assert.Equal(fingerprints, settings.ConvertAll(s => Sides(s).Fingerprint));
        Assert.Equal(fingerprints.Count, fingerprints.Distinct().Count());
        // The default and the same said in words are one.
        Assert.Equal(fingerprints[fingerprints.Count - 1], Sides(_ => { }).Fingerprint);

        var cards = new[] { Bins(-1, 0, 1, 10), Bins(-1, 0, 2, 10), Bins(-1, 0.1, 1, 10), Bins(-1.1, 0, 1, 10), Bins(-1, 0, 1, 11) };
        Assert.Equal(cards.Length, cards.Distinct().Count());
        Assert.Equal(cards[0], Bins(-1, 0, 1, 10));

        static string Bins(double below, double first, double second, double from) => QualificationProfile.Create<double>("card", p =>
        {
            p.Criterion("c", x => x).Bins(below, new ScoreBin(0, first), new ScoreBin(from, second));
            p.ScoreByLogOdds(0).QualifyAt(50);
        }).Fingerprint;
    }

    private static QualificationProfile<double[]> Sides(
        Action<ProfileBuilder<double[]>> scoreBy) => QualificationProfile.Create<double[]>("sides", p =>
    {
        p.Group("f", g => g.Criterion("a", x => x[0]).Linear(0, 1).Dimension(Dimensions.Fit).Weight(1));
        p.Group("e", g => g.Criterion("b", x => x[1]).Linear(0, 1).Dimension(Dimensions.Engagement).Weight(1));
        p.QualifyAt(50);
        scoreBy(p);
    });

    private static QualificationProfile<double[]> Card() => QualificationProfile.Create<double[]>("card", p =>
    {
        p.Criterion("size", x => x[0]).Bins(-1.2, new ScoreBin(0, 0.3), new ScoreBin(50, 0.9));
        p.Criterion("risk", x => x[1]).Linear(0, 1).Weight(-1.5);
        p.ScoreByLogOdds(-0.4).QualifyAt(60);
    });

    private static QualificationProfile<double[]> Three(string strategy) => Build(p =>
    {
        p.Criterion("a", x => x[0]).Linear(0, 1).Weight(1);
        p.Criterion("b", x => x[1]).Linear(0, 1).Weight(2);
        p.Criterion("c", x => x[2]).Linear(0, 1).Weight(5);
        p.QualifyAt(60);
        if (strategy == Mean) p.ScoreByWeightedMean();
        else if (strategy == Weakest) p.ScoreByWeakestLink();
        else p.ScoreByGeometricMean();
    });

    private static QualificationProfile<double[]> Build(Action<ProfileBuilder<double[]>> define) =>
        QualificationProfile.Create("three", define);
}

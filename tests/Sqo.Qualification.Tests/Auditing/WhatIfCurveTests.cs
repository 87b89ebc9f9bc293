using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Auditing;

public class WhatIfCurveTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Fact]
    public void OfThresholds_AnyProfile_IsWhatProfilesMadeAgainDecide() => Property.Holds(Deep.Size(30, 500), (random, size) =>
    {
        var seed = random.Next();
        var deals = AuditCase.Generate(random, random.Between(1, size * 50));
        var table = AuditCase.Profile(seed).AnswerAll(deals, AsOf);
        var curve = WhatIfCurve.OfThresholds(AuditCase.Profile(seed), table, AuditCase.OutcomesOf(deals), Thresholds(random));
        foreach (var point in curve.Points) Same(AuditCase.Profile(seed, point.Value), deals, point);
    });

    [Fact]
    public void Of_AnyWeight_IsWhatProfilesMadeAgainDecide() => Property.Holds(Deep.Size(30, 500), (random, size) =>
    {
        var seed = random.Next();
        var deals = AuditCase.Generate(random, random.Between(1, size * 50));
        var table = AuditCase.Profile(seed).AnswerAll(deals, AsOf);
        var curve = WhatIfCurve.Of(
            weight => AuditCase.Profile(seed, weight: weight), table, AuditCase.OutcomesOf(deals), [0.5, 10, 20, 40, 80]);
        foreach (var point in curve.Points) Same(AuditCase.Profile(seed, weight: point.Value), deals, point);
    });

    [Fact]
    public void OfThresholds_ProfileThatGrades_IsWhatProfilesMadeAgainDecide()
    {
        static QualificationProfile<AuditCase> Graded(double threshold) => QualificationProfile.Create<AuditCase>("graded", p =>
        {
            p.Criterion("fit", d => d.Flags[0]).IsTrue().Weight(10).Dimension(Dimensions.Fit);
            p.Criterion("more", d => d.Flags[1]).IsTrue().Weight(5).Dimension(Dimensions.Fit);
            p.Criterion("engaged", d => d.Flags[2]).IsTrue().Weight(10).Dimension(Dimensions.Engagement);
            p.ScoreByFitAndEngagement().QualifyGrades("A1", "A2", "B1", "A4").QualifyAt(threshold);
        });
        var deals = AuditCase.Generate(new SeededRandom(8), 300);
        var table = Graded(50).AnswerAll(deals, AsOf);
        var curve = WhatIfCurve.OfThresholds(Graded(50), table, AuditCase.OutcomesOf(deals), [0.0, 30, 50, 70, 90]);
        Assert.True(curve.Points[0].Qualified.Deals > curve.Points[4].Qualified.Deals);
        foreach (var point in curve.Points) Same(Graded(point.Value!.Value), deals, point);
    }

    [Fact]
    public void Points_HavePrecisionAndRecall()
    {
        var point = Scored().Points[50];
        // Of the 100 deals at each score k from 0 to 100, k were won.
        Assert.Equal(Enumerable.Range(50, 51).Sum(), point.Qualified.Won);
        Assert.Equal(new ObservedRate(Enumerable.Range(50, 51).Sum(), 5_100), point.Precision);
        Assert.Equal(new ObservedRate(Enumerable.Range(50, 51).Sum(), 5_050), point.Recall);
        Assert.Equal(5_050 - Enumerable.Range(50, 51).Sum(), point.MissedWins);
        Assert.Equal((point.MissedWins * 10.0) + (point.Qualified.Lost * 2 * 3.0), point.Cost(10, 2, 3));
    }

    [Fact]
    public void Best_CostAndLoss_IsTheRatioOfTheDefinitions()
    {
        // A deal worked in vain costs 400, a missed win 5,000: work from a chance of 400 / 5,400 = 0.07407.
        var best = Scored().Best(missedWin: 5_000, wastedHour: 100, hoursPerDeal: 4, seed: 3)!;
        Assert.Equal(8, best.Point.Value);
        Assert.Equal(best.Point.Cost(5_000, 100, 4), best.Cost);
        Assert.InRange(best.Point.Value!.Value, best.Interval.Low, best.Interval.High);
        Assert.InRange(best.Interval.High - best.Interval.Low, 1, 12);
        Assert.Equal(200, best.Agreement.Trials);
        Assert.InRange(best.Agreement.Successes, 20, 199);
        Assert.Equal(best.ToString(), Scored().Best(5_000, 100, 4, seed: 3)!.ToString());
        Assert.NotEqual(best.ToString(), Scored().Best(5_000, 100, 4, seed: 4)!.ToString());
        Assert.StartsWith("8 costs the least: ", best.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("8 kostar minst: ", best.ToText(new CultureInfo("sv-SE")), StringComparison.Ordinal);
    }

    [Fact]
    public void Best_EqualCosts_QualifiesTheFewest()
    {
        // Nothing is lost by either error.
        Assert.Equal(100, Scored().Best(0, 0)!.Point.Value);
    }

    [Fact]
    public void Best_TooFewClosedDeals_IsWithheld()
    {
        var deals = AuditCase.Generate(new SeededRandom(2), 20);
        var profile = AuditCase.Profile(1);
        var table = profile.AnswerAll(deals, AsOf);
        Assert.Null(WhatIfCurve.OfThresholds(profile, table, AuditCase.OutcomesOf(deals), [10.0, 20]).Best(1, 1));
    }

    [Fact]
    public void Merge_CurvesOfShards_IsTheCurveOfAll()
    {
        var deals = AuditCase.Generate(new SeededRandom(4), 900);
        var whole = Curve(deals);
        var parts = Curve(deals.GetRange(500, 400)).Merge(Curve(deals.GetRange(0, 500)));
        Assert.Equal(whole.ToString(), parts.ToString());
        Assert.Equal(whole.Best(3, 1)!.ToString(), parts.Best(3, 1)!.ToString());
        var weights = Weights(deals);
        var merged = Weights(deals.GetRange(0, 200)).Merge(Weights(deals.GetRange(200, 700)));
        Assert.Equal(weights.Best(3, 1)!.ToString(), merged.Best(3, 1)!.ToString());
        Assert.Throws<ArgumentException>(() => whole.Merge(weights));

        static WhatIfCurve Curve(List<AuditCase> some) => WhatIfCurve.OfThresholds(
            AuditCase.Profile(7), AuditCase.Profile(7).AnswerAll(some, AsOf), AuditCase.OutcomesOf(some), [10.0, 20, 50, 80]);

        static WhatIfCurve Weights(List<AuditCase> some) => WhatIfCurve.Of(
            w => AuditCase.Profile(7, weight: w), AuditCase.Profile(7).AnswerAll(some, AsOf), AuditCase.OutcomesOf(some), [1.0, 30, 60]);
    }

    [Theory]
    [InlineData(new double[0], "There are no values")]
    [InlineData(new double[] { 10, 10 }, "10 comes after 10")]
    [InlineData(new double[] { 10, 101 }, "101")]
    [InlineData(new double[] { double.NaN }, "NaN")]
    public void OfThresholds_BadValues_AreRefused(double[] thresholds, string message)
    {
        var profile = AuditCase.Profile(1);
        var deals = AuditCase.Generate(new SeededRandom(2), 20);
        var error = Assert.ThrowsAny<ArgumentException>(
            () => WhatIfCurve.OfThresholds(profile, profile.AnswerAll(deals, AsOf), AuditCase.OutcomesOf(deals), thresholds));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static double[] Thresholds(SeededRandom random) =>
        [.. Enumerable.Range(0, 12).Select(_ => random.Pick(random.Share() * 100, random.Below(101))).Distinct().OrderBy(value => value)];

    private static WhatIfCurve Scored()
    {
        var deals = new List<(double Score, bool IsWon)>();
        for (var score = 0; score <= 100; score++)
        {
            for (var i = 0; i < 100; i++) deals.Add((score, i < score));
        }

        var profile = QualificationProfile.Create<(double Score, bool IsWon)>("scored", p =>
        {
            p.Criterion("score", d => d.Score).Linear(0, 100).Weight(1);
            p.QualifyAt(50);
        });
        var outcomes = DealOutcomes.Of(deals, deal => deal.IsWon ? OpportunityOutcome.Won : OpportunityOutcome.Lost);
        return WhatIfCurve.OfThresholds(profile, profile.AnswerAll(deals, AsOf), outcomes, Enumerable.Range(0, 101).Select(t => (double)t));
    }

    private static void Same(QualificationProfile<AuditCase> profile, List<AuditCase> deals, WhatIfPoint point)
    {
        var qualified = deals.Where(deal => profile.Decide(deal, AsOf).IsQualified).ToList();
        Assert.Equal(AuditCase.Shown(qualified), AuditCase.Shown(point.Qualified));
        var won = deals.Count(deal => deal.Outcome == OpportunityOutcome.Won);
        Assert.Equal(new ObservedRate(point.Qualified.Won, won), point.Recall);
    }
}

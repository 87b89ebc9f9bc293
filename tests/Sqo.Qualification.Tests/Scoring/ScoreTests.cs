using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Scoring;

/// <summary>The formulas of the definitions, by cases worked by hand.</summary>
public class ScoreTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Fact]
    public void HalfLife_TwentyPointsThirtyDaysAgeFortyFive_Gives7Point0711()
    {
        var profile = QualificationProfile.Create<Box<DateTime>>("p", p =>
        {
            p.Criterion("recency", x => x.Value).HalfLife(days: 30).Weight(20);
            p.Criterion("rest").Satisfies(_ => false).Weight(80);
            p.QualifyAt(50);
        });
        var result = profile.Explain(new Box<DateTime>(AsOf.AddDays(-45)), AsOf);
        Assert.Equal(7.0711, result["recency"].Contribution, 0.00005);
        Assert.Equal(20 * Math.Pow(2, -1.5), result.Decision.Score, 1e-12);
        Assert.Equal(7.07m, result["recency"].Points);
        Assert.Equal(AnswerState.Unmet, result["recency"].State);
    }

    [Fact]
    public void DecayBy_OnTopOfACriterion_MultipliesValueAndDecay()
    {
        var profile = Decaying();
        var result = profile.Explain(new Dated { Number = 60, Date = AsOf.AddDays(-20) }, AsOf);
        Assert.Equal(40 * 0.6 * 0.25, result["activity"].Contribution, 1e-12);
        Assert.Equal(0.25, result["activity"].Decay);
        Assert.Equal(AsOf.AddDays(-20), result["activity"].DecayDate);
        // Decay takes points away, not the answer.
        Assert.Equal(AnswerState.Met, result["activity"].State);
        Assert.Equal(6, result.Decision.Score, 1e-12);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public void DecayBy_NoDateOrOneInTheFuture_PointsAreUnknown(int? daysAhead)
    {
        DateTime? date = daysAhead is { } days ? AsOf.AddDays(days) : null;
        var result = Decaying().Explain(new Dated { Number = 60, Date = date }, AsOf);
        Assert.Equal(AnswerState.Unknown, result["activity"].State);
        Assert.Null(result["activity"].Decay);
        Assert.Equal(0, result.Decision.Score);
        Assert.Equal(40, result.Decision.Highest);
        Assert.Equal(0.6, result.Completeness, 1e-9);
    }

    [Fact]
    public void DecayBy_NoDateButNoPoints_NothingCanDecay()
    {
        var result = Decaying().Explain(new Dated { Number = 0 }, AsOf);
        Assert.Equal(AnswerState.Unmet, result["activity"].State);
        Assert.Equal(0, result.Decision.Highest);
        Assert.Equal(1, result.Completeness);
    }

    [Fact]
    public void Group_OverItsCap_ScaleAndScoreAreCapped()
    {
        // 30 + 20 capped at 45, beside 15: of 60 points.
        var profile = Capped();
        var result = profile.Explain(new Dated { Number = 100, Flag = true }, AsOf);
        Assert.Equal(75, result.Decision.Score, 1e-12);
        var lines = result.Lines;
        Assert.Equal(
            [ScoreLineKind.Criterion, ScoreLineKind.Criterion, ScoreLineKind.Cap, ScoreLineKind.Criterion], lines.Select(l => l.Kind));
        Assert.Equal([50.00m, 33.33m, -8.33m, 0m], lines.Select(l => l.Points));
        Assert.Equal("engagement", lines[2].Group!.Id);
    }

    [Fact]
    public void Group_UnknownWithinACap_RangeIsCappedToo()
    {
        var decision = Capped().Decide(new Dated { Number = 100 }, AsOf);
        Assert.Equal(50, decision.Score, 1e-12);
        Assert.Equal(50, decision.Lowest, 1e-12);
        Assert.Equal(75, decision.Highest, 1e-12);
        Assert.Equal(45.0 / 65, decision.Completeness, 1e-9);
    }

    [Fact]
    public void Group_WithFloorAndNegativeWeight_IsHeldFromBelow()
    {
        var profile = QualificationProfile.Create<Dated>("p", p =>
        {
            p.Criterion("fit", d => d.Number).Linear(0, 100).Weight(50);
            p.Group("risk", g => g.Criterion("competitor", d => d.Flag).IsTrue().Weight(-40)).Floor(-10);
            p.QualifyAt(50);
        });
        // Totals from -10 to 50, on a scale from 0 to 50.
        Assert.Equal(60, profile.Decide(new Dated { Number = 60, Flag = false }, AsOf).Score, 1e-9);
        var result = profile.Explain(new Dated { Number = 60, Flag = true }, AsOf);
        Assert.Equal(40, result.Decision.Score, 1e-12);
        Assert.Equal([ScoreLineKind.Criterion, ScoreLineKind.Criterion, ScoreLineKind.Floor], result.Lines.Select(l => l.Kind));
        Assert.Equal([60.00m, -80.00m, 60.00m], result.Lines.Select(l => l.Points));
        Assert.Equal(40.00m, result.DisplayScore);
    }

    [Fact]
    public void Group_InsideAGroup_IsClampedFromTheInside()
    {
        var profile = QualificationProfile.Create<Dated>("p", p =>
        {
            p.Group("outer", outer =>
            {
                outer.Group("inner", inner => inner.Criterion("a", d => d.Number).Linear(0, 100).Weight(30)).Cap(10);
                outer.Criterion("b", d => d.Flag).IsTrue().Weight(15);
            }).Cap(20);
            p.Criterion("c").Satisfies(_ => false).Weight(80);
            p.QualifyAt(50);
        });
        // min(20, min(10, 30) + 15) = 20 of 100.
        var result = profile.Explain(new Dated { Number = 100, Flag = true }, AsOf);
        Assert.Equal(20, result.Decision.Score, 1e-12);
        Assert.Equal(["inner", "outer"], result.Lines.Where(l => l.Kind == ScoreLineKind.Cap).Select(l => l.Group!.Id));
        Assert.Equal([-20m, -5m], result.Lines.Where(l => l.Kind == ScoreLineKind.Cap).Select(l => l.Points));
        Assert.Equal(["outer", "inner"], profile.Groups.Select(g => g.Id));
        Assert.Same(profile.Groups[0], profile.Groups[1].Parent);
    }

    [Fact]
    public void NegativeWeight_Unknown_LowersTheLowestAlone()
    {
        var profile = QualificationProfile.Create<Dated>("p", p =>
        {
            p.Criterion("fit", d => d.Number).Linear(0, 100).Weight(60);
            p.Criterion("competitor", d => d.Flag).IsTrue().Weight(-40);
            p.QualifyAt(50);
        });
        var decision = profile.Decide(new Dated { Number = 100 }, AsOf);
        Assert.Equal(100, decision.Score, 1e-12);
        // 20 of 60 with the competitor there.
        Assert.Equal(100.0 / 3, decision.Lowest, 1e-12);
        Assert.Equal(100, decision.Highest, 1e-12);
        Assert.Equal(0.6, decision.Completeness, 1e-9);
        Assert.Equal(Verdict.NeedsDiscovery, decision.Verdict);
    }

    [Fact]
    public void Completeness_IsTheKnownShareOfTheWeightWithoutItsSign()
    {
        var profile = QualificationProfile.Create<Dated>("p", p =>
        {
            p.Criterion("a", d => d.Number).Linear(0, 100).Weight(1);
            p.Criterion("b", d => d.Flag).IsTrue().Weight(-2);
            p.Criterion("shown", d => d.Date).WithinLast(3);
            p.QualifyAt(50);
        });
        Assert.Equal(0, profile.Decide(new Dated(), AsOf).Completeness);
        Assert.Equal(1.0 / 3, profile.Decide(new Dated { Number = 1 }, AsOf).Completeness, 1e-9);
        Assert.Equal(2.0 / 3, profile.Decide(new Dated { Flag = true }, AsOf).Completeness, 1e-9);
        // What has no weight does not count.
        Assert.Equal(1, profile.Decide(new Dated { Number = 1, Flag = true }, AsOf).Completeness);
    }

    [Theory]
    [InlineData(0.1, 0.2, 0.3)]
    [InlineData(0.7, 0.1, 0.8)]
    [InlineData(0.3, 0.6, 0.9)]
    public void Decide_WeightsThatAreNotExactInBinary_HitTheThresholdExactly(double first, double second, double sum)
    {
        // First and second together are half of all there is.
        var profile = QualificationProfile.Create<Dated>("p", p =>
        {
            p.Criterion("a").Satisfies(_ => true).Weight(first);
            p.Criterion("b").Satisfies(_ => true).Weight(second);
            p.Criterion("c", d => d.Flag).IsTrue().Weight(sum);
            p.QualifyAt(50);
        });
        var result = profile.Explain(new Dated { Flag = false }, AsOf);
        Assert.Equal(Verdict.Qualified, result.Verdict);
        Assert.Equal(50.00m, result.DisplayScore);
        Assert.Equal(0, result.GapToThreshold);
        Assert.Equal(result.DisplayScore, result.Lines.Sum(l => l.Points));
    }

    [Fact]
    public void Decide_JustBelowTheThreshold_IsNotShownAsReached()
    {
        var profile = QualificationProfile.Create<Dated>("p", p =>
        {
            p.Criterion("a", d => d.Number).Linear(0, 100).Weight(1);
            p.QualifyAt(60);
        });
        var result = profile.Explain(new Dated { Number = 59.9999 }, AsOf);
        Assert.Equal(Verdict.Disqualified, result.Verdict);
        Assert.Equal(59.99m, result.DisplayScore);
        Assert.Equal(0.01m, result.GapToThreshold);
    }

    [Fact]
    public void Decide_EverythingAtItsBest_IsOneHundredAndNeverMore() => Property.Holds(3_000, (random, size) =>
    {
        var profile = QualificationProfile.Create<Dated>("p", p =>
        {
            for (var i = 0; i < size; i++) p.Criterion("c" + i).Satisfies(_ => true).Weight(random.Share() * 50);
            p.QualifyAt(100);
        });
        var decision = profile.Decide(new Dated(), AsOf);
        Assert.InRange(decision.Score, 99.9999999999, 100);
        Assert.Equal(Verdict.Qualified, decision.Verdict);
    });

    private static QualificationProfile<Dated> Decaying() => QualificationProfile.Create<Dated>("p", p =>
    {
        p.Criterion("activity", d => d.Number).Linear(0, 100).DecayBy(d => d.Date, halfLifeDays: 10).Weight(40);
        p.Criterion("rest").Satisfies(_ => false).Weight(60);
        p.QualifyAt(50);
    });

    private static QualificationProfile<Dated> Capped() => QualificationProfile.Create<Dated>("p", p =>
    {
        p.Group("engagement", g =>
        {
            g.Criterion("activity", d => d.Number).Linear(0, 100).Weight(30);
            g.Criterion("demo", d => d.Flag).IsTrue().Weight(20);
        }).Cap(45);
        p.Criterion("fit").Satisfies(_ => false).Weight(15);
        p.QualifyAt(60);
    });

    private sealed class Dated
    {
        public double? Number { get; init; }

        public bool? Flag { get; init; }

        public DateTime? Date { get; init; }
    }
}

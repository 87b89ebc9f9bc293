using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Results;

public class VerdictTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    // Two gates without points, and 0 to 100 points; qualify at 60, near miss within 10.
    [Theory]
    [InlineData(true, true, 60.0, Verdict.Qualified)]
    [InlineData(true, true, 59.9, Verdict.NearMiss)]
    [InlineData(true, true, 50.0, Verdict.NearMiss)]
    [InlineData(true, true, 49.9, Verdict.Disqualified)]
    [InlineData(true, true, null, Verdict.NeedsDiscovery)]
    [InlineData(true, null, 60.0, Verdict.NeedsDiscovery)]
    [InlineData(true, null, 59.9, Verdict.Disqualified)]
    [InlineData(null, null, null, Verdict.NeedsDiscovery)]
    [InlineData(false, true, 60.0, Verdict.NearMiss)]
    [InlineData(false, true, 59.9, Verdict.Disqualified)]
    [InlineData(false, true, null, Verdict.Disqualified)]
    [InlineData(false, false, 100.0, Verdict.Disqualified)]
    public void Decide_GatesAndScore_GiveTheVerdict(bool? first, bool? second, double? points, Verdict expected)
    {
        var deal = new Deal { First = first, Second = second, Points = points };
        var decision = WithGates(margin: 10).Decide(deal, AsOf);
        Assert.Equal(expected, decision.Verdict);
        Assert.Equal(expected == Verdict.Qualified, decision.IsQualified);
        var strict = WithGates(margin: null).Decide(deal, AsOf).Verdict;
        Assert.Equal(expected == Verdict.NearMiss ? Verdict.Disqualified : expected, strict);
    }

    [Theory]
    [InlineData(false, true, 100.0, Verdict.NearMiss)]
    [InlineData(true, true, 59.9, Verdict.Disqualified)]
    public void Decide_MarginOfZero_LeavesTheGatesAlone(bool first, bool second, double points, Verdict expected) =>
        Assert.Equal(expected, WithGates(margin: 0).Decide(new Deal { First = first, Second = second, Points = points }, AsOf).Verdict);

    [Fact]
    public void Decide_UnmetGateWithPointsOfItsOwn_CountsAsMetForTheNearMiss()
    {
        var profile = QualificationProfile.Create<Deal>("p", p =>
        {
            p.Criterion("gate", d => d.First).IsTrue().Required().Weight(50);
            p.Criterion("points", d => d.Points).Linear(0, 100).Weight(50);
            p.QualifyAt(60).NearMissWithin(5);
        });
        // 10 + the gate's 50 would pass, at a score of 10 as it stands.
        Assert.Equal(Verdict.NearMiss, profile.Decide(new Deal { First = false, Points = 20 }, AsOf).Verdict);
        Assert.Equal(Verdict.Disqualified, profile.Decide(new Deal { First = false, Points = 19 }, AsOf).Verdict);
        Deal[] both = [new() { First = false, Points = 20 }, new() { First = false, Points = 19 }];
        Assert.Equal([Verdict.NearMiss, Verdict.Disqualified], profile.DecideAll(both, AsOf).Select(d => d.Verdict));
    }

    [Theory]
    [InlineData(true, true, Verdict.Qualified)]
    [InlineData(true, null, Verdict.NeedsDiscovery)]
    [InlineData(true, false, Verdict.NearMiss)]
    [InlineData(false, false, Verdict.Disqualified)]
    [InlineData(false, null, Verdict.Disqualified)]
    public void Decide_GatesAlone_ScoreIsTheShareOfGatesMet(bool? first, bool? second, Verdict expected)
    {
        var profile = QualificationProfile.Create<Deal>("p", p =>
        {
            p.Criterion("first", d => d.First).IsTrue().Required();
            p.Criterion("second", d => d.Second).IsTrue().Required();
            p.NearMissWithin(0);
        });
        var decision = profile.Decide(new Deal { First = first, Second = second }, AsOf);
        Assert.Equal(expected, decision.Verdict);
        Assert.Equal(50.0 * new[] { first, second }.Count(gate => gate == true), decision.Score);
    }

    [Fact]
    public void Decide_GatesAloneOneOfThemGraded_QualifiesWhenEveryGateIsMet()
    {
        var profile = QualificationProfile.Create<Deal>("p", p =>
        {
            p.Criterion("first", d => d.First).IsTrue().Required();
            p.Criterion("fit", d => d.Points).Linear(0, 100).Required();
        });
        var result = profile.Explain(new Deal { First = true, Points = 80 }, AsOf);
        Assert.All(result.Criteria, criterion => Assert.Equal(AnswerState.Met, criterion.State));
        Assert.Equal(Verdict.Qualified, result.Verdict);
    }

    [Fact]
    public void Decide_NoGates_TheScoreAloneDecides()
    {
        var profile = QualificationProfile.Create<Deal>("p", p =>
        {
            p.Criterion("points", d => d.Points).Linear(0, 100).Weight(3);
            p.QualifyAt(40);
        });
        Assert.Equal(Verdict.Qualified, profile.Decide(new Deal { Points = 40 }, AsOf).Verdict);
        Assert.Equal(Verdict.Disqualified, profile.Decide(new Deal { Points = 39 }, AsOf).Verdict);
        Assert.Equal(Verdict.NeedsDiscovery, profile.Decide(new Deal(), AsOf).Verdict);
    }

    [Fact]
    public void Decide_CombinationAsGate_DecidesLikeAnyGate()
    {
        var profile = QualificationProfile.Create<Deal>("p", p => p.AnyOf("either", g =>
        {
            g.Criterion("first", d => d.First).IsTrue();
            g.Criterion("second", d => d.Second).IsTrue();
        }).Required());
        Assert.Equal(Verdict.Qualified, profile.Decide(new Deal { First = true }, AsOf).Verdict);
        Assert.Equal(Verdict.NeedsDiscovery, profile.Decide(new Deal { First = false }, AsOf).Verdict);
        Assert.Equal(Verdict.Disqualified, profile.Decide(new Deal { First = false, Second = false }, AsOf).Verdict);
    }

    private static QualificationProfile<Deal> WithGates(double? margin) => QualificationProfile.Create<Deal>("p", p =>
    {
        p.Criterion("first", d => d.First).IsTrue().Required();
        p.Criterion("second", d => d.Second).IsTrue().Required();
        p.Criterion("points", d => d.Points).Linear(0, 100).Weight(10);
        p.QualifyAt(60);
        if (margin is { } points) p.NearMissWithin(points);
    });

    private sealed class Deal
    {
        public bool? First { get; init; }

        public bool? Second { get; init; }

        public double? Points { get; init; }
    }
}

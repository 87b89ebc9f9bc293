using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Results;

public class RemedyTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Fact]
    public void Remedies_Qualified_AreNone() => Assert.Empty(ExplainFlags(p => Flag(p, 0).Required(), true).Remedies);

    [Fact]
    public void Remedies_OneGateUnmet_IsToMeetIt()
    {
        var result = ExplainFlags(p => Flag(p, 0).Required(), false);
        var step = Assert.Single(Assert.Single(result.Remedies).Steps);
        Assert.Equal(RemedyKind.Meet, step.Kind);
        Assert.Same(result["c0"], step.Result);
        Assert.True(result.RemediesAreComplete);
    }

    [Fact]
    public void Remedies_SeveralWays_CheapestFirst()
    {
        var result = ExplainFlags(
            p =>
            {
                Flag(p, 0).Weight(50).Effort(3);
                Flag(p, 1).Weight(50).Effort(1);
                Flag(p, 2).Weight(25).Effort(1);
                Flag(p, 3).Weight(25).Effort(0.5);
                p.QualifyAt(30);
            },
            false, false, false, false);
        Assert.Equal(["c1", "c2 c3", "c0"], Keys(result));
        Assert.Equal([1, 1.5, 3], result.Remedies.Select(r => r.Effort));
    }

    [Fact]
    public void Remedies_PointsAgainst_AreToAvoid()
    {
        var result = ExplainFlags(
            p =>
            {
                Flag(p, 0).Weight(60);
                Flag(p, 1).Weight(-40);
                p.QualifyAt(90);
            },
            true, true);
        var step = Assert.Single(Assert.Single(result.Remedies).Steps);
        Assert.Equal(RemedyKind.Avoid, step.Kind);
        Assert.Equal("c1", step.Result.Id);
    }

    [Fact]
    public void Remedies_PointsDecayed_AreToRenew()
    {
        var profile = QualificationProfile.Create<Probe>("p", p =>
        {
            p.Criterion("c0", x => x.Flags[0]).IsTrue().DecayBy(x => x.Dates[0], 30).Weight(10);
            p.QualifyAt(80);
        });
        var probe = new Probe();
        probe.Flags[0] = true;
        probe.Dates[0] = AsOf.AddDays(-60);
        Assert.Equal(RemedyKind.Renew, profile.Explain(probe, AsOf).Remedies.Single().Steps.Single().Kind);
        probe.Flags[0] = false;
        Assert.Equal(RemedyKind.Meet, profile.Explain(probe, AsOf).Remedies.Single().Steps.Single().Kind);
    }

    [Fact]
    public void Remedies_InsideNoneOf_AreTurnedTheOtherWay()
    {
        var result = ExplainFlags(
            p => p.NoneOf("none", n =>
            {
                Flag(n, 0);
                n.NoneOf("inner", inner => Flag(inner, 1));
            }).Required(),
            true, false);
        Assert.Equal([RemedyKind.Avoid, RemedyKind.Meet], result.Remedies.Single().Steps.Select(s => s.Kind));
    }

    [Fact]
    public void Remedies_Unknown_CountAsToBeMet() => Assert.Equal(["c0"], Keys(ExplainFlags(p => Flag(p, 0).Required(), (bool?)null)));

    [Fact]
    public void Remedies_NothingWouldDo_AreNone()
    {
        // The two gates read the same thing, as far as a person knows; the search turns each for itself, and the curve ends below.
        var profile = QualificationProfile.Create<Probe>("p", p =>
        {
            p.Criterion("gate", x => x.Flags[0]).IsTrue().Required().Weight(-30);
            p.Criterion("points", x => x.Flags[1]).IsTrue().Weight(30);
            p.Criterion("more", x => x.Flags[2]).IsTrue().Weight(40);
            p.QualifyAt(57);
        });
        var probe = new Probe();
        var result = profile.Explain(probe, AsOf);
        Assert.Equal(["gate more points"], Keys(result));
        Assert.Equal(RemedyKind.Meet, result.Remedies[0].Steps.First(s => s.Result.Id == "gate").Kind);
    }

    [Fact]
    public void Remedies_GateThatCostsPointsIsMetInPart_DoesNotHideTheWay()
    {
        // The gate is met at 0.6 and costs more the better it is met: to raise it to the full would spoil the score.
        var profile = QualificationProfile.Create<Probe>("p", p =>
        {
            p.Criterion("gate", x => x.Numbers[0]).Linear(0, 1).Required().Weight(-40);
            p.Criterion("points", x => x.Flags[1]).IsTrue().Weight(60);
            p.QualifyAt(60);
        });
        var probe = new Probe();
        probe.Numbers[0] = 0.6;
        probe.Flags[1] = false;
        Assert.Equal(["points"], Keys(profile.Explain(probe, AsOf)));
    }

    [Fact]
    public void Remedies_CombinationWhosePointsDecayed_AreToRenewIt()
    {
        var profile = QualificationProfile.Create<Probe>("p", p =>
        {
            p.AllOf("all", all => all.Criterion("part", x => x.Flags[0]).IsTrue()).DecayBy(x => x.Dates[0], 30).Weight(10);
            p.QualifyAt(80);
        });
        var probe = new Probe();
        probe.Flags[0] = true;
        probe.Dates[0] = AsOf.AddDays(-60);
        Assert.Single(profile.Explain(probe, AsOf).Remedies);
        probe.Dates[0] = null;
        var undated = profile.Explain(probe, AsOf);
        Assert.Equal(Verdict.NeedsDiscovery, undated.Verdict);
        Assert.Single(undated.Remedies);
    }

    [Fact]
    public void Remedies_VeryMany_ListsTheFirstAndSaysSo()
    {
        var result = ExplainFlags(
            p =>
            {
                for (var i = 0; i < 10; i++) Flag(p, i).Weight(10);
                p.QualifyAt(50);
            },
            new bool?[10]);
        Assert.Equal(8, result.Remedies.Count);
        Assert.False(result.RemediesAreComplete);
        Assert.All(result.Remedies, remedy => Assert.Equal(5, remedy.Steps.Count));
        Assert.Equal(8, Keys(result).Distinct().Count());
    }

    [Fact]
    public void Remedies_SixtyFourCriteria_AreFoundInReasonableTime()
    {
        var profile = QualificationProfile.Create<Probe>("p", p =>
        {
            for (var i = 0; i < 64; i++)
            {
                var index = i;
                p.Criterion("c" + i, x => x.Counts[index % Probe.Slots]).AtLeast(index).Weight(1 + (index % 7)).Effort(1 + (index % 3));
            }

            p.QualifyAt(80);
        });
        var result = profile.Explain(new Probe(), AsOf);
        Assert.False(result.RemediesAreComplete);
        var remedy = Assert.Single(result.Remedies);
        Assert.True(remedy.Steps.Sum(s => s.Result.Criterion.Weight) >= 0.8 * profile.Criteria.Sum(c => c.Weight));
        var lightest = remedy.Steps.Min(s => s.Result.Criterion.Weight);
        Assert.True(remedy.Steps.Sum(s => s.Result.Criterion.Weight) - lightest < 0.8 * profile.Criteria.Sum(c => c.Weight));
    }

    private static CriterionBuilder<Probe> Flag(CriteriaBuilder<Probe> builder, int slot) =>
        builder.Criterion("c" + slot, x => x.Flags[slot]).IsTrue();

    private static QualificationResult ExplainFlags(Action<ProfileBuilder<Probe>> define, params bool?[] flags)
    {
        var probe = new Probe();
        flags.CopyTo(probe.Flags, 0);
        return QualificationProfile.Create("p", define).Explain(probe, AsOf);
    }

    private static List<string> Keys(QualificationResult result) =>
        [.. result.Remedies.Select(remedy =>
            string.Join(" ", remedy.Steps.Select(s => s.Result.Id).OrderBy(id => id, StringComparer.Ordinal)))];
}

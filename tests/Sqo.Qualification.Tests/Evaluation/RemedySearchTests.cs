using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Evaluation;

public class RemedySearchTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    public static TheoryData<SpecStrategy> Strategies => new()
    {
        SpecStrategy.WeightedPoints,
        SpecStrategy.WeightedMean,
        SpecStrategy.WeakestLink,
        SpecStrategy.GeometricMean,
        SpecStrategy.Tiers,
        SpecStrategy.FitEngagement,
        SpecStrategy.LogOdds,
    };

    [Theory]
    [InlineData(false, "x")]
    [InlineData(true, "")]
    public void Remedies_RequiredCombinationWithoutADecayDate_TouchItOnlyWhereItsPointsAreNeeded(bool x, string expected)
    {
        var profile = QualificationProfile.Create<Probe>("p", p =>
        {
            p.AllOf("combo", all =>
            {
                all.Criterion("a", d => d.Flags[0]).IsTrue();
                all.Criterion("b", d => d.Flags[1]).IsTrue();
            }).Required().Weight(10).DecayBy(d => d.Dates[0], 30);
            p.Criterion("x", d => d.Flags[2]).IsTrue().Weight(90);
            p.QualifyAt(60);
        });
        var probe = new Probe();
        (probe.Flags[0], probe.Flags[1], probe.Flags[2]) = (true, true, x);
        var result = profile.Explain(probe, AsOf);
        Assert.Equal(x, result.IsQualified);
        Assert.Equal(expected, string.Join(", ", result.Remedies.Select(remedy => Key(remedy.Steps.Select(step => step.Result.Id)))));
        Assert.Equal(expected, Key(result.SingleStepRemedies.Select(step => step.Result.Id)));
    }

    [Fact]
    public void Remedies_CombinationThatCostsPointsHasDecayed_IsNotRenewed()
    {
        // Fresh, the required combination would cost its full points: a way that it spoils must not be missed for it.
        var profile = QualificationProfile.Create<Probe>("p", p =>
        {
            p.Criterion("x", d => d.Flags[1]).IsTrue().Weight(2);
            p.Criterion("y", d => d.Flags[2]).IsTrue().Weight(2);
            p.Criterion("z", d => d.Flags[3]).IsTrue().Weight(2);
            p.AllOf("combo", all => all.Criterion("a", d => d.Flags[0]).IsTrue()).Required().Weight(-3).DecayBy(d => d.Dates[0], 30);
            p.ScoreByLogOdds(-3.5, 0, 1).QualifyAt(35);
        });
        var probe = new Probe();
        (probe.Flags[0], probe.Flags[1], probe.Flags[2], probe.Flags[3], probe.Dates[0]) = (true, false, false, false, AsOf.AddDays(-300));
        Assert.Equal(
            ["x y", "x z", "y z"], profile.Explain(probe, AsOf)
            .Remedies.Select(remedy => Key(remedy.Steps.Select(step => step.Result.Id))));
    }

    [Fact]
    public void Remedies_PenaltyThatHasAged_IsNotSpoiledByAPartThatIsUnknown()
    {
        // Met and old, the penalty takes next to nothing. With "b" avoided it would be unknown, and could take its full points.
        var profile = QualificationProfile.Create<Probe>("p", p =>
        {
            p.AnyOf("rivals", any =>
            {
                any.Criterion("a", d => d.Flags[0]).IsTrue();
                any.Criterion("b", d => d.Flags[1]).IsTrue();
            }).Weight(-8).DecayBy(d => d.Dates[0], 7);
            p.Criterion("x", d => d.Flags[2]).IsTrue().Weight(2);
            p.QualifyAt(60);
        });
        var probe = new Probe();
        (probe.Flags[0], probe.Flags[1], probe.Flags[2], probe.Dates[0]) = (null, true, false, AsOf.AddDays(-60));
        Assert.Equal("x", Assert.Single(Assert.Single(profile.Explain(probe, AsOf).Remedies).Steps).Result.Id);
    }

    [Theory]
    [MemberData(nameof(Strategies))]
    public void Remedies_AnyProfile_AreTheMinimalSetsOfAllSets(SpecStrategy strategy) =>
        Property.Holds(Deep.Size(25, 500), (random, size) =>
    {
        var spec = ProfileSpec.Generate(random, 1 + (size % Deep.Size(4, 5)), strategy, out var profile, decaysCombinations: true);
        var probe = Probe.Generate(random, AsOf);
        var result = profile.Explain(probe, AsOf);
        var expected = MinimalSets(spec, probe);
        var found = result.Remedies.Select(remedy => Key(remedy.Steps.Select(step => step.Result.Id))).ToList();
        if (!result.RemediesAreComplete)
        {
            Assert.Subset(new HashSet<string>(expected), new HashSet<string>(found));
            return;
        }

        Assert.Equal(expected.OrderBy(key => key, StringComparer.Ordinal), found.OrderBy(key => key, StringComparer.Ordinal));
        Assert.Equal(
            expected.Where(key => key.IndexOf(' ') < 0).OrderBy(key => key, StringComparer.Ordinal),
            result.SingleStepRemedies.Select(step => step.Result.Id).OrderBy(id => id, StringComparer.Ordinal));
    });

    /// <summary>
    /// Every set of criteria that qualifies with its members turned to anything they can be, and of which no part does. Leaves are turned
    /// to the full, to nothing or to just met; of combinations only the age can be turned.
    /// </summary>
    private static List<string> MinimalSets(ProfileSpec spec, Probe probe)
    {
        var minimal = new List<int>();
        var turnable = spec.Turnable.Concat(
            spec.Criteria.Where(c => c.Kind != SpecKind.Leaf && c.DecaySlot is not null && (c.Weight > 0 || !spec.IsPrerequisite(c))))
            .ToList();
        if (IsQualified([])) return [];
        foreach (var set in Enumerable.Range(1, (1 << turnable.Count) - 1).OrderBy(set => Members(set).Count))
        {
            if (!minimal.Exists(smaller => (set & smaller) == smaller) && CanQualify(Members(set), 0, [])) minimal.Add(set);
        }

        return minimal.ConvertAll(set => Key(Members(set).Select(leaf => leaf.Id)));

        List<SpecNode> Members(int set) => turnable.Where((_, i) => (set & (1 << i)) != 0).ToList();

        bool CanQualify(List<SpecNode> members, int next, Dictionary<string, double> turned)
        {
            if (next == members.Count) return IsQualified(turned);
            foreach (var value in ValuesOf(spec, members[next]))
            {
                turned[members[next].Id] = value;
                if (CanQualify(members, next + 1, turned)) return true;
            }

            return false;
        }

        bool IsQualified(Dictionary<string, double> turned) => Verdict.Qualified == (spec.Strategy == SpecStrategy.WeightedPoints
            ? NaiveScorer.Decide(spec, probe, AsOf, turned).Verdict
            : NaiveStrategy.Decide(spec, probe, AsOf, turned).Verdict);
    }

    private static double[] ValuesOf(ProfileSpec spec, SpecNode node) =>
        node.Kind != SpecKind.Leaf ? [double.NaN]
        : spec.WayOf(node) is { } up ? (!up ? [0] : node.IsGraded ? [node.MetFrom, node.Highest] : [node.Highest])
        : node.IsGraded ? [0, node.MetFrom, node.Highest]
        : [0, node.Highest];

    private static string Key(IEnumerable<string> ids) => string.Join(" ", ids.OrderBy(id => id, StringComparer.Ordinal));
}

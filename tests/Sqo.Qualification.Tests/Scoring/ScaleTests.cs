using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Scoring;

/// <summary>One rule of scale for weights and bounds: under it, lines always add up to the score, at its very edge too.</summary>
public class ScaleTests
{
    [Fact]
    public void Explain_WeightsAndBoundsAtTheEdge_LinesAddUp() => Property.Holds(Deep.Size(1_500, 10_000), (random, _) =>
    {
        // All that the rule allows beside a span of about 1: 60 weights and bounds of up to 1,000.
        var unit = random.Pick(1.0, 1e-9, 1e9, 0.3, 7.7);
        QualificationProfile<Probe> profile;
        try
        {
            profile = QualificationProfile.Create<Probe>("edge", p =>
            {
                for (var i = 0; i < 6; i++)
                {
                    var group = i;
                    p.Group($"g{group}", g =>
                    {
                        for (var j = 0; j < 10; j++)
                        {
                            var slot = random.Below(Probe.Slots);
                            g.Criterion($"c{group}.{j}", d => d.Numbers[slot]).Linear(-20, 120)
                                .Weight(unit * random.Pick(1_000, 999.9, -1_000, 333.3, -0.1, 1) * random.Pick(1, 1, 0.95));
                        }
                    }).Floor(unit * random.Pick(-1_000.0, 0, 999, -0.7)).Cap(unit * random.Pick(1, 999.5, 1_000));
                }

                p.Floor(unit * random.Pick(0.0, -0.5)).Cap(unit * 1.5).QualifyAt(50);
            });
        }
        catch (QualificationProfileException e) when (e.Faults.All(
            f => f.Code is "score.flat" or "group.scale" or "weight.scale" or "group.bounds" or "threshold.unreachable"))
        {
            return;
        }

        for (var i = 0; i < 5; i++)
        {
            var probe = Probe.Generate(random, Asking.AsOf, 0.1);
            var result = profile.Explain(probe, Asking.AsOf);
            Assert.Equal(profile.Decide(probe, Asking.AsOf), result.Decision);
            Assert.Equal(result.DisplayScore, result.Lines.Sum(line => line.Points));
        }
    });

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    [InlineData(-1_001, false)]
    public void Create_WeightSoManyTimesTheSpan_IsTakenOrRefused(double weight, bool isTaken) =>
        AssertTaken(isTaken, "weight.scale", p =>
        {
            p.Group("g", g => g.Criterion("c", d => d.Flags[0]).IsTrue().Weight(weight)).Cap(0.5).Floor(weight < 0 ? -0.5 : 0);
            p.Criterion("d", d => d.Flags[1]).IsTrue().Weight(0.5);
        });

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(1e16, false)]
    public void Create_BoundSoManyTimesTheSpan_IsTakenOrRefused(double bound, bool isTaken)
    {
        AssertTaken(isTaken, "group.scale", p => Two(p).Cap(bound));
        AssertTaken(isTaken, "group.scale", p => Two(p).Floor(-bound));
        AssertTaken(isTaken, "group.scale", p =>
        {
            Two(p);
            p.Cap(bound);
        });
    }

    private static GroupBoundsBuilder<Probe> Two(ProfileBuilder<Probe> p)
    {
        p.Criterion("d", d => d.Flags[1]).IsTrue().Weight(0.5);
        return p.Group("g", g => g.Criterion("c", d => d.Flags[0]).IsTrue().Weight(0.5));
    }

    [Fact]
    public void Create_SixtyWeightsOfAMillionUnderACap_IsRefused() => AssertTaken(false, "weight.scale", p => p.Group("g", g =>
    {
        for (var i = 0; i < 60; i++) g.Criterion($"c{i}", d => d.Flags[0]).IsTrue().Weight(1e6);
    }).Cap(1));

    [Fact]
    public void Create_GatesAloneWithADecay_AreRefusedInCodeAsInData()
    {
        var fault = Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create<Probe>("gates", p =>
            p.Criterion("c", d => d.Flags[0]).IsTrue().Required().Weight(0).DecayBy(d => d.Dates[0], 30)));
        Assert.Equal("decay.no-weight", Assert.Single(fault.Faults).Code);
    }

    [Theory]
    [InlineData(58, 42, "58%")]
    [InlineData(29, 71, "29%")]
    [InlineData(57.99, 42.01, "57%")]
    public void ToText_ShareThatIsKnown_IsCutWithTheToleranceOfScores(double known, double missing, string share)
    {
        var profile = QualificationProfile.Create<Probe>("shares", p =>
        {
            p.Criterion("a", d => d.Flags[0]).IsTrue().Weight(known);
            p.Criterion("b", d => d.Flags[1]).IsTrue().Weight(missing);
            p.QualifyAt(50);
        });
        Assert.Contains(
            share, profile.Explain(new Probe { Flags = { [0] = true } }, Asking.AsOf).ToText(ExplanationTexts.English),
            StringComparison.Ordinal);
    }

    private static void AssertTaken(bool isTaken, string code, Action<ProfileBuilder<Probe>> define)
    {
        void Create() => QualificationProfile.Create<Probe>("scale", p =>
        {
            define(p);
            p.QualifyAt(50);
        });
        if (isTaken) Create();
        else Assert.Contains(Assert.Throws<QualificationProfileException>(Create).Faults, fault => fault.Code == code);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Scoring;

/// <summary>Where the scale of weighted points starts, and what keeps a score on it.</summary>
public class ScoreScaleTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Fact]
    public void Penalty_ThatDoesNotHit_LeavesScoreAndVerdict()
    {
        bool?[] deal = [true, false, false];
        var before = Build(p => Two(p).QualifyAt(65));
        var after = Build(p =>
        {
            Two(p).QualifyAt(65);
            Rival(p);
        });
        Assert.Equal(60, before.Decide(deal, AsOf).Score, 1e-12);
        Assert.Equal(before.Decide(deal, AsOf).Score, after.Decide(deal, AsOf).Score);
        Assert.Equal(Verdict.Disqualified, after.Decide(deal, AsOf).Verdict);
    }

    [Fact]
    public void Penalty_MoreThanThereIs_IsKeptAtZeroByALineOfItsOwn()
    {
        var result = Build(p =>
        {
            p.Criterion("a", d => d[0]).IsTrue().Weight(30);
            p.Criterion("b", d => d[1]).IsTrue().Weight(70);
            p.Criterion("rival", d => d[2]).IsTrue().Weight(-50);
            p.QualifyAt(65);
        }).Explain([true, false, true], AsOf);
        Assert.Equal(0, result.DisplayScore);
        Assert.Equal(
            [ScoreLineKind.Criterion, ScoreLineKind.Criterion, ScoreLineKind.Criterion, ScoreLineKind.KeptAtZero],
                result.Lines.Select(l => l.Kind));
        Assert.Equal([30m, 0m, -50m, 20m], result.Lines.Select(l => l.Points));
        Assert.Null(result.Lines[3].Group);
        Assert.Contains("Kept at 0: 20.00", result.ToText(ExplanationTexts.English), StringComparison.Ordinal);
        Assert.Contains("Hålls kvar på 0: 20,00", result.ToText(ExplanationTexts.Swedish), StringComparison.Ordinal);
    }

    [Fact]
    public void Floor_LooserThanTheLeast_IsTheLeast()
    {
        // Totals from -50 to 100; a floor of -80 never holds any.
        var loose = Build(p =>
        {
            Two(p).QualifyAt(65).Floor(-80);
            Rival(p);
        });
        var stretched = Build(p =>
        {
            Two(p).QualifyAt(65).ScoreByWeightedPoints(ScoreScale.Stretched);
            Rival(p);
        });
        foreach (var deal in Deals())
        {
            Assert.Equal(stretched.Decide(deal, AsOf), loose.Decide(deal, AsOf));
        }

        Assert.Equal(100.0 * 110 / 150, loose.Decide([true, false, false], AsOf).Score, 1e-12);
    }

    [Fact]
    public void Floor_AboveTheLeast_IsWhereTheScaleStarts()
    {
        var profile = Build(p =>
        {
            Two(p).QualifyAt(65).Floor(-20);
            Rival(p);
        });
        Assert.Equal(100.0 * 80 / 120, profile.Decide([true, false, false], AsOf).Score, 1e-12);
        var result = profile.Explain([false, false, true], AsOf);
        Assert.Equal(0, result.DisplayScore);
        Assert.Equal(ScoreLineKind.Base, result.Lines[0].Kind);
        Assert.Equal(ScoreLineKind.Floor, result.Lines[result.Lines.Count - 1].Kind);
        Assert.Equal(60, Build(p =>
        {
            Two(p).QualifyAt(65).Floor(0);
            Rival(p);
        }).Decide([true, false, false], AsOf).Score, 1e-12);
    }

    [Fact]
    public void Cap_LooserThanTheGreatest_IsTheGreatest()
    {
        var profile = Build(p => Two(p).QualifyAt(65).Cap(500));
        Assert.Equal(60, profile.Decide([true, false, null], AsOf).Score, 1e-12);
        Assert.Equal(100, profile.Decide([true, true, null], AsOf).Score);
    }

    [Fact]
    public void GroupMinimum_AboveZero_IsGivenToAllAndRemarkedOn()
    {
        QualificationProfile<bool?[]> Profile(double threshold) => Build(p =>
        {
            p.Group("interest", g => g.Criterion("a", d => d[0]).IsTrue().Weight(60)).Floor(20);
            p.Criterion("b", d => d[1]).IsTrue().Weight(40);
            p.QualifyAt(threshold);
        });
        // Totals from 20 to 100, on a scale from 0.
        Assert.Equal(20, Profile(50).Decide([false, false, null], AsOf).Score, 1e-12);
        Assert.Contains(Profile(20).Lint, remark => remark.Code == "threshold.idle" && remark.Message.Contains("no score is below 20"));
        Assert.DoesNotContain(Profile(20.01).Lint, remark => remark.Code == "threshold.idle");
        Assert.True(Profile(20).Decide([null, null, null], AsOf).IsQualified);
    }

    [Fact]
    public void PenaltiesAlone_NeedAFloorOrTheStretchedScale()
    {
        static ProfileBuilder<bool?[]> Penalties(ProfileBuilder<bool?[]> p)
        {
            p.Criterion("a", d => d[0]).IsTrue().Weight(-60);
            p.Criterion("b", d => d[1]).IsTrue().Weight(-40);
            return p.QualifyAt(50);
        }

        var fault = Assert.Single(Assert.Throws<QualificationProfileException>(() => Build(p => Penalties(p))).Faults);
        Assert.Equal("score.flat", fault.Code);
        Assert.Contains("Penalties alone need a Floor, or ScoreScale.Stretched", fault.Message, StringComparison.Ordinal);
        Assert.Equal(
            40, Build(p => Penalties(p).ScoreByWeightedPoints(ScoreScale.Stretched)).Decide([true, false, null], AsOf).Score, 1e-12);
        Assert.Equal(40, Build(p => Penalties(p).Floor(-100)).Decide([true, false, null], AsOf).Score, 1e-12);
    }

    [Fact]
    public void FloorAndStretchedScale_AtOnce_IsAFault()
    {
        var fault = Assert.Single(Assert.Throws<QualificationProfileException>(() => Build(p =>
        {
            Two(p).QualifyAt(65).Floor(-20).ScoreByWeightedPoints(ScoreScale.Stretched);
            Rival(p);
        })).Faults);
        Assert.Equal("score.scale", fault.Code);
        Assert.Contains("-20", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ManyPenalties_TieAtZero_WhereTheStretchedScaleTellsThemApart()
    {
        QualificationProfile<bool?[]> Profile(ScoreScale scale) => Build(p =>
        {
            p.Criterion("a", d => d[0]).IsTrue().Weight(100);
            p.Criterion("b", d => d[1]).IsTrue().Weight(-50);
            p.Criterion("c", d => d[2]).IsTrue().Weight(-80);
            p.QualifyAt(50).ScoreByWeightedPoints(scale);
        });
        bool?[] one = [false, true, false];
        bool?[] both = [false, true, true];
        Assert.Equal(0, Profile(ScoreScale.FromZero).Decide(one, AsOf).Score);
        Assert.Equal(0, Profile(ScoreScale.FromZero).Decide(both, AsOf).Score);
        Assert.True(Profile(ScoreScale.Stretched).Decide(one, AsOf).Score > Profile(ScoreScale.Stretched).Decide(both, AsOf).Score);
    }

    [Fact]
    public void DecideAll_ScoresBeyondBothEnds_AreKeptAsInDecide()
    {
        var profile = Build(p =>
        {
            p.Criterion("a", d => d[0]).IsTrue().Weight(0.1);
            p.Criterion("b", d => d[1]).IsTrue().Weight(0.2);
            p.Criterion("rival", d => d[2]).IsTrue().Weight(-50);
            p.QualifyAt(65);
        });
        // With every answer known, and with some unknown: two ways through the columns.
        foreach (var source in new[] { Deals().Where(d => !d.Contains(null)), Deals() })
        {
            var items = Enumerable.Repeat(source, 20).SelectMany(deals => deals).ToArray();
            foreach (var vectorized in new[] { true, false })
            {
                var decisions = new Decision[items.Length];
                new BatchRun<bool?[]>(profile.Engine, items, decisions, AsOf, CancellationToken.None) { Vectorized = vectorized }.Run(1);
                Assert.All(decisions, d => Assert.True(d.Lowest >= 0 && d.Lowest <= d.Score && d.Score <= d.Highest && d.Highest <= 100));
                Assert.Equal(items.Select(item => profile.Decide(item, AsOf)), decisions);
            }
        }
    }

    [Fact]
    public void UnmetCriterionOfNegativeWeight_AnyProfile_LeavesScoreHighestAndVerdict() => Property.Holds(400, (random, size) =>
    {
        var spec = ProfileSpec.Generate(random, size, out _);
        if (spec.Stretched || spec.Minimum is not null || spec.Criteria.All(c => (c.Weight ?? 0) == 0)) return;
        var before = spec.Build();
        var after = spec.Build(p => p.Criterion("penalty").Satisfies(_ => false).Weight(-random.Between(1, 100)));
        for (var i = 0; i < 5; i++)
        {
            var probe = Probe.Generate(random, AsOf);
            var (one, other) = (before.Decide(probe, AsOf), after.Decide(probe, AsOf));
            Assert.Equal(one.Score, other.Score);
            Assert.Equal(one.Lowest, other.Lowest);
            Assert.Equal(one.Highest, other.Highest);
            Assert.Equal(one.Verdict, other.Verdict);
        }
    });

    [Theory]
    [InlineData(ScoreScale.FromZero, ScoreScale.FromZero, 30, 0)]
    [InlineData(ScoreScale.Stretched, ScoreScale.FromZero, 65, 0)]
    [InlineData(ScoreScale.FromZero, ScoreScale.Stretched, 30, 37.5)]
    [InlineData(ScoreScale.Stretched, ScoreScale.Stretched, 65, 37.5)]
    public void FitAndEngagement_ScaleOfEach_IsChosenByDimensionInCodeAndDataAndSettings(
        ScoreScale fit, ScoreScale engagement, double fitScore, double engagementScore)
    {
        var options = new FitEngagementOptions { FitScale = fit, EngagementScale = engagement };
        bool?[] deal = [false, true, false, true];
        var profile = Build(p => Sides(p).ScoreByFitAndEngagement(options));
        var result = profile.Explain(deal, AsOf);
        Assert.Equal(fitScore, result.Grade!.Fit.Range.Score, 1e-12);
        Assert.Equal(engagementScore, result.Grade.Engagement.Range.Score, 1e-12);
        Assert.Equal(result.DisplayScore, result.Lines.Sum(line => line.Points));
        Assert.Equal(engagement == ScoreScale.FromZero, result.Lines.Any(line => line.Kind == ScoreLineKind.KeptAtZero));

        string Word(ScoreScale scale) => scale == ScoreScale.Stretched ? "stretched" : "fromZero";
        ProfileSetting[] settings = [new("Scoring:FitScale", Word(fit)), new("scoring:engagementscale", Word(engagement))];
        var set = QualificationProfile.Create<bool?[]>("p", p => Sides(p).ScoreByFitAndEngagement(), settings);
        Assert.Equal(profile.Declaration, set.Declaration);
        Assert.Equal(profile.Decide(deal, AsOf), set.Decide(deal, AsOf));

        var data = profile.ToDefinition(Fields);
        Assert.Equal(fit == ScoreScale.Stretched, data.ToJson().Contains("\"fitScale\": \"stretched\""));
        Assert.Equal(profile.Declaration, QualificationProfile.Create(data, Fields).Declaration);
    }

    [Fact]
    public void WeightedPoints_ScaleOfDataAndSettings_IsThatOfCode()
    {
        var plain = Mapped(p => p.ScoreByWeightedPoints());
        var stretched = Mapped(p => p.ScoreByWeightedPoints(ScoreScale.Stretched));
        Assert.NotEqual(plain.Fingerprint, stretched.Fingerprint);
        Assert.Equal(plain.Declaration, Mapped(_ => { }).Declaration);
        Assert.Contains("\"scale\": \"stretched\"", stretched.ToDefinition(Fields).ToJson(), StringComparison.Ordinal);
        Assert.Equal(stretched.Declaration, QualificationProfile.Create(stretched.ToDefinition(Fields), Fields).Declaration);
        ProfileSetting[] settings = [new("Scoring:Scale", "Stretched")];
        Assert.Equal(stretched.Declaration, QualificationProfile.Create<bool?[]>("p", p => DefineMapped(p), settings).Declaration);
        Assert.Equal(
            stretched.Declaration, QualificationProfile.Create<bool?[]>("p", p => DefineMapped(p).ScoreByWeightedPoints(), settings)
            .Declaration);
        var fault = Assert.Throws<QualificationProfileException>(
            () => QualificationProfile.Create<bool?[]>("p", p => Two(p).QualifyAt(50).ScoreByWeightedMean(), settings));
        Assert.Equal("setting.scale", Assert.Single(fault.Faults).Code);
    }

    [Fact]
    public void ScoreScale_ThatIsNoneOfTheTwo_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Build(p => p.ScoreByWeightedPoints((ScoreScale)7)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FitEngagementOptions { FitScale = (ScoreScale)7 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FitEngagementOptions { EngagementScale = (ScoreScale)(-1) });
    }

    [Fact]
    public void Strategy_Names_ChangeForWhatScoresOtherwiseAlone()
    {
        string NameOf(Action<ProfileBuilder<bool?[]>> score) => Build(p =>
        {
            Sides(p);
            score(p);
        }).Strategy;
        string NameOfShares(Action<ProfileBuilder<bool?[]>> score) => Build(p =>
        {
            Two(p).QualifyAt(50);
            score(p);
        }).Strategy;
        Assert.Equal("weighted-points/2", NameOf(_ => { }));
        Assert.Equal("fit-engagement/2", NameOf(p => p.ScoreByFitAndEngagement()));
        Assert.Equal("log-odds/1", NameOf(p => p.ScoreByLogOdds(0)));
        Assert.Equal("weighted-mean/1", NameOfShares(p => p.ScoreByWeightedMean()));
        Assert.Equal("weakest-link/1", NameOfShares(p => p.ScoreByWeakestLink()));
        Assert.Equal("geometric-mean/1", NameOfShares(p => p.ScoreByGeometricMean()));
    }

    [Fact]
    public void Remedies_FarBelowZero_TakeTheGreatestGainsForTheEffort()
    {
        // Too many sets to look at: the greedy way has to see progress while the score is still 0.
        var profile = Build(p =>
        {
            for (var i = 0; i < 38; i++)
            {
                var slot = i;
                p.Criterion("small" + i, d => d[slot]).IsTrue().Weight(10);
            }

            p.Criterion("great", d => d[38]).IsTrue().Weight(200).Effort(15);
            p.Criterion("grand", d => d[39]).IsTrue().Weight(200).Effort(15);
            p.Criterion("burden", _ => true).IsTrue().Required().Weight(-300);
            p.QualifyAt(10);
        });
        var result = profile.Explain(Enumerable.Repeat((bool?)false, 40).ToArray(), AsOf);
        Assert.Equal(0, result.DisplayScore);
        Assert.False(result.RemediesAreComplete);
        // -300 + 400 of 780 is 12.8; with small ones alone it takes all 38, and with one of the great 18 of them.
        Assert.Equal(
            ["grand", "great"], Assert.Single(result.Remedies).Steps.Select(step => step.Result.Id)
            .OrderBy(id => id, StringComparer.Ordinal));
    }

    private static readonly FieldMap<bool?[]> Fields = new(
        f => f.Add("f0", d => d[0]).Add("f1", d => d[1]).Add("f2", d => d[2]).Add("f3", d => d[3]));

    private static IEnumerable<bool?[]> Deals()
    {
        bool?[] answers = [true, false, null];
        foreach (var a in answers)
        {
            foreach (var b in answers)
            {
                foreach (var c in answers) yield return [a, b, c];
            }
        }
    }

    private static ProfileBuilder<bool?[]> Two(ProfileBuilder<bool?[]> p)
    {
        p.Criterion("a", d => d[0]).IsTrue().Weight(60);
        p.Criterion("b", d => d[1]).IsTrue().Weight(40);
        return p;
    }

    private static void Rival(ProfileBuilder<bool?[]> p) => p.Criterion("rival", d => d[2]).IsTrue().Weight(-50);

    private static ProfileBuilder<bool?[]> DefineMapped(ProfileBuilder<bool?[]> p)
    {
        p.Criterion("a", Fields.Field<bool?>("f0")).IsTrue().Weight(60);
        p.Criterion("rival", Fields.Field<bool?>("f1")).IsTrue().Weight(-50);
        return p.QualifyAt(50);
    }

    private static QualificationProfile<bool?[]> Mapped(Action<ProfileBuilder<bool?[]>> score) => Build(p =>
    {
        DefineMapped(p);
        score(p);
    });

    private static ProfileBuilder<bool?[]> Sides(ProfileBuilder<bool?[]> p)
    {
        p.Criterion("big", Fields.Field<bool?>("f0")).IsTrue().Weight(70).Dimension(Dimensions.Fit);
        p.Criterion("near", Fields.Field<bool?>("f1")).IsTrue().Weight(30).Dimension(Dimensions.Fit);
        p.Criterion("tied", Fields.Field<bool?>("f2")).IsTrue().Weight(-100).Dimension(Dimensions.Fit);
        p.Criterion("silent", Fields.Field<bool?>("f3")).IsTrue().Weight(-50).Dimension(Dimensions.Engagement);
        p.Criterion("asked", Fields.Field<bool?>("f0")).IsTrue().Weight(50).Dimension(Dimensions.Engagement);
        p.Criterion("gone", Fields.Field<bool?>("f2")).IsTrue().Weight(-60).Dimension(Dimensions.Engagement);
        return p.QualifyAt(50);
    }

    private static QualificationProfile<bool?[]> Build(Action<ProfileBuilder<bool?[]>> define) => QualificationProfile.Create("p", define);
}

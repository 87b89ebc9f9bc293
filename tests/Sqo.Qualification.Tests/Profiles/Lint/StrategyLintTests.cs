using System;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles.Lint;

/// <summary>What is true of weighted points may be false of other strategies: there the lint says nothing.</summary>
public class StrategyLintTests
{
    [Theory]
    [InlineData("weakest")]
    [InlineData("geometric")]
    public void Lint_GradedValuesUnderAStrictMean_SaysNothing(string strategy)
    {
        // Values of 0.6 everywhere reach 60; a 0 anywhere costs all, but gates would not say the same.
        var profile = Build(p =>
        {
            p.Criterion("a", x => x[0]).Linear(0, 1).Weight(1);
            p.Criterion("b", x => x[1]).Linear(0, 1).Weight(5);
            p.QualifyAt(60);
            if (strategy == "weakest") p.ScoreByWeakestLink();
            else p.ScoreByGeometricMean();
        });
        Assert.True(profile.Decide([0.6, 0.6], Infrastructure.Asking.AsOf).IsQualified);
        Assert.Empty(profile.Lint);
    }

    [Fact]
    public void Lint_YesAndNoUnderTheWeakestLink_GatesWouldSayItMorePlainly() =>
        Assert.Equal("threshold.perfect-only", Assert.Single(Build(p =>
        {
            p.Criterion("a", x => x[0]).AtLeast(1).Weight(1);
            p.Criterion("b", x => x[1]).AtLeast(1).Weight(5);
            p.ScoreByWeakestLink().QualifyAt(10);
        }).Lint).Code);

    [Fact]
    public void Lint_GateWithACoefficient_IsNoRemark() => Assert.Empty(Build(p =>
    {
        // It is the same for all that pass, but without it the probability would be another.
        p.Criterion("a", x => x[0]).AtLeast(1).Required().Weight(1.3);
        p.Criterion("b", x => x[1]).Linear(0, 1).Weight(2);
        p.Criterion("c", x => x[2]).Bins(-1, new ScoreBin(0, 1));
        p.ScoreByLogOdds(-1).QualifyAt(50);
    }).Lint);

    [Fact]
    public void Lint_CoefficientHiddenByTheBoundsAtBothEnds_IsNotIdle() => Assert.Empty(Build(p =>
    {
        p.Criterion("a", x => x[0]).Linear(0, 1).Weight(8);
        p.Criterion("b", x => x[1]).Linear(0, 1).Weight(-8);
        p.Criterion("small", x => x[2]).Linear(0, 1).Weight(0.5);
        p.ScoreByLogOdds(0).QualifyAt(50);
    }).Lint);

    [Fact]
    public void Lint_WeightHiddenByTheBoundsOfItsGroupAtBothEnds_IsNotIdle() => Assert.DoesNotContain(
        Build(p =>
        {
            p.Criterion("a", x => x[0]).Linear(0, 1).Weight(10);
            p.Group("g", g =>
            {
                g.Criterion("plus", x => x[1]).Linear(0, 1).Weight(20);
                g.Criterion("minus", x => x[2]).Linear(0, 1).Weight(-20);
                g.Criterion("small", x => x[0]).Linear(0, 1).Weight(1);
            }).Floor(0).Cap(10);
            p.QualifyAt(50);
        }).Lint,
        lint => lint.Code == "weight.idle");

    [Fact]
    public void Lint_DimensionWithoutAShareOfTheScore_StillGrades() => Assert.Empty(Build(p =>
    {
        p.Criterion("a", x => x[0]).Linear(0, 1).Dimension(Dimensions.Fit).Weight(1);
        p.Criterion("b", x => x[1]).Linear(0, 1).Dimension(Dimensions.Engagement).Weight(1);
        p.ScoreByFitAndEngagement(new FitEngagementOptions { FitShare = 1 }).QualifyAt(50);
    }).Lint);

    [Fact]
    public void Lint_CapsUnderFitAndEngagement_AreStillLookedAt() => Assert.Equal(
        ["cap.swallows"],
        Build(p =>
        {
            p.Group("g", g => g.Criterion("a", x => x[0]).Linear(0, 1).Dimension(Dimensions.Fit).Weight(3)).Cap(2);
            p.Criterion("b", x => x[1]).Linear(0, 1).Dimension(Dimensions.Engagement).Weight(1);
            p.ScoreByFitAndEngagement().QualifyAt(50);
        }).Lint.Select(l => l.Code));

    [Theory]
    [InlineData("mean")]
    [InlineData("weakest")]
    [InlineData("geometric")]
    public void Lint_GatesAloneWithAThreshold_ThresholdIsIdle(string strategy) => Assert.Equal("threshold.idle", Assert.Single(Build(p =>
    {
        p.Criterion("a", x => x[0]).AtLeast(1).Required();
        p.Criterion("b", x => x[1]).AtLeast(1).Required();
        p.QualifyAt(50);
        if (strategy == "mean") p.ScoreByWeightedMean();
        else if (strategy == "weakest") p.ScoreByWeakestLink();
        else p.ScoreByGeometricMean();
    }).Lint).Code);

    private static QualificationProfile<double[]> Build(Action<ProfileBuilder<double[]>> define) =>
        QualificationProfile.Create("lint", define);
}

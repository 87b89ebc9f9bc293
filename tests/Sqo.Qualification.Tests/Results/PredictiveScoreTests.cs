using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Results;

public class PredictiveScoreTests
{
    private static readonly QualificationProfile<double> Profile = Of(50);

    [Theory]
    [InlineData(100, 0)]
    [InlineData(75, 0)]
    [InlineData(74.9, 1)]
    [InlineData(50, 1)]
    [InlineData(25, 2)]
    [InlineData(24.4, 3)]
    [InlineData(0, 3)]
    public void Of_AnyScore_HasTheGradeOfItsBand(double score, int grade)
    {
        var values = PredictiveScore.Of(At(score));
        Assert.Equal((grade, ScoreTrend.NotEnoughInfo), (values.Grade, values.Trend));
        Assert.Equal((int)Math.Floor(score + 0.5), values.Score);
    }

    [Theory]
    [InlineData(60, 50, 0, ScoreTrend.Improving)]
    [InlineData(50, 60, 0, ScoreTrend.Declining)]
    [InlineData(50.2, 49.8, 0, ScoreTrend.Steady)]
    [InlineData(55, 50, 5, ScoreTrend.Steady)]
    [InlineData(56, 50, 5, ScoreTrend.Improving)]
    public void Of_TwoResults_HasTheTrendOfTheWholeScores(double now, double before, int within, ScoreTrend trend) =>
        Assert.Equal(trend, PredictiveScore.Of(At(now), At(before, -7), steadyWithin: within).Trend);

    [Fact]
    public void Of_AResultOfOtherRules_HasNotEnoughInfo() =>
        Assert.Equal(ScoreTrend.NotEnoughInfo, PredictiveScore.Of(At(60), Of(40).Explain(50, Asking.AsOf)).Trend);

    [Fact]
    public void ToColumns_AnyValues_HaveTheNumbersOfTheTable()
    {
        var values = PredictiveScore.Of(At(60), At(80, -1), new GradeScale(new("top", 90), new("rest", 0)));
        var columns = values.ToColumns();
        Assert.Equal((60, 1, 2), (columns["msdyn_score"], columns["msdyn_grade"], columns["msdyn_scoretrend"]));
        Assert.Equal("60, B, Declining", values.ToString());
        Assert.Equal(
            ["Improving", "Steady", "Declining", "NotEnoughInfo"], new[] { 0, 1, 2, 3 }.Select(number => ((ScoreTrend)number).ToString()));
    }

    [Fact]
    public void Of_OddArguments_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => PredictiveScore.Of(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => PredictiveScore.Of(At(1), steadyWithin: -1));
        Assert.Throws<ArgumentException>(() => PredictiveScore.Of(At(1), At(1, 1)));
        Assert.Throws<ArgumentException>(
            () => PredictiveScore.Of(At(1), grades: new(new("a", 80), new("b", 60), new("c", 40), new("d", 20), new("e", 0))));
    }

    private static QualificationResult At(double score, int days = 0) => Profile.Explain(score, Asking.AsOf.AddDays(days));

    private static QualificationProfile<double> Of(double threshold) => QualificationProfile.Create<double>("widget", p =>
    {
        p.Criterion("score", score => score).Linear(0, 100).Weight(1);
        p.QualifyAt(threshold);
    });
}

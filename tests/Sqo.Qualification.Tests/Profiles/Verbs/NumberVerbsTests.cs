using System;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles.Verbs;

public class NumberVerbsTests
{
    [Theory]
    [InlineData(-5.0, 0.0)]
    [InlineData(10.0, 0.0)]
    [InlineData(15.0, 0.25)]
    [InlineData(20.0, 0.5)]
    [InlineData(30.0, 1.0)]
    [InlineData(double.PositiveInfinity, 1.0)]
    [InlineData(double.NegativeInfinity, 0.0)]
    [InlineData(double.NaN, null)]
    public void Linear_AnyNumber_LiesOnTheLine(double number, double? expected)
    {
        Assert.Equal(expected, Asking.Answer(number, b => b.Criterion("c", x => x.Value).Linear(from: 10, to: 30)).Value);
        Assert.Equal(expected, Asking.Answer<double?>(number, b => b.Criterion("c", x => x.Value).Linear(from: 10, to: 30)).Value);
    }

    [Theory]
    [InlineData(0, 1.0)]
    [InlineData(3, 0.4)]
    [InlineData(5, 0.0)]
    [InlineData(null, null)]
    public void Linear_FromAboveTo_Falls(int? number, double? expected) =>
        Assert.Equal(expected, Asking.Answer(number, b => b.Criterion("c", x => x.Value).Linear(from: 5, to: 0)).Value);

    [Fact]
    public void Linear_OfEveryTypeOfNumber_GivesTheSame()
    {
        Assert.Equal(0.3, Asking.Answer(30, b => b.Criterion("c", x => x.Value).Linear(0, 100)).Value);
        Assert.Equal(0.3, Asking.Answer(30L, b => b.Criterion("c", x => x.Value).Linear(0, 100)).Value);
        Assert.Equal(0.3, Asking.Answer(30f, b => b.Criterion("c", x => x.Value).Linear(0, 100)).Value);
        Assert.Equal(0.3, Asking.Answer(30m, b => b.Criterion("c", x => x.Value).Linear(0, 100)).Value);
        Assert.Equal(0.3, Asking.Answer<decimal?>(30m, b => b.Criterion("c", x => x.Value).Linear(0, 100)).Value);
        Assert.Null(Asking.Answer<decimal?>(null, b => b.Criterion("c", x => x.Value).Linear(0, 100)).Value);
    }

    [Theory]
    [InlineData(0.9, 0.0)]
    [InlineData(1.0, 0.25)]
    [InlineData(9.99, 0.25)]
    [InlineData(10.0, 0.75)]
    [InlineData(1e9, 0.75)]
    [InlineData(null, null)]
    public void Steps_AnyNumber_GivesTheLastPointReached(double? number, double? expected) => Assert.Equal(
        expected,
        Asking.Answer(number, b => b.Criterion("c", x => x.Value).Steps(new CurvePoint(1, 0.25), new CurvePoint(10, 0.75))).Value);

    [Theory]
    [InlineData(-1.0, 0.2)]
    [InlineData(0.0, 0.2)]
    [InlineData(5.0, 0.6)]
    [InlineData(10.0, 1.0)]
    [InlineData(15.0, 0.75)]
    [InlineData(20.0, 0.5)]
    [InlineData(1e300, 0.5)]
    [InlineData(null, null)]
    public void PiecewiseLinear_AnyNumber_LiesBetweenItsPoints(double? number, double? expected)
    {
        var answer = Asking.Answer(
            number,
            b => b.Criterion("c", x => x.Value).PiecewiseLinear(new CurvePoint(0, 0.2), new CurvePoint(10, 1), new CurvePoint(20, 0.5)));
        Assert.Equal(expected is null, answer.Value is null);
        if (expected is { } value) Assert.Equal(value, answer.Value!.Value, 1e-15);
    }

    [Fact]
    public void PiecewiseLinear_BetweenLevelPoints_NeverLeavesThem() => Property.Holds(2_000, (random, _) =>
    {
        var high = 0.01 + (0.99 * random.Share());
        var x = random.Share() * 3;
        var answer = Asking.Answer(x, b =>
            b.Criterion("c", y => y.Value)
                .PiecewiseLinear(new CurvePoint(0, high), new CurvePoint(1.1, high), new CurvePoint(3, high / 3)));
        Assert.InRange(answer.Value!.Value, 0, high);
    });

    [Theory]
    [InlineData(50.0, 0.5)]
    [InlineData(60.0, 0.731058578630005)]
    [InlineData(40.0, 0.268941421369995)]
    [InlineData(double.PositiveInfinity, 1.0)]
    [InlineData(double.NegativeInfinity, 0.0)]
    public void Logistic_AnyNumber_LiesOnTheCurve(double number, double expected) => Assert.Equal(
        expected, Asking.Answer(number, b => b.Criterion("c", x => x.Value).Logistic(midpoint: 50, steepness: 0.1)).Value!.Value, 1e-14);

    [Fact]
    public void Logistic_NegativeSteepness_Falls()
    {
        var below = Asking.Answer(10, b => b.Criterion("c", x => x.Value).Logistic(20, -0.5)).Value;
        var above = Asking.Answer(30, b => b.Criterion("c", x => x.Value).Logistic(20, -0.5)).Value;
        Assert.True(below > 0.99 && above < 0.01, $"{below} then {above}");
    }

    [Fact]
    public void Curve_OfCode_GivesItsValueOrUnknown()
    {
        Assert.Equal(0.25, Asking.Answer(4.0, b => b.Criterion("c", x => x.Value).Curve(x => 1 / x)).Value);
        Assert.Null(Asking.Answer(4.0, b => b.Criterion("c", x => x.Value).Curve(_ => double.NaN)).Value);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(-0.1)]
    [InlineData(double.PositiveInfinity)]
    public void Curve_GivesAValueOutsideItsRange_IsAFault(double value)
    {
        var fault = Assert.Throws<CriterionEvaluationException>(() =>
            Asking.Answer(4.0, b => b.Criterion("c", x => x.Value).Curve(_ => value)));
        Assert.Equal("c", fault.CriterionId);
        Assert.IsType<InvalidOperationException>(fault.InnerException);
    }

    [Fact]
    public void Curve_OfAClass_ScalesTheScoreByItsHighestValue()
    {
        var profile = QualificationProfile.Create<Box<double>>("p", p =>
        {
            p.Criterion("c", x => x.Value).Curve(new HalfCurve()).Weight(20).MetFrom(0.3);
            p.QualifyAt(50);
        });
        Assert.Equal(0.5, profile["c"].HighestValue);
        Assert.Equal(100, profile.Decide(new Box<double>(1), Asking.AsOf).Score);
        Assert.Equal(40, profile.Decide(new Box<double>(0.4), Asking.AsOf).Score);
        Assert.Equal(AnswerState.Unmet, profile.Explain(new Box<double>(0.2), Asking.AsOf)["c"].State);
        Assert.Equal(MessageIds.RequireCurve, profile["c"].Requirement.MessageId);
    }

    [Theory]
    [InlineData(0.49, AnswerState.Unmet)]
    [InlineData(0.5, AnswerState.Met)]
    public void Linear_MetFromUntold_CountsAsMetFromOneHalf(double number, AnswerState expected) =>
        Assert.Equal(expected, Asking.State(number, b => b.Criterion("c", x => x.Value).Linear(0, 1)));

    [Theory]
    [InlineData(0.79, AnswerState.Unmet)]
    [InlineData(0.8, AnswerState.Met)]
    public void Linear_MetFromTold_CountsAsMetFromThere(double number, AnswerState expected) =>
        Assert.Equal(expected, Asking.State(number, b => b.Criterion("c", x => x.Value).Linear(0, 1).MetFrom(0.8)));

    [Fact]
    public void Linear_BoundsTooFarApartForADouble_AreAFaultOrStillALine()
    {
        try
        {
            Assert.Equal(0.5, Asking.Answer(0.0, b => b.Criterion("c", x => x.Value).Linear(-1e308, 1e308)).Value!.Value, 1e-9);
        }
        catch (QualificationProfileException e)
        {
            Assert.Equal("c", Assert.Single(e.Faults).Id);
        }
    }

    private sealed class HalfCurve : Curve
    {
        public override double HighestValue => 0.5;

        public override double At(double x) => x / 2 > 0.5 ? 0.5 : x / 2;
    }
}

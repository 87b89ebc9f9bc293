using System;
using Xunit;

namespace Sqo.Qualification.Tests.Criteria;

public class AnswerTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.25)]
    [InlineData(1.0)]
    public void Of_ValueFromZeroToOne_IsThatValue(double value)
    {
        var answer = Answer.Of(value);
        Assert.True(answer.IsKnown);
        Assert.Equal(value, answer.Value);
    }

    [Theory]
    [InlineData(-0.001)]
    [InlineData(1.001)]
    [InlineData(double.PositiveInfinity)]
    public void Of_ValueOutside_NamesTheValueAndTheRule(double value)
    {
        var fault = Assert.Throws<ArgumentOutOfRangeException>(() => Answer.Of(value));
        Assert.Equal("value", fault.ParamName);
        Assert.Contains("it must lie from 0 to 1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NaN_IsUnknown() => Assert.Equal(Answer.Unknown, Answer.Of(double.NaN));

    [Fact]
    public void Equality_UnknownAndValues_ComparesWhatTheySay()
    {
        Assert.True(Answer.Unknown == Answer.From((bool?)null));
        Assert.True(Answer.Unknown != Answer.Unmet);
        Assert.True(Answer.From(true) == Answer.Met);
        Assert.True(Answer.From((bool?)false) == default);
        Assert.Equal(Answer.Met.GetHashCode(), Answer.Of(1).GetHashCode());
        Assert.False(Answer.Met.Equals((object)1.0));
    }

    [Theory]
    [InlineData(0.49, AnswerState.Unmet)]
    [InlineData(0.5, AnswerState.Met)]
    [InlineData(double.NaN, AnswerState.Unknown)]
    public void StateFrom_OneHalf_MetFromThere(double value, AnswerState expected) =>
        Assert.Equal(expected, Answer.Of(value).StateFrom(0.5));

    [Fact]
    public void ToString_AnyAnswer_IsInvariant()
    {
        Assert.Equal("unknown", Answer.Unknown.ToString());
        Assert.Equal("0.25", Answer.Of(0.25).ToString());
    }
}

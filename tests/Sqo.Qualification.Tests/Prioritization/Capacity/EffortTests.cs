using System;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Prioritization.Capacity;

public class EffortTests
{
    [Fact]
    public void Response_Adbudg_IsTheFormula()
    {
        var curve = Effort.Response(0.1, 0.6, 2, 4, mostHours: 6);
        Assert.True(curve.IsResponse);
        Assert.Null(curve.Time);
        Assert.Equal(6, curve.MostHours);
        for (var hours = 0; hours <= 6; hours++)
        {
            Assert.Equal(0.1 + (0.5 * hours * hours / (4 + (hours * hours))), curve.ProbabilityAfter(hours)!.Value, 1e-15);
        }

        Assert.Equal(curve.ProbabilityAfter(6), curve.ProbabilityAfter(100));
        Assert.Equal(0.2 + (0.3 * Math.Pow(3, 1.7) / (5 + Math.Pow(3, 1.7))), Effort.Response(0.2, 0.5, 1.7, 5).ProbabilityAfter(3)!.Value, 1e-14);
        Assert.Equal(1, Effort.Response(0, 1, 700, 1e-300, 200).ProbabilityAfter(200));
    }

    [Fact]
    public void Response_Probabilities_AreTaken()
    {
        var curve = Effort.Response([0.1, 0.1, 0.4]);
        Assert.Equal([0.1, 0.1, 0.4], curve.Probabilities);
        Assert.Equal("0.1 to 0.4 within 2 hours", curve.ToString());
    }

    [Fact]
    public void Fixed_Block_SaysNothingOfProbabilities()
    {
        var block = Effort.Fixed(TimeSpan.FromHours(2));
        Assert.False(block.IsResponse);
        Assert.Null(block.ProbabilityAfter(1));
        Assert.Empty(block.Probabilities);
        Assert.Equal("02:00:00", block.ToString());
    }

    [Fact]
    public void Create_BadInput_IsRefused()
    {
        Assert.Contains("-00:01:00", Assert.Throws<ArgumentOutOfRangeException>(() => Effort.Fixed(TimeSpan.FromMinutes(-1))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Effort.Response(0.5, 0.4, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Effort.Response(double.NaN, 0.4, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Effort.Response(0.1, 0.4, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Effort.Response(0.1, 0.4, 1, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => Effort.Response(0.1, 0.4, 1, 1, 201));
        Assert.Throws<ArgumentException>(() => Effort.Response([0.1]));
        Assert.Throws<ArgumentException>(() => Effort.Response(Enumerable.Repeat(0.5, 202)));
        Assert.Contains(
            "after 1 hours is 0.1; it must lie from 0.2 to 1", Assert.Throws<ArgumentException>(() => Effort.Response([0.2, 0.1])).Message,
            StringComparison.Ordinal);
    }
}

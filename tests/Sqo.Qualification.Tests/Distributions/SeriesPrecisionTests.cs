using System.Collections.Generic;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

public class SeriesPrecisionTests
{
    [Theory]
    [InlineData(0.005, 1, 2e-5)]
    [InlineData(0.005, 0.001, 3.16e-6)]
    [InlineData(0.005, 0, 1e-6)]
    [InlineData(0.001, 0.01, 2e-6)]
    public void Of_AnUnlikelyPart_IsMorePrecise(double wanted, double mass, double error)
    {
        var precision = SeriesPrecision.Of(wanted, mass);
        Assert.InRange(precision.Error, error * 0.99, error * 1.01);
        Assert.Equal(1, precision.Fineness);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public void Higher_AgainAndAgain_EndsWithNothingCombined(bool isGridCoarse, int fineness)
    {
        var steps = new List<SeriesPrecision>();
        for (var next = SeriesPrecision.Usual; next is not null; next = next.Higher(isGridCoarse)) steps.Add(next);
        Assert.InRange(steps.Count, 3, 6);
        Assert.Equal(fineness, steps[1].Fineness);
        Assert.Equal(1e-6, steps[steps.Count - 1].Error, 12);
    }
}

using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting;

public class ConformalIntervalTests
{
    [Fact]
    public void Conformal_WorkedCase_TakesTheErrorOfItsRank()
    {
        // The naive forecast is off by 1, 2, 3, 4: of 4 errors the 4th, ceil(5 x 0.8), promises 4/5.
        var fit = SeriesModels.Naive.Fit([10, 11, 13, 16, 20]);
        var interval = fit.Conformal(1)!;
        Assert.Equal(new StatisticalInterval(16, 24, 0.8), interval.Range);
        Assert.Equal((4, 0.8, true), (interval.Errors, interval.Promised, interval.KeepsLevel));
        Assert.Equal((3, 0.6), (fit.Conformal(1, 0.6)!.Range.High - 20, fit.Conformal(1, 0.6)!.Promised));
    }

    [Fact]
    public void Conformal_TooFewErrors_SaysWhatTheyPromise()
    {
        var interval = SeriesModels.Naive.Fit([10, 11, 13]).Conformal(1, 0.9)!;
        Assert.Equal((2, 2 / 3.0, false), (interval.Errors, interval.Promised, interval.KeepsLevel));
        Assert.Equal(new StatisticalInterval(11, 15, 0.9), interval.Range);
        Assert.Null(SeriesModels.Naive.Fit([10, 11]).Conformal(2));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => SeriesModels.Naive.Fit([10, 11]).Conformal(0));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => SeriesModels.Naive.Fit([10, 11]).Conformal(1, 1));
    }

    [Fact]
    public void Conformal_RandomWalks_HoldsWhatItPromises()
    {
        var random = new SeededRandom(3);
        var held = 0;
        const int Walks = 400;
        for (var walk = 0; walk < Walks; walk++)
        {
            var values = new double[16];
            for (var i = 1; i < values.Length; i++) values[i] = values[i - 1] + random.Share() - 0.5;
            if (SeriesModels.Naive.Fit(values.Take(15).ToArray()).Conformal(1)!.Range.Contains(values[15])) held++;
        }

        Assert.InRange(held / (double)Walks, 0.75, 0.87);
    }
}

using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;

namespace Sqo.Qualification.Tests.Forecasting.Series;

/// <summary>Series for tests.</summary>
internal static class SampleSeries
{
    /// <summary>Two periods of four, by hand: a trend of 1 a step and seasons 2, -1, -3, 2.</summary>
    public static readonly double[] TwoYears = [13, 11, 10, 16, 17, 15, 14, 20];

    /// <summary>Noise about a level, a trend and seasons that stay or wander; whole hundredths.</summary>
    public static double[] Random(SeededRandom random, int count, int period)
    {
        double level = random.Between(-500, 2_000), trend = random.Pick(0, 0.5, -3, 12);
        double noise = random.Pick(1.0, 20, 300), drift = random.Pick(0, 0.3, 1.5), turn = random.Pick(0, 0.1, 0.6), change = random.Pick(0, 0.3, 1.2);
        var seasons = Enumerable.Range(0, period).Select(_ => random.Pick(0, 1) * random.Share() * 400).ToArray();
        var values = new double[count];
        for (var t = 0; t < count; t++)
        {
            level += trend + (drift * noise * Normal(random));
            trend += turn * drift * noise * Normal(random);
            seasons[t % period] += change * noise * Normal(random);
            values[t] = Math.Round((level + seasons[t % period] + (noise * Normal(random))) * 100) / 100;
        }

        return values;
    }

    public static double Normal(SeededRandom random) => Enumerable.Range(0, 12).Sum(_ => random.Share()) - 6;

    public static double SumOfSquares(this SeriesFit fit) => fit.Residuals.Sum(residual => residual * residual ?? 0);

    public static double Parameter(this SeriesFit fit, string name) => fit.Parameters.Single(parameter => parameter.Name == name).Value;
}

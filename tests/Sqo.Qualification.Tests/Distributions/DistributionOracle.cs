using System;
using Sqo.Qualification.Tests.Infrastructure;

namespace Sqo.Qualification.Tests.Distributions;

/// <summary>Distributions as MathNet.Numerics has them; written out where it has no strong name to be loaded by.</summary>
internal static class DistributionOracle
{
#if NET
    public static double Binomial(int trials, double p, int most) => MathNet.Numerics.Distributions.Binomial.CDF(p, trials, most);

    public static double Poisson(double rate, int most) => MathNet.Numerics.Distributions.Poisson.CDF(rate, most);

    public static double NormalCumulative(double z) => MathNet.Numerics.Distributions.Normal.CDF(0, 1, z);

    public static double NormalQuantile(double p) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, p);
#else
    public static double Binomial(int trials, double p, int most)
    {
        double sum = 0, log = trials * Math.Log(1 - p);
        for (var k = 0; k <= most; k++)
        {
            sum += Math.Exp(log);
            log += Math.Log((trials - k) * p / ((k + 1) * (1 - p)));
        }

        return sum;
    }

    public static double Poisson(double rate, int most)
    {
        double sum = 0, log = -rate;
        for (var k = 0; k <= most; k++)
        {
            sum += Math.Exp(log);
            log += Math.Log(rate / (k + 1));
        }

        return sum;
    }

    public static double NormalCumulative(double z)
    {
        // The series of Marsaglia (2004).
        double sum = z, term = z;
        for (var i = 3; Math.Abs(term) > 1e-18; i += 2) sum += term *= z * z / i;
        return Math.Abs(z) > 8 ? (z > 0 ? 1 : 0) : 0.5 + (sum * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI));
    }

    public static double NormalQuantile(double p)
    {
        double low = -9, high = 9;
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            if (NormalCumulative(middle) < p) low = middle;
            else high = middle;
        }

        return low;
    }
#endif

    /// <summary>Vasicek's conditional probability.</summary>
    public static double Conditional(double probit, double rho, double z) =>
        NormalCumulative((probit + (Math.Sqrt(rho) * z)) / Math.Sqrt(1 - rho));

    /// <summary>
    /// rho and s by bisection: those of which the mean under z has a standard deviation, s from the relative one of the deals alone.
    /// </summary>
    public static double[] Factor(double[] probits, double[] amounts, double newMean, double deviation)
    {
        double low = 0, high = 0.99;
        var s = 0.0;
        while (high - low > 1e-9)
        {
            var rho = (low + high) / 2;
            double sum = 0, square = 0, weights = 0;
            Walk((z, weight) =>
            {
                var mean = MeanUnder(rho, z);
                weights += weight;
                sum += weight * mean;
                square += weight * mean * mean;
            });
            s = Math.Sqrt(Math.Log(square * weights / (sum * sum)));
            sum = square = 0;
            Walk((z, weight) =>
            {
                var mean = MeanUnder(rho, z) + (newMean * Math.Exp((s * z) - (s * s / 2)));
                sum += weight * mean;
                square += weight * mean * mean;
            });
            var reached = Math.Sqrt((square / weights) - (sum / weights * (sum / weights)));
            if (reached < deviation) low = rho;
            else high = rho;
        }

        return [low, s];

        double MeanUnder(double rho, double z)
        {
            var mean = 0.0;
            for (var i = 0; i < amounts.Length; i++) mean += amounts[i] * Conditional(probits[i], rho, z);
            return mean;
        }

        static void Walk(Action<double, double> step)
        {
            for (var z = -7.0; z <= 7; z += 0.125) step(z, Math.Exp(-z * z / 2));
        }
    }

    /// <summary>A standard normal number, by its quantile.</summary>
    public static double Normal(SeededRandom random) => NormalQuantile((random.Next() >> 12) * (1.0 / (1UL << 52)) + (0.5 / (1UL << 52)));

    /// <summary>A Poisson number, by the times between events.</summary>
    public static int PoissonDraw(SeededRandom random, double rate)
    {
        var count = -1;
        for (var time = 0.0; time < rate; count++) time -= Math.Log(1 - random.Share());
        return count;
    }
}

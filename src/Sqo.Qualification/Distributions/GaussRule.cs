using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The points and weights of Gauss and Legendre for an integral from -1 to 1.</summary>
internal static class GaussRule
{
    // Newton's method doubles the number of digits each time, from three.
    private const int Steps = 5;

    /// <summary>The points, in ascending order, and their weights, which add up to 2.</summary>
    /// <param name="count">The number of points.</param>
    public static (double[] Points, double[] Weights) Of(int count)
    {
        var (points, weights) = (new double[count], new double[count]);
        for (var i = 0; i < (count + 1) / 2; i++)
        {
            // About where the polynomial has a zero, from the greatest on.
            Trigonometry.At((i + 0.75) / ((2 * count) + 1), out _, out var x);
            var slope = Legendre(count, x, out var value);
            for (var step = 0; step < Steps; step++)
            {
                x -= value / slope;
                slope = Legendre(count, x, out value);
            }

            (points[i], points[count - 1 - i]) = (-x, x);
            weights[i] = weights[count - 1 - i] = 2 / ((1 - (x * x)) * slope * slope);
        }

        if (count % 2 == 1) points[count / 2] = 0;
        return (points, weights);
    }

    /// <summary>The slope of Legendre's polynomial of a degree, and its value.</summary>
    private static double Legendre(int degree, double x, out double value)
    {
        var before = 1.0;
        value = x;
        for (var k = 2; k <= degree; k++) (before, value) = (value, ((((2 * k) - 1) * x * value) - ((k - 1) * before)) / k);
        return degree * ((x * value) - before) / ((x * x) - 1);
    }
}

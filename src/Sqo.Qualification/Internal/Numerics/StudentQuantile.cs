using System;

namespace Sqo.Qualification.Internal;

/// <summary>
/// The quantile of Student's t distribution, from the regularized incomplete beta function by its continued fraction (Abramowitz and Stegun
/// 26.5.8 and 26.7.1). Its bits are the same on every target.
/// </summary>
internal static class StudentQuantile
{
    private const double Precision = 1e-15;
    private const double Tiny = 1e-300;
    private const int MostTerms = 500;

    /// <summary>
    /// The t whose interval from -t to t contains the share <paramref name="confidence"/>, between 0 and 1, with 1 degree of freedom or
    /// more.
    /// </summary>
    public static double TwoSided(double confidence, int degrees)
    {
        // The share outside is I_x(degrees / 2, 1 / 2) with x = degrees / (degrees + t^2), which grows with x.
        var outside = 1 - confidence;
        double low = 0, high = 1;
        for (var step = 0; step < 200; step++)
        {
            var x = low + ((high - low) / 2);
            if (x <= low || x >= high) break;
            if (IncompleteBeta(degrees / 2.0, 0.5, x) < outside) low = x;
            else high = x;
        }

        return Math.Sqrt(degrees * (1 - high) / high);
    }

    private static double IncompleteBeta(double a, double b, double x)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        var factor = Exponential.Exp(
            GammaFunction.Logarithm(a + b) - GammaFunction.Logarithm(a) - GammaFunction.Logarithm(b) + (a * Logarithm.Of(x))
                + (b * Logarithm.Of(1 - x)));
        // The fraction converges quickly on this side of the mean only.
        return x < (a + 1) / (a + b + 2) ? factor * Fraction(a, b, x) / a : 1 - (factor * Fraction(b, a, 1 - x) / b);
    }

    // The method of Lentz.
    private static double Fraction(double a, double b, double x)
    {
        var c = 1.0;
        var d = Reciprocal(1 - ((a + b) * x / (a + 1)));
        var fraction = d;
        for (var m = 1; m <= MostTerms; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = Reciprocal(1 + (even * d));
            c = NotZero(1 + (even / c));
            fraction *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = Reciprocal(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) < Precision) break;
        }

        return fraction;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    private static double Reciprocal(double value) => 1 / NotZero(value);
}

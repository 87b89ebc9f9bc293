using System;

namespace Sqo.Qualification.Internal;

/// <summary>
/// The regularized incomplete gamma function for whole numbers, which is the tail of the Poisson distribution: the series below the
/// mean and the continued fraction above it (Abramowitz and Stegun 6.5.29 and 6.5.31), with the leading factor by the saddle-point
/// expansion of Loader (2000), so that it stays accurate for large counts. Its bits are the same on every target.
/// </summary>
internal static class IncompleteGamma
{
    private const double TwoPi = 6.28318530717958647693;
    private const double Precision = 1e-16;
    private const double Tiny = 1e-300;
    private const double Few = 16;

    /// <summary>P(a, x): the probability that a Poisson number with mean <paramref name="x"/> is <paramref name="a"/> or more.</summary>
    public static double Lower(double a, double x) => x <= 0 ? 0 : x < a + 1 ? Series(a, x) : 1 - Fraction(a, x);

    /// <summary>Q(a, x) = 1 - P(a, x): the probability that it is below <paramref name="a"/>.</summary>
    public static double Upper(double a, double x) => x <= 0 ? 1 : x < a + 1 ? 1 - Series(a, x) : Fraction(a, x);

    private static double Series(double a, double x)
    {
        double term = 1, sum = 1;
        for (var n = a + 1; term > sum * Precision; n++)
        {
            term *= x / n;
            sum += term;
        }

        return PoissonChance(a, x) * sum;
    }

    // The method of Lentz.
    private static double Fraction(double a, double x)
    {
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / b;
        var fraction = d;
        double moved = 0;
        for (var i = 1; Math.Abs(moved - 1) > Precision * 4; i++)
        {
            var numerator = -i * (i - a);
            b += 2;
            d = (numerator * d) + b;
            if (Math.Abs(d) < Tiny) d = Tiny;
            c = b + (numerator / c);
            if (Math.Abs(c) < Tiny) c = Tiny;
            d = 1 / d;
            moved = d * c;
            fraction *= moved;
        }

        return PoissonChance(a, x) * a * fraction;
    }

    /// <summary>x^a e^-x / a!</summary>
    private static double PoissonChance(double a, double x)
    {
        if (a < Few)
        {
            var chance = Exponential.Exp(-x);
            for (var i = 1; i <= a; i++) chance *= x / i;
            return chance;
        }

        var square = a * a;
        var stirling = ((1 / 12.0) - (((1 / 360.0) - (((1 / 1260.0) - (1 / (1680 * square))) / square)) / square)) / a;
        return Exponential.Exp(-stirling - Deviance(a, x)) / Math.Sqrt(TwoPi * a);
    }

    /// <summary>a ln(a / x) + x - a, without losing digits where both are close.</summary>
    private static double Deviance(double a, double x)
    {
        var v = (a - x) / (a + x);
        if (Math.Abs(v) >= 0.1) return (a * Logarithm.Of(a / x)) + x - a;
        var sum = (a - x) * v;
        var term = 2 * a * v;
        for (var j = 1; ; j++)
        {
            term *= v * v;
            var next = sum + (term / ((2 * j) + 1));
            if (next == sum) return next;
            sum = next;
        }
    }
}

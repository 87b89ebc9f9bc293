using System;

namespace Sqo.Qualification.Internal;

/// <summary>
/// The chi-square distribution with a whole number of degrees of freedom, by the recurrence Q(a + 1, x) = Q(a, x) + x^a e^-x / Gamma(a + 1)
/// (Abramowitz and Stegun 26.4.8).
/// </summary>
internal static class ChiSquare
{
    /// <summary>The probability of a number above <paramref name="x"/>.</summary>
    public static double Above(double x, int degrees)
    {
        if (x <= 0) return 1;
        var half = x / 2;
        var isOdd = degrees % 2 == 1;
        var sum = isOdd ? 2 * NormalProbability.Of(-Math.Sqrt(x)) : Exponential.Exp(-half);
        var term = isOdd ? Exponential.Exp(-half) * Math.Sqrt(half) / 0.88622692545275801365 : Exponential.Exp(-half) * half;
        for (var a = isOdd ? 0.5 : 1; a < degrees / 2.0; a++)
        {
            sum += term;
            term *= half / (a + 1);
        }

        return sum;
    }

    /// <summary>The number above which the share <paramref name="above"/> lies, between 0 and 1.</summary>
    public static double Quantile(double above, int degrees)
    {
        double low = 0, high = 1;
        while (Above(high, degrees) > above) high *= 2;
        for (var step = 0; step < 200; step++)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high) break;
            if (Above(middle, degrees) > above) low = middle;
            else high = middle;
        }

        return high;
    }
}

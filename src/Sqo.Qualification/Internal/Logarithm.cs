using System;

namespace Sqo.Qualification.Internal;

/// <summary>
/// The natural logarithm from additions, multiplications and divisions alone, so that its bits are the same on every target,
/// as <see cref="Exponential"/> is for powers. The relative error is below 1e-15.
/// </summary>
internal static class Logarithm
{
    private const double Ln2 = 0.69314718055994530942;

    // The root of one half: mantissas are taken from there to its double, around 1.
    private const double Root = 0.70710678118654752440;

    /// <summary>ln <paramref name="x"/>; -infinity for 0, NaN for NaN and below 0.</summary>
    public static double Of(double x)
    {
        if (!(x > 0)) return x == 0 ? double.NegativeInfinity : double.NaN;
        if (double.IsPositiveInfinity(x)) return x;
        var exponent = 0;
        if (x < 2.2250738585072014E-308)
        {
            // Subnormal: brought up by 2^54 first.
            x *= 18014398509481984.0;
            exponent = -54;
        }

        var bits = BitConverter.DoubleToInt64Bits(x);
        exponent += (int)(bits >> 52) - 1022;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FE0_0000_0000_0000);
        if (mantissa < Root)
        {
            mantissa *= 2;
            exponent--;
        }

        // ln m = 2 artanh((m - 1) / (m + 1)), and the series of artanh in the square of that, which is at most 0.0295.
        var s = (mantissa - 1) / (mantissa + 1);
        var z = s * s;
        double series = 0;
        for (var k = 23; k >= 3; k -= 2) series = (series + (1.0 / k)) * z;
        return (exponent * Ln2) + (2 * s * (series + 1));
    }
}

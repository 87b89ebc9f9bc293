using System;

namespace Sqo.Qualification.Internal;

/// <summary>
/// The natural logarithm from additions, multiplications and divisions only, so that its bits are the same on every target. The
/// relative error is below 1e-15.
/// </summary>
internal static class Logarithm
{
    private const double SquareRootOfTwo = 1.41421356237309504880;

    // ln 2 in two parts; the first has enough trailing zeros for its product with any exponent to be exact.
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;

    private const double TwoTo54 = 18014398509481984.0;
    private const long MantissaMask = (1L << 52) - 1;
    private const long OneBits = 1023L << 52;

    /// <summary>ln <paramref name="x"/> for a number above 0; 0 gives minus infinity, a number below it and NaN give NaN.</summary>
    public static double Of(double x)
    {
        if (x == 0) return double.NegativeInfinity;
        if (!(x > 0)) return double.NaN;
        if (double.IsPositiveInfinity(x)) return x;
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = 0;
        if (bits >> 52 == 0)
        {
            // A subnormal number has no leading bit.
            bits = BitConverter.DoubleToInt64Bits(x * TwoTo54);
            exponent = -54;
        }

        exponent += (int)(bits >> 52) - 1023;
        var m = BitConverter.Int64BitsToDouble((bits & MantissaMask) | OneBits);
        if (m > SquareRootOfTwo)
        {
            m /= 2;
            exponent++;
        }

        // ln m = 2 artanh s = 2 (s + s^3/3 + s^5/5 + ...), with |s| below 0.1716.
        var s = (m - 1) / (m + 1);
        var z = s * s;
        var tail = z * (1 / 3.0 + z * (1 / 5.0 + z * (1 / 7.0 + z * (1 / 9.0 + z * (1 / 11.0 + z * (1 / 13.0
            + z * (1 / 15.0 + z * (1 / 17.0 + z * (1 / 19.0 + z * (1 / 21.0 + z * (1 / 23.0)))))))))));
        return (exponent * Ln2High) + ((2 * s) + ((2 * s * tail) + (exponent * Ln2Low)));
    }
}

using System;
#if NET
using System.Numerics;
#endif

namespace Sqo.Qualification.Internal;

/// <summary>
/// 2^x from additions and multiplications only, so that its bits are the same on every target and in every lane width: the <c>pow</c>
/// and <c>exp</c> of the platforms differ in the last place. The relative error is below 1e-15.
/// </summary>
internal static class Exponential
{
    // Below the first, the result is too small for any score to show; no caller goes above the second.
    private const double Least = -1020;
    private const double Greatest = 1020;

    // Adding and subtracting 1.5 * 2^52 rounds to the nearest integer and leaves that integer in the low bits.
    private const double Rounder = 6755399441055744.0;

    // (ln 2)^k / k!
    private const double C1 = 0.69314718055994530942;
    private const double C2 = 0.24022650695910071233;
    private const double C3 = 0.055504108664821579953;
    private const double C4 = 0.0096181291076284771619;
    private const double C5 = 0.0013333558146428443423;
    private const double C6 = 0.00015403530393381609954;
    private const double C7 = 0.000015252733804059840280;
    private const double C8 = 0.0000013215486790144309488;
    private const double C9 = 1.0178086009239699728e-7;
    private const double C10 = 7.0549116208011233299e-9;
    private const double C11 = 4.4455382718708114976e-10;
    private const double C12 = 2.5678435993488205142e-11;
    private const double C13 = 1.3691488853904128881e-12;

    /// <summary>2^<paramref name="x"/>; NaN gives NaN.</summary>
    public static double Exp2(double x)
    {
        if (x < Least) return 0;
        if (x > Greatest) return double.PositiveInfinity;
        var shifted = x + Rounder;
        var whole = shifted - Rounder;
        var f = x - whole;
        var p = Polynomial(f);
        var scale = BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(shifted) + 1023) << 52);
        return p * scale;
    }

    /// <summary>e^<paramref name="x"/>; NaN gives NaN.</summary>
    public static double Exp(double x) => Exp2(x * 1.4426950408889634074);

    // Pairs first, then pairs of pairs: a short dependency chain, in the same order for single numbers and lanes.
    private static double Polynomial(double f)
    {
        var f2 = f * f;
        var f4 = f2 * f2;
        var f8 = f4 * f4;
        var a = ((C3 * f) + C2) * f2;
        var b = ((C5 * f) + C4) + (((C7 * f) + C6) * f2);
        var c = ((C9 * f) + C8) + (((C11 * f) + C10) * f2);
        var d = (C13 * f) + C12;
        return ((((d * f4) + c) * f8) + ((b * f4) + (a + (C1 * f)))) + 1;
    }

#if NET
    /// <summary>The same, lane by lane and bit by bit, for <paramref name="x"/> not above 1020.</summary>
    public static Vector<double> Exp2(Vector<double> x)
    {
        var shifted = x + new Vector<double>(Rounder);
        var whole = shifted - new Vector<double>(Rounder);
        var f = x - whole;
        var f2 = f * f;
        var f4 = f2 * f2;
        var f8 = f4 * f4;
        var a = ((new Vector<double>(C3) * f) + new Vector<double>(C2)) * f2;
        var b = ((new Vector<double>(C5) * f) + new Vector<double>(C4)) + (((new Vector<double>(C7) * f) + new Vector<double>(C6)) * f2);
        var c = ((new Vector<double>(C9) * f) + new Vector<double>(C8)) + (((new Vector<double>(C11) * f) + new Vector<double>(C10)) * f2);
        var d = (new Vector<double>(C13) * f) + new Vector<double>(C12);
        var p = ((((d * f4) + c) * f8) + ((b * f4) + (a + (new Vector<double>(C1) * f)))) + Vector<double>.One;
        var scale = Vector.AsVectorDouble(Vector.ShiftLeft(Vector.AsVectorInt64(shifted) + new Vector<long>(1023), 52));
        // NaN fails the comparison, so it keeps its own (NaN) product.
        return Vector.ConditionalSelect(Vector.LessThan(x, new Vector<double>(Least)), Vector<double>.Zero, p * scale);
    }
#endif
}

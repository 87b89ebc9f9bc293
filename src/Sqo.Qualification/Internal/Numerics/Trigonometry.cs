using System;
#if NET
using System.Numerics;
#endif

namespace Sqo.Qualification.Internal;

/// <summary>
/// Sine and cosine of an angle in turns, from additions and multiplications only, so that their bits are the same on every target. The
/// error is below 1e-15.
/// </summary>
internal static class Trigonometry
{
    public const double TwoPi = 6.28318530717958647693;

    // The reciprocals of 3!, 5!, 7! and so on, and of 2!, 4!, 6! and so on.
    private const double S3 = -1 / 6.0;
    private const double S5 = 1 / 120.0;
    private const double S7 = -1 / 5_040.0;
    private const double S9 = 1 / 362_880.0;
    private const double S11 = -1 / 39_916_800.0;
    private const double S13 = 1 / 6_227_020_800.0;
    private const double S15 = -1 / 1_307_674_368_000.0;
    private const double C2 = -1 / 2.0;
    private const double C4 = 1 / 24.0;
    private const double C6 = -1 / 720.0;
    private const double C8 = 1 / 40_320.0;
    private const double C10 = -1 / 3_628_800.0;
    private const double C12 = 1 / 479_001_600.0;
    private const double C14 = -1 / 87_178_291_200.0;
    private const double C16 = 1 / 20_922_789_888_000.0;

    /// <summary>The point at an angle of 2 pi <paramref name="turns"/>.</summary>
    public static void At(double turns, out double sine, out double cosine)
    {
        // At most an eighth of a turn on either side of the nearest quarter.
        var quarter = Math.Floor((turns * 4) + 0.5);
        var x = (turns - (quarter / 4)) * TwoPi;
        var z = x * x;
        var s = x + (x * (z * (S3 + (z * (S5 + (z * (S7 + (z * (S9 + (z * (S11 + (z * (S13 + (z * S15))))))))))))));
        var c = 1 + (z * (C2 + (z * (C4 + (z * (C6 + (z * (C8 + (z * (C10 + (z * (C12 + (z * (C14 + (z * C16)))))))))))))));
        switch ((int)(quarter - (4 * Math.Floor(quarter / 4))))
        {
            case 0:
                (sine, cosine) = (s, c);
                break;
            case 1:
                (sine, cosine) = (c, -s);
                break;
            case 2:
                (sine, cosine) = (-s, -c);
                break;
            default:
                (sine, cosine) = (-c, s);
                break;
        }
    }

#if NET
    /// <summary>The same, lane by lane and bit by bit.</summary>
    public static void At(Vector<double> turns, out Vector<double> sine, out Vector<double> cosine)
    {
        var four = V(4);
        var quarter = Vector.Floor((turns * four) + V(0.5));
        var x = (turns - (quarter / four)) * V(TwoPi);
        var z = x * x;
        var s = x + (x * (z * (V(S3) + (z * (V(S5) + (z * (V(S7) + (z * (V(S9) + (z * (V(S11) + (z * (V(S13) + (z * V(S15)))))))))))))));
        var c = V(1) + (z * (V(C2) + (z * (V(C4) + (z * (V(C6) + (z * (V(C8) + (z * (V(C10) + (z * (V(C12) + (z * (V(C14)
            + (z * V(C16))))))))))))))));
        var turn = quarter - (four * Vector.Floor(quarter / four));
        var isOdd = Vector.BitwiseOr(Vector.Equals(turn, V(1)), Vector.Equals(turn, V(3)));
        sine = Vector.ConditionalSelect(isOdd, c, s);
        cosine = Vector.ConditionalSelect(isOdd, s, c);
        sine = Vector.ConditionalSelect(Vector.GreaterThan(turn, V(1.5)), -sine, sine);
        var isLeft = Vector.BitwiseOr(Vector.Equals(turn, V(1)), Vector.Equals(turn, V(2)));
        cosine = Vector.ConditionalSelect(isLeft, -cosine, cosine);

        static Vector<double> V(double number) => new(number);
    }
#endif
}

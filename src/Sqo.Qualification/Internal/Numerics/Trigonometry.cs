using System;

namespace Sqo.Qualification.Internal;

/// <summary>
/// Sine and cosine of an angle in turns, from additions and multiplications only, so that their bits are the same on every target. The
/// error is below 1e-15.
/// </summary>
internal static class Trigonometry
{
    public const double TwoPi = 6.28318530717958647693;

    /// <summary>The point at an angle of 2 pi <paramref name="turns"/>.</summary>
    public static void At(double turns, out double sine, out double cosine)
    {
        // At most an eighth of a turn on either side of the nearest quarter.
        var quarter = Math.Floor((turns * 4) + 0.5);
        var x = (turns - (quarter / 4)) * TwoPi;
        var z = x * x;
        var s = x * (1 - (z / 6 * (1 - (z / 20 * (1 - (z / 42 * (1 - (z / 72 * (1 - (z / 110 * (1 - (z / 156 * (1 - (z / 210))))))))))))));
        var c = 1
            - (z / 2 * (
                1 - (z / 12 * (1 - (z / 30 * (1 - (z / 56 * (1 - (z / 90 * (1 - (z / 132 * (1 - (z / 182 * (1 - (z / 240)))))))))))))));
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
}

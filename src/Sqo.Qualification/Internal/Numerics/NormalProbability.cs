using System;
#if NET
using System.Numerics;
#endif

namespace Sqo.Qualification.Internal;

/// <summary>
/// The probability that a standard normal number is below z: Hart's rational approximation (1968, algorithm 5666) in West's arrangement
/// (2005), with a relative error below 1e-13, with the library's own exponential.
/// </summary>
internal static class NormalProbability
{
    private const double RootOfTwoPi = 2.506628274631000502;

    public static double Of(double z)
    {
        var x = Math.Abs(z);
        if (x > 37) return z > 0 ? 1 : 0;
        var e = Exponential.Exp(-x * x / 2);
        double tail;
        if (x < 7.07106781186547)
        {
            var above = ((((((0.0352624965998911 * x + 0.700383064443688) * x + 6.37396220353165) * x + 33.912866078383) * x
                + 112.079291497871) * x + 221.213596169931) * x) + 220.206867912376;
            var below = (((((((0.0883883476483184 * x + 1.75566716318264) * x + 16.064177579207) * x + 86.7807322029461) * x
                + 296.564248779674) * x + 637.333633378831) * x + 793.826512519948) * x) + 440.413735824752;
            tail = e * above / below;
        }
        else
        {
            tail = e / (x + (1 / (x + (2 / (x + (3 / (x + (4 / (x + 0.65))))))))) / RootOfTwoPi;
        }

        return z > 0 ? 1 - tail : tail;
    }

    /// <summary>The density at z.</summary>
    public static double Density(double z) => Exponential.Exp(-z * z / 2) / RootOfTwoPi;

    /// <summary>Replaces the numbers from one place to another by their probabilities.</summary>
    public static void Replace(double[] numbers, int first, int end)
    {
        var i = first;
#if NET
        for (; i <= end - Vector<double>.Count; i += Vector<double>.Count)
        {
            Of(new Vector<double>(numbers, i)).CopyTo(numbers, i);
        }
#endif
        for (; i < end; i++) numbers[i] = Of(numbers[i]);
    }

#if NET
    /// <summary>The same, lane by lane and bit by bit.</summary>
    private static Vector<double> Of(Vector<double> z)
    {
        var x = Vector.Abs(z);
        var e = Exponential.Exp2(-x * x / new Vector<double>(2) * new Vector<double>(1.4426950408889634074));
        var near = new Vector<double>(7.07106781186547);
        var above = ((((((V(0.0352624965998911) * x + V(0.700383064443688)) * x + V(6.37396220353165)) * x + V(33.912866078383)) * x
            + V(112.079291497871)) * x + V(221.213596169931)) * x) + V(220.206867912376);
        var below = (((((((V(0.0883883476483184) * x + V(1.75566716318264)) * x + V(16.064177579207)) * x + V(86.7807322029461)) * x
            + V(296.564248779674)) * x + V(637.333633378831)) * x + V(793.826512519948)) * x) + V(440.413735824752);
        var tail = e * above / below;
        if (Vector.GreaterThanOrEqualAny(x, near))
        {
            var one = Vector<double>.One;
            var far = e / (x + (one / (x + (V(2) / (x + (V(3) / (x + (V(4) / (x + V(0.65)))))))))) / V(RootOfTwoPi);
            tail = Vector.ConditionalSelect(Vector.LessThan(x, near), tail, far);
            tail = Vector.ConditionalSelect(Vector.GreaterThan(x, V(37)), Vector<double>.Zero, tail);
        }

        return Vector.ConditionalSelect(Vector.GreaterThan(z, Vector<double>.Zero), Vector<double>.One - tail, tail);

        static Vector<double> V(double number) => new(number);
    }
#endif
}

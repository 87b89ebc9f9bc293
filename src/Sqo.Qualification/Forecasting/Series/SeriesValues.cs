using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Validated copies of series, and sums that don't overflow.</summary>
internal static class SeriesValues
{
    /// <summary>Numbers beyond this are rejected. It leaves room for values computed from them: trends, intervals, sums.</summary>
    public const double Greatest = 1e300;

    /// <summary>Copies the values and validates every number.</summary>
    public static double[] Copy(IReadOnlyList<double> values, string name)
    {
        if (values is null) throw new ArgumentNullException(name);
        var copy = new double[values.Count];
        for (var i = 0; i < copy.Length; i++)
        {
            copy[i] = values[i];
            if (!IsUsable(copy[i])) throw NotUsable(name, i, copy[i]);
        }

        return copy;
    }

    public static double Usable(double value, string name) => IsUsable(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is {InvariantText.Of(value)}; it must be a finite number from -1e300 to 1e300.");

    public static bool IsUsable(double value) => value >= -Greatest && value <= Greatest;

    public static ArgumentException NotUsable(string name, int index, double value) => new(
        $"{name}[{InvariantText.Of((long)index)}] is {InvariantText.Of(value)}; it must be a finite number from -1e300 to 1e300.", name);

    /// <summary>The square root of the sum of squares over <paramref name="divisor"/>.</summary>
    public static double RootMeanSquare(IEnumerable<double> values, int divisor)
    {
        double greatest = 0;
        foreach (var value in values) greatest = Math.Max(greatest, Math.Abs(value));
        if (greatest == 0) return 0;
        var unit = PowerOfTwo(greatest);
        double sum = 0;
        foreach (var value in values) sum += value / unit * (value / unit);
        return Math.Sqrt(sum / divisor) * unit;
    }

    /// <summary>The power of two at or below a magnitude above 0: dividing by it is exact.</summary>
    public static double PowerOfTwo(double magnitude)
    {
        var bits = BitConverter.DoubleToInt64Bits(magnitude) & 0x7FF0000000000000L;
        // Below the least normal number, the exponent bits alone are not a power of two.
        return bits == 0 ? BitConverter.Int64BitsToDouble(0x0010000000000000L) : BitConverter.Int64BitsToDouble(bits);
    }
}

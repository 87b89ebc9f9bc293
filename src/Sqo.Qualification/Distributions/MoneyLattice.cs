using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The lattice of all amounts: multiples of a step, their greatest common divisor. Amounts that need more digits than
/// a double holds are rounded to 2^-50 of their sum.
/// </summary>
internal sealed class MoneyLattice
{
    private const long MostUnits = 1L << 52;
    private const int MostScale = 18;

    private readonly decimal _minimum;
    private readonly decimal _exactStep;
    private readonly long _stepUnits;
    private readonly long _minimumUnits;
    private readonly double _unitsPerMoney;

    private MoneyLattice(decimal minimum, double step)
    {
        _minimum = minimum;
        Step = step;
    }

    private MoneyLattice(decimal minimum, long minimumUnits, long stepUnits, int scale)
    {
        _minimum = minimum;
        _minimumUnits = minimumUnits;
        _stepUnits = stepUnits;
        _unitsPerMoney = PowerOfTen(scale);
        _exactStep = stepUnits / (decimal)_unitsPerMoney;
        Step = stepUnits / _unitsPerMoney;
    }

    /// <summary>Whether every amount is an integer number of steps; otherwise amounts are rounded to one.</summary>
    public bool IsExact => _stepUnits > 0;

    /// <summary>One step, in money.</summary>
    public double Step { get; }

    /// <summary>Finds the lattice, and each amount's number of steps.</summary>
    /// <param name="amounts">The uncertain amounts, each above 0.</param>
    /// <param name="counts">The maximum number of each to expect.</param>
    /// <param name="minimum">The certain amount.</param>
    /// <param name="steps">Receives the numbers of steps.</param>
    public static MoneyLattice Of(ChunkedList<decimal> amounts, Func<int, double> counts, decimal minimum, long[] steps)
    {
        var exact = Exact(amounts, counts, minimum, steps);
        if (exact is not null) return exact;
        var total = 0.0;
        for (var i = 0; i < amounts.Count; i++) total += (double)amounts[i] * counts(i);
        var step = total / (1L << 50);
        for (var i = 0; i < amounts.Count; i++) steps[i] = Math.Max(1, (long)Math.Round((double)amounts[i] / step));
        return new(minimum, step);
    }

    /// <summary>The amount of money of a number of steps above the certain amount.</summary>
    public double Money(long steps) =>
        IsExact ? (_minimumUnits + (steps * _stepUnits)) / _unitsPerMoney : (double)_minimum + (steps * Step);

    /// <summary>The greatest number of steps above the certain amount within an amount; below 0 for less than is certain.</summary>
    public long StepsAtMost(decimal amount)
    {
        if (amount < _minimum) return -1;
        var above = amount - _minimum;
        if (!IsExact) return (long)Math.Min(long.MaxValue / 2, Math.Floor((double)above / Step));
        return (double)above / Step >= MostUnits ? MostUnits : (long)decimal.Floor(above / _exactStep);
    }

    /// <summary>The least number of steps above the certain amount that is at least an amount.</summary>
    public long StepsAtLeast(decimal amount)
    {
        if (amount <= _minimum) return 0;
        var above = amount - _minimum;
        if (!IsExact) return (long)Math.Min(long.MaxValue / 2, Math.Ceiling((double)above / Step));
        return (double)above / Step >= MostUnits ? MostUnits : (long)decimal.Ceiling(above / _exactStep);
    }

    private static MoneyLattice? Exact(ChunkedList<decimal> amounts, Func<int, double> counts, decimal minimum, long[] steps)
    {
        var scales = new byte[amounts.Count];
        var scale = 0;
        for (var i = 0; i < steps.Length; i++)
        {
            if (!TrySplit(amounts[i], out steps[i], out var own)) return null;
            scales[i] = (byte)own;
            scale = Math.Max(scale, own);
        }

        if (!TrySplit(minimum, out var least, out var leastScale)) return null;
        scale = Math.Max(scale, leastScale);
        if (scale > MostScale) return null;
        var total = 0.0;
        var step = 0L;
        for (var i = 0; i < steps.Length; i++)
        {
            if (scales[i] < scale && !TryScale(ref steps[i], scale - scales[i])) return null;
            total += steps[i] * counts(i);
            if (step != 1 && (step == 0 || steps[i] % step != 0)) step = GreatestCommonDivisor(step, steps[i]);
        }

        if (!TryScale(ref least, scale - leastScale) || !(total + least < MostUnits)) return null;
        if (step == 0) step = 1;
        if (step > 1)
        {
            for (var i = 0; i < steps.Length; i++) steps[i] /= step;
        }

        return new(minimum, least, step, scale);
    }

    private static bool TrySplit(decimal amount, out long mantissa, out int scale) =>
        (DecimalParts.TrySplit(amount, out mantissa, out scale) && scale <= MostScale)
            || DecimalParts.TrySplit(DecimalParts.Trimmed(amount), out mantissa, out scale);

    private static bool TryScale(ref long value, int digits)
    {
        for (; digits > 0; digits--)
        {
            if (value > MostUnits) return false;
            value *= 10;
        }

        return value <= MostUnits;
    }

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }

    private static double PowerOfTen(int digits)
    {
        var power = 1.0;
        for (; digits > 0; digits--) power *= 10;
        return power;
    }
}

using System;

namespace Sqo.Qualification;

/// <summary>A distribution given by equally likely draws from it.</summary>
internal sealed class SampleLaw : LatticeLaw
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const int Stride = 64;
    private const int MostMoves = 8;

    private readonly long[] _draws;
    private readonly double[] _sums;
    private readonly int _zeros;
    private readonly double _atZero;
    private readonly double _share;

    /// <param name="draws">The draws in ascending order; the law takes ownership of the array.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <param name="errorBound">The maximum error of a cumulative probability.</param>
    /// <param name="atZero">
    /// P(X = 0) if known: the draws above 0 are then draws of X given X > 0, and share the rest of the probability. Negative if unknown.
    /// </param>
    public SampleLaw(long[] draws, long seed, double errorBound, double atZero)
    {
        _draws = draws;
        _zeros = atZero < 0 ? 0 : CountAtMost(0);
        if (_zeros == draws.Length) atZero = 1;
        _atZero = Math.Max(0, atZero);
        _share = (1 - _atZero) / Math.Max(1, draws.Length - _zeros);
        Seed = seed;
        ErrorBound = errorBound;
        // The sum of the draws before each stride.
        _sums = new double[(draws.Length / Stride) + 1];
        var sum = 0.0;
        for (var i = 0; i < draws.Length; i++)
        {
            if (i % Stride == 0) _sums[i / Stride] = sum;
            sum += _draws[i];
        }

        if (draws.Length % Stride == 0) _sums[draws.Length / Stride] = sum;
    }

    public override DistributionMethod Method => DistributionMethod.Simulation;

    public override double ErrorBound { get; }

    public override long? Seed { get; }

    public override double Cumulative(long x)
    {
        if (x < 0) return 0;
        var count = CountAtMost(x);
        return count == _draws.Length ? 1 : _atZero + (_share * (count - _zeros));
    }

    public override double Below(long x)
    {
        var count = CountAtMost(x);
        var sum = _sums[count / Stride];
        for (var i = count / Stride * Stride; i < count; i++) sum += _draws[i];
        return x < 0 ? 0 : (x * _atZero) + (_share * (((double)x * (count - _zeros)) - sum));
    }

    public override long Quantile(double p)
    {
        if (p - AtomLaw.Rounding <= _atZero && _atZero > 0) return 0;
        return _draws[
            (int)Math.Max(_zeros, Math.Min(_draws.Length - 1, Math.Ceiling((p - AtomLaw.Rounding - _atZero) / _share) - 1 + _zeros))];
    }

    private int CountAtMost(long x)
    {
        int low = 0, high = _draws.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_draws[middle] <= x) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>
    /// Sorts in ascending order: by three digits of the size and the leading 27 bits, which leaves little out of order in most cases.
    /// </summary>
    public static long[] Sorted(long[] values)
    {
        var other = new long[values.Length];
        var counts = new int[3, Digits];
        foreach (var value in values)
        {
            var key = Key(value);
            counts[0, key & (Digits - 1)]++;
            counts[1, (key >> DigitBits) & (Digits - 1)]++;
            counts[2, key >> (2 * DigitBits)]++;
        }

        for (var digit = 0; digit < 3; digit++)
        {
            var places = new int[Digits];
            for (int i = 0, start = 0; i < Digits; i++) (places[i], start) = (start, start + counts[digit, i]);
            foreach (var value in values) other[places[(int)(Key(value) >> (digit * DigitBits)) & (Digits - 1)]++] = value;
            (values, other) = (other, values);
        }

        long moves = 0;
        for (var i = 1; i < values.Length; i++)
        {
            var value = values[i];
            var to = i;
            for (; to > 0 && values[to - 1] > value; to--) values[to] = values[to - 1];
            values[to] = value;
            if ((moves += i - to) > MostMoves * (long)values.Length) return SortedByAllDigits(values, other);
        }

        return values;
    }

    /// <summary>The binary exponent of a number of steps, and the leading 27 of its other bits: it rises with the number.</summary>
    private static long Key(long value) =>
        value == 0 ? 0 : (BitConverter.DoubleToInt64Bits(value) - (1022L << 52)) >> 25;

    private static long[] SortedByAllDigits(long[] values, long[] other)
    {
        var most = 0L;
        foreach (var value in values) most |= value;
        var counts = new int[Digits];
        for (var shift = 0; shift < 63 && most >> shift != 0; shift += DigitBits)
        {
            Array.Clear(counts, 0, Digits);
            foreach (var value in values) counts[(int)(value >> shift) & (Digits - 1)]++;
            var start = 0;
            for (var digit = 0; digit < Digits; digit++) (counts[digit], start) = (start, start + counts[digit]);
            foreach (var value in values) other[counts[(int)(value >> shift) & (Digits - 1)]++] = value;
            (values, other) = (other, values);
        }

        return values;
    }
}

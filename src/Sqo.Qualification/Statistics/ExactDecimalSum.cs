using System;
using System.Numerics;

namespace Sqo.Qualification;

/// <summary>
/// A sum of decimals without rounding: 28 digits can't hold every sum of amounts with many decimal places, and rounding would make the
/// sum depend on its order. Only <see cref="Value"/> rounds, once.
/// </summary>
internal sealed class ExactDecimalSum
{
    private const int Scales = 29;
    private const int Parts = 3;
    private const int MostAdditions = 1 << 30;

    // The three 32-bit parts of the numbers, separately for each scale, and their totals before a carry was needed.
    private readonly long[] _parts = new long[Scales * Parts];
    private BigInteger _folded;
    private int _additions;
    private int _scale;

    /// <summary>The number of numbers added.</summary>
    public long Count { get; private set; }

    /// <summary>
    /// The sum, with the most decimal places of any number. If these are too many for a decimal, it is rounded to as many as fit, ties
    /// to the even digit.
    /// </summary>
    /// <exception cref="OverflowException">The sum is too large for a decimal.</exception>
    public decimal Value
    {
        get
        {
            Fold();
            var sum = BigInteger.Abs(_folded);
            for (var scale = _scale; scale >= 0; scale--)
            {
                var divisor = BigInteger.Pow(10, Scales - 1 - scale);
                var rounded = BigInteger.DivRem(sum, divisor, out var rest);
                var half = (rest * 2).CompareTo(divisor);
                if (half > 0 || (half == 0 && !rounded.IsEven)) rounded += 1;
                if (rounded >> 96 != 0) continue;
                var low = (int)(uint)(rounded & uint.MaxValue);
                var middle = (int)(uint)((rounded >> 32) & uint.MaxValue);
                var high = (int)(uint)(rounded >> 64);
                return new decimal(low, middle, high, _folded.Sign < 0, (byte)scale);
            }

            throw new OverflowException("The sum is too large for a decimal.");
        }
    }

    /// <summary>
    /// The sum in units of 10^-28, with the most decimal places of any number: what a stored sum is made of.
    /// </summary>
    public (BigInteger Units, int Scale) State
    {
        get
        {
            Fold();
            return (_folded, _scale);
        }
    }

    /// <summary>The sum that has a state; its <see cref="Count"/> is 0.</summary>
    public static ExactDecimalSum Of(BigInteger units, int scale) => new() { _folded = units, _scale = scale };

    /// <summary>Adds a number.</summary>
    public void Add(decimal value)
    {
#if NET
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
#else
        var bits = decimal.GetBits(value);
#endif
        var scale = (bits[3] >> 16) & 0xFF;
        _scale = Math.Max(_scale, scale);
        var sign = bits[3] < 0 ? -1 : 1;
        for (var part = 0; part < Parts; part++) _parts[(scale * Parts) + part] += sign * (long)(uint)bits[part];
        Count++;
        if (++_additions >= MostAdditions) Fold();
    }

    /// <summary>Adds the numbers of another sum.</summary>
    public void Add(ExactDecimalSum other)
    {
        other.Fold();
        _folded += other._folded;
        _scale = Math.Max(_scale, other._scale);
        Count += other.Count;
    }

    private void Fold()
    {
        for (var scale = 0; scale < Scales; scale++)
        {
            var at = scale * Parts;
            if ((_parts[at] | _parts[at + 1] | _parts[at + 2]) == 0) continue;
            var sum = (((new BigInteger(_parts[at + 2]) << 32) + _parts[at + 1]) << 32) + _parts[at];
            _folded += sum * BigInteger.Pow(10, Scales - 1 - scale);
            Array.Clear(_parts, at, Parts);
        }

        _additions = 0;
    }
}

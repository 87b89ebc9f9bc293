using System.Numerics;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A sum of doubles without rounding, so that it has the same bits in any order and however it was combined from parts. Only
/// <see cref="Value"/> rounds, once, to the nearest double (a long accumulator, Kulisch 1981).
/// </summary>
internal sealed class ExactSum
{
    private const int MantissaBits = 52;
    private const int DigitBits = 32;

    // From 2^-1074, the bit of the smallest double, to beyond 2^1023, with room for the carries of the largest.
    private const int Digits = 68;
    private const int LeastExponent = -1074;

    // A digit can take this many additions of 32 bits before it has to carry.
    private const int MostAdditions = 1 << 30;

    private static readonly BigInteger Scale = BigInteger.One << -LeastExponent;

    private readonly long[] _digits = new long[Digits];
    private int _additions;

    /// <summary>The number of numbers added.</summary>
    public long Count { get; private set; }

    /// <summary>The double nearest to the sum, ties to the even one; infinite if the sum is beyond the largest double.</summary>
    public double Value
    {
        get
        {
            var sum = BigInteger.Zero;
            for (var i = Digits - 1; i >= 0; i--) sum = (sum << DigitBits) + _digits[i];
            if (sum.IsZero) return 0;
            return sum.Sign < 0 ? -ExactDouble.Nearest(-sum, Scale) : ExactDouble.Nearest(sum, Scale);
        }
    }

    /// <summary>Adds a finite number.</summary>
    public void Add(double value)
    {
        var bits = System.BitConverter.DoubleToInt64Bits(Guard.Finite(value));
        var biased = (int)(bits >> MantissaBits) & 0x7FF;
        var mantissa = (ulong)bits & ((1UL << MantissaBits) - 1);
        if (biased > 0) mantissa |= 1UL << MantissaBits;
        var position = biased > 0 ? biased - 1 : 0;
        var digit = position / DigitBits;
        var shift = position % DigitBits;
        var low = (long)(uint)(mantissa << shift);
        var middle = (long)(uint)(mantissa << shift >> DigitBits);
        // The bits that the first shift pushed out at the top.
        var high = shift == 0 ? 0 : (long)(uint)(mantissa >> (64 - shift));
        var sign = bits < 0 ? -1 : 1;
        _digits[digit] += sign * low;
        _digits[digit + 1] += sign * middle;
        _digits[digit + 2] += sign * high;
        Count++;
        Counted(1);
    }

    /// <summary>Adds the numbers of another sum.</summary>
    public void Add(ExactSum other)
    {
        Carry();
        other.Carry();
        for (var i = 0; i < Digits; i++) _digits[i] += other._digits[i];
        Count += other.Count;
        Counted(1);
    }

    private void Counted(int additions)
    {
        _additions += additions;
        if (_additions >= MostAdditions) Carry();
    }

    // Leaves each digit but the last within 32 bits.
    private void Carry()
    {
        long carry = 0;
        for (var i = 0; i < Digits - 1; i++)
        {
            var sum = _digits[i] + carry;
            carry = sum >> DigitBits;
            _digits[i] = sum & uint.MaxValue;
        }

        _digits[Digits - 1] += carry;
        _additions = 0;
    }
}

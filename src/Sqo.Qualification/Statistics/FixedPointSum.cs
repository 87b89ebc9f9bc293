using System;
using System.Numerics;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A sum of doubles in whole units of 2^-80, in 24 bytes: each number is cut to units when it is added, so that the sum has the same bits
/// in any order and however it was combined from parts. For many sums side by side, where an <see cref="ExactSum"/> each would be large.
/// </summary>
internal struct FixedPointSum
{
    private const int UnitBits = 80;
    private const int MantissaBits = 52;
    private const int LeastExponent = -1074;

    // The units must stay within 191 bits: below 2^110, with room for the carries of a trillion additions.
    private const double Limit = 1.2e33 / (1L << 40);

    // A mantissa that often still has 64 bits.
    private const long MostTimes = (1L << (63 - MantissaBits)) - 1;

    private ulong _low;
    private ulong _middle;
    private long _high;

    /// <summary>Whether the sum is 0.</summary>
    public readonly bool IsZero => (_low | _middle | (ulong)_high) == 0;

    /// <summary>The double nearest to the sum, ties to the even one.</summary>
    public readonly double Value
    {
        get
        {
            var units = Units;
            if (units.IsZero) return 0;
            return units.Sign < 0 ? -ExactDouble.Nearest(-units, BigInteger.One << UnitBits)
                : ExactDouble.Nearest(units, BigInteger.One << UnitBits);
        }
    }

    /// <summary>The sum in units.</summary>
    public readonly BigInteger Units => (((new BigInteger(_high) << 64) + _middle) << 64) + _low;

    /// <summary>The sum with that many units, which must fit.</summary>
    public static FixedPointSum Of(BigInteger units) => new()
    {
        _low = (ulong)(units & ulong.MaxValue),
        _middle = (ulong)((units >> 64) & ulong.MaxValue),
        _high = (long)(units >> 128),
    };

    /// <summary>Adds a number.</summary>
    /// <exception cref="OverflowException">It is NaN, infinite, or too large.</exception>
    public void Add(double value) => Add(Term.Of(value, 1));

    /// <summary>Adds a number many times: the same as one addition after the other, if it has no bits below a unit.</summary>
    /// <param name="value">The number.</param>
    /// <param name="times">0 or above.</param>
    /// <exception cref="OverflowException">The number is NaN, infinite, or too large.</exception>
    public void Add(double value, long times) => Add(Term.Of(value, times));

    /// <summary>Adds a term.</summary>
    public void Add(in Term term)
    {
        if (term.IsNegative) SubtractUnits(term.Low, term.Middle, term.High);
        else AddUnits(term.Low, term.Middle, term.High);
    }

    /// <summary>Adds the numbers of another sum.</summary>
    public void Add(in FixedPointSum other) => AddUnits(other._low, other._middle, (ulong)other._high);

    private void AddUnits(ulong low, ulong middle, ulong high)
    {
        unchecked
        {
            _low += low;
            var carry = _low < low ? 1UL : 0;
            _middle += carry;
            carry = _middle < carry ? 1UL : 0;
            _middle += middle;
            if (_middle < middle) carry++;
            _high += (long)(high + carry);
        }
    }

    private void SubtractUnits(ulong low, ulong middle, ulong high)
    {
        unchecked
        {
            var borrow = _low < low ? 1UL : 0;
            _low -= low;
            var next = _middle < borrow ? 1UL : 0;
            _middle -= borrow;
            if (_middle < middle) next++;
            _middle -= middle;
            _high -= (long)(high + next);
        }
    }

    /// <summary>A number in units, to be added to several sums.</summary>
    internal readonly struct Term
    {
        public readonly ulong Low;
        public readonly ulong Middle;
        public readonly ulong High;
        public readonly bool IsNegative;

        private Term(ulong low, ulong middle, ulong high, bool isNegative)
        {
            Low = low;
            Middle = middle;
            High = high;
            IsNegative = isNegative;
        }

        /// <summary>A number many times: the same as one addition after the other, if it has no bits below a unit.</summary>
        /// <param name="value">The number.</param>
        /// <param name="times">0 or above.</param>
        /// <exception cref="OverflowException">The number is NaN, infinite, or too large.</exception>
        public static Term Of(double value, long times)
        {
            if (!(Math.Abs(value) < Limit)) throw new OverflowException(
                $"{InvariantText.Of(value)} can't be added; it must be a finite number below 1e21.");
            if (times > MostTimes) return Repeated(value, times);
            var bits = BitConverter.DoubleToInt64Bits(value);
            var biased = (int)(bits >> MantissaBits) & 0x7FF;
            if (biased == 0) return default; // Far below a unit.
            var mantissa = ((ulong)bits & ((1UL << MantissaBits) - 1)) | (1UL << MantissaBits);
            var shift = biased - 1 + LeastExponent + UnitBits;
            if (shift <= -64) return default;
            if (shift <= 0) return new((mantissa >> -shift) * (ulong)times, 0, 0, bits < 0);
            mantissa *= (ulong)times;
            return shift < 64
                ? new(mantissa << shift, mantissa >> (64 - shift), 0, bits < 0)
                : new(0, mantissa << (shift - 64), shift == 64 ? 0 : mantissa >> (128 - shift), bits < 0);
        }

        private static Term Repeated(double value, long times)
        {
            var sum = default(FixedPointSum);
            // A power of two more is exact.
            sum.Add(Of(Math.Abs(value) * (MostTimes + 1), times / (MostTimes + 1)));
            sum.Add(Of(Math.Abs(value), times % (MostTimes + 1)));
            return new(sum._low, sum._middle, (ulong)sum._high, value < 0);
        }
    }
}

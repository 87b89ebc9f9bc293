#if NET
using System;
#endif

namespace Sqo.Qualification.Internal;

/// <summary>A decimal as a whole number over a power of ten.</summary>
internal static class DecimalParts
{
    /// <summary>Whether the number without its point fits 63 bits; <paramref name="value"/> is 0 or above.</summary>
    public static bool TrySplit(decimal value, out long mantissa, out int scale)
    {
#if NET
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
#else
        var bits = decimal.GetBits(value);
#endif
        scale = (bits[3] >> 16) & 0xFF;
        mantissa = (long)(((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        return bits[2] == 0 && mantissa >= 0;
    }

    /// <summary>The same number with no trailing zero after its point.</summary>
    public static decimal Trimmed(decimal value) => value / 1.0000000000000000000000000000m;
}

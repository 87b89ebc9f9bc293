namespace Sqo.Qualification.Internal;

internal static class Bits
{
    public static bool IsSingle(ulong mask) => mask != 0 && (mask & (mask - 1)) == 0;

    public static int Count(ulong mask)
    {
#if NET
        return System.Numerics.BitOperations.PopCount(mask);
#else
        var count = 0;
        for (; mask != 0; mask &= mask - 1) count++;
        return count;
#endif
    }

    /// <summary>Swaps rows and columns of 64 words of 64 bits (Warren 2012, Hacker's Delight, 7-3).</summary>
    public static void Transpose(ulong[] words)
    {
        var mask = 0x0000_0000_FFFF_FFFFUL;
        for (var half = 32; half != 0; half >>= 1, mask ^= mask << half)
        {
            for (var k = 0; k < 64; k = (k + half + 1) & ~half)
            {
                var swapped = ((words[k] >> half) ^ words[k + half]) & mask;
                words[k] ^= swapped << half;
                words[k + half] ^= swapped;
            }
        }
    }

    /// <summary>Gets the index of the lowest set bit; <paramref name="mask"/> is not 0.</summary>
    public static int Lowest(ulong mask)
    {
#if NET
        return System.Numerics.BitOperations.TrailingZeroCount(mask);
#else
        var index = 0;
        for (; (mask & 1) == 0; mask >>= 1) index++;
        return index;
#endif
    }
}

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

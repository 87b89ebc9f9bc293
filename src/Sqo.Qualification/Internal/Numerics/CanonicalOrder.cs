using System;

namespace Sqo.Qualification.Internal;

/// <summary>
/// Puts pairs of numbers into an order that depends only on the pairs, with equal ones side by side: by a hash of both, in linear time.
/// Sums in this order have the same bits whatever the original order.
/// </summary>
internal static class CanonicalOrder
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const int Passes = 3;

    /// <summary>The first <paramref name="n"/> pairs, sorted.</summary>
    public static (long[] First, double[] Second) Sorted(long[] a, double[] b, int n)
    {
        var (first, second) = (new long[n], new double[n]);
        var keys = new ulong[n];
        var counts = new int[Passes * Digits];
        for (var i = 0; i < n; i++)
        {
            // The upper half of the hash, and the index of the pair.
            var hash = Hash(a[i], b[i]) & 0xFFFFFFFF00000000UL;
            keys[i] = hash | (uint)i;
            for (var pass = 0; pass < Passes; pass++) counts[(pass * Digits) + DigitOf(hash, pass)]++;
        }

        var other = new ulong[n];
        for (var pass = 0; pass < Passes; pass++)
        {
            var start = 0;
            for (var digit = pass * Digits; digit < (pass + 1) * Digits; digit++) (counts[digit], start) = (start, start + counts[digit]);
            foreach (var key in keys) other[counts[(pass * Digits) + DigitOf(key, pass)]++] = key;
            (keys, other) = (other, keys);
        }

        for (var i = 0; i < n; i++)
        {
            var from = (int)(uint)keys[i];
            var (x, y) = (a[from], b[from]);
            // Different pairs with the same hash are rare; the numbers decide their order.
            var place = i;
            for (; place > 0 && keys[place - 1] >> 32 == keys[i] >> 32 && IsAfter(first[place - 1], second[place - 1], x, y); place--)
            {
                (first[place], second[place]) = (first[place - 1], second[place - 1]);
            }

            (first[place], second[place]) = (x, y);
        }

        return (first, second);
    }

    /// <summary>
    /// Sorts pairs by the first of both, and by the second if those are equal: by the first alone, which is several times as fast, then
    /// the ties, whose order would be that of the platform.
    /// </summary>
    /// <param name="first">The first of each pair.</param>
    /// <param name="second">The second.</param>
    /// <param name="count">The number of pairs; the arrays can be longer.</param>
    public static void SortAscending<TFirst, TSecond>(TFirst[] first, TSecond[] second, int count)
        where TFirst : IEquatable<TFirst>
    {
        Array.Sort(first, second, 0, count);
        for (int from = 0, end; from < count; from = end)
        {
            for (end = from + 1; end < count && first[end].Equals(first[from]);) end++;
            if (end - from > 1) Array.Sort(second, from, end - from);
        }
    }

    private static bool IsAfter(long a, double b, long x, double y) => a != x ? a > x : b > y;

    private static int DigitOf(ulong key, int pass) => (int)(key >> (32 + (pass * DigitBits))) & (Digits - 1);

    private static ulong Hash(long first, double second)
    {
        unchecked
        {
            return SplitMix64.Mix(
                ((ulong)first * SplitMix64.Step) ^ ((ulong)BitConverter.DoubleToInt64Bits(second) * 0xD1B54A32D192ED03UL));
        }
    }
}

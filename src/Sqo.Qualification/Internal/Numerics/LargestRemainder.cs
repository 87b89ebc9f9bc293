using System;

namespace Sqo.Qualification.Internal;

/// <summary>Rounds parts so that they add up to their total: by largest remainder (Hamilton), ties to the first.</summary>
internal static class LargestRemainder
{
    private const int MostDecimals = 28;

    // Parts this close to a whole unit are that unit, and remainders this close to each other are a tie: they differ by rounding.
    private const int TieDecimals = 6;
    private const decimal Tolerance = 0.000001m;

    /// <summary>Rounds parts to a number of decimal places; parts of 0 stay 0.</summary>
    /// <param name="total">What the parts add up to, except for rounding.</param>
    /// <param name="parts">The parts, in the order in which ties are decided. Not all are 0, unless the total is.</param>
    /// <param name="decimals">The decimal places, from 0 to 28; as many as the total has, if these are more.</param>
    /// <returns>The rounded parts; their sum is exactly the total.</returns>
    public static decimal[] Round(decimal total, decimal[] parts, int decimals)
    {
        var unit = UnitOf(total, decimals);
        var rounded = new decimal[parts.Length];
        var remainders = new decimal[parts.Length];
        var left = total / unit;
        for (var i = 0; i < parts.Length; i++)
        {
            var exact = parts[i] / unit;
            rounded[i] = decimal.Floor(exact + Tolerance);
            remainders[i] = decimal.Round(exact - rounded[i], TieDecimals);
            left -= rounded[i];
        }

        var order = Array.FindAll(Indexes(parts.Length), i => parts[i] != 0);
        if (order.Length == 0) return rounded;
        Array.Sort(order, (a, b) => remainders[a] != remainders[b] ? remainders[b].CompareTo(remainders[a]) : a.CompareTo(b));
        // Of amounts beyond the digits of a double, more than a unit each can be left, and of the largest decimals part of a unit.
        for (var i = 0; left >= 1; i = (i + 1) % order.Length, left--) rounded[order[i]]++;
        for (var i = order.Length - 1; left <= -1; i = (i == 0 ? order.Length : i) - 1, left++) rounded[order[i]]--;
        rounded[order[0]] += left;
        for (var i = 0; i < rounded.Length; i++) rounded[i] *= unit;
        return rounded;
    }

    private static int[] Indexes(int count)
    {
        var indexes = new int[count];
        for (var i = 0; i < count; i++) indexes[i] = i;
        return indexes;
    }

    private static decimal UnitOf(decimal total, int decimals)
    {
        // A total with more places than asked for can only be added up from parts with as many.
        var scale = Math.Max(decimals, (decimal.GetBits(DecimalParts.Trimmed(total))[3] >> 16) & 0xFF);
        var unit = new decimal(1, 0, 0, false, (byte)Math.Min(scale, MostDecimals));
        // In units, the parts and the total must still be decimals.
        while (Math.Abs(total) > decimal.MaxValue / 64 * unit && unit < 1) unit *= 10;
        return unit;
    }
}

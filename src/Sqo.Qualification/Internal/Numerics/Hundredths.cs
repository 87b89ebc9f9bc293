using System;

namespace Sqo.Qualification.Internal;

/// <summary>Scores and shares in whole hundredths, as shown to people.</summary>
internal static class Hundredths
{
    // A value this close below a hundredth is that hundredth, missed by rounding of the sum.
    private const double Tolerance = 1e-7;

    /// <summary>The score or share in hundredths, truncated, so that a shown value has been reached.</summary>
    public static long Cut(double score) => (long)Math.Floor((score * 100) + Tolerance);

    /// <summary>
    /// Distributes whole hundredths over points so that they add up to the total: by largest remainder (Hamilton), ties to the first.
    /// </summary>
    public static long[] Share(double[] points, long total)
    {
        var units = new long[points.Length];
        var remainders = new double[points.Length];
        var order = new int[points.Length];
        var left = total;
        for (var i = 0; i < points.Length; i++)
        {
            units[i] = Cut(points[i]);
            remainders[i] = (points[i] * 100) - units[i];
            order[i] = i;
            left -= units[i];
        }

        Array.Sort(order, (a, b) =>
        {
            var byRemainder = remainders[b].CompareTo(remainders[a]);
            return byRemainder != 0 ? byRemainder : a.CompareTo(b);
        });

        for (var i = 0; left > 0 && i < order.Length; i++, left--) units[order[i]]++;
        for (var i = order.Length - 1; left < 0 && i >= 0; i--, left++) units[order[i]]--;
        return units;
    }
}

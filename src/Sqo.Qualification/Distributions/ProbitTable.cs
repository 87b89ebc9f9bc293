using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Deals by the probit of their probability, with the sums of the powers of their amounts: under the shared factor, everything that
/// matters is a smooth function of the probit, less smooth if the factor is stronger. Few deals have a row each; many are distributed to
/// the six nearest points of a grid (Lagrange's weights), which integrates such functions to about 1e-9.
/// </summary>
internal sealed class ProbitTable
{
    private const int MostExactRows = 256;
    private const double Spacing = 0.07;

    private ProbitTable(double[] probits, double[] powers, int orders)
    {
        Probits = probits;
        Powers = powers;
        Orders = orders;
    }

    public double[] Probits { get; }

    /// <summary>For each probit, the sums of the first powers up to <see cref="Orders"/>.</summary>
    public double[] Powers { get; }

    public int Orders { get; }

    /// <param name="probits">The deals' probits.</param>
    /// <param name="amounts">Their amounts.</param>
    /// <param name="counts">The number of each.</param>
    /// <param name="places">The indexes of those to include; null for all.</param>
    /// <param name="scale">The divisor of the amounts.</param>
    /// <param name="orders">The number of powers to sum.</param>
    /// <param name="correlation">The greatest correlation that the table is used with.</param>
    public static ProbitTable Of(
        double[] probits, long[] amounts, int[] counts, int[]? places, double scale, int orders, double correlation) =>
        Of(probits, i => amounts[i] / scale, counts, places, orders, correlation);

    /// <summary>The number of deals of each probit, as the only power.</summary>
    public static ProbitTable Counts(double[] probits, int[] counts, int[]? places, double correlation) =>
        Of(probits, _ => 1, counts, places, 1, correlation);

    /// <summary>The deals by the probit of the probability that they are lost.</summary>
    public ProbitTable Mirrored() => new(Array.ConvertAll(Probits, probit => -probit), Powers, Orders);

    private static ProbitTable Of(double[] probits, Func<int, double> amount, int[] counts, int[]? places, int orders, double correlation)
    {
        // Functions of the probit are steeper by this factor under this correlation.
        var spacing = Spacing * Math.Sqrt(1 - correlation);
        var n = places?.Length ?? probits.Length;
        var isExact = n <= MostExactRows || n <= 8 / spacing;
        double least = 0, most = 0;
        for (var i = 0; i < n; i++)
        {
            var x = probits[places?[i] ?? i];
            least = i == 0 ? x : Math.Min(least, x);
            most = i == 0 ? x : Math.Max(most, x);
        }

        var first = (int)Math.Floor(least / spacing) - 2;
        var rows = isExact ? n : (int)Math.Floor(most / spacing) + 4 - first;
        var points = new double[rows];
        var powers = new double[rows * orders];
        if (!isExact)
        {
            for (var row = 0; row < rows; row++) points[row] = (first + row) * spacing;
        }

        for (var i = 0; i < n; i++)
        {
            var place = places?[i] ?? i;
            var a = amount(place);
            double w = counts[place];
            if (isExact)
            {
                points[i] = probits[place];
                for (var order = 0; order < orders; order++) powers[(i * orders) + order] = w *= a;
                continue;
            }

            var at = probits[place] / spacing;
            var whole = Math.Floor(at);
            var t = at - whole;
            var row = (int)whole - 2 - first;
            double t1 = t - 1, t2 = t - 2, t3 = t - 3, s1 = t + 1, s2 = t + 2;
            var w0 = -s1 * t * t1 * t2 * t3 / 120;
            var w1 = s2 * t * t1 * t2 * t3 / 24;
            var w2 = -s2 * s1 * t1 * t2 * t3 / 12;
            var w3 = s2 * s1 * t * t2 * t3 / 12;
            var w4 = -s2 * s1 * t * t1 * t3 / 24;
            var w5 = s2 * s1 * t * t1 * t2 / 120;
            for (int order = 0, cell = row * orders; order < orders; order++, cell++)
            {
                w *= a;
                powers[cell] += w * w0;
                powers[cell + orders] += w * w1;
                powers[cell + (2 * orders)] += w * w2;
                powers[cell + (3 * orders)] += w * w3;
                powers[cell + (4 * orders)] += w * w4;
                powers[cell + (5 * orders)] += w * w5;
            }
        }

        return new(points, powers, orders);
    }

    /// <summary>The probability of a probit under the factor.</summary>
    public static double Probability(double probit, double correlation, double z) =>
        NormalProbability.Of((probit + (Math.Sqrt(correlation) * z)) / Math.Sqrt(1 - correlation));
}

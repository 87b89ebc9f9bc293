using System;

namespace Sqo.Qualification;

/// <summary>
/// Deals by the probit of their probability, with the sums of the powers of their amounts: under the shared factor, everything that
/// matters is a smooth function of the probit, less smooth if the factor is stronger. Few deals have a row each, and so have few different
/// probits; many are distributed to the six nearest points of a grid (Lagrange's weights), which integrates such functions to about 1e-9.
/// </summary>
internal sealed class ProbitTable
{
    private const int MostExactRows = 256;
    private const double Spacing = 0.07;
    private const double WideSpacing = 0.2;

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

    /// <param name="factor">The factor, with the deals' probits.</param>
    /// <param name="amounts">Their amounts.</param>
    /// <param name="counts">The number of each.</param>
    /// <param name="places">The indexes of those to include; null for all.</param>
    /// <param name="scale">The divisor of the amounts.</param>
    /// <param name="orders">The number of powers to sum.</param>
    public static ProbitTable Of(SharedFactor factor, long[] amounts, int[] counts, int[]? places, double scale, int orders) =>
        OfPowers(factor.Probits, factor.Kinds, amounts, counts, places, scale, orders, factor.Correlation);

    /// <param name="probits">The deals' probits.</param>
    /// <param name="kinds">The different ones, if many are the same.</param>
    /// <param name="amounts">Their amounts.</param>
    /// <param name="counts">The number of each.</param>
    /// <param name="orders">The number of powers to sum.</param>
    /// <param name="correlation">The greatest correlation that the table is used with.</param>
    public static ProbitTable Of(
        double[] probits, ProbitKinds? kinds, long[] amounts, int[] counts, int orders, double correlation) =>
        OfPowers(probits, kinds, amounts, counts, null, 1, orders, correlation);

    /// <summary>The number of deals of each probit, as the only power.</summary>
    public static ProbitTable Counts(SharedFactor factor, int[] counts, int[]? places) =>
        OfPowers(factor.Probits, factor.Kinds, null, counts, places, 1, 1, factor.Correlation);

    /// <summary>
    /// The number of deals at the two nearest points of a coarser grid, as the only power. None is negative, so that bounds stay bounds up
    /// to the error of linear interpolation, about 0.5 %.
    /// </summary>
    public static ProbitTable Neighbors(double[] probits, int[] counts, double correlation)
    {
        var spacing = WideSpacing * Math.Sqrt(1 - correlation);
        var (least, most) = RangeOf(probits, null);
        var first = (int)Math.Floor(least / spacing);
        var numbers = new double[(int)Math.Floor(most / spacing) + 2 - first];
        // Few deals are kept as they are.
        if (probits.Length <= numbers.Length) return new(probits, Array.ConvertAll(counts, count => (double)count), 1);
        for (var i = 0; i < probits.Length; i++)
        {
            var at = probits[i] / spacing;
            var whole = Math.Floor(at);
            numbers[(int)whole - first] += counts[i] * (whole + 1 - at);
            numbers[(int)whole + 1 - first] += counts[i] * (at - whole);
        }

        var used = Array.FindAll(Indexes.Of(numbers.Length), row => numbers[row] > 0);
        return new(Array.ConvertAll(used, row => (first + row) * spacing), Array.ConvertAll(used, row => numbers[row]), 1);
    }

    /// <summary>The deals by the probit of the probability that they are lost.</summary>
    public ProbitTable Mirrored() => new(Array.ConvertAll(Probits, probit => -probit), Powers, Orders);

    private static (double Least, double Most) RangeOf(double[] probits, int[]? places)
    {
        double least = 0, most = 0;
        for (var i = 0; i < (places?.Length ?? probits.Length); i++)
        {
            var x = probits[places?[i] ?? i];
            least = i == 0 ? x : Math.Min(least, x);
            most = i == 0 ? x : Math.Max(most, x);
        }

        return (least, most);
    }

    private static ProbitTable OfPowers(
        double[] probits, ProbitKinds? kinds, long[]? amounts, int[] counts, int[]? places, double scale, int orders, double correlation)
    {
        // Functions of the probit are steeper by this factor under this correlation.
        var spacing = Spacing * Math.Sqrt(1 - correlation);
        var n = places?.Length ?? probits.Length;
        var mostExact = Math.Max(MostExactRows, 8 / spacing);
        if (kinds is not null && kinds.Probits.Length < n && kinds.Probits.Length <= mostExact)
        {
            return OfKinds(kinds, amounts, counts, places, scale, orders);
        }

        var isExact = n <= mostExact;
        var (least, most) = RangeOf(probits, places);
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
            var a = amounts is null ? 1 : amounts[place] / scale;
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
            // Products of two of three pairs of the differences, with one of the third pair.
            var (near, middle, far) = (t * t1, s1 * t2, s2 * t3);
            var (outer, inner, innermost) = (near * middle * (1 / 120.0), near * far * (1 / 24.0), middle * far * (1 / 12.0));
            var (w0, w5) = (-outer * t3, outer * s2);
            var (w1, w4) = (inner * t2, -inner * s1);
            var (w2, w3) = (-innermost * t1, innermost * t);
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

    private static ProbitTable OfKinds(ProbitKinds kinds, long[]? amounts, int[] counts, int[]? places, double scale, int orders)
    {
        var powers = new double[kinds.Probits.Length * orders];
        for (var i = 0; i < (places?.Length ?? kinds.OfDeals.Length); i++)
        {
            var place = places?[i] ?? i;
            var a = amounts is null ? 1 : amounts[place] / scale;
            double w = counts[place];
            var cell = kinds.OfDeals[place] * orders;
            for (var order = 0; order < orders; order++) powers[cell + order] += w *= a;
        }

        return new(kinds.Probits, powers, orders);
    }
}

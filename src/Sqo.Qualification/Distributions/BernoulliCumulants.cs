#if NET
using System.Numerics;
#endif

namespace Sqo.Qualification;

/// <summary>
/// Cumulants 1 to 10 of deals: those of a Bernoulli variable follow from c(r+1) = p (1 - p) dc(r)/dp, and are polynomials in
/// v = p (1 - p) and u = 1 - 2 p.
/// </summary>
internal static class BernoulliCumulants
{
    public const int Orders = 10;

    /// <summary>Adds the cumulants of <paramref name="count"/> deals of amount <paramref name="a"/>; order r has index r - 1.</summary>
    public static void Add(double[] sums, double p, double a, double count)
    {
        var v = p * (1 - p);
        var u = 1 - (2 * p);
        var w = count * a;
        sums[0] += w * p;
        w *= a * v;
        sums[1] += w;
        w *= a;
        sums[2] += w * u;
        w *= a;
        sums[3] += w * Fourth(v);
        w *= a;
        sums[4] += w * (u * Fifth(v));
        w *= a;
        sums[5] += w * Sixth(v);
        w *= a;
        sums[6] += w * (u * Seventh(v));
        w *= a;
        sums[7] += w * Eighth(v);
        w *= a;
        sums[8] += w * (u * Ninth(v));
        w *= a;
        sums[9] += w * Tenth(v);
    }

    /// <summary>Adds the cumulants of deals of one probability under each node, given the sums of the powers of their amounts.</summary>
    /// <param name="sums">By order and node.</param>
    /// <param name="probabilities">The probabilities, by node.</param>
    /// <param name="powers">The sums of powers.</param>
    /// <param name="at">The place of the first power.</param>
    public static void Add(double[][] sums, double[] probabilities, double[] powers, int at)
    {
        var node = 0;
#if NET
        for (; node <= probabilities.Length - Vector<double>.Count; node += Vector<double>.Count)
        {
            var p = new Vector<double>(probabilities, node);
            var v = p * (Vector<double>.One - p);
            var u = Vector<double>.One - (Of(2) * p);
            var vu = v * u;
            Add(0, p);
            Add(1, v);
            Add(2, vu);
            Add(3, v * (Of(1) - (Of(6) * v)));
            Add(4, vu * (Of(1) - (Of(12) * v)));
            Add(5, v * (Of(1) - (v * (Of(30) - (Of(120) * v)))));
            Add(6, vu * (Of(1) - (v * (Of(60) - (Of(360) * v)))));
            Add(7, v * (Of(1) - (v * (Of(126) - (v * (Of(1680) - (Of(5040) * v)))))));
            Add(8, vu * (Of(1) - (v * (Of(252) - (v * (Of(5040) - (Of(20160) * v)))))));
            Add(9, v * (Of(1) - (v * (Of(510) - (v * (Of(17640) - (v * (Of(151200) - (Of(362880) * v)))))))));
        }

        void Add(int order, Vector<double> cumulant) =>
            (new Vector<double>(sums[order], node) + (Of(powers[at + order]) * cumulant)).CopyTo(sums[order], node);

        static Vector<double> Of(double number) => new(number);
#endif
        for (; node < probabilities.Length; node++)
        {
            var p = probabilities[node];
            var v = p * (1 - p);
            var u = 1 - (2 * p);
            sums[0][node] += powers[at] * p;
            sums[1][node] += powers[at + 1] * v;
            sums[2][node] += powers[at + 2] * (v * u);
            sums[3][node] += powers[at + 3] * (v * Fourth(v));
            sums[4][node] += powers[at + 4] * (v * u * Fifth(v));
            sums[5][node] += powers[at + 5] * (v * Sixth(v));
            sums[6][node] += powers[at + 6] * (v * u * Seventh(v));
            sums[7][node] += powers[at + 7] * (v * Eighth(v));
            sums[8][node] += powers[at + 8] * (v * u * Ninth(v));
            sums[9][node] += powers[at + 9] * (v * Tenth(v));
        }
    }

    /// <summary>Adds those of a Poisson number of deals: rate times the power.</summary>
    public static void AddPoisson(double[] sums, double rate, double a)
    {
        for (var order = 0; order < Orders; order++) sums[order] += rate *= a;
    }

    private static double Fourth(double v) => 1 - (6 * v);

    private static double Fifth(double v) => 1 - (12 * v);

    private static double Sixth(double v) => 1 - (v * (30 - (120 * v)));

    private static double Seventh(double v) => 1 - (v * (60 - (360 * v)));

    private static double Eighth(double v) => 1 - (v * (126 - (v * (1680 - (5040 * v)))));

    private static double Ninth(double v) => 1 - (v * (252 - (v * (5040 - (20160 * v)))));

    private static double Tenth(double v) => 1 - (v * (510 - (v * (17640 - (v * (151200 - (362880 * v)))))));
}

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

    /// <summary>Adds the cumulants of deals of one probability, given the sums of the powers of their amounts.</summary>
    public static void Add(double[] sums, double p, double[] powers, int at)
    {
        var v = p * (1 - p);
        var u = 1 - (2 * p);
        sums[0] += powers[at] * p;
        sums[1] += powers[at + 1] * v;
        sums[2] += powers[at + 2] * (v * u);
        sums[3] += powers[at + 3] * (v * Fourth(v));
        sums[4] += powers[at + 4] * (v * u * Fifth(v));
        sums[5] += powers[at + 5] * (v * Sixth(v));
        sums[6] += powers[at + 6] * (v * u * Seventh(v));
        sums[7] += powers[at + 7] * (v * Eighth(v));
        sums[8] += powers[at + 8] * (v * u * Ninth(v));
        sums[9] += powers[at + 9] * (v * Tenth(v));
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

using System;

namespace Sqo.Qualification.Internal;

/// <summary>
/// The quantile of the standard normal distribution: Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988), with a
/// relative error of about 1e-16.
/// </summary>
internal static class NormalQuantile
{
    // The z of 95 %, with the digits of the published value.
    private const double Z95 = 1.959963984540054;

    /// <summary>The z whose interval from -z to z contains the share <paramref name="confidence"/>, between 0 and 1.</summary>
    public static double TwoSided(double confidence) => confidence == 0.95 ? Z95 : -Of((1 - confidence) / 2);

    /// <summary>The z below which the share is <paramref name="p"/>, 0 &lt; p &lt; 1.</summary>
    public static double Of(double p)
    {
        var q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var c = 0.180625 - (q * q);
            return q * (((((((2509.0809287301226727 * c + 33430.575583588128105) * c + 67265.770927008700853) * c
                + 45921.953931549871457) * c + 13731.693765509461125) * c + 1971.5909503065514427) * c + 133.14166789178437745) * c
                + 3.387132872796366608)
                / (((((((5226.495278852854561 * c + 28729.085735721942674) * c + 39307.89580009271061) * c + 21213.794301586595867) * c
                + 5394.1960214247511077) * c + 687.1870074920579083) * c + 42.313330701600911252) * c + 1);
        }

        var r = Math.Sqrt(-Logarithm.Of(q < 0 ? p : 1 - p));
        double z;
        if (r <= 5)
        {
            r -= 1.6;
            z = (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r
                + 1.27045825245236838258) * r + 3.64784832476320460504) * r + 5.7694972214606914055) * r + 4.6303378461565452959) * r
                + 1.42343711074968357734)
                / (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r
                + 0.14810397642748007459) * r + 0.68976733498510000455) * r + 1.6763848301838038494) * r + 2.05319162663775882187) * r + 1);
        }
        else
        {
            r -= 5;
            z = (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r
                + 0.026532189526576123093) * r + 0.29656057182850489123) * r + 1.7848265399172913358) * r + 5.4637849111641143699) * r
                + 6.6579046435011037772)
                / (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r
                + 7.868691311456132591e-4) * r + 0.0148753612908506148525) * r + 0.13692988092273580531) * r
                + 0.59983220655588793769) * r + 1);
        }

        return q < 0 ? -z : z;
    }
}

namespace Sqo.Qualification.Internal;

/// <summary>The logarithm of the Gamma function, the same bits on every target.</summary>
internal static class GammaFunction
{
    private const double HalfLogarithmOfTwoPi = 0.91893853320467274178;

    /// <summary>
    /// ln Gamma(<paramref name="x"/>) for a number above 0: Stirling's series, after a shift up to where it is accurate to 1e-13.
    /// </summary>
    public static double Logarithm(double x)
    {
        double product = 1;
        for (; x < 12; x++) product *= x;
        var inverse = 1 / x;
        var square = inverse * inverse;
        var series = inverse * ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square / 1680))))));
        return ((x - 0.5) * Internal.Logarithm.Of(x)) - x + HalfLogarithmOfTwoPi + series - Internal.Logarithm.Of(product);
    }
}

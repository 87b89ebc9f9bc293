namespace Sqo.Qualification.Internal;

/// <summary>Log-odds to a probability and back.</summary>
internal static class Logistic
{
    /// <summary>1 / (1 + e^(-<paramref name="logOdds"/>)).</summary>
    public static double Probability(double logOdds) => 1 / (1 + Exponential.Exp(-logOdds));

    public static double LogOdds(double probability) => Logarithm.Of(probability) - Logarithm.Of(1 - probability);

    /// <summary>ln(1 + e^<paramref name="x"/>) without overflow.</summary>
    public static double SoftPlus(double x) => x > 0 ? x + Logarithm.Of(1 + Exponential.Exp(-x)) : Logarithm.Of(1 + Exponential.Exp(x));
}

namespace Sqo.Qualification;

/// <summary>How a <see cref="RevenueDistribution"/> is calculated; chosen by cost, exact methods first.</summary>
public enum DistributionMethod
{
    /// <summary>Every attainable sum with its probability, equal sums merged. Exact.</summary>
    Enumeration = 0,

    /// <summary>Dynamic programming over the multiples of the greatest common divisor of the amounts. Exact.</summary>
    DynamicProgramming = 1,

    /// <summary>
    /// The Fourier coefficients of the exact characteristic function, between trigonometric polynomials that lie above and below every
    /// step (Beurling, Selberg; Vaaler 1985): a guaranteed bound.
    /// </summary>
    FourierInversion = 2,

    /// <summary>
    /// A seeded simulation, with the bound of Dvoretzky, Kiefer and Wolfowitz in Massart's form (1990); many small deals are combined by
    /// Fourier inversion. Under a strong shared factor the draws can be stratified, with a bound by Bernstein's inequality.
    /// </summary>
    Simulation = 3,
}

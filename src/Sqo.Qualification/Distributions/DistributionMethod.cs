namespace Sqo.Qualification;

/// <summary>How a <see cref="RevenueDistribution"/> came to its numbers; chosen by cost, exact ones first.</summary>
public enum DistributionMethod
{
    /// <summary>Every attainable sum with its probability, equal sums merged. Exact.</summary>
    Enumeration = 0,

    /// <summary>Dynamic programming over the multiples of the greatest common divisor of the amounts. Exact.</summary>
    DynamicProgramming = 1,

    /// <summary>The sums of two halves of the deals, enumerated apart and searched together. Exact.</summary>
    MeetInTheMiddle = 2,

    /// <summary>Fourier series of the exact characteristic function (Abate and Whitt 1992; Davies 1973).</summary>
    FourierInversion = 3,

    /// <summary>The outcomes of a few deals that stand out enumerated, and Fourier inversion for the rest under each of them.</summary>
    ConditionalFourierInversion = 4,

    /// <summary>Dynamic programming over amounts that are rounded to a fine lattice.</summary>
    RoundedLattice = 5,
}

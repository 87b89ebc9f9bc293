namespace Sqo.Qualification;

/// <summary>
/// The usual bands of a population stability index. They ignore the number of deals: with 100 on both sides, ten bins without any
/// change are above 0.1 in more than 80 of 100 cases.
/// </summary>
public enum StabilityBand
{
    /// <summary>Below 0.1.</summary>
    Stable = 0,

    /// <summary>From 0.1 to below 0.25.</summary>
    Moderate = 1,

    /// <summary>From 0.25 on.</summary>
    Major = 2,
}

namespace Sqo.Qualification.Tests.Infrastructure;

/// <summary>The strategies of generated profiles.</summary>
public enum SpecStrategy
{
    /// <summary>None is told.</summary>
    Default,
    WeightedPoints,
    WeightedMean,
    WeakestLink,
    GeometricMean,
    Tiers,
    FitEngagement,
    LogOdds,
}

namespace Sqo.Qualification;

/// <summary>The smoothing parameters.</summary>
/// <param name="Alpha">Of the level.</param>
/// <param name="Beta">Of the trend, FPP3's beta*.</param>
/// <param name="Gamma">Of the seasons.</param>
internal readonly record struct SmoothingWeights(double Alpha, double Beta, double Gamma);

using System;

namespace Sqo.Qualification;

/// <summary>The components of a smoothing model, and their given parameters.</summary>
/// <param name="Period">The length of a period; 0 without seasons.</param>
/// <param name="HasTrend">Whether there is a trend.</param>
/// <param name="Alpha">
/// Given, or <see langword="null"/> to be estimated; so are the others. Parameters that the model does not have are given as 0.
/// </param>
/// <param name="Beta">FPP3's beta*.</param>
/// <param name="Gamma">At most 1 - alpha.</param>
/// <param name="Level">Before the first value.</param>
/// <param name="Trend">Before the first value.</param>
internal sealed record SmoothingSettings(int Period, bool HasTrend, double? Alpha, double? Beta, double? Gamma, double? Level, double? Trend)
{
    /// <summary>The number of free starting seasons: they add up to 0.</summary>
    public int FreeSeasons => Math.Max(0, Period - 1);

    public int FreeStarts => FreeSeasons + (Level is null ? 1 : 0) + (Trend is null ? 1 : 0);

    public int FreeWeights => (Alpha is null ? 1 : 0) + (Beta is null ? 1 : 0) + (Gamma is null ? 1 : 0);

    /// <summary>One more than the number of estimated parameters, and two periods: fewer can't separate seasons from a trend.</summary>
    public int MinimumLength => Math.Max(2 * Period, FreeStarts + FreeWeights + 1);
}

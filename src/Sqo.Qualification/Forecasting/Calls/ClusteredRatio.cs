using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The ratio of two sums over clusters, such as that of the errors and the amounts won in several periods.</summary>
internal static class ClusteredRatio
{
    /// <summary>
    /// The interval of the ratio: each cluster's numerator less the ratio times its denominator is its influence, and their scatter gives
    /// the variance.
    /// </summary>
    public static StatisticalInterval? Interval(IReadOnlyList<(double Numerator, double Denominator)> clusters, double confidence)
    {
        if (clusters.Count < 2) return null;
        double numerator = 0, denominator = 0, squares = 0;
        foreach (var (above, below) in clusters) (numerator, denominator) = (numerator + above, denominator + below);
        if (denominator == 0) return null;
        var ratio = numerator / denominator;
        foreach (var (above, below) in clusters) squares += (above - (ratio * below)) * (above - (ratio * below));
        var error = Math.Sqrt(squares * clusters.Count / (clusters.Count - 1)) / denominator;
        var half = StudentQuantile.TwoSided(confidence, clusters.Count - 1) * error;
        return new(ratio - half, ratio + half, confidence);
    }
}

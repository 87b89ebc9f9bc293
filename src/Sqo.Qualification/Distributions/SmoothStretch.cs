using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A stretch of a strong shared factor along which hardly any deal turns from lost to won, so that few of Gauss's nodes take the place of
/// many of equal weight. If the size of F(x | z) times the normal density is at most M within the ellipse whose half axes add up to rho
/// times half of the stretch, the error of n nodes is at most 64 M / (15 rho^(2n) (1 - rho^-2)) times half of the stretch (Trefethen 2008,
/// theorem 4.5).
/// </summary>
internal sealed class SmoothStretch
{
    // The greatest variance of the number of deals won, the least number of cells, and the greatest share of them that the nodes may be.
    private const double MostVariance = 0.5;
    private const int FewestCells = 8;
    private const double MostShare = 0.7;

    // The bound is that of at least so many nodes.
    private const double Fewest = 2;

    private static readonly double[] Ratios = [1.15, 1.3, 1.5, 1.8, 2.2, 2.8];

    private SmoothStretch(int first, int end, double[] z, double[] weights) => (First, End, Z, Weights) = (first, end, z, weights);

    /// <summary>The first of the cells of equal weight that the stretch consists of.</summary>
    public int First { get; }

    /// <summary>The cell after the last one.</summary>
    public int End { get; }

    /// <summary>The nodes.</summary>
    public double[] Z { get; }

    /// <summary>Their weights, which add up to that of the cells.</summary>
    public double[] Weights { get; }

    /// <summary>The stretches whose nodes are a good deal fewer than their cells.</summary>
    /// <param name="steps">The terms' bounds.</param>
    /// <param name="cells">The number of cells of equal weight that the curve is cut into.</param>
    /// <param name="error">The maximum error of the nodes of one stretch.</param>
    public static List<SmoothStretch> Find(NodeSteps steps, int cells, double error)
    {
        var stretches = new List<SmoothStretch>();
        // The outermost cells are endless.
        for (var first = 1; first < cells - 1; first++)
        {
            var end = first;
            while (end < cells - 1 && IsSmooth(end)) end++;
            if (end - first >= FewestCells && Of(steps, cells, first, end, error) is { } stretch) stretches.Add(stretch);
            first = end;
        }

        return stretches;

        bool IsSmooth(int cell) => steps.Variance(NormalQuantile.Of((cell + 0.5) / cells)) <= MostVariance;
    }

    private static SmoothStretch? Of(NodeSteps steps, int cells, int first, int end, double error)
    {
        var (from, to) = (NormalQuantile.Of(first / (double)cells), NormalQuantile.Of(end / (double)cells));
        var half = (to - from) / 2;
        var fewest = MostShare * (end - first);
        foreach (var ratio in Ratios)
        {
            // Half of the error, as the weights are scaled so that their sum is exact.
            var log = steps.LogWithin(from, to, ratio) + Logarithm.Of(64 * half / (15 * (1 - (1 / (ratio * ratio)))) / (error / 2));
            fewest = Math.Min(fewest, Math.Max(Fewest, Math.Ceiling(log / (2 * Logarithm.Of(ratio)))));
        }

        if (fewest >= MostShare * (end - first)) return null;
        var (points, weights) = GaussRule.Of((int)fewest);
        var (z, total) = (new double[points.Length], 0.0);
        for (var i = 0; i < z.Length; i++)
        {
            z[i] = from + (half * (1 + points[i]));
            total += weights[i] *= NormalProbability.Density(z[i]);
        }

        for (var i = 0; i < z.Length; i++) weights[i] *= (end - first) / (cells * total);
        return new(first, end, z, weights);
    }
}

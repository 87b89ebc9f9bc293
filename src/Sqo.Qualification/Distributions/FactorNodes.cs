using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Values of the shared factor and their weights, which replace the normal curve; one node of weight 1 without a factor.</summary>
internal sealed class FactorNodes
{
    /// <summary>The farthest from 0 at which the normal curve is cut off.</summary>
    public const double GreatestReach = 4.5;

    // The maximum error of an exact law from the step.
    private const double ExactError = 1e-4;
    private const int MostNodes = 512;

    // Where the curve may be cut for an inversion, and the shares of the error wanted that the step may have.
    private static readonly double[] Reaches = [3.3, 3.6, 3.9, 4.2, GreatestReach];
    private static readonly double[] Shares = [0.02, 0.05, 0.1];

    // The share of the error wanted that a smooth stretch may have, and the greatest number of nodes of equal weight in place of one.
    private const double StretchShare = 0.005;
    private const int MostParts = 4;

    // What nodes of equal weight cost apart from their number, in nodes: they leave less of the error to more parts of a law.
    private const double MixedCost = 300;

    private readonly double[] _z;
    private readonly double[] _weights;
    private NodeSteps? _steps;

    private FactorNodes(double[] z, double[] weights, double error)
    {
        _z = z;
        _weights = weights;
        Error = error;
    }

    public static FactorNodes None { get; } = new([0], [1], 0);

    public int Count => _weights.Length;

    /// <summary>The maximum error of a cumulative probability from using nodes instead of the curve.</summary>
    public double Error { get; }

    /// <summary>For a band, the weight of the nodes below it.</summary>
    public double Below { get; private set; }

    /// <summary>For a band, the weight of the nodes above it.</summary>
    public double Above { get; private set; }

    /// <summary>
    /// Equally spaced nodes. For smooth functions under the normal curve the trapezoidal rule converges faster than any power of the
    /// step (Trefethen and Weideman 2014).
    /// </summary>
    public static FactorNodes Spaced(double step, double reach)
    {
        var half = (int)Math.Ceiling(reach / step);
        var (z, weights) = (new double[(2 * half) + 1], new double[(2 * half) + 1]);
        var total = 0.0;
        for (var i = 0; i < z.Length; i++)
        {
            z[i] = (i - half) * (reach / half);
            total += weights[i] = Exponential.Exp(-z[i] * z[i] / 2);
        }

        for (var i = 0; i < z.Length; i++) weights[i] /= total;
        return new(z, weights, 0);
    }

    /// <summary>
    /// Nodes for the law of a sum, as few as the terms allow: at equal steps of a scale or, if that takes too many, of equal weight.
    /// </summary>
    public static FactorNodes ForLaw(LatticeTerms terms, SharedFactor factor)
    {
        var steps = new NodeSteps(terms, factor);
        var step = steps.Widest(ExactError);
        var nodes = steps.CountOf(step, GreatestReach) <= MostNodes ? OnScale(steps, step, GreatestReach, ExactError)
            : OfEqualWeight(MostNodes);
        nodes._steps = steps;
        return nodes;
    }

    /// <summary>
    /// Nodes for the inversion of a law instead: its work is about the number of nodes divided by the error that they leave, so they may
    /// have a part of the error.
    /// </summary>
    /// <param name="wanted">The maximum error wanted of the law.</param>
    public FactorNodes ForInversion(double wanted)
    {
        if (_steps is not { } steps) return this;
        // Nodes of equal weight work best with half of the error, or with less where smooth stretches need few nodes.
        var cells = (int)Math.Ceiling(1 / wanted);
        var stretches = SmoothStretch.Find(steps, cells, StretchShare * wanted);
        var (parts, least) = (1, double.PositiveInfinity);
        for (var each = 1; each <= MostParts; each++)
        {
            var left = wanted - ErrorOf(stretches, cells, each, wanted);
            var work = (MixedCost + CountOf(stretches, cells, each)) / left;
            if (left > 0 && work < least) (parts, least) = (each, work);
        }

        var (best, bestReach, bestError) = (0.0, 0.0, 0.0);
        foreach (var share in Shares)
        {
            var step = steps.Widest(share * wanted);
            foreach (var reach in Reaches)
            {
                var left = wanted - (share * wanted) - NormalProbability.Of(-reach);
                var work = steps.CountOf(step, reach) / left;
                if (left > 0 && work < least) (best, bestReach, bestError, least) = (step, reach, share * wanted, work);
            }
        }

        return best > 0 ? OnScale(steps, best, bestReach, bestError) : Mixed(stretches, cells, parts, wanted);
    }

    private static int CountOf(List<SmoothStretch> stretches, int cells, int parts)
    {
        var count = parts * cells;
        foreach (var stretch in stretches) count += stretch.Z.Length - (parts * (stretch.End - stretch.First));
        return count;
    }

    private static double ErrorOf(List<SmoothStretch> stretches, int cells, int parts, double wanted) =>
        (0.5 / (parts * cells)) + (stretches.Count * StretchShare * wanted);

    /// <summary>
    /// The nodes of smooth stretches, and between them nodes in the middle of equal shares, some for each cell. The error of these is at
    /// most half of one weight, since a cumulative probability falls by at most 1 between all stretches.
    /// </summary>
    public static FactorNodes Mixed(List<SmoothStretch> stretches, int cells, int parts, double wanted)
    {
        var count = CountOf(stretches, cells, parts);
        var (z, weights) = (new double[count], new double[count]);
        var (node, next) = (0, 0);
        for (var cell = 0; cell < cells;)
        {
            if (next < stretches.Count && stretches[next].First == cell)
            {
                var stretch = stretches[next++];
                stretch.Z.CopyTo(z, node);
                stretch.Weights.CopyTo(weights, node);
                (node, cell) = (node + stretch.Z.Length, stretch.End);
                continue;
            }

            for (var part = 0; part < parts; part++, node++)
            {
                z[node] = NormalQuantile.Of(((cell * parts) + part + 0.5) / (cells * parts));
                weights[node] = 1.0 / (cells * parts);
            }

            cell++;
        }

        return new(z, weights, ErrorOf(stretches, cells, parts, wanted));
    }

    /// <summary>
    /// Nodes in the middle of equal shares: a cumulative probability falls in z, so the error is at most half of one weight.
    /// </summary>
    public static FactorNodes OfEqualWeight(int count)
    {
        var (z, weights) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            z[i] = NormalQuantile.Of((i + 0.5) / count);
            weights[i] = 1.0 / count;
        }

        return new(z, weights, 0.5 / count);
    }

    /// <summary>The nodes from one to before another, with their weights.</summary>
    public FactorNodes Band(int first, int end)
    {
        var band = new FactorNodes(new double[end - first], new double[end - first], 0);
        Array.Copy(_z, first, band._z, 0, end - first);
        Array.Copy(_weights, first, band._weights, 0, end - first);
        for (var node = 0; node < first; node++) band.Below += _weights[node];
        for (var node = end; node < _weights.Length; node++) band.Above += _weights[node];
        return band;
    }

    /// <summary>The nodes of the factor's negative.</summary>
    public FactorNodes Mirrored()
    {
        var mirrored = new FactorNodes(Array.ConvertAll(_z, z => -z), (double[])_weights.Clone(), Error) { Below = Above, Above = Below };
        Array.Reverse(mirrored._z);
        Array.Reverse(mirrored._weights);
        return mirrored;
    }

    public double At(int node) => _z[node];

    public double Weight(int node) => _weights[node];

    /// <summary>The mean of the nodes, by weight.</summary>
    public double Mean()
    {
        double sum = 0, weight = 0;
        for (var node = 0; node < _z.Length; node++) (sum, weight) = (sum + (_z[node] * _weights[node]), weight + _weights[node]);
        return sum / weight;
    }

    public double Deviation(double[] values, out double mean)
    {
        mean = 0;
        for (var i = 0; i < _weights.Length; i++) mean += _weights[i] * values[i];
        var sum = 0.0;
        for (var i = 0; i < _weights.Length; i++) sum += _weights[i] * ((values[i] - mean) * (values[i] - mean));
        return Math.Sqrt(sum);
    }

    /// <summary>
    /// Nodes at equal steps of a scale, up to a reach on each side. A cumulative probability falls as z rises, so the cut adds at most the
    /// probability beyond it on one side.
    /// </summary>
    private static FactorNodes OnScale(NodeSteps steps, double step, double reach, double error)
    {
        var (scale, count) = (steps.Scale, steps.CountOf(step, reach));
        var (first, last) = (scale.PlaceOf(-reach), scale.PlaceOf(reach));
        var (z, weights) = (new double[count], new double[count]);
        var total = 0.0;
        for (var i = 0; i < count; i++)
        {
            z[i] = scale.At(first + (i * (last - first) / (count - 1)), -reach - 1, reach + 1);
            total += weights[i] = NormalProbability.Density(z[i]) / scale.Density(z[i]);
        }

        for (var i = 0; i < count; i++) weights[i] /= total;
        return new(z, weights, error + NormalProbability.Of(-reach));
    }
}

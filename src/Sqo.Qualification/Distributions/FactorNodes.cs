using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Values of the shared factor and their weights, which replace the normal curve; one node of weight 1 without a factor.</summary>
internal sealed class FactorNodes
{
    // Where the normal curve is cut for an exact law.
    private const double ExactReach = 4.5;

    // The maximum error of an exact law from the step.
    private const double ExactError = 1e-4;
    private const int MostNodes = 512;
    private const double Coarse = 0.25;
    private const double SteepSlope = 2;

    // Where the curve may be cut for an inversion, and the shares of the error wanted that the step may have.
    private static readonly double[] Reaches = [3.3, 3.6, 3.9, 4.2, ExactReach];
    private static readonly double[] Shares = [0.02, 0.05, 0.1];
    private static readonly double[] Heights = [0.02, 0.04, 0.07, 0.1, 0.14, 0.2, 0.28, 0.4, 0.56, 0.8, 1.1, 1.5];

    private readonly double[] _z;
    private readonly double[] _weights;
    private double[]? _sizes;

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
    public static FactorNodes Spaced(double step, double reach, double error = 0)
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
        return new(z, weights, error);
    }

    /// <summary>
    /// Nodes for the law of a sum, few if the terms allow it. A cumulative probability F(x | z) is a polynomial in the conditional
    /// probabilities, so it is analytic in z; at z + iy it is at most the product of |p| + |1 - p|. With M the mean of that product over a
    /// line at height y, the error of the trapezoidal rule of step h is at most 2 M / (exp(2 pi y / h) - 1). If that takes too many nodes,
    /// nodes of equal weight are used.
    /// </summary>
    public static FactorNodes ForLaw(LatticeTerms terms, SharedFactor factor)
    {
        var sizes = Sizes(terms, factor);
        var step = WidestStep(sizes, ExactError);
        var nodes = CountOf(step, ExactReach) <= MostNodes ? Cut(step, ExactReach, ExactError) : OfEqualWeight(MostNodes);
        nodes._sizes = sizes;
        return nodes;
    }

    /// <summary>
    /// Nodes for the inversion of a law instead: its work is about the number of nodes divided by the error that they leave, so they may
    /// have a part of the error.
    /// </summary>
    /// <param name="wanted">The maximum error wanted of the law.</param>
    public FactorNodes ForInversion(double wanted)
    {
        if (_sizes is not { } sizes) return this;
        // Of equal weight, half of the error is best left to the nodes.
        var equal = (int)Math.Ceiling(1 / wanted);
        var (best, bestReach, bestError, least) = (0.0, 0.0, 0.0, equal / (wanted / 2));
        foreach (var reach in Reaches)
        {
            foreach (var share in Shares)
            {
                var step = WidestStep(sizes, share * wanted);
                var left = wanted - (share * wanted) - NormalProbability.Of(-reach);
                var work = CountOf(step, reach) / left;
                if (left > 0 && work < least) (best, bestReach, bestError, least) = (step, reach, share * wanted, work);
            }
        }

        return best > 0 ? Cut(best, bestReach, bestError) : OfEqualWeight(equal);
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

    /// <summary>The widest step that meets an error for one of the heights.</summary>
    private static double WidestStep(double[] sizes, double error)
    {
        var widest = 0.0;
        for (var i = 0; i < sizes.Length; i++)
        {
            // At least the logarithm of 1 + 2 M / error, as M is at least 1.
            widest = Math.Max(widest, Trigonometry.TwoPi * Heights[i] / (sizes[i] + Logarithm.Of(2 / error) + Math.Max(1e-3, error / 2)));
        }

        return Math.Min(widest, 1);
    }

    private static double CountOf(double step, double reach) => (2 * Math.Ceiling(reach / step)) + 1;

    /// <summary>
    /// Equally spaced nodes up to a reach. A cumulative probability falls in z, so the error from the cut is at most what lies beyond on
    /// one side.
    /// </summary>
    private static FactorNodes Cut(double step, double reach, double error) =>
        Spaced(step, reach, error + NormalProbability.Of(-reach));

    /// <summary>Upper bounds of the logarithm of M by height, with M of the curve up to where it is cut.</summary>
    private static double[] Sizes(LatticeTerms terms, SharedFactor factor)
    {
        var counts = ProbitTable.Counts(factor.Probits, terms.Counts, null, factor.Correlation);
        var rate = 0.0;
        foreach (var each in terms.NewRates) rate += each;
        var slope = Math.Sqrt(factor.Correlation / (1 - factor.Correlation));
        var heights = Array.ConvertAll(Heights, height =>
        {
            var v = slope * height;
            Trigonometry.At(factor.LogDeviation * height / Trigonometry.TwoPi, out _, out var cosine);
            return (V: v, Stretch: Exponential.Exp(v * v / 2), Cosine: cosine);
        });
        var (logs, last, largest) = (new double[heights.Length], new double[heights.Length], new double[heights.Length]);
        var sums = new double[heights.Length];
        // Under a strong factor the product varies faster.
        var coarse = Coarse * Math.Min(1, SteepSlope / slope);
        for (var z = -ExactReach; z <= ExactReach + (coarse / 2); z += coarse)
        {
            var grown = rate * factor.Growth(z);
            for (var i = 0; i < heights.Length; i++) logs[i] = grown * (1 - heights[i].Cosine);
            for (var row = 0; row < counts.Probits.Length; row++)
            {
                var u = Math.Abs(counts.Probits[row] + (Math.Sqrt(factor.Correlation) * z)) / Math.Sqrt(1 - factor.Correlation);
                var (tail, density) = (NormalProbability.Of(-u), 0.39894228040143268 * Exponential.Exp(-u * u / 2));
                for (var i = 0; i < heights.Length; i++)
                {
                    logs[i] += counts.Powers[row] * LogOfSize(u, tail, density, heights[i].V, heights[i].Stretch);
                }
            }

            var edge = Math.Max(0, Math.Abs(z) - coarse);
            for (var i = 0; i < heights.Length; i++)
            {
                // Between two points, the greater of the two is used.
                if (z > -ExactReach)
                {
                    sums[i] += coarse * 0.3989423 * Exponential.Exp(Math.Min(700, Math.Max(last[i], logs[i]) - (edge * edge / 2)));
                }

                last[i] = logs[i];
                largest[i] = Math.Max(largest[i], logs[i]);
            }
        }

        return Array.ConvertAll(Indexes.Of(heights.Length), i =>
            (Heights[i] * Heights[i] / 2) + (largest[i] > 600 ? largest[i] : Logarithm.Of(Math.Max(1, sums[i]))));
    }

    /// <summary>An upper bound of the logarithm of |Phi(u + iv)| + |1 - Phi(u + iv)|: the least of three bounds.</summary>
    /// <param name="u">The real part, not negative.</param>
    /// <param name="tail">The probability beyond u.</param>
    /// <param name="density">The density at u.</param>
    /// <param name="v">The imaginary part.</param>
    /// <param name="stretch">exp(v^2 / 2).</param>
    private static double LogOfSize(double u, double tail, double density, double v, double stretch)
    {
        var bound = Math.Min(v * v / 2, 2 * stretch * tail);
        // p = P + i eta: |p| + |1 - p| <= 1 + eta^2 / (2 P (1 - P)) for P from 0 to 1.
        var eta = density * v * stretch;
        var moved = density * u * v * v / 2 * stretch;
        var least = tail - moved;
        if (least > 0) bound = Math.Min(bound, eta * eta / (2 * least * (1 - least)));
        return bound;
    }
}

using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The law of a sum from its first N Fourier coefficients, wrapped around a circle that holds all but <see cref="SumWindow.Beyond"/>.
/// The sawtooth that a cumulative distribution is made of lies within Fejér's kernel / (2N + 2) of a trigonometric polynomial of degree N
/// (Vaaler 1985, theorem 18; Beurling and Selberg before him), and the mean of that kernel is a sum over the same coefficients. So the
/// error of each value has a guaranteed bound, about half of the probability within one of the N + 1 cells of the circle. The bound also
/// holds for atoms and lattices.
/// </summary>
internal static class FourierLaw
{
    private const double Margin = 0.05;
    private const int FirstFrequencies = 64;

    // With many frequencies, fewer points for each.
    private const int PointsPerFrequency = 16;
    private const int UsualPoints = 1 << 17;

    /// <summary>The resolution of the law under one of many nodes.</summary>
    public const int PointsPerNode = 4;

    /// <summary>The law of all terms; null when the work limit is reached.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="wanted">The maximum error wanted.</param>
    /// <param name="mostFrequencies">A power of two.</param>
    /// <param name="mostWork">The maximum number of factors to multiply.</param>
    public static GridLaw? Try(ConditionalTerms terms, double wanted, int mostFrequencies, long mostWork)
    {
        var (deals, fresh) = (Indexes.Of(terms.Terms.GroupCount), Indexes.Of(terms.Terms.NewCount));
        var window = SumWindow.Of(terms, deals, fresh);
        var width = window.End - window.Start;
        var period = ((1 + (2 * Margin)) * width) + 4;
        var start = window.Start - (Margin * width) - 1.5;
        var function = new CharacteristicFunction(terms, deals, fresh, period, mostWork);
        double[] real = [], imaginary = [];
        var floor = SumWindow.Beyond + terms.Nodes.Error;
        var atZero = AtZero(terms);
        var done = 0;
        for (var frequencies = FirstFrequencies; frequencies <= mostFrequencies; frequencies *= 2)
        {
            function.Reach(frequencies);
            Array.Resize(ref real, frequencies + 1);
            Array.Resize(ref imaginary, frequencies + 1);
            for (var n = done + 1; n <= frequencies; n++)
            {
                if (!function.TryAt(n)) return null;
                double re = 0, im = 0;
                for (var node = 0; node < terms.Nodes.Count; node++)
                {
                    re += terms.Weights[node] * function.Real[node];
                    im += terms.Weights[node] * function.Imaginary[node];
                }

                floor += Slack(function, terms.Weights, n);
                Trigonometry.At(-start / period * n, out var sine, out var cosine);
                real[n] = (re * cosine) - (im * sine);
                imaginary[n] = (re * sine) + (im * cosine);
            }

            done = frequencies;
            if (floor + LeastError(real, imaginary, frequencies) > wanted) continue;
            var points = Math.Max(4, Math.Min(PointsPerFrequency, UsualPoints / frequencies));
            var law = Of(real, imaginary, frequencies, start, period, atZero, floor, points);
            if (law.ErrorBound <= wanted) return law;
        }

        return null;
    }

    /// <summary>The laws of some terms under each node; null when the work limit is reached.</summary>
    public static GridLaw[]? UnderEachNode(ConditionalTerms terms, int[] deals, int[] fresh, int frequencies, long mostWork)
    {
        var window = SumWindow.Of(terms, deals, fresh);
        var period = ((1 + (2 * Margin)) * window.Widest) + 4;
        var function = new CharacteristicFunction(terms, deals, fresh, period, mostWork);
        var nodes = terms.Nodes.Count;
        var (real, imaginary) = (new double[nodes][], new double[nodes][]);
        var starts = new double[nodes];
        for (var node = 0; node < nodes; node++)
        {
            starts[node] = window.Low[node] - ((period - 3 - (window.High[node] - window.Low[node])) / 2) - 1.5;
            (real[node], imaginary[node]) = (new double[frequencies + 1], new double[frequencies + 1]);
        }

        var floor = SumWindow.Beyond;
        for (var n = 1; n <= frequencies; n++)
        {
            // Twice as far each time.
            if (n == 1 || ((n - 1) & (n - 2)) == 0) function.Reach(Math.Min(frequencies, Math.Max(FirstFrequencies / 4, 2 * (n - 1))));
            if (!function.TryAt(n)) return null;
            floor += Slack(function, terms.Weights, n);
            for (var node = 0; node < nodes; node++)
            {
                Trigonometry.At(-starts[node] / period * n, out var sine, out var cosine);
                var (re, im) = (function.Real[node], function.Imaginary[node]);
                real[node][n] = (re * cosine) - (im * sine);
                imaginary[node][n] = (re * sine) + (im * cosine);
            }
        }

        var laws = new GridLaw[nodes];
        // The windows of the outermost nodes may be longer than the circle; the floor includes their share.
        for (var node = 0; node < nodes; node++) laws[node] = Of(
            real[node], imaginary[node], frequencies, starts[node], period, 0, floor, nodes == 1 ? PointsPerFrequency : PointsPerNode);
        return laws;
    }

    /// <summary>
    /// A lower limit of the greatest mean of the kernel, without a transform: it is positive, so its maximum is at least the integral of
    /// its square over that of itself.
    /// </summary>
    private static double LeastError(double[] real, double[] imaginary, int frequencies)
    {
        var sum = 1.0;
        for (var n = 1; n <= frequencies; n++)
        {
            var weight = 1 - (n / (frequencies + 1.0));
            sum += 2 * weight * weight * ((real[n] * real[n]) + (imaginary[n] * imaginary[n]));
        }

        return sum / (2 * (frequencies + 1.0));
    }

    /// <summary>The maximum error of a coefficient, as an error of a cumulative probability.</summary>
    private static double Slack(CharacteristicFunction function, double[] weights, int n)
    {
        var size = 0.0;
        if (function.RelativeError > 0)
        {
            for (var node = 0; node < weights.Length; node++) size += weights[
                node] * (Math.Abs(function.Real[node]) + Math.Abs(function.Imaginary[node]));
        }

        return 2 / (Math.PI * n) * ((size * function.RelativeError) + CharacteristicFunction.Dead);
    }

    /// <summary>P(X = 0).</summary>
    public static double AtZero(ConditionalTerms terms)
    {
        var all = terms.Terms;
        var rate = 0.0;
        foreach (var r in all.NewRates) rate += r;
        var factor = terms.Factor;
        var table = factor is null ? null : ProbitTable.Counts(factor.Probits, all.Counts, factor.Correlation);
        var sum = 0.0;
        for (var node = 0; node < terms.Nodes.Count; node++)
        {
            var log = -rate * terms.Growth[node];
            if (table is null)
            {
                for (var i = 0; i < all.GroupCount; i++) log += all.Counts[i] * Logarithm.Of(1 - all.Probabilities[i]);
            }
            else
            {
                for (var row = 0; row < table.Probits.Length && log > -700; row++)
                {
                    log += table.Powers[row] * Logarithm.Of(
                        Math.Max(1e-300, 1 - factor!.Probability(table.Probits[row], terms.Nodes.At(node))));
                }
            }

            sum += terms.Weights[node] * Exponential.Exp(Math.Max(-700, Math.Min(0, log)));
        }

        return sum;
    }

    private static GridLaw Of(
        double[] real, double[] imaginary, int frequencies, double start, double period, double atZero, double floor, int points)
    {
        var size = 1;
        while (size < points * frequencies) size *= 2;
        // If the coefficients become negligible long before the last, the polynomial need not smooth them.
        var softened = 0.0;
        for (var n = 1; n <= frequencies; n++) softened += (1 - Softness(n, frequencies)) * (Math.Abs(real[n]) +
            Math.Abs(imaginary[n])) * 2 / (Math.PI * n);
        var isSharp = softened < floor + 2e-4;
        if (isSharp) floor += softened;
        var (re, im) = (new double[size], new double[size]);
        im[0] = 1 / (2.0 * (frequencies + 1));
        for (var n = 1; n <= frequencies; n++)
        {
            // The coefficient i / (pi n) of the sawtooth, and that of the kernel: two real functions in one transform.
            var a = (isSharp ? 1 : Softness(n, frequencies)) / (Math.PI * n);
            var b = (1 - (n / (frequencies + 1.0))) / (frequencies + 1.0);
            var (aRe, aIm) = (-a * imaginary[n], a * real[n]);
            var (bRe, bIm) = (b * real[n], b * imaginary[n]);
            re[n] = (aRe - bIm) / 2;
            im[n] = (aIm + bRe) / 2;
            re[size - n] = (aRe + bIm) / 2;
            im[size - n] = (bRe - aIm) / 2;
        }

        FourierTransform.Run(re, im);
        floor += Math.Max(0, im[0]);
        var (low, values) = (new double[size + 1], new double[size + 1]);
        var first = re[0];
        double least = 0, greatest = 0;
        for (var i = 0; i <= size; i++)
        {
            var at = i % size;
            var value = i == size ? 1 : (i / (double)size) + re[at] - first;
            var half = Math.Max(0, im[at]) + floor;
            least = low[i] = Math.Max(least, Math.Min(1, value - half));
            greatest = values[i] = Math.Max(greatest, Math.Min(1, value));
            if (i < size) re[at] = Math.Min(1, value + half);
        }

        // The upper bound, non-increasing from the right; then the values between both bounds.
        var high = 1.0;
        var error = floor;
        for (var i = size; i >= 0; i--)
        {
            var next = high;
            if (i < size) high = Math.Min(high, Math.Max(re[i], low[i]));
            var above = i < size ? values[i + 1] : 1;
            values[i] = Math.Max(low[i], Math.Min(high, values[i]));
            // Between two points, a value and the true one both lie between those at the ends.
            error = Math.Max(error, Math.Max(above - low[i], next - values[i]));
        }

        values[size] = 1;
        return new(start, period / size, values, atZero, Math.Min(1, error));
    }

    /// <summary>Vaaler's weight pi u (1 - |u|) cot(pi u) + |u|.</summary>
    private static double Softness(int n, int frequencies)
    {
        var u = n / (frequencies + 1.0);
        Trigonometry.At(u / 2, out var sine, out var cosine);
        return (Math.PI * u * (1 - u) * cosine / sine) + u;
    }
}

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
    private const int LeastFrequencies = 512;
    private const double LeastShare = 6e-4;
    private const int PointCost = 40;
    private const double Tolerance = 1.2;

    // From the first number on, how many more are needed is known; at the second, they are no longer doubled.
    private const int ProbedFrequencies = 1024;
    private const double Slack = 0.8;
    private const int FineFrequencies = 2048;
    private const double LeastGrowth = 1.2;
    private const double SafeGrowth = 1.1;

    // With many frequencies, fewer points for each.
    private const int PointsPerFrequency = 16;
    private const int UsualPoints = 1 << 17;

    /// <summary>The resolution of the law under one of many nodes.</summary>
    public const int PointsPerNode = 4;

    /// <summary>The law of all terms; null if its error would be too large, or when the work limit is reached.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="wanted">The maximum error wanted.</param>
    /// <param name="mostFrequencies">A power of two.</param>
    /// <param name="mostWork">The maximum number of factors to multiply.</param>
    public static LayeredLaw? Try(ConditionalTerms terms, double wanted, int mostFrequencies, long mostWork)
    {
        var layers = AmountLayer.All(terms);
        var without = AmountLayer.Certain(terms.Nodes.Count);
        var roots = new double[layers.Count];
        var left = 0.0;
        for (var i = 0; i < roots.Length; i++)
        {
            roots[i] = Mass(terms, without);
            layers[i].Pass(without);
            roots[i] = Math.Sqrt(Math.Max(0, roots[i] - Mass(terms, without)));
            left += roots[i];
        }

        var atZero = Mass(terms, without);
        without = AmountLayer.Certain(terms.Nodes.Count);
        var parts = new GridLaw[layers.Count];
        var error = terms.Nodes.Error;
        for (var i = 0; i < parts.Length; i++)
        {
            // By the root of its probability, with which the fewest frequencies are needed; what one layer doesn't need is left to the
            // others.
            var share = LeastShare + ((wanted - error - (LeastShare * (parts.Length - i))) * roots[i] / left);
            if (Part(terms, layers[i], without, roots[i] * roots[i], share, mostFrequencies, ref mostWork) is not { } part) return null;
            parts[i] = part;
            error += part.ErrorBound;
            left -= roots[i];
            layers[i].Pass(without);
        }

        return new(parts, atZero, error);
    }

    private static double Mass(ConditionalTerms terms, double[] shares)
    {
        var mass = 0.0;
        for (var node = 0; node < shares.Length; node++) mass += terms.Weights[node] * shares[node];
        return mass;
    }

    /// <summary>The part of the law in which the largest amount won is one of a layer.</summary>
    private static GridLaw? Part(
        ConditionalTerms terms, AmountLayer layer, double[] without, double mass, double wanted, int mostFrequencies, ref long mostWork,
        bool combinesRare = true)
    {
        var window = SumWindow.Of(terms, [.. layer.Deals, .. layer.SmallerDeals], [.. layer.NewBusiness, .. layer.SmallerNewBusiness]);
        var width = window.End - window.Start;
        var period = ((1 + (2 * Margin)) * width) + 4;
        var start = window.Start - (Margin * width) - 1.5;
        var own = new CharacteristicFunction(terms, layer.Deals, layer.NewBusiness, period, mostWork, combinesRare);
        var smaller = layer.IsLast ? null
            : new CharacteristicFunction(terms, layer.SmallerDeals, layer.SmallerNewBusiness, period, mostWork, combinesRare);
        double[] real = [], imaginary = [];
        var floor = SumWindow.Beyond + (terms.Factor is null ? 0 : 4 * RareTerms.Outermost);
        var done = 0;
        var errors = new double[2];
        var gap = 1.3;
        var (spent, before, last) = (0L, 0L, 0);
        var growth = 2.0;
        for (var frequencies = FirstFrequencies; frequencies <= mostFrequencies && frequencies > done; frequencies = Next(frequencies))
        {
            growth = 2;
            own.Reach(frequencies);
            smaller?.Reach(frequencies);
            Array.Resize(ref real, frequencies + 1);
            Array.Resize(ref imaginary, frequencies + 1);
            for (var n = done + 1; n <= frequencies; n++)
            {
                if (!own.TryAt(n) || !(smaller?.TryAt(n) ?? true)) return null;
                double re = 0, im = 0;
                for (var node = 0; node < without.Length; node++)
                {
                    // No win of the layer is left out: its jump would count, and it belongs to the other layers.
                    var weight = terms.Weights[node] * without[node];
                    var (a, b) = (weight * (own.Real[node] - layer.NoWin[node]), weight * own.Imaginary[node]);
                    if (smaller is not null) (a, b) = Product(a, b, smaller.Real[node], smaller.Imaginary[node]);
                    re += a;
                    im += b;
                }

                floor += 2 / (Math.PI * n) * (own.Error(n) + (smaller?.Error(n) ?? 0));
                Trigonometry.At(-start / period * n, out var sine, out var cosine);
                (real[n], imaginary[n]) = Product(re, im, cosine, sine);
            }

            // What is combined can be too coarse for many wins under a narrow factor; one by one it has no error.
            if (floor > wanted)
            {
                return combinesRare ? Part(terms, layer, without, mass, wanted, mostFrequencies, ref mostWork, combinesRare: false) : null;
            }

            done = frequencies;
            var least = LeastError(real, imaginary, frequencies, mass);
            var work = spent + own.Work + (smaller?.Work ?? 0);
            if (work > mostWork) return null;
            // Whether the least frequencies are too many to multiply, or jumps keep the error from falling.
            var projected = (work - before) * 2 * LeastFrequencies / frequencies;
            if (before > 0 && frequencies < LeastFrequencies && projected > mostWork) return null;
            var perFrequency = (work - before) / (double)(frequencies - last);
            (before, last) = (work, frequencies);
            if (errors[0] > 0 && IsStuck(errors[0] / least, gap * least / wanted, frequencies, mostFrequencies)) return null;
            (errors[0], errors[1]) = (errors[1], least);
            growth = least * Math.Max(1, 0.7 * gap) / (wanted - floor);
            if (frequencies != ProbedFrequencies && growth * (wanted - floor) > (Tolerance * wanted) - floor) continue;
            var points = Math.Max(4, Math.Min(PointsPerFrequency, UsualPoints / frequencies));
            var law = Of(real, imaginary, frequencies, start, period, mass, floor, points);
            spent += PointCost * (long)law.Values.Length;
            gap = Math.Max(gap, (law.ErrorBound - floor) / least);
            // The layers after this one may still make up for a little.
            if (law.ErrorBound <= (layer.IsLast ? wanted : Tolerance * wanted))
            {
                mostWork -= work;
                return law;
            }

            // Some half of a cell holds at least half of what the cell holds, so that the error is at best about inverse to their number.
            growth = (law.ErrorBound - floor) / (wanted - floor);
            var more = frequencies * (((law.ErrorBound - floor) / ((Tolerance * wanted) - floor)) - 1);
            if (work + (Slack * more * perFrequency) > mostWork) return null;
        }

        return null;

        // Twice as many; from some number on no more than the error needs, which is inverse to their number.
        int Next(int frequencies) => frequencies < FineFrequencies ? 2 * frequencies
            : (int)Math.Min(mostFrequencies, frequencies * Math.Max(LeastGrowth, Math.Min(2, SafeGrowth * growth)));

        static (double Real, double Imaginary) Product(double a, double b, double c, double d) => ((a * c) - (b * d), (a * d) + (b * c));
    }

    /// <summary>Whether an error that fell by a factor over two doublings stays too large to the last frequency at that rate.</summary>
    private static bool IsStuck(double fall, double needed, int frequencies, int mostFrequencies)
    {
        for (; frequencies < mostFrequencies && needed > 1; frequencies *= 4) needed /= fall;
        return needed > 1;
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
            floor += 2 / (Math.PI * n) * function.Error(n);
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
            real[node], imaginary[node], frequencies, starts[node], period, 1, floor, nodes == 1 ? PointsPerFrequency : PointsPerNode);
        return laws;
    }

    /// <summary>
    /// A lower limit of the greatest mean of the kernel, without a transform: it is positive, so its maximum is at least the integral of
    /// its square over that of itself.
    /// </summary>
    private static double LeastError(double[] real, double[] imaginary, int frequencies, double mass)
    {
        var sum = mass * mass;
        for (var n = 1; n <= frequencies; n++)
        {
            var weight = 1 - (n / (frequencies + 1.0));
            sum += 2 * weight * weight * ((real[n] * real[n]) + (imaginary[n] * imaginary[n]));
        }

        return sum / (2 * (frequencies + 1.0) * Math.Max(1e-300, mass));
    }

    private static GridLaw Of(
        double[] real, double[] imaginary, int frequencies, double start, double period, double mass, double floor, int points)
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
        im[0] = mass / (2.0 * (frequencies + 1));
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
        // The bounds take the place of what they are calculated from.
        var values = new double[size + 1];
        var (first, ends) = (re[0], im[0]);
        double least = 0, greatest = 0;
        for (var i = 0; i <= size; i++)
        {
            var value = i == size ? mass : (mass * i / size) + re[i] - first;
            var half = Math.Max(0, i == size ? ends : im[i]) + floor;
            least = Math.Max(least, Math.Min(mass, value - half));
            greatest = values[i] = Math.Max(greatest, Math.Min(mass, value));
            if (i < size) (re[i], im[i]) = (Math.Min(mass, value + half), least);
        }

        // The upper bound, non-increasing from the right; then the values between both bounds.
        var high = mass;
        var error = floor;
        for (var i = size; i >= 0; i--)
        {
            var next = high;
            var low = i < size ? im[i] : least;
            if (i < size) high = Math.Min(high, Math.Max(re[i], low));
            var above = i < size ? values[i + 1] : mass;
            values[i] = Math.Max(low, Math.Min(high, values[i]));
            // Between two points, a value and the true one both lie between those at the ends.
            error = Math.Max(error, Math.Max(above - low, next - values[i]));
        }

        values[size] = mass;
        return new(start, period / size, values, Math.Min(1, error));
    }

    /// <summary>Vaaler's weight pi u (1 - |u|) cot(pi u) + |u|.</summary>
    private static double Softness(int n, int frequencies)
    {
        var u = n / (frequencies + 1.0);
        Trigonometry.At(u / 2, out var sine, out var cosine);
        return (Math.PI * u * (1 - u) * cosine / sine) + u;
    }
}

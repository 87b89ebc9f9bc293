using System;
using System.Collections.Generic;
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
    /// <summary>The free part of a circle on each side of the window, as a share of the window.</summary>
    public const double Margin = 0.05;

    /// <summary>Points for each frequency; fewer under each of many nodes.</summary>
    public const int PointsPerFrequency = 8;

    public const int PointsPerNode = 4;
    private const int FirstFrequencies = 16;

    // A part, or a case, with a lower probability is left out, and counts as an error.
    private const double Negligible = 2e-5;
    private const double NegligibleCase = 1e-8;

    // The greatest number of sums won of the largest amounts, for each of which the law of the rest is calculated.
    private const int FewCases = 16;
    private const int MostCases = 1024;

    // The cost of an unlikely case, and the share of the work limit that may go into cases.
    private const double CaseCost = 12_000;
    private const double CaseShare = 0.2;

    // If there are many, cases whose probabilities are of one magnitude are calculated together.
    private const double Magnitude = 0.1;
    private const int Magnitudes = 3;

    // The greatest error that the laws of all parts may have together because they are not smoothed.
    private const double MostUnsmoothed = 2e-4;

    /// <summary>The law of all terms; null if its error would be too large, or when the work limit is reached.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="wanted">The maximum error wanted.</param>
    /// <param name="mostFrequencies">The maximum number of frequencies.</param>
    /// <param name="mostWork">The maximum number of factors to multiply.</param>
    /// <param name="isLast">Whether to go on although jumps keep the error from falling.</param>
    public static LayeredLaw? Try(ConditionalTerms terms, double wanted, int mostFrequencies, long mostWork, bool isLast = true)
    {
        var parts = new List<FourierPart>();
        var atoms = new SortedDictionary<long, double>();
        var scratch = new FourierScratch();
        var error = terms.Nodes.Error;
        var affordable = (int)Math.Max(FewCases, Math.Min(MostCases, CaseShare * mostWork / CaseCost));
        foreach (var ofWon in NodeBands.Of(terms))
        {
            // Where most deals are won, few are lost: lost deals take the place of won ones in all that follows.
            long? lostOf = ofWon.IsMostlyWon() ? ofWon.Terms.Total : null;
            var band = lostOf is null ? ofWon : ofWon.Mirrored();
            List<FourierCase> cases = [new(0, band.Weights)];
            foreach (var layer in AmountLayer.All(band, scratch))
            {
                // What is left can be negligible.
                if (cases.Count == 0) break;
                var outcomes = layer.Outcomes(band, affordable / cases.Count, out var areAll);
                if (areAll && outcomes.Count * cases.Count <= affordable)
                {
                    cases = Next(cases, outcomes, ref error, areAll);
                    continue;
                }

                var circle = new FourierCircle(band, layer);
                // Only what is expected is listed if gaps are left out.
                if (outcomes.Count * cases.Count > affordable || circle.Gaps is not null) outcomes = [(layer.Expected, layer.AsExpected)];
                foreach (var alike in Alike(cases))
                {
                    var part = new FourierPart(layer, circle, outcomes, alike, lostOf, wanted, scratch);
                    foreach (var one in part.Jumps) Add(one, lostOf);
                    if (part.Mass >= Negligible) parts.Add(part);
                    else error += part.Mass;
                }

                cases = Next(cases, outcomes, ref error, areAll: false);
            }

            cases.ForEach(one => Add(one, lostOf));
        }

        if (!FourierPart.TrySolve(parts, wanted - error, mostFrequencies, mostWork, isLast, out var ofParts)) return null;
        var laws = new List<GridLaw>();
        foreach (var part in parts) laws.AddRange(part.Laws);
        var jumps = new List<(long, double)>();
        foreach (var atom in atoms) jumps.Add((atom.Key, atom.Value));
        return new([.. laws], [.. jumps], terms.Terms.NewCount > 0 ? long.MaxValue : terms.Terms.Total, error + ofParts);

        void Add(FourierCase one, long? lostOf)
        {
            var won = lostOf is null ? one.Won : lostOf.Value - one.Won;
            atoms[won] = one.Mass + (atoms.TryGetValue(won, out var mass) ? mass : 0);
        }
    }

    /// <summary>The cases by the magnitude of their probability, if there are many: the unlikely ones need fewer frequencies.</summary>
    private static List<List<FourierCase>> Alike(List<FourierCase> cases)
    {
        if (cases.Count <= FewCases) return [cases];
        var alike = new List<List<FourierCase>>();
        var greatest = 0.0;
        foreach (var one in cases) greatest = Math.Max(greatest, one.Mass);
        for (var left = cases; left.Count > 0;)
        {
            var least = alike.Count + 1 < Magnitudes ? greatest *= Magnitude : 0;
            alike.Add(left.FindAll(one => one.Mass >= least));
            left = left.FindAll(one => one.Mass < least);
        }

        return alike;
    }

    /// <summary>Each case with each outcome of a layer; the probability of what is left out adds to the error.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="outcomes">The outcomes.</param>
    /// <param name="error">Receives the additional error.</param>
    /// <param name="areAll">Whether other outcomes are left out, too; otherwise they belong to parts.</param>
    private static List<FourierCase> Next(
        List<FourierCase> cases, List<(long Sum, double[] Probabilities)> outcomes, ref double error, bool areAll)
    {
        var next = new List<FourierCase>();
        foreach (var one in cases)
        {
            var left = areAll ? one.Mass : 0;
            foreach (var (sum, probabilities) in outcomes)
            {
                var with = one.With(sum, probabilities);
                if (!areAll) left += with.Mass;
                if (with.Mass < NegligibleCase) continue;
                next.Add(with);
                left -= with.Mass;
            }

            error += Math.Max(0, left);
        }

        return next;
    }

    /// <summary>The laws of some terms under each node; null when the work limit is reached.</summary>
    public static GridLaw[]? UnderEachNode(ConditionalTerms terms, int[] deals, int[] fresh, int frequencies, long mostWork)
    {
        var window = SumWindow.Of(terms, deals, fresh);
        var period = ((1 + (2 * Margin)) * window.Widest) + 4;
        var scratch = new FourierScratch();
        var function = new CharacteristicFunction(terms, deals, fresh, period, SeriesPrecision.Usual, scratch.Rare);
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
            var last = Math.Min(frequencies, Math.Max(FirstFrequencies, 2 * (n - 1)));
            if (n == 1 || ((n - 1) & (n - 2)) == 0) function.Reach(last, frequencies);
            if (!function.TryAt(n, mostWork)) return null;
            floor += CoefficientError(n, frequencies) * function.Error();
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
            real[node], imaginary[node], frequencies, starts[node], period, 1, floor, nodes == 1 ? PointsPerFrequency : PointsPerNode,
            scratch);
        return laws;
    }

    /// <summary>
    /// What an error of a coefficient adds to that of a value at most: by the sawtooth's coefficient, and by that of the kernel.
    /// </summary>
    private static double CoefficientError(int frequency, int frequencies) => (2 / (Math.PI * frequency)) + (1.0 / (frequencies + 1));

    /// <summary>The number of points of a law: a power of two, as each segment of the errors has as many.</summary>
    public static int SizeOf(int points, int frequencies)
    {
        var size = GridLaw.Segments;
        while (size < points * (long)frequencies) size *= 2;
        return size;
    }

    /// <summary>
    /// A law, or a part of one, whose sums are whole steps on a circle of twice as many steps as there are frequencies: the inverse
    /// transform gives their probabilities. An error of the coefficient n changes the sum of the first ones by at most 1 / n of it.
    /// </summary>
    /// <param name="real">The real parts of the coefficients; the first is not used.</param>
    /// <param name="imaginary">The imaginary parts.</param>
    /// <param name="frequencies">How many there are, a power of two.</param>
    /// <param name="start">Where the circle starts.</param>
    /// <param name="mass">The probability of the part.</param>
    /// <param name="floor">The error of the coefficients, and of what lies beyond the circle.</param>
    /// <param name="scratch">Numbers that may be overwritten.</param>
    /// <param name="won">What is won apart from the amounts on the circle.</param>
    /// <param name="gaps">The gaps that the circle leaves out; null if there are none.</param>
    /// <param name="lostOf">The sum of all deals, if the coefficients are those of what is lost; null if of what is won.</param>
    public static GridLaw OfWhole(
        double[] real, double[] imaginary, int frequencies, double start, double mass, double floor, FourierScratch scratch, long won,
        SumGaps? gaps, long? lostOf)
    {
        var size = 2 * frequencies;
        scratch.Clear(size);
        var (re, im) = (scratch.Real, scratch.Imaginary);
        re[0] = mass;
        for (var n = 1; n < frequencies; n++)
        {
            (re[n], im[n]) = (real[n], imaginary[n]);
            (re[size - n], im[size - n]) = (real[n], -imaginary[n]);
        }

        re[frequencies] = real[frequencies];
        new FourierTransform(size).Run(re, im);
        var values = new double[size + 1];
        double sum = 0, least = 0;
        for (var i = 0; i < size; i++)
        {
            values[i] = least;
            sum += re[i] / size;
            least = Math.Max(least, Math.Min(mass, sum));
        }

        values[size] = mass;
        var errors = new double[GridLaw.Segments];
        for (var segment = 0; segment < errors.Length; segment++) errors[segment] = floor;
        return new(start - 0.5, 1, values, floor, errors, won, gaps, lostOf, hasSteps: true);
    }

    /// <summary>A law, or a part of one, from its coefficients.</summary>
    /// <param name="real">The real parts of the coefficients; the first is not used.</param>
    /// <param name="imaginary">The imaginary parts.</param>
    /// <param name="frequencies">How many there are.</param>
    /// <param name="start">Where the circle starts.</param>
    /// <param name="period">Its length.</param>
    /// <param name="mass">The probability of the part.</param>
    /// <param name="floor">The error of the coefficients, and of what lies beyond the circle.</param>
    /// <param name="points">The points for each frequency.</param>
    /// <param name="scratch">Numbers that may be overwritten.</param>
    /// <param name="laws">The number of laws that share the error of not being smoothed.</param>
    /// <param name="won">What is won apart from the amounts on the circle.</param>
    /// <param name="gaps">The gaps that the circle leaves out; null if there are none.</param>
    /// <param name="lostOf">The sum of all deals, if the coefficients are those of what is lost; null if of what is won.</param>
    public static GridLaw Of(
        double[] real, double[] imaginary, int frequencies, double start, double period, double mass, double floor, int points,
        FourierScratch scratch, int laws = 1, long won = 0, SumGaps? gaps = null, long? lostOf = null)
    {
        var size = SizeOf(points, frequencies);
        // If the coefficients become negligible long before the last, the polynomial need not smooth them.
        var softness = scratch.Softness(frequencies);
        var softened = 0.0;
        for (var n = 1; n <= frequencies; n++)
        {
            softened += (1 - softness[n]) * (Math.Abs(real[n]) + Math.Abs(imaginary[n])) * 2 / (Math.PI * n);
        }

        var isSharp = softened < MostUnsmoothed / laws;
        if (isSharp) floor += softened;
        scratch.Clear(size);
        var (re, im) = (scratch.Real, scratch.Imaginary);
        im[0] = mass / (2.0 * (frequencies + 1));
        for (var n = 1; n <= frequencies; n++)
        {
            // The coefficient i / (pi n) of the sawtooth, and that of the kernel: two real functions in one transform.
            var a = (isSharp ? 1 : softness[n]) / (Math.PI * n);
            var b = (1 - (n / (frequencies + 1.0))) / (frequencies + 1.0);
            var (aRe, aIm) = (-a * imaginary[n], a * real[n]);
            var (bRe, bIm) = (b * real[n], b * imaginary[n]);
            re[n] = (aRe - bIm) / 2;
            im[n] = (aIm + bRe) / 2;
            re[size - n] = (aRe + bIm) / 2;
            im[size - n] = (bRe - aIm) / 2;
        }

        new FourierTransform(size).Run(re, im);
        floor += Math.Max(0, im[0]);
        // The bounds take the place of what they are calculated from. NaN leaves them as wide as possible.
        var values = new double[size + 1];
        var (first, step) = (re[0], 1.0 / size);
        double least = 0, greatest = 0;
        for (var i = 0; i < size; i++)
        {
            var value = (mass * i * step) + re[i] - first;
            var half = (im[i] > 0 ? im[i] : 0) + floor;
            var (lower, upper) = (value - half, value + half);
            if (lower > least) least = lower < mass ? lower : mass;
            if (value > greatest) greatest = value < mass ? value : mass;
            (re[i], im[i], values[i]) = (upper < mass ? upper : mass, least, greatest);
        }

        // The upper bound, non-increasing from the right; then the values between both bounds.
        var (high, above) = (mass, mass);
        var errors = new double[GridLaw.Segments];
        var perSegment = size / GridLaw.Segments;
        for (var segment = GridLaw.Segments - 1; segment >= 0; segment--)
        {
            var error = 0.0;
            for (var i = ((segment + 1) * perSegment) - 1; i >= segment * perSegment; i--)
            {
                var (low, next) = (im[i], high);
                var most = re[i] > low ? re[i] : low;
                if (most < high) high = most;
                var value = values[i] < high ? values[i] : high;
                if (value < low) value = low;
                // Between two points, a value and the true one both lie between those at the ends.
                if (above - low > error) error = above - low;
                if (next - value > error) error = next - value;
                values[i] = above = value;
            }

            errors[segment] = error;
        }

        values[size] = mass;
        return new(start, period / size, values, floor, errors, won, gaps, lostOf);
    }
}

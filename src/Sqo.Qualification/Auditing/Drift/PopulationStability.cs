using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// How far the distribution of a score or an answer has moved: the population stability index, sum of (a - e) ln(a / e) over the bins,
/// with the critical value that chance alone passes in 5 of 100 cases. Immutable.
/// </summary>
public sealed class PopulationStability
{
    private const double Level = 0.05;
    private const long FewestForFormula = 500;
    private const int Draws = 999;
    private const double Ln2 = 0.69314718055994530942;

    private PopulationStability(long[] reference, long[] current, long seed)
    {
        ReferenceCount = reference.Sum();
        CurrentCount = current.Sum();
        Bins = Enumerable.Range(0, reference.Length).Count(i => reference[i] + current[i] > 0);
        EmptyBins = Enumerable.Range(0, reference.Length).Count(i => reference[i] == 0 != (current[i] == 0));
        (Value, JensenShannonDistance) = Distances(reference, current);
        IsPermuted = Math.Min(ReferenceCount, CurrentCount) < FewestForFormula;
        CriticalValue = Bins < 2 ? 0
            : IsPermuted ? Permuted(reference, current, seed)
            : ChiSquare.Quantile(Level, Bins - 1) * ((1.0 / ReferenceCount) + (1.0 / CurrentCount));
    }

    /// <summary>The number of deals before.</summary>
    public long ReferenceCount { get; }

    /// <summary>The number of deals now.</summary>
    public long CurrentCount { get; }

    /// <summary>The number of bins with a deal on either side.</summary>
    public int Bins { get; }

    /// <summary>
    /// How many of them were empty on one side. Such a bin gets half a deal on both sides, without which the index would be infinite.
    /// </summary>
    public int EmptyBins { get; }

    /// <summary>The population stability index, from 0.</summary>
    public double Value { get; }

    /// <summary>
    /// The critical value at 5 %: chi-square(0.95, bins - 1) x (1 / n + 1 / m) (Yurdakul 2018); with fewer than 500 deals on a side, by 999
    /// seeded permutations. 0 with one bin, in which nothing can move.
    /// </summary>
    public double CriticalValue { get; }

    /// <summary>Whether <see cref="CriticalValue"/> comes from permutations.</summary>
    public bool IsPermuted { get; }

    /// <summary>Whether the index is above its critical value.</summary>
    public bool IsShifted => Value > CriticalValue;

    /// <summary>The usual band of the index, as a note.</summary>
    public StabilityBand UsualBand => Value < 0.1 ? StabilityBand.Stable : Value < 0.25 ? StabilityBand.Moderate : StabilityBand.Major;

    /// <summary>The Jensen-Shannon distance, the root of the divergence in bits: from 0 to 1.</summary>
    public double JensenShannonDistance { get; }

    /// <summary>Compares counts.</summary>
    /// <param name="reference">The deals of each bin before.</param>
    /// <param name="current">The deals of each bin now, in the same order.</param>
    /// <param name="seed">The seed of permutations. The default is 0.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The lists differ in length, a count is negative, or a side has no deal.</exception>
    public static PopulationStability Of(IReadOnlyList<long> reference, IReadOnlyList<long> current, long seed = 0)
    {
        if (Guard.NotNull(reference).Count != Guard.NotNull(current).Count) throw new ArgumentException(
            $"There are {InvariantText.Of((long)reference.Count)} bins before and {InvariantText.Of((long)current.Count)} now; " +
            "they must be the same bins.", nameof(current));
        return new(Checked(reference, nameof(reference)), Checked(current, nameof(current)), seed);
    }

    /// <summary>Compares scores, in bins with equal counts of the reference as far as equal scores allow.</summary>
    /// <param name="reference">The scores before.</param>
    /// <param name="current">The scores now.</param>
    /// <param name="bins">The number of bins, at least 2. The default is 10.</param>
    /// <param name="seed">The seed of permutations. The default is 0.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A side has no score, or a score is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is below 2.</exception>
    public static PopulationStability OfScores(IEnumerable<double> reference, IEnumerable<double> current, int bins = 10, long seed = 0)
    {
        Guard.AtLeast(2, bins);
        double[] before = [.. Guard.NotNull(reference)], now = [.. Guard.NotNull(current)];
        if (Array.Exists(before, double.IsNaN) || Array.Exists(now, double.IsNaN)) throw new ArgumentException(
            "A score is NaN; each must be a number.", nameof(current));
        Array.Sort(before);
        var starts = new List<double>();
        for (var i = 1; i < bins && before.Length > 0; i++)
        {
            var start = before[(int)((long)i * before.Length / bins)];
            if (start > (starts.Count > 0 ? starts[starts.Count - 1] : before[0])) starts.Add(start);
        }

        // Scores that were all the same can still move away from it.
        if (starts.Count == 0 && before.Length > 0)
        {
            starts.Add(Array.Exists(now, score => score < before[0]) ? before[0] : BitAbove(before[0]));
        }

        return Of(Count(before, starts), Count(now, starts), seed);
    }

    /// <summary>"PSI 0.04, critical value 0.05 (1000 and 300)", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"PSI {InvariantText.Of(Value)}, critical value {InvariantText.Of(CriticalValue)} " +
        $"({InvariantText.Of(ReferenceCount)} and {InvariantText.Of(CurrentCount)})";

    private static double BitAbove(double score) => score + Math.Max(Math.Abs(score) * 1e-15, double.Epsilon);

    private static long[] Checked(IReadOnlyList<long> counts, string name)
    {
        long[] copy = [.. counts];
        if (Array.FindIndex(copy, count => count < 0) is >= 0 and var index) throw new ArgumentException(
            $"Bin {InvariantText.Of((long)index)} (from 0) has {InvariantText.Of(copy[index])} deals; a count must be 0 or above.", name);
        return copy.Sum() > 0 ? copy : throw new ArgumentException("The side has no deal; it must have one.", name);
    }

    private static long[] Count(double[] scores, List<double> starts)
    {
        var counts = new long[starts.Count + 1];
        foreach (var score in scores)
        {
            var place = starts.BinarySearch(score);
            counts[place < 0 ? ~place : place + 1]++;
        }

        return counts;
    }

    private static (double Index, double Distance) Distances(long[] reference, long[] current)
    {
        double before = 0, now = 0;
        for (var i = 0; i < reference.Length; i++)
        {
            var extra = Extra(i);
            before += reference[i] + extra;
            now += current[i] + extra;
        }

        double index = 0, divergence = 0;
        for (var i = 0; i < reference.Length; i++)
        {
            if (reference[i] + current[i] == 0) continue;
            var e = (reference[i] + Extra(i)) / before;
            var a = (current[i] + Extra(i)) / now;
            index += (a - e) * Logarithm.Of(a / e);
            var middle = (a + e) / 2;
            divergence += ((a * Logarithm.Of(a / middle)) + (e * Logarithm.Of(e / middle))) / 2;
        }

        return (Math.Max(0, index), Math.Sqrt(Math.Max(0, divergence) / Ln2));

        double Extra(int i) => reference[i] == 0 != (current[i] == 0) ? 0.5 : 0;
    }

    /// <summary>The value that at most 5 % of the ways pass in which the same deals could be on either side.</summary>
    private static double Permuted(long[] reference, long[] current, long seed)
    {
        var isCurrentSmaller = current.Sum() < reference.Sum();
        var small = isCurrentSmaller ? current : reference;
        var bins = new int[checked((int)(reference.Sum() + current.Sum()))];
        var next = 0;
        for (var i = 0; i < reference.Length; i++)
        {
            for (var count = reference[i] + current[i]; count > 0; count--) bins[next++] = i;
        }

        var random = new SeededGenerator(unchecked((ulong)seed));
        var size = small.Sum();
        var values = new double[Draws];
        var drawn = new long[reference.Length];
        var others = new long[reference.Length];
        for (var draw = 0; draw < Draws; draw++)
        {
            Array.Clear(drawn, 0, drawn.Length);
            for (var i = 0; i < size; i++)
            {
                var other = i + random.NextBelow(bins.Length - i);
                (bins[i], bins[other]) = (bins[other], bins[i]);
                drawn[bins[i]]++;
            }

            for (var i = 0; i < others.Length; i++) others[i] = reference[i] + current[i] - drawn[i];
            values[draw] = Distances(drawn, others).Index;
        }

        Array.Sort(values);
        return values[(int)Math.Ceiling((1 - Level) * (Draws + 1)) - 1];
    }
}

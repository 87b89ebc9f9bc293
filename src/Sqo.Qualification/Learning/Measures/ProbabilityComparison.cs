using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Two sets of probabilities of the same deals, measured against the outcomes, with intervals of the differences. Immutable.
/// </summary>
public sealed class ProbabilityComparison
{
    private const double Clamp = 1e-15;

    private ProbabilityComparison(double[] first, double[] second, bool[] won)
    {
        First = Measure(first, won);
        Second = Measure(second, won);
        if (won.Length == 0) return;
        BrierDifference = MeanOf(first, second, won, (p, isWon) => isWon ? (1 - p) * (1 - p) : p * p);
        LogLossDifference = MeanOf(
            first, second, won, (p, isWon) => -Logarithm.Of(Math.Clamp(isWon ? p : 1 - p, Clamp, 1 - Clamp)));
        if (First.Ranking.Auc is { } auc) AucDifference = DeLong(auc - Second.Ranking.Auc!.Value, first, second, won);
    }

    /// <summary>The measures of the first probabilities.</summary>
    public ProbabilityMeasures First { get; }

    /// <summary>The measures of the second probabilities.</summary>
    public ProbabilityMeasures Second { get; }

    /// <summary>
    /// The difference in AUC, above 0 where the first is better, with the standard error by DeLong, DeLong and Clarke-Pearson (1988).
    /// <see langword="null"/> if none was won or none lost.
    /// </summary>
    public MeasureDifference? AucDifference { get; }

    /// <summary>The difference in Brier score, below 0 where the first is better. <see langword="null"/> without a deal.</summary>
    public MeasureDifference? BrierDifference { get; }

    /// <summary>
    /// The difference in log loss, with probabilities kept between 1e-15 and 1 - 1e-15; below 0 where the first is better.
    /// <see langword="null"/> without a deal.
    /// </summary>
    public MeasureDifference? LogLossDifference { get; }

    /// <summary>Compares probabilities, in O(n log n).</summary>
    /// <param name="first">A probability for each deal.</param>
    /// <param name="second">Another for each, in the same order.</param>
    /// <param name="won">Whether each was won.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The lists differ in length, or a probability is NaN or not from 0 to 1; the message names its index and value.
    /// </exception>
    public static ProbabilityComparison Of(IReadOnlyList<double> first, IReadOnlyList<double> second, IReadOnlyList<bool> won)
    {
        Guard.NotNull(first);
        Guard.NotNull(second);
        Guard.NotNull(won);
        return first.Count == won.Count && second.Count == won.Count
            ? new([.. first], [.. second], [.. won])
            : throw new ArgumentException(
                $"There are {InvariantText.Of((long)first.Count)} first and {InvariantText.Of((long)second.Count)} second probabilities " +
                $"of {InvariantText.Of((long)won.Count)} deals; each deal must have one of both.", nameof(won));
    }

    private static ProbabilityMeasures Measure(double[] probabilities, bool[] won)
    {
        var outcomes = new ScoredOutcome[won.Length];
        for (var i = 0; i < won.Length; i++) outcomes[i] = new(probabilities[i], won[i]);
        return ProbabilityMeasures.Of(outcomes);
    }

    private static MeasureDifference MeanOf(double[] first, double[] second, bool[] won, Func<double, bool, double> loss)
    {
        var differences = new double[won.Length];
        double sum = 0;
        for (var i = 0; i < won.Length; i++) sum += differences[i] = loss(first[i], won[i]) - loss(second[i], won[i]);
        var mean = sum / won.Length;
        return new(mean, Root(Squares(differences, mean, _ => true) / (won.Length - 1.0) / won.Length));
    }

    private static MeasureDifference DeLong(double difference, double[] first, double[] second, bool[] won)
    {
        double[] a = Placements(first, won), b = Placements(second, won);
        var wonCount = 0;
        for (var i = 0; i < won.Length; i++)
        {
            a[i] -= b[i];
            if (won[i]) wonCount++;
        }

        var lostCount = won.Length - wonCount;
        return new(difference, Root(
            (Squares(a, difference, i => won[i]) / (wonCount - 1.0) / wonCount)
            + (Squares(a, difference, i => !won[i]) / (lostCount - 1.0) / lostCount)));
    }

    private static double Squares(double[] numbers, double mean, Predicate<int> counts)
    {
        double sum = 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (counts(i)) sum += (numbers[i] - mean) * (numbers[i] - mean);
        }

        return sum;
    }

    // One or two steps of rounding are not a variance.
    private static double? Root(double variance) => variance > 1e-30 && !double.IsInfinity(variance) ? Math.Sqrt(variance) : null;

    /// <summary>For each won deal the share of lost ones below it, for each lost deal the share of won ones above it; ties half.</summary>
    private static double[] Placements(double[] scores, bool[] won)
    {
        var order = new int[scores.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort((double[])scores.Clone(), order);
        long allWon = 0;
        foreach (var outcome in won)
        {
            if (outcome) allWon++;
        }

        var allLost = won.Length - allWon;
        var placements = new double[scores.Length];
        long wonBelow = 0, lostBelow = 0;
        for (var i = 0; i < order.Length;)
        {
            var end = i;
            long ownWon = 0, ownLost = 0;
            for (; end < order.Length && scores[order[end]] == scores[order[i]]; end++)
            {
                if (won[order[end]]) ownWon++;
                else ownLost++;
            }

            for (; i < end; i++)
            {
                placements[order[i]] = won[order[i]]
                    ? (lostBelow + (ownLost / 2.0)) / allLost
                    : (allWon - wonBelow - (ownWon / 2.0)) / allWon;
            }

            wonBelow += ownWon;
            lostBelow += ownLost;
        }

        return placements;
    }
}

using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Whether the counts of the last months continue as expected, or changed at the beginning of one of them: the mean over all
/// possibilities, weighted by their probability (Barry and Hartigan 1993, with at most one change).
/// </summary>
/// <remarks>
/// Given a level, the count of a month has a Poisson distribution with the expected count times the level as its mean; levels on both
/// sides of a change have a Gamma distribution with mean 1. Overdispersion is estimated from the differences of consecutive months, and
/// reduces the weight of the counts.
/// </remarks>
internal sealed class LevelOverTime
{
    // The prior probability of a change within these months, and the number of events that the level before it counts as.
    private const double ChanceOfChange = 0.7;
    private const double Strength = 2;
    private const int MostMonths = 12;

    private LevelOverTime(double mean, double variance, double chanceOfChange, int? monthsSinceChange, double change)
    {
        Mean = mean;
        Variance = variance;
        Chance = chanceOfChange;
        MonthsSinceChange = monthsSinceChange;
        Change = change;
    }

    /// <summary>The current level relative to the expected one.</summary>
    public double Mean { get; }

    /// <summary>The variance of the level.</summary>
    public double Variance { get; }

    /// <summary>The probability that there was a change at all.</summary>
    public double Chance { get; }

    /// <summary>The number of months after the most likely change; <see langword="null"/> if none was searched for.</summary>
    public int? MonthsSinceChange { get; }

    /// <summary>The level after the most likely change divided by that before it.</summary>
    public double Change { get; }

    /// <param name="counted">The counts of the months, oldest first.</param>
    /// <param name="expected">The expected counts, with the same sum.</param>
    /// <param name="events">The number of events that the expected level is based on, above 0.</param>
    public static LevelOverTime Of(IReadOnlyList<double> counted, IReadOnlyList<double> expected, double events)
    {
        var dispersion = Dispersion(counted, expected);
        double allCounted = 0, allExpected = 0;
        for (var i = 0; i < counted.Count; i++)
        {
            allCounted += counted[i] / dispersion;
            allExpected += expected[i] / dispersion;
        }

        var steady = 1 / (events / dispersion);
        var most = Math.Min(MostMonths, counted.Count - 1);
        if (most < 1 || allExpected <= 0) return new(1, steady, 0, null, 1);
        var none = Evidence(allCounted, allExpected);
        var evidence = new double[most];
        var levels = new double[most];
        var variances = new double[most];
        var before = new double[most];
        double after = 0, afterExpected = 0, greatest = none + Logarithm.Of(1 - ChanceOfChange);
        for (var months = 1; months <= most; months++)
        {
            after += counted[counted.Count - months] / dispersion;
            afterExpected += expected[counted.Count - months] / dispersion;
            var i = months - 1;
            evidence[i] = Evidence(after, afterExpected) + Evidence(allCounted - after, allExpected - afterExpected) +
                Logarithm.Of(ChanceOfChange / most);
            levels[i] = (Strength + after) / (Strength + afterExpected);
            variances[i] = levels[i] / (Strength + afterExpected);
            before[i] = (Strength + allCounted - after) / (Strength + allExpected - afterExpected);
            greatest = Math.Max(greatest, evidence[i]);
        }

        var weight = Exponential.Exp(none + Logarithm.Of(1 - ChanceOfChange) - greatest);
        double sum = weight, mean = weight, squares = weight * (1 + steady);
        var likeliest = 0;
        for (var i = 0; i < most; i++)
        {
            var share = Exponential.Exp(evidence[i] - greatest);
            sum += share;
            mean += share * levels[i];
            squares += share * ((levels[i] * levels[i]) + variances[i]);
            if (evidence[i] > evidence[likeliest]) likeliest = i;
        }

        mean /= sum;
        return new(
            mean, Math.Max(steady, (squares / sum) - (mean * mean)), 1 - (weight / sum), likeliest + 1,
            levels[likeliest] / before[likeliest]);
    }

    // The logarithm of the probability of the counts, except for terms that are equal with and without a change.
    private static double Evidence(double counted, double expected) =>
        GammaFunction.Logarithm(Strength + counted) - ((Strength + counted) * Logarithm.Of(Strength + expected))
        - GammaFunction.Logarithm(Strength) + (Strength * Logarithm.Of(Strength));

    private static double Dispersion(IReadOnlyList<double> counted, IReadOnlyList<double> expected)
    {
        double squares = 0, sum = 0;
        for (var i = 1; i < counted.Count; i++)
        {
            var step = counted[i] - expected[i] - counted[i - 1] + expected[i - 1];
            squares += step * step;
            sum += expected[i] + expected[i - 1];
        }

        // Few months carry little information: they are combined with 12 months of Poisson scatter.
        const double Usual = 12;
        var months = counted.Count - 1;
        return sum <= 0 || months < 1 ? 1 : Math.Max(1, (Usual + (months * (squares / sum))) / (Usual + months));
    }
}

using System;
using System.Collections.Generic;
using System.Text;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A logistic curve fitted to outcomes: p = 1 / (1 + e^-(<see cref="Slope"/> x score + <see cref="Intercept"/>)), after Platt (1999),
/// with his smoothed targets, by the safeguarded Newton steps of Lin, Lin and Weng (2007). With only two parameters, it needs fewer
/// deals than <see cref="IsotonicCalibration"/>, but can only follow an S-shape. Immutable.
/// </summary>
/// <remarks>
/// A won deal counts as a probability of (won + 1) / (won + 2), a lost one as 1 / (lost + 2), so that scores that separate the two
/// fully still give finite parameters. The score is put on a common scale first, and equal scores are pooled, so the order of the
/// outcomes can't matter. A score that is the same for all gives the slope 0. A slope below 0 means that deals with higher scores were
/// won less often.
/// </remarks>
public sealed class PlattCalibration : ScoreCalibration
{
    internal const string Format = "sqo-platt/1";

    private const int MostSteps = 100;
    private const double SmallestStep = 1e-10;
    private const double Ridge = 1e-12;

    // The limit of the mean gradient, on the common scale.
    private const double Flat = 1e-12;

    // The gain in loss that a step must bring to be visible in it.
    private const double Unseen = 1e-12;

    private PlattCalibration(double slope, double intercept, double lowest, double highest)
        : base(lowest, highest)
    {
        Slope = slope;
        Intercept = intercept;
    }

    /// <summary>How much a point of score adds to the log-odds.</summary>
    public double Slope { get; }

    /// <summary>The log-odds at a score of 0.</summary>
    public double Intercept { get; }

    /// <summary>Fits a calibration to closed deals.</summary>
    /// <param name="outcomes">Closed deals with the score that each had before; any order.</param>
    /// <param name="minimumWon">The minimum number of won deals, at least 1.</param>
    /// <param name="minimumLost">The minimum number of lost deals, at least 1.</param>
    /// <param name="lowest">The lowest probability that it gives, from 0 to below <paramref name="highest"/>.</param>
    /// <param name="highest">The highest probability that it gives, up to 1.</param>
    /// <returns>The calibration.</returns>
    /// <value>The defaults are at least 10 won and 10 lost deals, and probabilities from 0.01 to 0.99.</value>
    /// <exception cref="ArgumentNullException"><paramref name="outcomes"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A score is NaN or infinite, and the message names its index and value; or the scores are so close together that the slope is not
    /// a finite number.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A minimum is below 1, or the bounds are not from 0 to 1, the first below the second.
    /// </exception>
    /// <exception cref="TooFewOutcomesException">There are fewer won or fewer lost deals than the minimum.</exception>
    public static PlattCalibration Fit(
        IEnumerable<ScoredOutcome> outcomes, int minimumWon = 10, int minimumLost = 10, double lowest = 0.01, double highest = 0.99)
    {
        var groups = CalibrationData.Read("Platt's calibration", outcomes, minimumWon, minimumLost, out var won, out var lost);
        Guard.Bounds(lowest, highest);
        // From 0 to 1 along the scores; halves, because the distance between two far ones can be infinite.
        var first = groups[0].Score;
        var span = (groups[groups.Length - 1].Score / 2) - (first / 2);
        var x = new double[groups.Length];
        for (var i = 0; i < x.Length; i++) x[i] = span == 0 ? 0 : ((groups[i].Score / 2) - (first / 2)) / span;
        var (a, b) = Newton(groups, x, (won + 1.0) / (won + 2.0), 1 / (lost + 2.0));
        var slope = span == 0 ? 0 : a / span / 2;
        var intercept = b - (slope * first);
        if (double.IsInfinity(slope) || double.IsInfinity(intercept) || double.IsNaN(intercept))
        {
            throw new ArgumentException(
                $"The scores lie from {InvariantText.Of(first)} to {InvariantText.Of(groups[groups.Length - 1].Score)}, too near to each " +
                "other for a finite slope.",
                nameof(outcomes));
        }

        return new(slope + 0.0, intercept + 0.0, lowest, highest);
    }

    /// <summary>Reads a calibration from the JSON that <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The calibration.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text is not a calibration of this kind; the message says what is wrong.</exception>
    public static new PlattCalibration Parse(string json)
    {
        var root = JsonMembers.Read(json, "the calibration", Format);
        var (lowest, highest) = CalibrationData.Bounds(root);
        return new(root.Number("slope"), root.Number("intercept"), lowest, highest);
    }

    /// <summary>The calibration as JSON, without line ends: the same bytes on every platform.</summary>
    /// <returns>The JSON.</returns>
    public string ToJson() => new StringBuilder("{").Member("format", Format).Member("lowest", Lowest).Member("highest", Highest)
        .Member("slope", Slope).Member("intercept", Intercept).Append('}').ToString();

    /// <inheritdoc/>
    protected override double Calibrate(double score)
    {
        var logOdds = (Slope * score) + Intercept;
        // Two infinities with opposite signs: far beyond every fitted score, where only the slope matters.
        if (double.IsNaN(logOdds)) logOdds = Slope * score;
        return Logistic.Probability(logOdds);
    }

    // Least cross entropy against the targets; the function is convex.
    private static (double Slope, double Intercept) Newton(OutcomeGroup[] groups, double[] x, double targetWon, double targetLost)
    {
        double total = 0, targets = 0;
        foreach (var group in groups)
        {
            total += group.Count;
            targets += (group.Won * targetWon) + (group.Lost * targetLost);
        }

        double a = 0, b = Logistic.LogOdds(targets / total);
        if (groups.Length == 1) return (a, b);
        var loss = Loss(a, b);
        var wasNear = false;
        for (var step = 0; step < MostSteps; step++)
        {
            double gradientA = 0, gradientB = 0, haa = Ridge, hab = 0, hbb = Ridge;
            for (var i = 0; i < groups.Length; i++)
            {
                var p = Logistic.Probability((a * x[i]) + b);
                var gradient = (groups[i].Count * p) - (groups[i].Won * targetWon) - (groups[i].Lost * targetLost);
                var weight = groups[i].Count * p * (1 - p);
                gradientA += gradient * x[i];
                gradientB += gradient;
                haa += weight * x[i] * x[i];
                hab += weight * x[i];
                hbb += weight;
            }

            if (Math.Abs(gradientA) <= Flat * total && Math.Abs(gradientB) <= Flat * total) break;
            var determinant = (haa * hbb) - (hab * hab);
            var stepA = -((hbb * gradientA) - (hab * gradientB)) / determinant;
            var stepB = -((haa * gradientB) - (hab * gradientA)) / determinant;
            var descent = (gradientA * stepA) + (gradientB * stepB);
            // The rounding of a sum over many deals hides such a small gain: the full step is then kept unchecked, and the next one is
            // the last.
            var isNear = -descent <= Unseen * loss;
            var size = 1.0;
            for (; size >= SmallestStep; size /= 2)
            {
                double nextA = a + (size * stepA), nextB = b + (size * stepB);
                var next = Loss(nextA, nextB);
                // Near the limit of precision, a full step can leave the loss unchanged and still reduce the gradient.
                if (!isNear && !(next <= loss + (1e-4 * size * descent) + (1e-15 * loss))) continue;
                a = nextA;
                b = nextB;
                loss = next;
                break;
            }

            if (size < SmallestStep || (isNear && wasNear)) break;
            wasNear = isNear;
        }

        return (a, b);

        double Loss(double slope, double intercept)
        {
            double sum = 0;
            for (var i = 0; i < groups.Length; i++)
            {
                var logOdds = (slope * x[i]) + intercept;
                var target = (groups[i].Won * targetWon) + (groups[i].Lost * targetLost);
                // -t ln p - (1 - t) ln(1 - p)
                sum += (target * Logistic.SoftPlus(-logOdds)) + ((groups[i].Count - target) * Logistic.SoftPlus(logOdds));
            }

            return sum;
        }
    }
}

using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A counted rate, such as 12 of 40, with its interval, and shrunk towards an expected rate. Two are equal if both of their counts are;
/// the default value is 0 of 0.
/// </summary>
public readonly record struct ObservedRate
{
    /// <summary>Creates a rate of <paramref name="successes"/> of <paramref name="trials"/>.</summary>
    /// <param name="successes">The number of successes, from 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">The number of trials, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or there are more successes than trials.</exception>
    public ObservedRate(long successes, long trials)
    {
        if (successes < 0 || successes > trials)
        {
            throw new ArgumentOutOfRangeException(
                nameof(successes), successes,
                $"The rate is {InvariantText.Of(successes)} of {InvariantText.Of(trials)}; the first must lie from 0 to the second.");
        }

        Successes = successes;
        Trials = trials;
    }

    /// <summary>The number of successes.</summary>
    public long Successes { get; }

    /// <summary>The number of trials.</summary>
    public long Trials { get; }

    /// <summary>Successes / trials, from 0 to 1; <see langword="null"/> without trials.</summary>
    public double? Value => Trials == 0 ? null : (double)Successes / Trials;

    /// <summary>
    /// Gets the score interval of Wilson (1927), which Brown, Cai and DasGupta (2001) recommend: it never leaves 0 to 1, and is
    /// reliable for small counts.
    /// </summary>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <returns>The interval, or <see langword="null"/> without trials.</returns>
    /// <value>The default confidence is 0.95, which is z = 1.959963984540054.</value>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is not between 0 and 1.</exception>
    public StatisticalInterval? Interval(double confidence = 0.95)
    {
        Guard.OpenUnit(confidence);
        return Trials == 0 ? null : Wilson((double)Successes / Trials, Trials, confidence);
    }

    /// <summary>The score interval of a rate at a sample size that need not be a whole number, as of weighted cases.</summary>
    internal static StatisticalInterval Wilson(double rate, double size, double confidence)
    {
        var z = NormalQuantile.TwoSided(confidence);
        var z2 = z * z / size;
        var center = rate + (z2 / 2);
        var half = z * Math.Sqrt(((rate * (1 - rate)) + (z2 / 4)) / size);
        // A rate of 0 or 1 is itself an end of the interval; rounding would miss it slightly.
        return new(rate <= 0 ? 0 : (center - half) / (1 + z2), rate >= 1 ? 1 : (center + half) / (1 + z2), confidence);
    }

    /// <summary>Gets the rate with a Beta prior: (a + successes) / (a + b + trials).</summary>
    /// <param name="a">The prior's successes, above 0.</param>
    /// <param name="b">The prior's failures, above 0.</param>
    /// <returns>Between 0 and 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="a"/> or <paramref name="b"/> is not a finite number above 0.
    /// </exception>
    public double Shrunk(double a, double b) => (Guard.Positive(a) + Successes) / (a + Guard.Positive(b) + Trials);

    /// <summary>
    /// Gets the rate shrunk towards an overall rate: with a Beta prior of that mean, which counts as <paramref name="strength"/>
    /// trials.
    /// </summary>
    /// <param name="rate">The overall rate, between 0 and 1.</param>
    /// <param name="strength">The number of trials that the overall rate counts as, above 0.</param>
    /// <returns>Between 0 and 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="rate"/> is not between 0 and 1, or <paramref name="strength"/> is not a finite number above 0.
    /// </exception>
    public double ShrunkTowards(double rate, double strength) =>
        Shrunk(Guard.OpenUnit(rate) * Guard.Positive(strength), (1 - rate) * strength);

    /// <summary>"12 of 40", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{InvariantText.Of(Successes)} of {InvariantText.Of(Trials)}";
}

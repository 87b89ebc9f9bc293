using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// What a campaign caused, measured by holding it out: the rate of those who were exposed beside that of a held-out region or audience that
/// was drawn at random. Immutable.
/// </summary>
/// <remarks>
/// Attribution can't tell this, whatever the model. The held-out group must be drawn before, such as by <see cref="IsHeldOut"/>; groups
/// that chose themselves differ in more than the campaign.
/// </remarks>
public sealed class IncrementalityTest
{
    private readonly double _confidence;
    private readonly StatisticalInterval? _difference;

    /// <summary>Creates the result of a test.</summary>
    /// <param name="exposed">The conversions of those who were exposed.</param>
    /// <param name="heldOut">The conversions of those who were held out.</param>
    /// <param name="confidence">The confidence of all intervals, above 0 and below 1. The default is 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is not between 0 and 1.</exception>
    public IncrementalityTest(ObservedRate exposed, ObservedRate heldOut, double confidence = 0.95)
    {
        _confidence = Guard.OpenUnit(confidence);
        Difference = new(exposed, heldOut);
        _difference = Difference.Interval(confidence);
    }

    /// <summary>The rate of those who were exposed, and that of those who were held out.</summary>
    public RateDifference Difference { get; }

    /// <summary>The interval of the difference of the rates (Newcombe 1998); <see langword="null"/> if a group is empty.</summary>
    public StatisticalInterval? DifferenceInterval => _difference;

    /// <summary>
    /// The relative lift: by what share the exposed convert more often than the held-out; <see langword="null"/> if a group is empty, or
    /// the held-out have no conversions.
    /// </summary>
    public double? Lift => Difference.First.Value / Difference.Second.Value is { } ratio && !double.IsInfinity(ratio)
        && !double.IsNaN(ratio)
        ? ratio - 1
        : null;

    /// <summary>
    /// The interval of <see cref="Lift"/>, from the Wilson intervals of both rates by the method of variance estimates recovery (Donner and
    /// Zou 2012).
    /// </summary>
    /// <value><see langword="null"/> if it has no upper end: the held-out rate may be 0, or a group is empty.</value>
    public StatisticalInterval? LiftInterval
    {
        get
        {
            if (Lift is null) return null;
            var a = Difference.First.Interval(_confidence)!.Value;
            var b = Difference.Second.Interval(_confidence)!.Value;
            double p = Difference.First.Value!.Value, q = Difference.Second.Value!.Value;
            var product = p * q;
            // The ratios r at which the interval of p - r q, put together from both, just touches 0.
            var upperBase = b.Low * ((2 * q) - b.Low);
            var lowerBase = b.High * ((2 * q) - b.High);
            if (!(upperBase > 0)) return null;
            var high = (product + Root((product * product) - (a.High * ((2 * p) - a.High) * upperBase))) / upperBase;
            var low = product == 0 ? 0 : lowerBase == 0
                ? a.Low * ((2 * p) - a.Low) / (2 * product)
                : (product - Root((product * product) - (a.Low * ((2 * p) - a.Low) * lowerBase))) / lowerBase;
            return new(Math.Max(0, low) - 1, high - 1, _confidence);
        }
    }

    /// <summary>
    /// The conversions of the exposed that the campaign caused: their number times the difference; negative if it did harm;
    /// <see langword="null"/> if a group is empty.
    /// </summary>
    public double? IncrementalConversions => Difference.Value * Difference.First.Trials;

    /// <summary>The interval of <see cref="IncrementalConversions"/>; <see langword="null"/> if a group is empty.</summary>
    public StatisticalInterval? IncrementalInterval => _difference is { } interval
        ? new(interval.Low * Difference.First.Trials, interval.High * Difference.First.Trials, _confidence)
        : null;

    /// <summary>Whether the difference is more than chance explains: its interval does not contain 0.</summary>
    public bool IsClear => _difference is { } interval && !interval.Contains(0);

    /// <summary>Gets the cost of a conversion that the campaign caused.</summary>
    /// <param name="spend">What the campaign cost, 0 or above.</param>
    /// <returns>The spend divided by <see cref="IncrementalConversions"/>; <see langword="null"/> if these are not above 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="spend"/> is negative.</exception>
    public decimal? CostPerConversion(decimal spend)
    {
        Checked(spend);
        return IncrementalConversions is > 0 and var conversions ? spend / (decimal)conversions : null;
    }

    /// <summary>Gets the interval of <see cref="CostPerConversion"/>.</summary>
    /// <param name="spend">What the campaign cost, 0 or above.</param>
    /// <returns>
    /// The spend divided by the ends of <see cref="IncrementalInterval"/>; <see langword="null"/> unless both are above 0: where the
    /// campaign may have caused nothing, the cost has no upper end.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="spend"/> is negative.</exception>
    public StatisticalInterval? CostInterval(decimal spend)
    {
        var spent = (double)Checked(spend);
        return IncrementalInterval is { Low: > 0 } interval
            ? new(spent / interval.High, spent / interval.Low, _confidence)
            : null;
    }

    /// <summary>Draws whether someone is held out: the same for the same id and seed, on every target.</summary>
    /// <param name="id">The id of a person, an account or a region; not blank.</param>
    /// <param name="share">The share of all ids that is held out, above 0 and below 1.</param>
    /// <param name="seed">The seed; another seed makes another draw.</param>
    /// <returns>Whether it is held out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not between 0 and 1.</exception>
    public static bool IsHeldOut(string id, double share, long seed) =>
        SeededHash.ShareOf(Guard.NotBlank(id), unchecked((ulong)seed)) < Guard.OpenUnit(share);

    /// <summary>
    /// Gets how many a test needs, in both groups together, for the interval of the difference to reach no further than a distance from it:
    /// z^2 p (1 - p) (1 / (1 - s) + 1 / s) / d^2.
    /// </summary>
    /// <param name="rate">The rate that is expected in both groups, above 0 and below 1.</param>
    /// <param name="halfWidth">The distance d, above 0 and below 1.</param>
    /// <param name="heldOutShare">The share s that is held out, above 0 and below 1. The default is 0.5.</param>
    /// <param name="confidence">The confidence of the interval, above 0 and below 1. The default is 0.95.</param>
    /// <returns>The number, rounded up.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static long SampleSizeForPrecision(double rate, double halfWidth, double heldOutShare = 0.5, double confidence = 0.95) => Size(
        Guard.OpenUnit(rate), rate, Guard.OpenUnit(halfWidth), Guard.OpenUnit(heldOutShare),
            NormalQuantile.TwoSided(Guard.OpenUnit(confidence)));

    /// <summary>
    /// Gets how many a test needs, in both groups together, to find a lift: with the given power, the interval of the difference then
    /// does not contain 0.
    /// </summary>
    /// <param name="rate">The rate that is expected of those held out, above 0 and below 1.</param>
    /// <param name="lift">The relative lift to be found, not 0; the rate with it must be above 0 and below 1.</param>
    /// <param name="heldOutShare">The share that is held out, above 0 and below 1. The default is 0.5.</param>
    /// <param name="power">The probability of finding it if it is there, above 0 and below 1. The default is 0.8.</param>
    /// <param name="confidence">The confidence of the interval, above 0 and below 1. The default is 0.95.</param>
    /// <returns>The number, rounded up.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static long SampleSizeForLift(double rate, double lift, double heldOutShare = 0.5, double power = 0.8, double confidence = 0.95)
    {
        Guard.OpenUnit(rate);
        var exposed = rate * (1 + Guard.Finite(lift));
        if (lift == 0 || !(exposed > 0 && exposed < 1)) throw new ArgumentOutOfRangeException(
            nameof(lift), lift, $"lift is {InvariantText.Of(lift)}; it must not be 0, and the rate with it must lie above 0 and below 1.");
        var z = NormalQuantile.TwoSided(Guard.OpenUnit(confidence)) + NormalQuantile.Of(Guard.OpenUnit(power));
        return Size(exposed, rate, Math.Abs(exposed - rate), Guard.OpenUnit(heldOutShare), z);
    }

    /// <summary>Writes the result in words: both rates, whether chance explains the difference, the lift, and what was caused.</summary>
    /// <param name="texts">The texts of a language.</param>
    /// <param name="spend">What the campaign cost, 0 or above. The default is <see langword="null"/>: no line about the cost.</param>
    /// <param name="currency">The ISO 4217 code of the currency of <paramref name="spend"/>. The default is none.</param>
    /// <returns>The text, one line per statement.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="spend"/> is negative.</exception>
    public string ToText(ExplanationTexts texts, decimal? spend = null, string? currency = null)
    {
        Guard.NotNull(texts);
        return new IncrementalityWriter(texts).Write(this, spend is { } given ? Checked(given) : null, currency);
    }

    /// <summary>"12 of 400 - 3 of 200", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Difference.ToString();

    private static long Size(double exposed, double heldOut, double distance, double heldOutShare, double z)
    {
        var variance = (exposed * (1 - exposed) / (1 - heldOutShare)) + (heldOut * (1 - heldOut) / heldOutShare);
        var size = Math.Ceiling(z * z * variance / (distance * distance));
        return size < long.MaxValue ? (long)size : long.MaxValue;
    }

    private static decimal Checked(decimal spend) => spend >= 0
        ? spend
        : throw new ArgumentOutOfRangeException(nameof(spend), spend, $"spend is {InvariantText.Of(spend)}; it must be 0 or above.");

    private static double Root(double square) => Math.Sqrt(Math.Max(0, square));
}

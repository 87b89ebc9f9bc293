using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// What a model gives each channel, in the order of <see cref="AttributionTally.Channels"/>. Immutable.
/// </summary>
public sealed class AttributionWeights
{
    private AttributionWeights(double[] values, bool arePoints, double[]? assisted, string? reason)
    {
        Values = values;
        ArePoints = arePoints;
        Assisted = assisted;
        Reason = reason;
    }

    /// <summary>The shares of paths that the tally summed up.</summary>
    internal static AttributionWeights OfTally { get; } = new([], false, null, null);

    internal double[] Values { get; }

    internal bool ArePoints { get; }

    internal double[]? Assisted { get; }

    /// <summary>Why there is no credit; <see langword="null"/> if there is.</summary>
    internal string? Reason { get; }

    /// <summary>Creates shares of all conversions and all value.</summary>
    /// <param name="shares">The share of each channel, 0 or above, in any unit: they are divided by their sum, which is above 0.</param>
    /// <param name="assistedShares">
    /// The share of converting journeys that each channel was part of, from 0 to 1; <see langword="null"/> if the model doesn't know.
    /// </param>
    /// <returns>The weights.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="shares"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The shares add up to 0, or the lists have different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A share is negative or not finite, or an assisted share is not from 0 to
    /// 1.</exception>
    public static AttributionWeights Shares(IEnumerable<double> shares, IEnumerable<double>? assistedShares = null)
    {
        double[] values = [.. Guard.NotNull(shares)];
        double sum = 0;
        for (var i = 0; i < values.Length; i++) sum += Guard.NotNegative(values[i], $"shares[{InvariantText.Of((long)i)}]");
        if (!(sum > 0) || double.IsInfinity(sum)) throw new ArgumentException(
            $"The shares add up to {InvariantText.Of(sum)}; the sum must be a finite number above 0.", nameof(shares));
        for (var i = 0; i < values.Length; i++) values[i] /= sum;
        double[]? assisted = assistedShares is null ? null : [.. assistedShares];
        for (var i = 0; i < assisted?.Length; i++) Guard.Within(0, assisted[i], 1, $"assistedShares[{InvariantText.Of((long)i)}]");
        if (assisted is not null && assisted.Length != values.Length) throw new ArgumentException(
            $"There are {InvariantText.Of((long)assisted.Length)} assisted shares and {InvariantText.Of((long)values.Length)} shares; " +
            "there must be as many.", nameof(assistedShares));
        return new(values, false, assisted, null);
    }

    /// <summary>
    /// Creates points that are no shares: they may be negative, add up to anything, and never become conversions or money.
    /// </summary>
    /// <param name="points">The points of each channel.</param>
    /// <returns>The weights.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="points"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    public static AttributionWeights Points(IEnumerable<double> points)
    {
        double[] values = [.. Guard.NotNull(points)];
        for (var i = 0; i < values.Length; i++) Guard.Finite(values[i], $"points[{InvariantText.Of((long)i)}]");
        return new(values, true, null, null);
    }

    /// <summary>Creates no credit at all.</summary>
    /// <param name="reason">Why: the id of a note, such as <see cref="AttributionNote.NothingConverts"/>; not blank.</param>
    /// <returns>The weights.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reason"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is blank.</exception>
    public static AttributionWeights None(string reason) => new([], false, null, Guard.NotBlank(reason));
}

using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The probability that something goes on beyond a time: the estimator of Kaplan and Meier (1958), with delayed entry and censoring.
/// Immutable.
/// </summary>
/// <remarks>
/// S(t) is the product over times t_j up to t of 1 - d_j / n_j: the number that ended at t_j over the number at risk then, which were
/// seen by then and had not ended before. Every cause of an end counts the same. If one cause prevents another, as losing a deal
/// prevents winning it, use <see cref="AalenJohansen"/>: 1 - S of one cause, with the others as censored, overstates its share.
/// </remarks>
public sealed class KaplanMeier
{
    private const double Rounding = 1e-12;

    private readonly EventTable _events;
    private readonly double[] _survival;

    // The sum of d / (n (n - d)); infinite if all that were at risk ended.
    private readonly double[] _greenwood;

    private KaplanMeier(EventTable events)
    {
        _events = events;
        _survival = new double[events.Length];
        _greenwood = new double[events.Length];
        double survival = 1, greenwood = 0;
        for (var at = 0; at < events.Length; at++)
        {
            double n = events.AtRiskOf(at);
            var left = events.AtRiskOf(at) - events.EndedOf(at);
            _survival[at] = survival *= left / n;
            _greenwood[at] = greenwood += events.EndedOf(at) / n / left;
        }

        Ended = events.Ended();
    }

    /// <summary>The number of durations that it was estimated from.</summary>
    public long Count => _events.Count;

    /// <summary>The number of them that ended; the others are censored.</summary>
    public long Ended { get; }

    /// <summary>The latest time at which one was seen; <see langword="null"/> without durations.</summary>
    public double? LastSeen => _events.LastSeen;

    /// <summary>The median: the first time at which at least half have ended; <see langword="null"/> if that was not seen.</summary>
    public double? Median => Quantile(0.5);

    /// <summary>Makes an estimate from durations, in any order.</summary>
    /// <param name="durations">The durations, including those that are still going on.</param>
    /// <returns>The estimate; without durations, an empty one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="durations"/> is <see langword="null"/>.</exception>
    public static KaplanMeier Estimate(IEnumerable<ObservedDuration> durations) => new(new(Guard.NotNull(durations)));

    /// <summary>Gets the number at risk at a time: seen by then, and not ended before it.</summary>
    /// <param name="time">0 or above.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not finite.</exception>
    public long AtRisk(double time) => _events.AtRisk(Guard.NotNegative(time));

    /// <summary>Gets S(t): the share that goes on beyond a time.</summary>
    /// <param name="time">0 or above; beyond <see cref="LastSeen"/> the last value is kept.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not finite.</exception>
    public double Survival(double time)
    {
        var count = _events.UpTo(Guard.NotNegative(time));
        return count == 0 ? 1 : _survival[count - 1];
    }

    /// <summary>Gets the variance of <see cref="Survival"/> by Greenwood (1926): S(t)^2 x the sum of d_j / (n_j (n_j - d_j)).</summary>
    /// <param name="time">0 or above.</param>
    /// <returns>0 or above. It is 0 if S is 0 or 1: the formula then gives no other value.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not finite.</exception>
    public double Variance(double time)
    {
        var count = _events.UpTo(Guard.NotNegative(time));
        return count == 0 || _survival[count - 1] == 0 ? 0 : _survival[count - 1] * _survival[count - 1] * _greenwood[count - 1];
    }

    /// <summary>
    /// Gets the interval of <see cref="Survival"/> at one time, on the scale of ln(-ln S) (Kalbfleisch and Prentice 1980), so that it
    /// never leaves 0 to 1.
    /// </summary>
    /// <param name="time">0 or above.</param>
    /// <param name="confidence">Above 0 and below 1. The default is 0.95.</param>
    /// <returns>The interval; <see langword="null"/> if S is 0 or 1, where the variance gives no interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public StatisticalInterval? Interval(double time, double confidence = 0.95) =>
        LogLogInterval.Of(Survival(time), Variance(time), confidence);

    /// <summary>Gets the first time at which at least a share has ended.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    /// <returns>The time; <see langword="null"/> if that share was not seen to end.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not above 0 and at most 1.</exception>
    public double? Quantile(double share)
    {
        if (!(share > 0 && share <= 1)) throw new ArgumentOutOfRangeException(
            nameof(share), share, $"share is {InvariantText.Of(share)}; it must lie above 0 and at most at 1.");
        for (var at = 0; at < _survival.Length; at++)
        {
            // A product that equals 1 - share except for rounding has reached it.
            if (_survival[at] <= 1 - share + Rounding) return _events.Time(at);
        }

        return null;
    }
}

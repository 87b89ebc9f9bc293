using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The probability that each of several causes ends something by a time, if each prevents the others (competing risks): the estimator
/// of Aalen and Johansen (1978), with delayed entry, censoring, variance and interval. Immutable.
/// </summary>
/// <remarks>
/// <para>
/// F_k(t) is the sum over times t_j up to t of S(t_j-) x d_kj / n_j: the number that cause k ended at t_j over the number at risk then,
/// which were seen by then and had not ended before. S counts an end by any cause. F of all causes and S add up to 1.
/// </para>
/// <para>
/// If records begin late, the few at risk at the earliest times can all end at once; S is then 0 from there on, and does not describe
/// those that were seen later. <see cref="Chance"/> uses only what comes after its time, and is not affected.
/// </para>
/// </remarks>
public sealed class AalenJohansen
{
    private readonly EventTable _events;
    private readonly double[] _survival;
    private readonly double[][] _incidence;

    private AalenJohansen(EventTable events)
    {
        _events = events;
        _survival = new double[events.Length];
        double survival = 1;
        for (var at = 0; at < events.Length; at++) _survival[at] = survival *= Left(at);
        _incidence = new double[events.Causes][];
        for (var cause = 1; cause <= events.Causes; cause++)
        {
            var incidence = _incidence[cause - 1] = new double[events.Length];
            double sum = 0;
            for (var at = 0; at < events.Length; at++) incidence[at] = sum += Open(at) * Rate(cause, at);
        }
    }

    /// <summary>The number of durations that it was estimated from.</summary>
    public long Count => _events.Count;

    /// <summary>The latest time at which one was seen; <see langword="null"/> without durations.</summary>
    public double? LastSeen => _events.LastSeen;

    /// <summary>The latest time at which one ended; <see langword="null"/> if none ended.</summary>
    public double? LastEnded => _events.LastEnded;

    /// <summary>Makes an estimate from durations, in any order.</summary>
    /// <param name="durations">The durations, including those that are still going on.</param>
    /// <returns>The estimate; without durations, an empty one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="durations"/> is <see langword="null"/>.</exception>
    public static AalenJohansen Estimate(IEnumerable<ObservedDuration> durations) => new(new(Guard.NotNull(durations)));

    /// <summary>Gets the number that a cause ended.</summary>
    /// <param name="cause">From 1 to 64.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cause"/> is not from 1 to 64.</exception>
    public long Ended(int cause) => _events.Ended(Checked(cause));

    /// <summary>Gets the number at risk at a time: seen by then, and not ended before it.</summary>
    /// <param name="time">0 or above.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not finite.</exception>
    public long AtRisk(double time) => _events.AtRisk(Guard.NotNegative(time));

    /// <summary>Gets S(t): the share that no cause has ended by a time.</summary>
    /// <param name="time">0 or above; beyond <see cref="LastSeen"/> the last value is kept.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not finite.</exception>
    public double Survival(double time)
    {
        var count = _events.UpTo(Guard.NotNegative(time));
        return count == 0 ? 1 : _survival[count - 1];
    }

    /// <summary>Gets F_k(t): the share that a cause has ended by a time (the cumulative incidence).</summary>
    /// <param name="cause">From 1 to 64. The result is 0 for a cause that ended nothing.</param>
    /// <param name="time">0 or above; beyond <see cref="LastSeen"/> the last value is kept.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public double Incidence(int cause, double time)
    {
        Checked(cause);
        var count = _events.UpTo(Guard.NotNegative(time));
        return count == 0 || cause > _incidence.Length ? 0 : _incidence[cause - 1][count - 1];
    }

    /// <summary>
    /// Gets the variance of <see cref="Incidence"/> by the delta method (Gaynor and others 1993; Marubini and Valsecchi 1995, 10.2):
    /// the sum over t_j up to t of (F(t) - F(t_j))^2 d_j / (n_j (n_j - d_j)) + S(t_j-)^2 d_kj (n_j - d_kj) / n_j^3 - 2 (F(t) - F(t_j))
    /// S(t_j-) d_kj / n_j^2.
    /// </summary>
    /// <param name="cause">From 1 to 64.</param>
    /// <param name="time">0 or above.</param>
    /// <returns>0 or above. With a single cause it is Greenwood's; with nothing censored and nothing seen late, F (1 - F) / n.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public double Variance(int cause, double time)
    {
        Checked(cause);
        var count = _events.UpTo(Guard.NotNegative(time));
        if (count == 0 || cause > _incidence.Length) return 0;
        var incidence = _incidence[cause - 1];
        double variance = 0;
        for (var at = 0; at < count; at++)
        {
            double n = _events.AtRiskOf(at), ended = _events.EndedOf(at), own = _events.EndedOf(at, cause);
            var open = Open(at);
            var rest = incidence[count - 1] - incidence[at];
            // If all end at once, nothing comes after, and the rest is 0 except for rounding.
            if (ended < n) variance += (rest * rest * ended / (n * (n - ended))) - (2 * rest * open * own / (n * n));
            variance += open * open * own * (n - own) / (n * n * n);
        }

        return Math.Max(0, variance);
    }

    /// <summary>
    /// Gets the interval of <see cref="Incidence"/> at one time, on the scale of ln(-ln(1 - F)), so that it never leaves 0 to 1, and
    /// with a single cause is that of <see cref="KaplanMeier"/>.
    /// </summary>
    /// <param name="cause">From 1 to 64.</param>
    /// <param name="time">0 or above.</param>
    /// <param name="confidence">Above 0 and below 1. The default is 0.95.</param>
    /// <returns>The interval; <see langword="null"/> if F is 0 or 1, where the variance gives no interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public StatisticalInterval? Interval(int cause, double time, double confidence = 0.95)
    {
        var interval = LogLogInterval.Of(1 - Incidence(cause, time), Variance(cause, time), confidence);
        return interval is { } rest ? new(1 - rest.High, 1 - rest.Low, confidence) : null;
    }

    /// <summary>
    /// Gets the probability that a cause ends, within a span, something that is still going on at a time: (F_k(t + h) - F_k(t)) / S(t),
    /// computed only from what comes after t.
    /// </summary>
    /// <param name="cause">From 1 to 64.</param>
    /// <param name="time">0 or above.</param>
    /// <param name="span">The length of the span, 0 or above.</param>
    /// <returns>
    /// From 0 to 1. Beyond <see cref="LastEnded"/> it is 0: some were seen then, and none ended. <see langword="null"/> if none was
    /// ever seen after that time, so that there are no data.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public double? Chance(int cause, double time, double span)
    {
        Checked(cause);
        Guard.NotNegative(time);
        Guard.NotNegative(span);
        if (!(time < LastSeen)) return null;
        double open = 1, sum = 0;
        var end = _events.UpTo(time + span);
        for (var at = _events.UpTo(time); at < end; at++)
        {
            sum += open * Rate(cause, at);
            open *= Left(at);
        }

        return sum;
    }

    /// <summary>S just before a time.</summary>
    private double Open(int at) => at == 0 ? 1 : _survival[at - 1];

    private double Rate(int cause, int at) => _events.EndedOf(at, cause) / (double)_events.AtRiskOf(at);

    private double Left(int at) => (_events.AtRiskOf(at) - _events.EndedOf(at)) / (double)_events.AtRiskOf(at);

    private static int Checked(int cause) => (int)Guard.Within(1, cause, ObservedDuration.GreatestCause);
}

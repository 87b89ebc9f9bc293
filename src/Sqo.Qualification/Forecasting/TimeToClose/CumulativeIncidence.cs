using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The probability that a deal is won, or lost, by an age: the estimator of Aalen and Johansen (1978) for two competing
/// risks, with delayed entry and censoring: <see cref="AalenJohansen"/> applied to deals. Immutable.
/// </summary>
/// <remarks>
/// <para>
/// F_won(t) is the sum over days t_j up to t of S(t_j-) x won_j / n_j, where S counts won and lost deals as events, and n_j is the number
/// of deals at risk on that day of age: observed by then, and not yet closed. Times are whole days; S(t) includes day t, and a deal that
/// is censored on a day was at risk on it. Treating lost deals as censored and using 1 - Kaplan-Meier would overstate the share won;
/// the library doesn't offer that.
/// </para>
/// <para>
/// If records begin late, the few deals at risk at the youngest ages may all close on the same day; S is 0 from there on, and contains
/// nothing about deals observed later. <see cref="ChanceWon"/> uses only the days after a deal's age, and is not affected.
/// </para>
/// </remarks>
public sealed class CumulativeIncidence
{
    private const int WonCause = 1;
    private const int LostCause = 2;

    private readonly AalenJohansen _estimate;

    private CumulativeIncidence(AalenJohansen estimate)
    {
        _estimate = estimate;
        Won = estimate.Ended(WonCause);
        Lost = estimate.Ended(LostCause);
    }

    /// <summary>The number of deals won.</summary>
    public long Won { get; }

    /// <summary>The number of deals lost.</summary>
    public long Lost { get; }

    /// <summary>The greatest age in days at which a deal was won or lost; <see langword="null"/> without one.</summary>
    public int? LongestClosedAge => (int?)_estimate.LastEnded;

    /// <summary>The greatest age in days at which a deal was observed; <see langword="null"/> without a deal.</summary>
    public int? LongestSeenAge => (int?)_estimate.LastSeen;

    /// <summary>Estimates it from deals, in any order.</summary>
    /// <param name="lifetimes">The deals, open ones too.</param>
    /// <returns>The estimate; an empty one without deals.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lifetimes"/> is <see langword="null"/>.</exception>
    public static CumulativeIncidence Estimate(IEnumerable<DealLifetime> lifetimes) =>
        new(AalenJohansen.Estimate(Guard.NotNull(lifetimes).Select(lifetime => new ObservedDuration(lifetime.Age, Cause(lifetime.Outcome), lifetime.EntryAge))));

    /// <summary>Gets the number of deals at risk on a day of age: observed by then, and not closed before it.</summary>
    /// <param name="age">In days, 0 or more.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="age"/> is negative.</exception>
    public long AtRisk(int age) => _estimate.AtRisk(Guard.NotNegative(age));

    /// <summary>Gets S(t): the share of deals still open after a day of age.</summary>
    /// <param name="age">In days, 0 or more; beyond <see cref="LongestSeenAge"/> the last value is kept.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="age"/> is negative.</exception>
    public double Survival(int age) => _estimate.Survival(Guard.NotNegative(age));

    /// <summary>Gets F_won(t): the share of deals won by the end of a day of age.</summary>
    /// <param name="age">In days, 0 or more; beyond <see cref="LongestSeenAge"/> the last value is kept.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="age"/> is negative.</exception>
    public double ShareWon(int age) => _estimate.Incidence(WonCause, Guard.NotNegative(age));

    /// <summary>Gets F_lost(t): the share of deals lost by the end of a day of age.</summary>
    /// <param name="age">In days, 0 or more; beyond <see cref="LongestSeenAge"/> the last value is kept.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="age"/> is negative.</exception>
    public double ShareLost(int age) => _estimate.Incidence(LostCause, Guard.NotNegative(age));

    /// <summary>Gets the interval of <see cref="ShareWon"/> at one age, by <see cref="AalenJohansen.Interval"/>.</summary>
    /// <param name="age">In days, 0 or more.</param>
    /// <param name="confidence">Above 0 and below 1. The default is 0.95.</param>
    /// <returns>The interval; <see langword="null"/> if the share is 0 or 1, where the variance gives no interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public StatisticalInterval? WonInterval(int age, double confidence = 0.95) => _estimate.Interval(WonCause, Guard.NotNegative(age), confidence);

    /// <summary>Gets the interval of <see cref="ShareLost"/> at one age, by <see cref="AalenJohansen.Interval"/>.</summary>
    /// <param name="age">In days, 0 or more.</param>
    /// <param name="confidence">Above 0 and below 1. The default is 0.95.</param>
    /// <returns>The interval; <see langword="null"/> if the share is 0 or 1, where the variance gives no interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public StatisticalInterval? LostInterval(int age, double confidence = 0.95) => _estimate.Interval(LostCause, Guard.NotNegative(age), confidence);

    /// <summary>
    /// Gets the probability that a deal that is open at an age is won within the days after it: (F_won(a + h) - F_won(a)) / S(a), computed
    /// only from the days after a.
    /// </summary>
    /// <param name="age">The deal's age in days, 0 or more.</param>
    /// <param name="horizon">The number of days ahead, 0 or more.</param>
    /// <returns>
    /// From 0 to 1. Beyond <see cref="LongestClosedAge"/> it is 0: deals were observed at such ages and none closed.
    /// <see langword="null"/> if no deal was ever observed after that age, so that there are no data.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="age"/> or <paramref name="horizon"/> is negative.</exception>
    public double? ChanceWon(int age, int horizon) => Chance(WonCause, age, horizon);

    /// <summary>Gets the probability that a deal open at an age is lost within the days after it; see <see cref="ChanceWon"/>.</summary>
    /// <param name="age">The deal's age in days, 0 or more.</param>
    /// <param name="horizon">The number of days ahead, 0 or more.</param>
    /// <returns>From 0 to 1, or <see langword="null"/> if no deal was ever observed after that age.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="age"/> or <paramref name="horizon"/> is negative.</exception>
    public double? ChanceLost(int age, int horizon) => Chance(LostCause, age, horizon);

    private double? Chance(int cause, int age, int horizon) => _estimate.Chance(cause, Guard.NotNegative(age), Guard.NotNegative(horizon));

    private static int Cause(OpportunityOutcome outcome) => outcome switch
    {
        OpportunityOutcome.Won => WonCause,
        OpportunityOutcome.Lost => LostCause,
        _ => ObservedDuration.Censored,
    };
}

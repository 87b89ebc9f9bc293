using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// How likely a deal is to be won, and to be lost, by an age: the estimator of Aalen and Johansen (1978) for two competing
/// risks, with delayed entry and censoring. Immutable.
/// </summary>
/// <remarks>
/// <para>
/// F_won(t) is the sum over days t_j up to t of S(t_j-) x won_j / n_j, where S counts won and lost deals as events, and n_j are the
/// deals at risk on that day of age: seen by then, and not yet closed. Times are whole days; S(t) includes day t, and a deal that
/// is censored on a day was at risk on it. Taking lost deals for censored ones and 1 - Kaplan-Meier for the share won overstates
/// it; that is not offered.
/// </para>
/// <para>
/// Where records begin late, the few deals at risk at the youngest ages may all close at once; S is 0 from there on, and says
/// nothing of deals that were seen later. <see cref="ChanceWon"/> goes by the days after a deal's age alone, and is not hurt.
/// </para>
/// </remarks>
public sealed class CumulativeIncidence
{
    private readonly long[] _atRisk;
    private readonly long[] _won;
    private readonly long[] _lost;
    private readonly double[] _survival;
    private readonly double[] _shareWon;
    private readonly double[] _shareLost;

    private CumulativeIncidence(long[] atRisk, long[] won, long[] lost)
    {
        _atRisk = atRisk;
        _won = won;
        _lost = lost;
        _survival = new double[atRisk.Length];
        _shareWon = new double[atRisk.Length];
        _shareLost = new double[atRisk.Length];
        double open = 1, sumWon = 0, sumLost = 0;
        for (var age = 0; age < atRisk.Length; age++)
        {
            if (won[age] + lost[age] > 0)
            {
                double n = atRisk[age];
                sumWon += open * (won[age] / n);
                sumLost += open * (lost[age] / n);
                open *= (atRisk[age] - won[age] - lost[age]) / n;
                LongestClosedAge = age;
            }

            _survival[age] = open;
            _shareWon[age] = sumWon;
            _shareLost[age] = sumLost;
            Won += won[age];
            Lost += lost[age];
        }
    }

    /// <summary>How many deals were won.</summary>
    public long Won { get; }

    /// <summary>How many deals were lost.</summary>
    public long Lost { get; }

    /// <summary>The greatest age in days at which a deal was won or lost; <see langword="null"/> without one.</summary>
    public int? LongestClosedAge { get; }

    /// <summary>The greatest age in days at which a deal was seen; <see langword="null"/> without a deal.</summary>
    public int? LongestSeenAge => _atRisk.Length == 0 ? null : _atRisk.Length - 1;

    /// <summary>Estimates it from deals, in any order.</summary>
    /// <param name="lifetimes">The deals, open ones too.</param>
    /// <returns>The estimate; without a deal, one that knows nothing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lifetimes"/> is <see langword="null"/>.</exception>
    public static CumulativeIncidence Estimate(IEnumerable<DealLifetime> lifetimes)
    {
        Guard.NotNull(lifetimes);
        var all = new List<DealLifetime>(lifetimes);
        var length = 0;
        foreach (var lifetime in all) length = Math.Max(length, lifetime.Age + 1);

        var atRisk = new long[length + 1];
        var won = new long[length];
        var lost = new long[length];
        foreach (var lifetime in all)
        {
            atRisk[lifetime.EntryAge]++;
            atRisk[lifetime.Age + 1]--;
            if (lifetime.Outcome == OpportunityOutcome.Won) won[lifetime.Age]++;
            else if (lifetime.Outcome == OpportunityOutcome.Lost) lost[lifetime.Age]++;
        }

        for (var age = 1; age < length; age++) atRisk[age] += atRisk[age - 1];
        Array.Resize(ref atRisk, length);
        return new(atRisk, won, lost);
    }

    /// <summary>How many deals were at risk on a day of age: seen by then, and not closed before it.</summary>
    /// <param name="age">In days, 0 or more.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="age"/> is negative.</exception>
    public long AtRisk(int age) => Limits.NotNegative(age) < _atRisk.Length ? _atRisk[age] : 0;

    /// <summary>S(t): the share of deals that are still open after a day of age.</summary>
    /// <param name="age">In days, 0 or more; beyond <see cref="LongestSeenAge"/> the last value is kept.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="age"/> is negative.</exception>
    public double Survival(int age) => At(_survival, age, 1);

    /// <summary>F_won(t): the share of deals that are won by the end of a day of age.</summary>
    /// <param name="age">In days, 0 or more; beyond <see cref="LongestSeenAge"/> the last value is kept.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="age"/> is negative.</exception>
    public double ShareWon(int age) => At(_shareWon, age, 0);

    /// <summary>F_lost(t): the share of deals that are lost by the end of a day of age.</summary>
    /// <param name="age">In days, 0 or more; beyond <see cref="LongestSeenAge"/> the last value is kept.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="age"/> is negative.</exception>
    public double ShareLost(int age) => At(_shareLost, age, 0);

    /// <summary>
    /// How likely a deal that is open at an age is to be won within the days after it: (F_won(a + h) - F_won(a)) / S(a), computed
    /// from the days after a alone.
    /// </summary>
    /// <param name="age">The deal's age in days, 0 or more.</param>
    /// <param name="horizon">How many days ahead, 0 or more.</param>
    /// <returns>
    /// From 0 to 1. Beyond <see cref="LongestClosedAge"/> it is 0: deals were seen at such ages and none closed.
    /// <see langword="null"/> where no deal was ever seen after that age, and the data say nothing.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="age"/> or <paramref name="horizon"/> is negative.</exception>
    public double? ChanceWon(int age, int horizon) => Chance(_won, age, horizon);

    /// <summary>How likely a deal that is open at an age is to be lost within the days after it, as <see cref="ChanceWon"/>.</summary>
    /// <param name="age">The deal's age in days, 0 or more.</param>
    /// <param name="horizon">How many days ahead, 0 or more.</param>
    /// <returns>From 0 to 1, or <see langword="null"/> where no deal was ever seen after that age.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="age"/> or <paramref name="horizon"/> is negative.</exception>
    public double? ChanceLost(int age, int horizon) => Chance(_lost, age, horizon);

    private double? Chance(long[] events, int age, int horizon)
    {
        Limits.NotNegative(age);
        Limits.NotNegative(horizon);
        if (age >= _atRisk.Length - 1) return null;
        var last = (int)Math.Min((long)age + horizon, _atRisk.Length - 1);
        double open = 1, sum = 0;
        for (var day = age + 1; day <= last; day++)
        {
            if (_won[day] + _lost[day] == 0) continue;
            double n = _atRisk[day];
            sum += open * (events[day] / n);
            open *= (_atRisk[day] - _won[day] - _lost[day]) / n;
        }

        return sum;
    }

    private static double At(double[] values, int age, double none) =>
        Limits.NotNegative(age) >= 0 && values.Length == 0 ? none : values[Math.Min(age, values.Length - 1)];
}

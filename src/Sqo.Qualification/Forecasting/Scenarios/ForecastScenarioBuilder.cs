using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Collects the changes of a what-if scenario, which are made in this order. An id that is not that of an open deal of the forecast, or
/// of one that an earlier change removed, is an error.
/// </summary>
public sealed class ForecastScenarioBuilder
{
    private readonly List<Action<ScenarioRun>> _changes = [];

    internal ForecastScenarioBuilder()
    {
    }

    internal IReadOnlyList<Action<ScenarioRun>> Changes => _changes;

    /// <summary>Leaves a deal out, as if it had never been there.</summary>
    /// <param name="deal">The id of the deal.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="deal"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="deal"/> is blank.</exception>
    public ForecastScenarioBuilder Without(string deal)
    {
        Guard.NotBlank(deal);
        return Add(run => run.Remove(deal));
    }

    /// <summary>
    /// Lets a deal slip: its chances of being won in periods that end before a day move to the period of that day. Its chance of being won
    /// at all stays the same; if the day is after the last period, no part of that chance is left in the forecast.
    /// </summary>
    /// <param name="deal">The id of the deal.</param>
    /// <param name="day">
    /// The day that it slips to. The forecast has no finer time than its periods: any day of a period gives the same result.
    /// </param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="deal"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="deal"/> is blank, or <paramref name="day"/> has kind Local.</exception>
    public ForecastScenarioBuilder SlipTo(string deal, DateTime day)
    {
        Guard.NotBlank(deal);
        var to = DayNumber.Checked(day);
        return Add(run => run.Slip(deal, to));
    }

    /// <summary>Lets a deal be won for certain.</summary>
    /// <param name="deal">The id of the deal.</param>
    /// <param name="day">
    /// The day on which it is won, in one of the periods. The default is an unknown day: each period is as likely as the deal's chances
    /// in it make it.
    /// </param>
    /// <param name="amount">The amount it is won for, 0 or above. The default is its amount.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="deal"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="deal"/> is blank, or <paramref name="day"/> has kind Local.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is below 0.</exception>
    public ForecastScenarioBuilder Won(string deal, DateTime? day = null, decimal? amount = null)
    {
        Guard.NotBlank(deal);
        var on = DayNumber.Checked(day);
        var value = amount is { } given ? NotNegative(given, nameof(amount)) : (decimal?)null;
        return Add(run => run.Win(deal, on, value));
    }

    /// <summary>Lets a deal be lost: it stays in the list of deals, with no chance in any period.</summary>
    /// <param name="deal">The id of the deal.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="deal"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="deal"/> is blank.</exception>
    public ForecastScenarioBuilder Lost(string deal)
    {
        Guard.NotBlank(deal);
        return Add(run => run.Lose(deal));
    }

    /// <summary>Gives a deal another amount.</summary>
    /// <param name="deal">The id of the deal.</param>
    /// <param name="amount">The amount if it is won, 0 or above, in the currency of the forecast.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="deal"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="deal"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is below 0.</exception>
    public ForecastScenarioBuilder Amount(string deal, decimal amount)
    {
        Guard.NotBlank(deal);
        NotNegative(amount, nameof(amount));
        return Add(run => run.SetAmount(deal, amount));
    }

    /// <summary>
    /// Multiplies the chances of some deals, such as those of a segment. Chances of a deal that would add up to more than 1 are scaled to
    /// 1, and the deal is listed in <see cref="ScenarioChange.Limited"/>.
    /// </summary>
    /// <param name="where">Whether a deal is one of them.</param>
    /// <param name="factor">The factor, 0 or above.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="where"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is NaN, infinite or below 0.</exception>
    public ForecastScenarioBuilder ScaleChances(Func<Opportunity, bool> where, double factor)
    {
        Guard.NotNull(where);
        Guard.NotNegative(factor);
        return Add(run => run.ScaleChances(where, factor));
    }

    /// <summary>Multiplies the amounts of some deals, such as those of a product whose price changes.</summary>
    /// <param name="where">Whether a deal is one of them.</param>
    /// <param name="factor">The factor, 0 or above.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="where"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is below 0.</exception>
    public ForecastScenarioBuilder ScaleAmounts(Func<Opportunity, bool> where, decimal factor)
    {
        Guard.NotNull(where);
        NotNegative(factor, nameof(factor));
        return Add(run => run.ScaleAmounts(where, factor));
    }

    private static decimal NotNegative(decimal value, string name) => value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is {InvariantText.Of(value)}; it must be 0 or above.");

    private ForecastScenarioBuilder Add(Action<ScenarioRun> change)
    {
        _changes.Add(change);
        return this;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The win rates of a named cohort, by count and by value, for the whole and by any segment. Immutable.</summary>
public sealed class WinRates
{
    private readonly Opportunity[] _cohort;
    private readonly decimal?[] _values;

    private WinRates(WinRateCohort cohort, ForecastPeriod? period, Opportunity[] opportunities, ExchangeRates? rates)
    {
        Cohort = cohort;
        Period = period;
        _cohort = opportunities;
        var amounts = new AmountReader(rates);
        _values = Array.ConvertAll(opportunities, opportunity => opportunity.IsOpen ? null : amounts.Value(opportunity));
        Currency = amounts.Currency;
        All = new SegmentWinRate(null, null);
        for (var i = 0; i < _cohort.Length; i++) All.Add(_cohort[i], _values[i]);
    }

    /// <summary>The opportunities that the rates are based on.</summary>
    public WinRateCohort Cohort { get; }

    /// <summary>The period that they were created or closed in; <see langword="null"/> for all.</summary>
    public ForecastPeriod? Period { get; }

    /// <summary>The code of the currency of every sum; <see langword="null"/> when no amount named one.</summary>
    public string? Currency { get; }

    /// <summary>The whole cohort.</summary>
    public SegmentWinRate All { get; }

    /// <summary>Calculates the win rates of opportunities closed in a period.</summary>
    /// <param name="opportunities">The opportunities; those of a snapshot for what was known then.</param>
    /// <param name="period">The period; <see langword="null"/> for all that are closed.</param>
    /// <param name="rates">The exchange rates; without them all amounts must be in one currency.</param>
    /// <returns>The win rates.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="opportunities"/> is <see langword="null"/>.</exception>
    /// <exception cref="MissingExchangeRateException">An amount is in a currency without a rate.</exception>
    /// <exception cref="OverflowException">A sum is too large for a decimal.</exception>
    /// <example><code>
    /// WinRates rates = WinRates.ClosedIn(opportunities, ForecastPeriod.Quarter(2026, 3));
    /// Console.WriteLine($"{rates.All.ByCount}, {rates.All.ByCount.Interval()}");
    /// </code></example>
    public static WinRates ClosedIn(
        IEnumerable<Opportunity> opportunities, ForecastPeriod? period = null, ExchangeRates? rates = null) => new(
        WinRateCohort.Closed,
        period,
        [.. Guard.NotNull(opportunities).Where(opportunity =>
            !opportunity.IsOpen && (period is not { } days || days.Holds(opportunity.ClosedDay)))],
        rates);

    /// <summary>Calculates the win rates of opportunities created in a period; those still open are counted separately.</summary>
    /// <param name="opportunities">The opportunities; those of a snapshot for what was known then.</param>
    /// <param name="period">The period; <see langword="null"/> for all whose day of creation is known.</param>
    /// <param name="rates">The exchange rates; without them all amounts must be in one currency.</param>
    /// <returns>The win rates.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="opportunities"/> is <see langword="null"/>.</exception>
    /// <exception cref="MissingExchangeRateException">An amount is in a currency without a rate.</exception>
    /// <exception cref="OverflowException">A sum is too large for a decimal.</exception>
    public static WinRates CreatedIn(
        IEnumerable<Opportunity> opportunities, ForecastPeriod? period = null, ExchangeRates? rates = null) => new(
        WinRateCohort.Created,
        period,
        [.. Guard.NotNull(opportunities).Where(opportunity =>
            opportunity.CreatedDay != DayNumber.None && (period is not { } days || days.Holds(opportunity.CreatedDay)))],
        rates);

    /// <summary>Calculates the win rates by segment, such as a product.</summary>
    /// <param name="segment">The segment; blank when unknown.</param>
    /// <returns>One rate per segment, in ordinal order of their names; that of unknown segments last.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="segment"/> is <see langword="null"/>.</exception>
    public IReadOnlyList<SegmentWinRate> By(Func<Opportunity, string?> segment)
    {
        Guard.NotNull(segment);
        var segments = new SegmentSums<SegmentWinRate>(name => new SegmentWinRate(name, All));
        for (var i = 0; i < _cohort.Length; i++) segments.For(segment(_cohort[i])).Add(_cohort[i], _values[i]);
        return [.. segments.Ordered()];
    }

    /// <summary>The cohort and its rate by count, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{(Cohort == WinRateCohort.Closed ? "closed" : "created")}{(Period is { } period ? " in " + period : "")}: {All.ByCount}";
}

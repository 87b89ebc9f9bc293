using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The amounts of a period by forecast category, and their cumulative roll-ups, as Salesforce defines them. Immutable.
/// </summary>
public sealed class CategoryRollup
{
    private readonly decimal[] _amounts = new decimal[(int)ForecastCategory.Closed + 1];
    private readonly int[] _counts = new int[(int)ForecastCategory.Closed + 1];
    private readonly List<Opportunity> _unplaced = [];
    private readonly List<Opportunity> _undated = [];
    private readonly List<Opportunity> _overdue = [];

    private CategoryRollup(PipelineSnapshot snapshot, ForecastPeriod period, ExchangeRates? rates)
    {
        AsOf = snapshot.AsOf;
        Period = period;
        var amounts = new AmountReader(rates);
        foreach (var opportunity in snapshot.Opportunities)
        {
            if (opportunity.Outcome == OpportunityOutcome.Lost) continue;
            var day = opportunity.IsOpen ? opportunity.ExpectedCloseDay : opportunity.ClosedDay;
            if (day == DayNumber.None) _undated.Add(opportunity);
            else if (opportunity.IsOpen && day < snapshot.Day && !period.Holds(day)) _overdue.Add(opportunity);
            if (!period.Holds(day) || day == DayNumber.None) continue;
            var category = opportunity.IsOpen || opportunity.Category == ForecastCategory.Omitted
                ? opportunity.Category
                : ForecastCategory.Closed;
            if (category is not { } known || amounts.Value(opportunity) is not { } amount)
            {
                _unplaced.Add(opportunity);
                continue;
            }

            _amounts[(int)known] += amount;
            _counts[(int)known]++;
        }

        Currency = amounts.Currency;
    }

    /// <summary>The day of the snapshot.</summary>
    public DateTime AsOf { get; }

    /// <summary>The period.</summary>
    public ForecastPeriod Period { get; }

    /// <summary>The code of the currency of every sum; <see langword="null"/> when no amount named one.</summary>
    public string? Currency { get; }

    /// <summary>Pipeline + Best Case + Most Likely + Commit: everything that is open and not omitted.</summary>
    public decimal OpenPipeline =>
        Amount(ForecastCategory.Pipeline) + Amount(ForecastCategory.BestCase) + Amount(ForecastCategory.MostLikely)
            + Amount(ForecastCategory.Commit);

    /// <summary>Best Case + Most Likely + Commit + Closed.</summary>
    public decimal BestCaseForecast => Amount(ForecastCategory.BestCase) + MostLikelyForecast;

    /// <summary>Most Likely + Commit + Closed.</summary>
    public decimal MostLikelyForecast => Amount(ForecastCategory.MostLikely) + CommitForecast;

    /// <summary>Commit + Closed.</summary>
    public decimal CommitForecast => Amount(ForecastCategory.Commit) + Amount(ForecastCategory.Closed);

    /// <summary>Opportunities of the period whose category or amount is unknown: they are in no sum.</summary>
    public IReadOnlyList<Opportunity> Unplaced => _unplaced.AsReadOnly();

    /// <summary>Open opportunities whose expected close is unknown: they are in no period.</summary>
    public IReadOnlyList<Opportunity> Undated => _undated.AsReadOnly();

    /// <summary>
    /// Open opportunities whose expected close had passed on the day of the snapshot, before the period: they slipped, and are in no sum
    /// until they get a new expected close.
    /// </summary>
    public IReadOnlyList<Opportunity> Overdue => _overdue.AsReadOnly();

    /// <summary>Sums up a period: the open opportunities expected to close in it, and those won in it.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="period">The period.</param>
    /// <param name="rates">The exchange rates; without them all amounts must be in one currency.</param>
    /// <returns>The roll-up.</returns>
    /// <remarks>
    /// A won opportunity is in Closed, with the amount it was closed at, unless its category is Omitted. A lost one is in no category.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is <see langword="null"/>.</exception>
    /// <exception cref="MissingExchangeRateException">An amount is in a currency without a rate.</exception>
    /// <exception cref="OverflowException">A sum is too large for a decimal.</exception>
    public static CategoryRollup Of(PipelineSnapshot snapshot, ForecastPeriod period, ExchangeRates? rates = null) =>
        new(Guard.NotNull(snapshot), period, rates);

    /// <summary>Gets the sum of one category.</summary>
    /// <param name="category">The category.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="category"/> is not a defined category.</exception>
    public decimal Amount(ForecastCategory category) => _amounts[Place(category)];

    /// <summary>Gets the number of opportunities in one category.</summary>
    /// <param name="category">The category.</param>
    /// <returns>The number of opportunities in its sum.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="category"/> is not a defined category.</exception>
    public int Count(ForecastCategory category) => _counts[Place(category)];

    private static int Place(ForecastCategory category) => category is >= ForecastCategory.Omitted and <= ForecastCategory.Closed
        ? (int)category
        : throw new ArgumentOutOfRangeException(
            nameof(category), category, $"category is {InvariantText.Of((long)category)}; it must lie from 0 to 5.");
}

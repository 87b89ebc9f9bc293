using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Whether the open pipeline of a period is enough for its quota. Immutable.</summary>
public sealed class PipelineCoverage
{
    /// <summary>Creates the coverage of the rest of a quota.</summary>
    /// <param name="openPipeline">The open qualified pipeline that closes in the period, 0 or above.</param>
    /// <param name="quota">The quota of the period, 0 or above.</param>
    /// <param name="wonToDate">The amount already won in the period, 0 or above.</param>
    /// <param name="winRate">The win rate by value, from 0 to 1; <see langword="null"/> when unknown.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public PipelineCoverage(decimal openPipeline, decimal quota, decimal wonToDate = 0, double? winRate = null)
    {
        OpenPipeline = NotNegative(openPipeline, nameof(openPipeline));
        Quota = NotNegative(quota, nameof(quota));
        WonToDate = NotNegative(wonToDate, nameof(wonToDate));
        WinRate = winRate is { } rate ? Guard.Within(0, rate, 1, nameof(winRate)) : null;
    }

    /// <summary>The open qualified pipeline that closes in the period.</summary>
    public decimal OpenPipeline { get; }

    /// <summary>The quota of the period.</summary>
    public decimal Quota { get; }

    /// <summary>The amount already won in the period.</summary>
    public decimal WonToDate { get; }

    /// <summary>The win rate by value; <see langword="null"/> when unknown.</summary>
    public double? WinRate { get; }

    /// <summary>
    /// The open qualified opportunities of a snapshot whose expected close had passed before the period: they slipped, and cover nothing.
    /// Empty if the coverage was not computed from a snapshot.
    /// </summary>
    public IReadOnlyList<Opportunity> Overdue { get; private init; } = [];

    /// <summary>The rest of the quota, never below 0.</summary>
    public decimal Remaining => Math.Max(0, Quota - WonToDate);

    /// <summary>Open pipeline / rest of the quota; <see langword="null"/> when nothing is left.</summary>
    public double? Ratio => Remaining == 0 ? null : (double)OpenPipeline / (double)Remaining;

    /// <summary>The coverage required: 1 / win rate by value; <see langword="null"/> when that is unknown or 0.</summary>
    public double? Required => WinRate is { } rate and > 0 ? 1 / rate : null;

    /// <summary>
    /// The missing pipeline: required coverage x rest of the quota, less the open pipeline, never below 0.
    /// <see langword="null"/> when something is left and the required coverage is unknown.
    /// </summary>
    public double? Missing =>
        Remaining == 0 ? 0 : Required is { } required ? Math.Max(0, (required * (double)Remaining) - (double)OpenPipeline) : null;

    /// <summary>Whether the coverage is at least the required one; <see langword="null"/> when that is unknown.</summary>
    public bool? IsEnough => Remaining == 0 ? true : Required is { } required ? Ratio >= required : null;

    /// <summary>Calculates the coverage of a quota by the open opportunities of a snapshot.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="period">The period; opportunities expected to close in it, and those won in it, count.</param>
    /// <param name="quota">The quota of the period, 0 or above, in the currency of the sums.</param>
    /// <param name="winRate">The win rate by value, from 0 to 1, such as <see cref="SegmentWinRate.ByValue"/>; <see langword="null"/> when
    /// unknown.</param>
    /// <param name="isQualified">Whether an open opportunity is qualified. By default all are.</param>
    /// <param name="rates">The exchange rates; without them all amounts must be in one currency.</param>
    /// <returns>The coverage. Unknown amounts cover nothing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="quota"/> or <paramref name="winRate"/> is outside its range.
    /// </exception>
    /// <exception cref="MissingExchangeRateException">An amount is in a currency without a rate.</exception>
    /// <exception cref="OverflowException">A sum is too large for a decimal.</exception>
    public static PipelineCoverage Of(
        PipelineSnapshot snapshot,
        ForecastPeriod period,
        decimal quota,
        double? winRate = null,
        Func<Opportunity, bool>? isQualified = null,
        ExchangeRates? rates = null)
    {
        var amounts = new AmountReader(rates);
        decimal open = 0;
        var overdue = new List<Opportunity>();
        foreach (var opportunity in Guard.NotNull(snapshot).Open)
        {
            if (IsOverdue(opportunity, snapshot, period) && (isQualified is null || isQualified(opportunity))) overdue.Add(opportunity);
            if (period.Holds(opportunity.ExpectedCloseDay) && opportunity.ExpectedCloseDay != DayNumber.None
                && (isQualified is null || isQualified(opportunity)))
            {
                open += amounts.Amount(opportunity) ?? 0;
            }
        }

        return new PipelineCoverage(open, quota, WonValue.In(snapshot, period, amounts), winRate) { Overdue = overdue.AsReadOnly() };
    }

    /// <summary>The coverage against the required coverage, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{(Ratio is { } ratio ? InvariantText.Of(ratio) : "nothing left to cover")}" +
        $"{(Required is { } required ? $" against {InvariantText.Of(required)} required" : "")}";

    private static bool IsOverdue(Opportunity opportunity, PipelineSnapshot snapshot, ForecastPeriod period) =>
        opportunity.ExpectedCloseDay != DayNumber.None && opportunity.ExpectedCloseDay < snapshot.Day
            && !period.Holds(opportunity.ExpectedCloseDay);

    private static decimal NotNegative(decimal value, string name) =>
        value >= 0 ? value : throw new ArgumentOutOfRangeException(
            name, value, $"{name} is {InvariantText.Of(value)}; it must be 0 or above.");
}

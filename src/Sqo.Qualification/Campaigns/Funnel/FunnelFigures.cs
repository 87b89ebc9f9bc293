using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// How far the leads of a campaign or cohort came, what they cost and what they brought in. Immutable.
/// </summary>
/// <remarks>
/// A lead counts once for each event, however many opportunities it has; an opportunity without a lead counts as one. Whoever reached a
/// stage has reached those before it, also if it skipped them. A lead is won if one of its opportunities is, lost if it was disqualified or
/// all of its opportunities were lost, and open otherwise.
/// </remarks>
public sealed class FunnelFigures
{
    private readonly FunnelUnit[] _units;
    private readonly int[] _reached = new int[(int)ConversionEvent.Won + 1];
    private readonly CampaignSpend[] _spends;
    private readonly AmountReader _amounts;
    private readonly int _today;

    // The days whose spend counts.
    private readonly int _first;
    private readonly int _last;

    internal FunnelFigures(
        IEnumerable<FunnelUnit> units, IEnumerable<CampaignSpend> spends, AmountReader amounts, int today, ForecastPeriod? cohort = null)
    {
        _units = [.. units];
        _amounts = amounts;
        _today = today;
        _first = cohort?.FirstDay ?? DayNumber.None;
        _last = Math.Min(today, cohort?.LastDay ?? today);
        _spends = [.. spends.Where(spend => spend.DaysWithin(_first, _last) > 0)];
        foreach (var unit in _units)
        {
            for (var i = 0; i < _reached.Length; i++)
            {
                if (unit.HasReached((ConversionEvent)i)) _reached[i]++;
            }

            if (unit.Lead is null) WithoutLead++;
            if (unit.IsLost) Lost++;
            WonValue += unit.WonValue;
            WonWithoutValue += unit.WonWithoutValue;
            Refunded += unit.Refunded;
            ExpectedValue += unit.ExpectedValue;
            OpenWithoutExpectation += unit.OpenWithoutExpectation;
        }

        if (_spends.Length > 0) Spend = SpendUpTo(today);
        PaidBackOn = PaidBack();
    }

    /// <summary>The number of leads.</summary>
    public int Leads => _units.Length;

    /// <summary>How many of <see cref="Leads"/> are opportunities without a lead.</summary>
    public int WithoutLead { get; }

    /// <summary>The number of marketing qualified leads (MQLs).</summary>
    public int MarketingQualified => Count(ConversionEvent.MarketingQualified);

    /// <summary>The number of leads that became a sales qualified opportunity (SQO).</summary>
    public int QualifiedOpportunities => Count(ConversionEvent.QualifiedOpportunity);

    /// <summary>The number of leads that were won.</summary>
    public int Won => Count(ConversionEvent.Won);

    /// <summary>The number of leads that were lost.</summary>
    public int Lost { get; }

    /// <summary>The number of leads that are neither won nor lost.</summary>
    public int Open => Leads - Won - Lost;

    /// <summary>Won / (won + lost), with its Wilson interval.</summary>
    public ObservedRate WinRate => new(Won, (long)Won + Lost);

    /// <summary>The value won, as closed, before refunds.</summary>
    public decimal WonValue { get; }

    /// <summary>How many won opportunities have no known value: they are not in <see cref="WonValue"/>.</summary>
    public int WonWithoutValue { get; }

    /// <summary>The refunds of won deals.</summary>
    public decimal Refunded { get; }

    /// <summary>The value won less refunds; below 0 if more was refunded.</summary>
    public decimal NetValue => WonValue - Refunded;

    /// <summary>The sum of probability x amount of the open opportunities.</summary>
    public decimal ExpectedValue { get; }

    /// <summary>
    /// How many open opportunities have an unknown probability or amount: they are not in <see cref="ExpectedValue"/>.
    /// </summary>
    public int OpenWithoutExpectation { get; }

    /// <summary>What was spent up to the given day; for a cohort, in its period; <see langword="null"/> if no spend is known.</summary>
    public decimal? Spend { get; }

    /// <summary>What was spent, in the currencies that it was given in.</summary>
    /// <value>In ordinal order of the currencies, that without one first.</value>
    public IReadOnlyList<CurrencyAmount> SpendByCurrency => Array.AsReadOnly(_spends
        .GroupBy(spend => spend.Currency ?? "", StringComparer.OrdinalIgnoreCase).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new CurrencyAmount(
            PipelineText.OrNull(group.Key), group.Sum(spend => spend.Amount * spend.DaysWithin(_first, _last) / spend.Period.Days)))
        .ToArray());

    /// <summary>
    /// The return on the spend: (net value - spend) / spend, so that 0.5 is a gain of 50 %; <see langword="null"/> if no spend is known,
    /// or it is 0.
    /// </summary>
    public double? Return => Spend is { } spend and > 0 ? (double)((NetValue - spend) / spend) : null;

    /// <summary>
    /// Payback: the first day from which on the net value was never below the spend; <see langword="null"/> if it is below, or no spend is
    /// known.
    /// </summary>
    public DateTime? PaidBackOn { get; }

    /// <summary>The days from the first spend to <see cref="PaidBackOn"/>.</summary>
    public int? PaybackDays => PaidBackOn is { } day ? DayNumber.Of(day) - FirstSpend : null;

    /// <summary>The number of leads that reached an event.</summary>
    /// <param name="reached">The event.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reached"/> is not a defined event.</exception>
    public int Count(ConversionEvent reached) => _reached[(int)Guard.Defined(reached)];

    /// <summary>The share of the leads that reached one event, of those that reached an earlier one, with its Wilson interval.</summary>
    /// <param name="reached">The event.</param>
    /// <param name="among">The earlier event. The default is <see cref="ConversionEvent.Lead"/>.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An event is not defined, or <paramref name="among"/> is after <paramref name="reached"/>.
    /// </exception>
    public ObservedRate Rate(ConversionEvent reached, ConversionEvent among = ConversionEvent.Lead) => among <= reached
        ? new(Count(reached), Count(among))
        : throw new ArgumentOutOfRangeException(nameof(among), among, $"among is {among}; it must not be after {reached}.");

    /// <summary>The spend for each lead that reached an event.</summary>
    /// <param name="reached">The event.</param>
    /// <returns>The cost, with its interval; <see langword="null"/> if no spend is known.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reached"/> is not a defined event.</exception>
    public UnitCost? CostPer(ConversionEvent reached)
    {
        var count = Count(reached);
        return Spend is { } spend ? new(spend, count) : null;
    }

    /// <summary>
    /// Estimates the time from the first contact to the SQO, in days, by Kaplan and Meier: it compares leads of different age fairly. Leads
    /// that were lost before count as not yet qualified until the given day, so that 1 - S is the share that becomes an SQO.
    /// </summary>
    /// <returns>The estimate. Leads whose days are unknown, or whose SQO is before their first contact, are not in it.</returns>
    public KaplanMeier TimeToSqo() => KaplanMeier.Estimate(Durations(ConversionEvent.QualifiedOpportunity));

    /// <summary>
    /// Estimates the time from the first contact to winning (cause 1) against losing (cause 2), in days, by Aalen and Johansen.
    /// </summary>
    /// <returns>The estimate. Leads whose days are unknown, or that were won before their first contact, are not in it.</returns>
    public AalenJohansen TimeToWin() => AalenJohansen.Estimate(Durations(ConversionEvent.Won));

    /// <summary>The number of leads with an event before their first contact: in every count, and in no time.</summary>
    /// <param name="reached">The event.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reached"/> is not a defined event.</exception>
    public int OutOfOrder(ConversionEvent reached)
    {
        Guard.Defined(reached);
        return _units.Count(unit => unit.IsOutOfOrder(reached));
    }

    internal IEnumerable<FunnelUnit> Units => _units;

    internal CampaignSpend[] Spends => _spends;

    private int FirstSpend => Math.Max(_first, _spends.Min(spend => spend.Period.FirstDay));

    private IEnumerable<ObservedDuration> Durations(ConversionEvent reached) =>
        _units.Select(unit => unit.To(reached, _today, reached == ConversionEvent.Won)).OfType<ObservedDuration>();

    private decimal SpendUpTo(int day)
    {
        decimal sum = 0;
        foreach (var spend in _spends)
        {
            sum += _amounts.Of(spend.Amount, spend.Currency) * spend.DaysWithin(_first, Math.Min(day, _last)) / spend.Period.Days;
        }

        return sum;
    }

    private DateTime? PaidBack()
    {
        if (_spends.Length == 0) return null;
        (int Day, decimal Amount)[] income = [.. _units.SelectMany(unit => unit.Income ?? []).OrderBy(each => each.Day)];
        var net = NetValue;
        if (net < SpendUpTo(_today)) return null;
        // Between two days with income the spend only grows: what counts is the end of the day before.
        for (var i = income.Length - 1; i >= 0; i--)
        {
            var day = income[i].Day;
            for (net -= income[i].Amount; i > 0 && income[i - 1].Day == day; i--) net -= income[i - 1].Amount;
            if (net < SpendUpTo(day - 1)) return DayNumber.Date(Math.Max(day, FirstSpend));
        }

        return DayNumber.Date(FirstSpend);
    }
}

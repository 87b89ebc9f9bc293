using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What a model is given to forecast from: a history that ends with the last known day, and the periods to forecast.
/// Immutable.</summary>
/// <remarks>Nothing in it knows a later day: the history was cut, and asking it for one throws.</remarks>
public sealed class ForecastInput
{
    private readonly PipelineHistory _whole;
    private readonly AmountReader? _amounts;
    private PipelineHistory? _history;
    private MonthlyWon? _months;

    /// <summary>An input.</summary>
    /// <param name="history">The history; what it knows of later days is cut off.</param>
    /// <param name="asOf">The last known day.</param>
    /// <param name="periods">The periods to forecast: ascending, none overlapping another, all after <paramref name="asOf"/>; at least
    /// one.</param>
    /// <param name="options">The options; the defaults unless told.</param>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> or <paramref name="periods"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// There is no period, or one begins before the one before it has ended, or before <paramref name="asOf"/> has; or
    /// <paramref name="asOf"/> is of kind Local.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is not within the history.</exception>
    /// <exception cref="MissingExchangeRateException">A deal's amount is in a currency without a rate.</exception>
    public ForecastInput(PipelineHistory history, DateTime asOf, IEnumerable<ForecastPeriod> periods, ForecastOptions? options = null)
        : this(history, asOf, periods, options, readsAmounts: true)
    {
    }

    private ForecastInput(
        PipelineHistory history, DateTime asOf, IEnumerable<ForecastPeriod> periods, ForecastOptions? options, bool readsAmounts)
    {
        _whole = Guard.NotNull(history);
        Options = options ?? ForecastOptions.Default;
        var snapshot = history.AsOf(asOf);
        Today = snapshot.Day;
        AsOf = DayNumber.Date(DayNumber.Of(asOf));
        Periods = Check(Guard.NotNull(periods), AsOf);
        _amounts = readsAmounts ? new(Options.Rates) : null;
        Deals = new(snapshot.Opportunities, _amounts, Today);
        IsObservedFromGiven = history.IsObservedFromGiven;
        ObservedFrom = Math.Min(DayNumber.Of(IsObservedFromGiven ? history.ObservedFrom : History.ObservedFrom), Today + 1);
    }

    // An earlier day of the same reconstruction: the table is the same, and what closed later is open.
    private ForecastInput(ForecastInput later, int day, IReadOnlyList<ForecastPeriod> periods)
    {
        _whole = later._whole;
        Options = later.Options;
        Today = day;
        AsOf = DayNumber.Date(day);
        Periods = periods;
        Deals = later.Deals;
        _amounts = later._amounts;
        IsObservedFromGiven = later.IsObservedFromGiven;
        // Before the first closing nothing says that earlier ones are missing.
        ObservedFrom = IsObservedFromGiven ? Math.Min(later.ObservedFrom, day + 1) : later.ObservedFrom <= day ? later.ObservedFrom
            : Math.Min(FirstDay, day + 1);
    }

    /// <summary>The last known day; all of it is known.</summary>
    public DateTime AsOf { get; }

    /// <summary>The periods to forecast, ascending.</summary>
    public IReadOnlyList<ForecastPeriod> Periods { get; }

    /// <summary>Working days and exchange rates.</summary>
    public ForecastOptions Options { get; }

    /// <summary>The history up to <see cref="AsOf"/>; it can't be asked for a later day.</summary>
    public PipelineHistory History => _history ??= _whole.Until(AsOf);

    /// <summary>What is known: the newest snapshot of the history.</summary>
    public PipelineSnapshot Snapshot => History.AsOf(AsOf);

    /// <summary>What was won in each whole month from the first that could be seen to the last that is over.</summary>
    public MonthlyWon WonByMonth => _months ??= MonthlyWon.Of(this);

    /// <summary>
    /// The deals; with an earlier day of a reconstruction those of the later one, to be asked for what was <see cref="DealTable.Known"/>.
    /// </summary>
    internal DealTable Deals { get; }

    /// <summary>The first day that can be asked for.</summary>
    internal int FirstDay => DayNumber.Of(_whole.First);

    /// <summary>The day of the newest snapshot: <see cref="AsOf"/>, or earlier where none was kept on it.</summary>
    internal int Today { get; }

    /// <summary>
    /// The first day from which closings could be seen, by the history; the day after <see cref="Today"/> where that is later.
    /// </summary>
    internal int ObservedFrom { get; }

    /// <summary>Whether that day was given, and not taken from the records.</summary>
    internal bool IsObservedFromGiven { get; }

    /// <summary>The deals without a day of creation: what closed is known, and what is open has no age.</summary>
    internal IEnumerable<Opportunity> Undated()
    {
        foreach (var opportunity in History.Undated) yield return opportunity;
        foreach (var opportunity in Snapshot.Opportunities)
        {
            if (opportunity.CreatedDay == DayNumber.None) yield return opportunity;
        }
    }

    /// <summary>What an open deal is thought to be worth, in the currency of the forecast.</summary>
    internal decimal? AmountOf(Opportunity opportunity) => _amounts?.Amount(opportunity);

    /// <summary>An input whose amounts are all unknown, for what counts deals and no money: it takes no exchange rates.</summary>
    internal static ForecastInput OfCounts(
        PipelineHistory history, DateTime asOf, IEnumerable<ForecastPeriod> periods, ForecastOptions options) =>
        new(history, asOf, periods, options, readsAmounts: false);

    /// <summary>The input that there was at the end of an earlier day, to learn from what came after it.</summary>
    /// <param name="asOf">The day, not after <see cref="AsOf"/>.</param>
    /// <param name="periods">The periods to forecast from there.</param>
    /// <returns>The input.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="periods"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The periods can't be right, as in the constructor, or <paramref name="asOf"/> is of kind
    /// Local.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is after <see cref="AsOf"/>, or before the
    /// history.</exception>
    public ForecastInput At(DateTime asOf, IEnumerable<ForecastPeriod> periods)
    {
        var day = DayNumber.Checked(asOf);
        if (day > DayNumber.Of(AsOf))
        {
            throw new ArgumentOutOfRangeException(
                nameof(asOf), asOf, $"asOf is {DayNumber.Text(day)}; nothing is known after {DayNumber.Text(DayNumber.Of(AsOf))}.");
        }

        if (!_whole.IsReconstructed || day < FirstDay) return new(History, asOf, periods, Options);
        return new(this, day, Check(Guard.NotNull(periods), DayNumber.Date(day)));
    }

    /// <summary>What a model says of months as of an earlier day, kept for every later day of the same records.</summary>
    internal TLearned LearnedAt<TLearned>(
        ForecastModel model, DateTime day, IReadOnlyList<ForecastPeriod> months, Func<ForecastInput, TLearned> learn)
        where TLearned : class =>
        _whole.IsReconstructed ? Deals.Learned(model, DayNumber.Of(day), months.Count, () => learn(At(day, months)))
            : learn(At(day, months));

    /// <summary>What the deals that closed in a period were won for; those without a value apart.</summary>
    internal WonInPeriod WonIn(ForecastPeriod period)
    {
        double sum = 0;
        int count = 0, unvalued = 0;
        for (var i = 0; i < Deals.Created.Length; i++)
        {
            if (!Deals.IsWon[i] || Deals.Closed[i] > Today || !period.Holds(Deals.Closed[i])) continue;
            count++;
            if (double.IsNaN(Deals.Value[i])) unvalued++;
            else sum += Deals.Value[i];
        }

        return new(sum, count, unvalued);
    }

    /// <summary>The segments of the deals, as they were known.</summary>
    internal SegmentIndex SegmentsBy(Func<Opportunity, string?> segment) => Deals.SegmentsBy(segment, Today);

    /// <summary>A deal as it was known.</summary>
    internal Opportunity Known(int deal) => Deals.Known(deal, Today);

    /// <summary>How many won deals have no known value.</summary>
    internal int UnvaluedWins()
    {
        var count = 0;
        for (var i = 0; i < Deals.Created.Length; i++)
        {
            if (Deals.IsWon[i] && Deals.IsClosedBy(i, Today) && double.IsNaN(Deals.Value[i])) count++;
        }

        return count;
    }

    private static IReadOnlyList<ForecastPeriod> Check(IEnumerable<ForecastPeriod> periods, DateTime asOf)
    {
        ForecastPeriod[] all = [.. periods];
        if (all.Length == 0) throw new ArgumentException("There is no period; a forecast has at least one.", nameof(periods));
        var after = DayNumber.Of(asOf);
        foreach (var period in all)
        {
            if (period.FirstDay <= after)
            {
                throw new ArgumentException(
                    $"The period {period} begins on {DayNumber.Text(period.FirstDay)}; it must begin after {DayNumber.Text(after)}.",
                    nameof(periods));
            }

            after = period.LastDay;
        }

        return Array.AsReadOnly(all);
    }
}

using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The input of a model: a history that ends with the last known day, and the periods to forecast. Immutable.</summary>
/// <remarks>It contains nothing later than that day: the history is cut there, and asking it for a later day throws.</remarks>
public sealed class ForecastInput
{
    private readonly PipelineHistory _whole;
    private readonly AmountReader? _amounts;
    private PipelineHistory? _history;
    private MonthlyWon? _months;

    /// <summary>Creates an input.</summary>
    /// <param name="history">The history; later days are cut off.</param>
    /// <param name="asOf">The last known day.</param>
    /// <param name="periods">
    /// The periods to forecast: ascending, without overlap, all after <paramref name="asOf"/>; at least one.
    /// </param>
    /// <param name="options">The options. The default is <see cref="ForecastOptions.Default"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> or <paramref name="periods"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// There are no periods, or one begins before the previous one has ended, or not after <paramref name="asOf"/>; or
    /// <paramref name="asOf"/> has kind Local.
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

    // An earlier day of the same reconstruction: the table is the same, and deals that closed later are open.
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
        // Before the first closing, nothing indicates that earlier ones are missing.
        ObservedFrom = IsObservedFromGiven ? Math.Min(later.ObservedFrom, day + 1) : later.ObservedFrom <= day ? later.ObservedFrom
            : Math.Min(FirstDay, day + 1);
    }

    /// <summary>The last known day; all of it is known.</summary>
    public DateTime AsOf { get; }

    /// <summary>The periods to forecast, ascending.</summary>
    public IReadOnlyList<ForecastPeriod> Periods { get; }

    /// <summary>Working days and exchange rates.</summary>
    public ForecastOptions Options { get; }

    /// <summary>The history up to <see cref="AsOf"/>; asking it for a later day throws.</summary>
    public PipelineHistory History => _history ??= _whole.Until(AsOf);

    /// <summary>The newest snapshot of the history.</summary>
    public PipelineSnapshot Snapshot => History.AsOf(AsOf);

    /// <summary>The amounts won in each whole month from the first that could be observed to the last that is over.</summary>
    public MonthlyWon WonByMonth => _months ??= MonthlyWon.Of(this);

    /// <summary>
    /// The deals; for an earlier day of a reconstruction those of the later one, to be read by <see cref="DealTable.Known"/>.
    /// </summary>
    internal DealTable Deals { get; }

    /// <summary>The first available day.</summary>
    internal int FirstDay => DayNumber.Of(_whole.First);

    /// <summary>The day of the newest snapshot: <see cref="AsOf"/>, or earlier if none was stored on it.</summary>
    internal int Today { get; }

    /// <summary>
    /// The first day on which closings could be observed, according to the history; at most the day after <see cref="Today"/>.
    /// </summary>
    internal int ObservedFrom { get; }

    /// <summary>Whether that day was given, rather than taken from the records.</summary>
    internal bool IsObservedFromGiven { get; }

    /// <summary>The deals without a day of creation: closed ones are known, and open ones have no age.</summary>
    internal IEnumerable<Opportunity> Undated()
    {
        foreach (var opportunity in History.Undated) yield return opportunity;
        foreach (var opportunity in Snapshot.Opportunities)
        {
            if (opportunity.CreatedDay == DayNumber.None) yield return opportunity;
        }
    }

    /// <summary>The estimated amount of an open deal, in the currency of the forecast.</summary>
    internal decimal? AmountOf(Opportunity opportunity) => _amounts?.Amount(opportunity);

    /// <summary>Creates an input whose amounts are all unknown, for counting deals only: it needs no exchange rates.</summary>
    internal static ForecastInput OfCounts(
        PipelineHistory history, DateTime asOf, IEnumerable<ForecastPeriod> periods, ForecastOptions options) =>
        new(history, asOf, periods, options, readsAmounts: false);

    /// <summary>Gets the input as it was at the end of an earlier day, to learn from what happened afterwards.</summary>
    /// <param name="asOf">The day, not after <see cref="AsOf"/>.</param>
    /// <param name="periods">The periods to forecast from there.</param>
    /// <returns>The input.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="periods"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The periods are invalid, as in the constructor, or <paramref name="asOf"/> has kind Local.
    /// </exception>
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

    /// <summary>The result of a model for months as of an earlier day, cached for all later days of the same records.</summary>
    internal TLearned LearnedAt<TLearned>(
        ForecastModel model, DateTime day, IReadOnlyList<ForecastPeriod> months, Func<ForecastInput, TLearned> learn)
        where TLearned : class =>
        _whole.IsReconstructed ? Deals.Learned(model, DayNumber.Of(day), months.Count, () => learn(At(day, months)))
            : learn(At(day, months));

    /// <summary>The amounts won in a period; deals without a value are counted separately.</summary>
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

    /// <summary>
    /// The day from which the pipeline is full: after the first deal, three times as long as deals are open on average. At a constant rate
    /// of closing, 95 % of those created at the beginning have then closed.
    /// </summary>
    internal double FullFrom()
    {
        const int TimesOpen = 3;
        var known = Deals.CreatedBy(Today);
        if (known == 0) return ObservedFrom;
        double days = Options.Prior.Exposure;
        var closed = Options.Prior.Strength;
        for (var i = 0; i < known; i++)
        {
            days += Math.Max(0, Math.Min(Deals.Closed[i], Today) - Math.Max(Deals.Created[i], ObservedFrom));
            if (Deals.IsClosedBy(i, Today) && Deals.Closed[i] >= ObservedFrom) closed++;
        }

        return Deals.Created[0] + (TimesOpen * days / closed);
    }

    /// <summary>The number of won deals without a known value.</summary>
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

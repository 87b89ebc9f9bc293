using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// How long deals take to be won or lost, learned from a history: Aalen and Johansen (1978), by age in days, with delayed entry and
/// censoring, adjusted by segment and calendar. Immutable.
/// </summary>
/// <remarks>
/// <para>
/// Won and lost are competing risks. On each day of its age an open deal is won at a rate of won_j / n_j, and lost at a rate of
/// lost_j / n_j, as in <see cref="CumulativeIncidence"/>. Each rate is multiplied by factors of the deal's segment, of the month of
/// the quarter (one for young deals and one for older), of the kind of day, and, from two years of closings on, of the month of the
/// year. A factor is (counted + strength) / (expected + strength), divided by its mean weighted by the counts: it stays near 1 if the
/// counts are small, and a segment is shrunk towards the whole. Without segments and calendar the chances are those of
/// <see cref="CumulativeIncidence"/>.
/// </para>
/// <para>
/// Beyond <see cref="LongestClosedAge"/> the rates are 0: such a deal is stale. The data say so, and there is no minimum rate.
/// </para>
/// <para>
/// A history reconstructed from final records has the latest value of a field. A segment based on a field that is only filled in when
/// a deal closes (such as an account) then uses information that was not available at the time; snapshots avoid that.
/// </para>
/// </remarks>
public sealed class TimeToClose
{
    // Two of each month.
    internal const int MonthsForTheYear = 24;

    /// <summary>The id of the model that uses it.</summary>
    internal const string Id = "time-to-close";

    // A forecast distinguishes three years of days of age; older deals close at a single rate.
    private const int MostAges = 1_096;

    // Deals are stale if this many wins were expected at their ages and none came: by chance that happens once in twenty times.
    private const double WinsMissed = 3;

    private readonly double[] _wonRates;
    private readonly double[] _lostRates;
    private readonly double[] _wonFactors;
    private readonly double[] _lostFactors;
    private readonly CloseRates _won;
    private readonly SegmentIndex _segments;
    private readonly int _today;
    private readonly double _wonTail;
    private readonly double _lostTail;
    private readonly bool _hasStale = true;
    private double _wonLevel = 1;
    private double _lostLevel = 1;
    private double _levelVariance;

    internal TimeToClose(ForecastInput input, TimeToCloseOptions options, ForecastPrior? prior = null)
    {
        _today = input.Today;
        Calendar = input.Options.Calendar;
        Options = options;
        _segments = input.SegmentsBy(options.Segment);
        // A period derived from the first closing begins after it: otherwise it would count that closing but none of the wait for it.
        var from = prior is null || input.IsObservedFromGiven || MostCloseOn(input, input.ObservedFrom) ? input.ObservedFrom : input.ObservedFrom + 1;
        var table = RiskTable.Count(input.Deals, _segments, _today, from, Calendar, prior is null ? int.MaxValue : MostAges);
        if (prior is null) CheckHistory(table, Math.Max(0, _today - input.ObservedFrom + 1), options);
        WonCount = table.WonCount;
        LostCount = table.LostCount;
        LongestClosedAge = table.LongestClosedAge;
        Ages = prior is null ? table.Days : int.MaxValue;
        SameFrom = Math.Max(table.Days, options.YoungDays);

        var first = DayNumber.Date(input.ObservedFrom);
        var months = ((AsOf.Year - first.Year) * 12) + AsOf.Month - first.Month + 1;
        FollowsMonthsOfYear = options.FollowsCalendar && months >= MonthsForTheYear;
        _won = CloseRates.Fit(table, won: true, options, FollowsMonthsOfYear, prior);
        var lost = CloseRates.Fit(table, won: false, options, FollowsMonthsOfYear, prior);
        _wonTail = _won.Rate(table.Days);
        _lostTail = lost.Rate(table.Days);
        (_wonRates, _wonFactors) = Flatten(_won, table);
        (_lostRates, _lostFactors) = Flatten(lost, table);

        var segments = new SegmentFactors[table.Segments];
        for (var i = 0; i < segments.Length; i++)
        {
            segments[i] = new(_segments.Names[i], (long)_won.Segments.CountAt(i), (long)lost.Segments.CountAt(i), _won.Segments.ValueAt(i), lost.Segments.ValueAt(i));
        }

        Segments = Array.AsReadOnly(segments);
        var quarters = new QuarterMonthFactors[CalendarSlots.MonthsOfQuarter];
        for (var month = 0; month < quarters.Length; month++)
        {
            var young = month * DayKind.Bands;
            quarters[month] = new(
                month + 1, _won.QuarterMonths.ValueAt(young), _won.QuarterMonths.ValueAt(young + 1), lost.QuarterMonths.ValueAt(young), lost.QuarterMonths.ValueAt(young + 1));
        }

        QuarterMonths = Array.AsReadOnly(quarters);
        _levelVariance = 1.0 / Math.Max(1, WonCount);
        if (prior is null) return;
        _hasStale = table.TailDays * _won.KeptRate >= WinsMissed;
        FollowChanges(input, from, lost.Events);
    }

    /// <summary>The day at whose end it was learned.</summary>
    public DateTime AsOf => DayNumber.Date(_today);

    /// <summary>The number of won deals it was learned from.</summary>
    public long WonCount { get; }

    /// <summary>The number of lost deals it was learned from.</summary>
    public long LostCount { get; }

    /// <summary>The greatest age in days at which a deal closed; an open deal beyond it is stale.</summary>
    public int LongestClosedAge { get; }

    /// <summary>
    /// How the pace of wins has changed in the last twelve months, according to closings; <see langword="null"/> if it was not calculated.
    /// </summary>
    public RateChange? WonChange { get; private set; }

    /// <summary>
    /// How the pace of losses has changed in the last twelve months, according to closings; <see langword="null"/> if it was not
    /// calculated.
    /// </summary>
    public RateChange? LostChange { get; private set; }

    /// <summary>Whether the month of the year changes the rates: from 24 months of closings on.</summary>
    public bool FollowsMonthsOfYear { get; }

    /// <summary>The segments, in the order of their first deals.</summary>
    public IReadOnlyList<SegmentFactors> Segments { get; }

    /// <summary>The three months of a quarter.</summary>
    public IReadOnlyList<QuarterMonthFactors> QuarterMonths { get; }

    internal WorkingCalendar Calendar { get; }

    internal SegmentIndex SegmentIndex => _segments;

    internal TimeToCloseOptions Options { get; }

    internal int Ages { get; }

    /// <summary>The age from which deals of all ages close at the same rates.</summary>
    internal int SameFrom { get; }

    /// <summary>The number of factors that a chance can depend on: the months of a quarter by band of age, and the segments.</summary>
    internal int FactorCount => _won.QuarterMonths.Size + _won.Segments.Size;

    /// <summary>Learns the time to close from what was known at the end of a day.</summary>
    /// <param name="history">The deals.</param>
    /// <param name="asOf">The last day that counts.</param>
    /// <param name="options">How to learn. The default is <see cref="TimeToCloseOptions.Default"/>.</param>
    /// <param name="calendar">The working days. The default is Monday to Friday.</param>
    /// <returns>The time to close.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="asOf"/> has kind Local; or there are too many segments to learn: thousands of them.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is not within the history, or in December 9999.</exception>
    /// <exception cref="TooLittleHistoryException">There are too few won deals, or closings were observed over too few days.</exception>
    /// <example><code>
    /// TimeToClose time = TimeToClose.Fit(history, asOf);
    /// double? chance = time.ChanceWon(opportunities[0], asOf.AddDays(90));
    /// </code></example>
    public static TimeToClose Fit(PipelineHistory history, DateTime asOf, TimeToCloseOptions? options = null, WorkingCalendar? calendar = null)
    {
        options ??= TimeToCloseOptions.Default;
        return new(ForecastInput.OfCounts(history, asOf, ForecastPeriod.NextMonths(asOf, 1), new(calendar)), options);
    }

    /// <summary>Determines whether an open deal is older than any deal was when it closed.</summary>
    /// <param name="opportunity">The deal.</param>
    /// <returns>Whether it is stale; <see langword="false"/> if it is closed, or its day of creation is unknown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="opportunity"/> is <see langword="null"/>.</exception>
    public bool IsStale(Opportunity opportunity) =>
        Guard.NotNull(opportunity) is { Outcome: OpportunityOutcome.Open, Created: { } created } && IsStaleAt(_today - DayNumber.Of(created));

    /// <summary>Whether an age is beyond all at which deals closed, with enough deals observed there to be significant.</summary>
    internal bool IsStaleAt(int age) => _hasStale && age > LongestClosedAge;

    /// <summary>Gets the probability that an open deal is won after <see cref="AsOf"/>, up to the end of a day.</summary>
    /// <param name="opportunity">The deal.</param>
    /// <param name="by">The day, after <see cref="AsOf"/>.</param>
    /// <returns>
    /// From 0 to 1; <see langword="null"/> if the deal is closed, or its day of creation is unknown or later than <see cref="AsOf"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="opportunity"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="by"/> has kind Local, or is not after <see cref="AsOf"/>.</exception>
    public double? ChanceWon(Opportunity opportunity, DateTime by)
    {
        Guard.NotNull(opportunity);
        var day = DayNumber.Checked(by);
        if (day <= _today) throw new ArgumentException($"by is {DayNumber.Text(day)}; it must be a day after {DayNumber.Text(_today)}.", nameof(by));
        if (opportunity is not { Outcome: OpportunityOutcome.Open, Created: { } created } || created.Date > AsOf) return null;
        var segment = SegmentOf(opportunity);
        var chances = new ClosingChances(this, [ForecastPeriod.Of(AsOf.AddDays(1), by)], _today);
        return chances.Of(segment, _today - DayNumber.Of(created))[0];
    }

    internal double DailyWon(int segment, int slot, int age)
    {
        var rate = age < _wonRates.Length ? _wonRates[age] : _wonTail;
        return Math.Min(1, rate * _wonFactors[DayKind.Of(segment, slot, _won.Band(age))] * _wonLevel);
    }

    internal double DailyLost(int segment, int slot, int age)
    {
        var rate = age < _lostRates.Length ? _lostRates[age] : _lostTail;
        return Math.Min(1, rate * _lostFactors[DayKind.Of(segment, slot, _won.Band(age))] * _lostLevel);
    }

    /// <summary>Adds an expected amount to the factors that it depends on.</summary>
    internal void AddShares(double[] shares, int period, int segment, int slot, int age, double amount)
    {
        var at = period * FactorCount;
        shares[at + _won.QuarterMonths.Place(DayKind.Of(segment, slot, _won.Band(age)))] += amount;
        shares[at + _won.QuarterMonths.Size + segment] += amount;
    }

    /// <summary>
    /// The variance of an expected amount divided by its square that comes from learning the rates: of each factor by the amount that
    /// depends on it, and of the rates of the ages by the won deals they were counted from.
    /// </summary>
    internal double RelativeVariance(double[] shares, int period, double amount)
    {
        if (amount <= 0) return 0;
        var at = period * FactorCount;
        var sum = _levelVariance;
        for (var place = 0; place < FactorCount; place++)
        {
            var share = shares[at + place] / amount;
            var variance = place < _won.QuarterMonths.Size ? _won.QuarterMonths.RelativeVariance(place) : _won.Segments.RelativeVariance(place - _won.QuarterMonths.Size);
            sum += share * share * variance;
        }

        return sum;
    }

    /// <summary>The index of a deal's segment; one that is not in the history has the rates of the whole.</summary>
    internal int SegmentOf(Opportunity opportunity) => _segments.PlaceOf(Options.Segment(opportunity));

    private static void CheckHistory(RiskTable table, int days, TimeToCloseOptions options)
    {
        if (table.WonCount < options.MinimumWon) throw new TooLittleHistoryException(Id, HistoryUnits.WonDeals, (int)table.WonCount, options.MinimumWon);
        if (days < options.MinimumDays) throw new TooLittleHistoryException(Id, HistoryUnits.ObservedDays, days, options.MinimumDays);
    }

    // If most of a short history closed on the first day, keep that day.
    private static bool MostCloseOn(ForecastInput input, int day)
    {
        int on = 0, all = 0;
        foreach (var closed in input.Deals.Closed)
        {
            if (closed > input.Today) continue;
            all++;
            if (closed == day) on++;
        }

        return 2 * on > all;
    }

    private void FollowChanges(ForecastInput input, int from, double lostEvents)
    {
        var months = new MonthlyClosings(input.Deals, this, _today, from);
        var won = LevelOverTime.Of(months.Won, months.ExpectedWon, _won.Events);
        var lost = LevelOverTime.Of(months.Lost, months.ExpectedLost, lostEvents);
        _wonLevel = won.Mean;
        _lostLevel = lost.Mean;
        _levelVariance = won.Variance / (won.Mean * won.Mean);
        WonChange = ChangeOf(won, months);
        LostChange = ChangeOf(lost, months);
    }

    private static RateChange? ChangeOf(LevelOverTime level, MonthlyClosings months) =>
        level.MonthsSinceChange is { } since ? new(level.Chance, months.MonthFromLast(since), level.Change, level.Mean) : null;

    private static (double[] Rates, double[] Factors) Flatten(CloseRates fit, RiskTable table)
    {
        var rates = new double[table.Days];
        for (var age = 0; age < rates.Length; age++) rates[age] = fit.Rate(age);

        // One more segment, without its own factor.
        var factors = new double[DayKind.Count(table.Segments + 1)];
        for (var kind = 0; kind < factors.Length; kind++) factors[kind] = fit.Factor(kind);
        return (rates, factors);
    }
}

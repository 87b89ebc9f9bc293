using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The funnel by campaign, channel, source or anything else: how many leads became MQLs, SQOs and wins, what they cost and brought in, and
/// which differences are more than chance. Immutable.
/// </summary>
public sealed class CampaignFunnel
{
    private readonly CampaignFunnelOptions _options;
    private readonly AmountReader _amounts;
    private readonly int _today;
    private readonly FunnelUnit[] _units;
    private CohortCurves? _curves;
    private IReadOnlyList<CampaignCohort>? _cohorts;

    private CampaignFunnel(FunnelReader reader, CampaignFunnelOptions options, int today)
    {
        _options = options;
        _today = today;
        _amounts = reader.Amounts;
        _units = [.. reader.Units];
        NotYet = reader.NotYet;
        UnknownLeads = reader.UnknownLeads;
        UnmatchedRefunds = reader.UnmatchedRefunds;
        All = new(_units, options.SpendArray, _amounts, today);
        Campaigns = Array.AsReadOnly(RowsOf(reader));
    }

    /// <summary>The day at whose end the funnel is measured.</summary>
    public DateTime AsOf => DayNumber.Date(_today);

    /// <summary>The code of the currency of every amount; <see langword="null"/> when no amount named one.</summary>
    public string? Currency => _amounts.Currency;

    /// <summary>The event whose rate is compared, ranked and projected.</summary>
    public ConversionEvent Compared => _options.Compared;

    /// <summary>All leads.</summary>
    public FunnelFigures All { get; }

    /// <summary>
    /// The campaigns: those that are ranked by <see cref="CampaignRow.Rank"/>, then those with too few leads in ordinal order, then the
    /// leads whose campaign is unknown. Together they have all leads and all spend.
    /// </summary>
    public IReadOnlyList<CampaignRow> Campaigns { get; }

    /// <summary>The cohorts of all leads by first contact, ascending; leads whose first contact is unknown are in none.</summary>
    public IReadOnlyList<CampaignCohort> Cohorts => LazyField.Of(ref _cohorts) ?? LazyField.Keep(ref _cohorts, CohortsOf(All));

    /// <summary>
    /// The first day on which the data has the compared event, if leads from before it would have reached it earlier at the pace of later
    /// cohorts, with a chance of at most 0.001 that they did not; else <see langword="null"/>. Earlier events are then missing, and cohorts
    /// that began before this day can't be compared with later ones.
    /// </summary>
    public DateTime? RecordedFrom => DayNumber.DateOrNull(Curves.RecordedFrom);

    /// <summary>
    /// How many of the compared event were to be expected before <see cref="RecordedFrom"/>; <see langword="null"/> if that is.
    /// </summary>
    public double? ExpectedBefore => Curves.RecordedFrom == DayNumber.None ? null : Curves.ExpectedBefore;

    /// <summary>The number of leads and opportunities that began after <see cref="AsOf"/>, and are not counted.</summary>
    public int NotYet { get; }

    /// <summary>The number of opportunities whose lead is not among the leads: each counts as one without a lead.</summary>
    public int UnknownLeads { get; }

    /// <summary>The number of refunds up to <see cref="AsOf"/> of opportunities that are unknown or not won: they are in no sum.</summary>
    public int UnmatchedRefunds { get; }

    internal CampaignFunnelOptions Options => _options;

    private CohortCurves Curves => LazyField.Of(ref _curves) ?? LazyField.Keep(ref _curves, new(
        _units, _options.Compared, _today, day => Checked(_options.Cohort(DayNumber.Date(day)), day)));

    /// <summary>Counts the funnel.</summary>
    /// <param name="leads">The leads, each with a different id; empty if there are only opportunities.</param>
    /// <param name="opportunities">
    /// The opportunities, joined by <see cref="Opportunity.LeadId"/>. One without a lead counts as a lead by itself.
    /// </param>
    /// <param name="asOf">The day at whose end the funnel is measured; anything later is unknown.</param>
    /// <param name="dimension">What leads are grouped by. The default is <see cref="FunnelDimension.Campaign"/>.</param>
    /// <param name="options">The options. The default is <see cref="CampaignFunnelOptions.Default"/>.</param>
    /// <returns>The funnel.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="leads"/> or <paramref name="opportunities"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="asOf"/> has kind Local, two leads or two opportunities have the same id, or a probability is not from 0 to 1.
    /// </exception>
    /// <exception cref="MissingExchangeRateException">An amount is in a currency without a rate.</exception>
    /// <exception cref="OverflowException">A sum is too large for a decimal.</exception>
    /// <example><code>
    /// CampaignFunnel funnel = CampaignFunnel.Of(leads, opportunities, asOf, FunnelDimension.Campaign);
    /// Console.WriteLine(funnel.ToText(ExplanationTexts.English));
    /// </code></example>
    public static CampaignFunnel Of(
        IEnumerable<Lead> leads,
        IEnumerable<Opportunity> opportunities,
        DateTime asOf,
        FunnelDimension? dimension = null,
        CampaignFunnelOptions? options = null)
    {
        Guard.NotNull(leads);
        Guard.NotNull(opportunities);
        var today = DayNumber.Checked(asOf);
        options ??= CampaignFunnelOptions.Default;
        var reader = new FunnelReader(options, dimension ?? FunnelDimension.Campaign, today);
        reader.Read(leads, opportunities);
        return new(reader, options, today);
    }

    /// <summary>
    /// Compares every two ranked campaigns, with the correction of Benjamini and Hochberg over all pairs.
    /// </summary>
    /// <returns>The differences, the smallest p-value first, equal ones by rank; n campaigns have n (n - 1) / 2.</returns>
    public IReadOnlyList<CampaignDifference> Differences()
    {
        CampaignRow[] ranked = [.. Campaigns.Where(row => row.Rank is not null)];
        var pairs = new List<(string Campaign, string? Other, RateDifference Rates)>();
        for (var i = 0; i < ranked.Length; i++)
        {
            for (var j = i + 1; j < ranked.Length; j++)
            {
                pairs.Add((ranked[i].Name!, ranked[j].Name, new(RateOf(ranked[i].Figures), RateOf(ranked[j].Figures))));
            }
        }

        return Array.AsReadOnly(Compare(pairs).OrderBy(difference => difference.PValue).ToArray());
    }

    /// <summary>
    /// Gets what the next amount of money would bring each campaign: from its spend and the compared event by period of first contact, from
    /// its first spend to the latest period that is ripe.
    /// </summary>
    /// <param name="amount">The amount, above 0, in <see cref="Currency"/>.</param>
    /// <returns>One for each campaign whose spend is known, in the order of <see cref="Campaigns"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not above 0.</exception>
    public IReadOnlyList<NextSpend> Next(decimal amount)
    {
        if (amount <= 0) throw new ArgumentOutOfRangeException(
            nameof(amount), amount, $"amount is {InvariantText.Of(amount)}; it must be above 0.");
        var usable = Cohorts.Where(cohort => !cohort.IsIncomplete && cohort.IsRipe != false && cohort.Period.LastDay <= _today);
        ForecastPeriod[] periods = [.. usable.Select(cohort => cohort.Period)];
        var paid = Campaigns.Where(row => row.Figures.Spend is not null);
        return Array.AsReadOnly(paid.Select(row => NextOf(row, periods, amount)).ToArray());
    }

    /// <summary>Writes what the next amount of money would bring in words, with what is not sure or not known.</summary>
    /// <param name="amount">The amount, above 0, in <see cref="Currency"/>.</param>
    /// <param name="texts">The texts of a language.</param>
    /// <returns>The text, one line per campaign.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not above 0.</exception>
    public string NextToText(decimal amount, ExplanationTexts texts) => new CampaignWriter(Guard.NotNull(texts)).WriteNext(this, amount);

    /// <summary>Writes the funnel in words: the counts, each campaign, and what can't be compared and why.</summary>
    /// <param name="texts">The texts of a language.</param>
    /// <returns>The text, one line per statement.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts) => new CampaignWriter(Guard.NotNull(texts)).Write(this);

    internal double? Shrunk(FunnelFigures figures)
    {
        if (RateOf(All).Value is not { } rate) return null;
        var own = RateOf(figures);
        return ((rate * _options.Strength) + own.Successes) / (_options.Strength + own.Trials);
    }

    internal ObservedRate RateOf(FunnelFigures figures) => figures.Rate(_options.Compared);

    internal IReadOnlyList<CampaignCohort> CohortsOf(FunnelFigures figures)
    {
        var cohorts = new List<CampaignCohort>();
        var dated = figures.Units.Where(unit => unit.First != DayNumber.None);
        foreach (var cohort in dated.GroupBy(Curves.PeriodOf).OrderBy(group => group.Key))
        {
            FunnelUnit[] units = [.. cohort];
            var of = new FunnelFigures(units, figures.Spends, _amounts, _today, cohort.Key);
            cohorts.Add(new(
                cohort.Key, of, of.Count(_options.Compared), Curves.Ripeness(cohort.Key, units), Curves.IsIncomplete(cohort.Key)));
        }

        return Array.AsReadOnly(cohorts.ToArray());
    }

    private NextSpend NextOf(CampaignRow row, ForecastPeriod[] periods, decimal amount)
    {
        var counts = row.Cohorts.ToDictionary(cohort => cohort.Period, cohort => cohort.Figures.Count(_options.Compared));
        var first = row.Figures.Spends.Min(spend => spend.Period.FirstDay);
        SpendPeriod[] own =
        [
            .. periods.Where(period => period.LastDay >= first).Select(period => new SpendPeriod(
                new FunnelFigures([], row.Figures.Spends, _amounts, _today, period).Spend ?? 0,
                counts.TryGetValue(period, out var count) ? count : 0)),
        ];
        var spent = own.Sum(period => period.Spend);
        return new(
            row.Name, SpendCurve.Of(own), own.Length, own.Length == 0 ? 0 : own[own.Length - 1].Spend, amount,
            spent == 0 ? null : (double)(amount / spent) * own.Sum(period => period.Count), _options.Confidence);
    }

    private CampaignRow[] RowsOf(FunnelReader reader)
    {
        var spends = _options.SpendArray.ToLookup(spend => spend.Campaign, StringComparer.Ordinal);
        // A campaign that has cost something and brought no lead is a row as well.
        foreach (var spend in spends)
        {
            if (spend.Any(each => each.DaysWithin(DayNumber.None, _today) > 0)) reader.Groups.For(spend.Key);
        }

        var groups = reader.Groups.Ordered()
            .Select(group => (group.Name, Figures: new FunnelFigures(group.Units, spends[group.Name], _amounts, _today))).ToList();
        var ranked = groups.Where(group => group.Name is not null && group.Figures.Leads >= _options.MinimumCount)
            .OrderByDescending(group => Shrunk(group.Figures)).ToList();
        var all = RateOf(All);
        var differences = Compare(ranked.ConvertAll(group => (group.Name!, (string?)null, ToOthers(RateOf(group.Figures)))));
        var rows = ranked.Select((group, i) => new CampaignRow(this, group.Name, group.Figures, i + 1, differences[i]));
        return [.. rows, .. groups.Except(ranked).Select(group => new CampaignRow(this, group.Name, group.Figures, null, null))];

        RateDifference ToOthers(ObservedRate rate) => new(rate, new(all.Successes - rate.Successes, all.Trials - rate.Trials));
    }

    private CampaignDifference[] Compare(List<(string Campaign, string? Other, RateDifference Rates)> pairs)
    {
        var pValues = pairs.ConvertAll(pair => FisherExactTest.PValue(pair.Rates.First, pair.Rates.Second));
        var adjusted = BenjaminiHochberg.Adjust(pValues);
        return [.. pairs.Select((pair, i) =>
            new CampaignDifference(pair.Campaign, pair.Other, pair.Rates, _options.Confidence, pValues[i], adjusted[i]))];
    }

    private static ForecastPeriod Checked(ForecastPeriod period, int day) => period.Holds(day)
        ? period
        : throw new InvalidOperationException(
            $"The period of the cohort of {DayNumber.Text(day)} is {period}; it must contain that day.");
}

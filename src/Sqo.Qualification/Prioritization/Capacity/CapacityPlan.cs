using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A plan for limited selling time: which open deals to work on, who works on them, and for how long, so that the expected value is as
/// great as possible (a knapsack problem, Dantzig 1957). Plain data; immutable. The same deals and owners in any order give the same plan.
/// </summary>
public sealed class CapacityPlan
{
    private readonly OwnerPlan[] _owners;
    private readonly LeftOutDeal[] _leftOut;
    private readonly UnknownDeal[] _unknown;
    private readonly PlanLimitUse[] _limits;
    private readonly string[] _idle;
    private readonly PlanTerm[] _terms;
    private RevenueDistribution? _revenue;

    internal CapacityPlan(PlanResult result)
    {
        _owners = result.Owners;
        _leftOut = result.LeftOut;
        _unknown = result.Unknown;
        _limits = result.Limits;
        _idle = result.Idle;
        _terms = result.Terms;
        Currency = result.Currency;
        Period = result.Period;
        Seed = result.Seed;
        Previous = result.Previous;
        Method = result.Method;
        IsExact = result.IsExact;
        WithoutEffort = result.WithoutEffort;
        var value = new ExactSum();
        foreach (var term in _terms) value.Add((double)term.Value * term.Probability);
        ExpectedValue = value.Value;
        Bound = Math.Max(ExpectedValue, result.Bound);
        Bottleneck = result.Bottleneck;
        ValueSpread = result.ValueSpread;
        HoursSpread = result.HoursSpread;
        foreach (var owner in _owners)
        {
            Hours += owner.Hours;
            Used += owner.Used;
            Overload += owner.Overload;
        }
    }

    /// <summary>The parts of the owners, in ordinal order of their names.</summary>
    public IReadOnlyList<OwnerPlan> Owners => Array.AsReadOnly(_owners);

    /// <summary>
    /// The known deals that get no time, each with its reason: those with the greatest gain per hour first. Those that were not weighed
    /// come last.
    /// </summary>
    public IReadOnlyList<LeftOutDeal> LeftOut => Array.AsReadOnly(_leftOut);

    /// <summary>The deals that can't be weighed, each with what is unknown about it, in ordinal order of their ids.</summary>
    public IReadOnlyList<UnknownDeal> Unknown => Array.AsReadOnly(_unknown);

    /// <summary>How far each limit is used.</summary>
    public IReadOnlyList<PlanLimitUse> Limits => Array.AsReadOnly(_limits);

    /// <summary>The owners with hours who have no deals of their own, in ordinal order.</summary>
    public IReadOnlyList<string> OwnersWithoutDeals => Array.AsReadOnly(_idle);

    /// <summary>The period of the hours; <see langword="null"/> if they state none.</summary>
    public ForecastPeriod? Period { get; }

    /// <summary>The code of the currency of the values; <see langword="null"/> if no deal names one, or the values are custom.</summary>
    public string? Currency { get; }

    /// <summary>The seed that broke ties.</summary>
    public long Seed { get; }

    /// <summary>What came of the previous plan; <see langword="null"/> if none was given.</summary>
    public PlanOutcome? Previous { get; }

    /// <summary>The selling time of the team.</summary>
    public TimeSpan Hours { get; }

    /// <summary>The time that the plan gives.</summary>
    public TimeSpan Used { get; }

    /// <summary>What must be done beyond the hours of the owners who have to do it.</summary>
    public TimeSpan Overload { get; }

    /// <summary>
    /// The expected value of the deals of the plan, as far as it is known, and of deals with a response curve that get no time and may be
    /// won without effort (<see cref="WithoutEffort"/> is the part that needs none).
    /// </summary>
    public double ExpectedValue { get; }

    /// <summary>The part of the expected value that deals with a response curve have without any effort.</summary>
    public double WithoutEffort { get; }

    /// <summary>
    /// An upper bound of the expected value of any plan: that of the linear relaxation, in which a deal can be worked in part. With limits
    /// it is a Lagrangian bound, which can lie above that of the relaxation.
    /// </summary>
    public double Bound { get; }

    /// <summary>
    /// How the deals were selected: of the owners' methods the one that promises least.
    /// </summary>
    public PlanMethod Method { get; }

    /// <summary>
    /// Whether no other plan brings more, given the deals that must be done and who does them. Values are compared to eleven digits.
    /// </summary>
    public bool IsExact { get; }

    /// <summary>By how much the plan can be short of the best one: 0 if it is exact, and otherwise the distance to the bound.</summary>
    public double Shortfall => IsExact ? 0 : Bound - ExpectedValue;

    /// <summary>What keeps the plan from bringing more.</summary>
    public PlanBottleneck Bottleneck { get; }

    /// <summary>
    /// How the expected value is spread over the owners with hours: the greatest expected value per hour of selling time less the least,
    /// divided by that of the team. 0 if all have the same.
    /// </summary>
    public double ValueSpread { get; }

    /// <summary>
    /// How the hours are spread: the greatest share of the own hours that an owner uses less the least, divided by that of the team.
    /// </summary>
    public double HoursSpread { get; }

    /// <summary>The distribution of what the plan brings, the deals independent of each other.</summary>
    /// <remarks>
    /// <see cref="RevenueDistribution.Widened"/> adds the uncertainty that all deals share. Deals without a known expected value are not
    /// in it.
    /// </remarks>
    public RevenueDistribution Revenue => LazyField.Of(ref _revenue) ?? LazyField.Keep(
        ref _revenue, RevenueDistribution.Of(_terms, term => term.Id, term => term.Value, term => term.Probability));

    /// <summary>Makes a plan of deals that take fixed blocks of time.</summary>
    /// <param name="deals">The open deals, in any order.</param>
    /// <param name="owners">The hours of the owners, in any order.</param>
    /// <param name="effort">The time that a deal still takes, from 0 to 10,000 hours; <see langword="null"/> when unknown.</param>
    /// <param name="probability">
    /// The probability that a deal is won, from 0 to 1; <see langword="null"/> or NaN when unknown. The default is that of the record.
    /// </param>
    /// <param name="value">
    /// The value of a deal if won, 0 or more; <see langword="null"/> when unknown. The default is the amount of the record.
    /// </param>
    /// <param name="options">The rules. The default is <see cref="CapacityPlanOptions.Default"/>.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="deals"/>, <paramref name="owners"/> or <paramref name="effort"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// A deal is <see langword="null"/> or closed, an id or an owner appears twice, the owners have different periods, or a function gave a
    /// value outside its range; the message names the deal or the owner.
    /// </exception>
    /// <exception cref="MissingExchangeRateException">An amount is in a currency without a rate.</exception>
    /// <example><code>
    /// OwnerHours[] owners = [OwnerHours.In("Ann", ForecastPeriod.Of(asOf, asOf.AddDays(6)), TimeSpan.FromHours(20))];
    /// CapacityPlan plan = CapacityPlan.Create(opportunities, owners, effort: o => TimeSpan.FromHours(4));
    /// Console.WriteLine(plan.ToText());
    /// </code></example>
    public static CapacityPlan Create(
        IEnumerable<Opportunity> deals,
        IEnumerable<OwnerHours> owners,
        Func<Opportunity, TimeSpan?> effort,
        Func<Opportunity, double?>? probability = null,
        Func<Opportunity, decimal?>? value = null,
        CapacityPlanOptions? options = null)
    {
        Guard.NotNull(effort);
        return Create(deals, owners, deal => effort(deal) is { } time ? PlanReader.Block(deal, time) : null, probability, value, options);
    }

    /// <summary>Makes a plan of deals that take fixed blocks of time or have response curves.</summary>
    /// <param name="deals">The open deals, in any order.</param>
    /// <param name="owners">The hours of the owners, in any order.</param>
    /// <param name="effort">The effort that a deal still takes; <see langword="null"/> when unknown.</param>
    /// <param name="probability">
    /// The probability that a deal is won, from 0 to 1; <see langword="null"/> or NaN when unknown. The default is that of the record. It
    /// isn't asked of a deal with a response curve, whose curve has the probabilities.
    /// </param>
    /// <param name="value">
    /// The value of a deal if won, 0 or more; <see langword="null"/> when unknown. The default is the amount of the record.
    /// </param>
    /// <param name="options">The rules. The default is <see cref="CapacityPlanOptions.Default"/>.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="deals"/>, <paramref name="owners"/> or <paramref name="effort"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// A deal is <see langword="null"/> or closed, an id or an owner appears twice, the owners have different periods, or a function gave a
    /// value outside its range; the message names the deal or the owner.
    /// </exception>
    /// <exception cref="MissingExchangeRateException">An amount is in a currency without a rate.</exception>
    public static CapacityPlan Create(
        IEnumerable<Opportunity> deals,
        IEnumerable<OwnerHours> owners,
        Func<Opportunity, Effort?> effort,
        Func<Opportunity, double?>? probability = null,
        Func<Opportunity, decimal?>? value = null,
        CapacityPlanOptions? options = null)
    {
        var reader = new PlanReader(
            Guard.NotNull(deals), Guard.NotNull(owners), Guard.NotNull(effort), probability, value, options ?? CapacityPlanOptions.Default);
        return new(reader.Plan());
    }

    /// <summary>
    /// Gets the probability that the plan brings at least an amount, such as a quota, the deals independent of each other.
    /// </summary>
    /// <param name="amount">The amount; 0 or below gives 1.</param>
    /// <returns>From 0 to 1.</returns>
    public double ChanceOfAtLeast(decimal amount) => Revenue.ProbabilityAtLeast(amount);

    /// <summary>Finds out why a deal is not in the plan.</summary>
    /// <param name="id">The id of the deal.</param>
    /// <returns>
    /// The reason; <see langword="null"/> if the deal is in the plan, can't be weighed (<see cref="Unknown"/>), or wasn't given.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    public LeftOutDeal? WhyNot(string id)
    {
        Guard.NotNull(id);
        return Array.Find(_leftOut, deal => string.Equals(deal.Deal.Id, id, StringComparison.Ordinal));
    }

    /// <summary>Gets the reason why a deal is not in the plan, in words.</summary>
    /// <param name="deal">The deal, from <see cref="LeftOut"/>.</param>
    /// <param name="texts">The texts of the language. The default is <see cref="ExplanationTexts.English"/>.</param>
    /// <returns>One sentence.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="deal"/> is <see langword="null"/>.</exception>
    public string ReasonOf(LeftOutDeal deal, ExplanationTexts? texts = null) =>
        new PlanWriter(texts ?? ExplanationTexts.English, Currency).Reason(Guard.NotNull(deal));

    /// <summary>Locks the plan: returns it as plain data to keep.</summary>
    /// <param name="asOf">The moment, in UTC or with an unspecified kind.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> has kind Local.</exception>
    public PlanRecord Lock(DateTime asOf)
    {
        Guard.NotLocal(asOf);
        var value = new ExactSum();
        foreach (var owner in _owners)
        {
            foreach (var deal in owner.Deals) value.Add(deal.ExpectedValue ?? 0);
        }

        return new(asOf, Period, value.Value, _owners.SelectMany(owner => owner.Deals).Select(
            deal => new PlanRecordDeal(deal.Deal.Id, deal.Owner, deal.Time, deal.Value, deal.Probability, deal.MustDo)));
    }

    /// <summary>Gets the plan in words: the team, each owner with the deals, and what was left out.</summary>
    /// <param name="texts">The texts of the language. The default is <see cref="ExplanationTexts.English"/>.</param>
    /// <param name="mostLeftOut">The most deals that are listed as left out, 0 or more. The default is 5.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mostLeftOut"/> is below 0.</exception>
    public string ToText(ExplanationTexts? texts = null, int mostLeftOut = 5) =>
        new PlanWriter(texts ?? ExplanationTexts.English, Currency).Plan(this, Guard.NotNegative(mostLeftOut));

    /// <summary>The number of deals, the time and the expected value, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var deals = InvariantText.Count(_owners.Sum(owner => (long)owner.Deals.Count), "deal", "deals");
        return $"{deals}, {InvariantText.Of(Used)} of {InvariantText.Of(Hours)}, {InvariantText.Of(ExpectedValue)}";
    }
}

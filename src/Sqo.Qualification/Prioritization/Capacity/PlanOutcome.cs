using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What came of a locked plan: the hours, the value, and what was won. Immutable.</summary>
public sealed class PlanOutcome
{
    private readonly PlanOutcomeDeal[] _deals;

    private PlanOutcome(PlanRecord plan, PlanOutcomeDeal[] deals, Opportunity[] unplanned, AmountReader amounts)
    {
        Plan = plan;
        _deals = deals;
        foreach (var deal in deals)
        {
            PlannedTime += deal.Planned.Time;
            if (deal.Worked is { } worked) WorkedTime += worked;
            else UnknownTimes++;
            if (deal.Deal is null) Missing++;
            else if (deal.Outcome == OpportunityOutcome.Won) Won++;
            else if (deal.Outcome == OpportunityOutcome.Lost) Lost++;
            else Open++;
            WonValue += deal.WonValue ?? 0;
            if (deal.Outcome == OpportunityOutcome.Won && deal.WonValue is null) UnknownValues++;
        }

        WonUnplanned = unplanned.Length;
        foreach (var deal in unplanned) WonValueUnplanned += amounts.Value(deal) ?? 0;
        Currency = amounts.Currency;
    }

    /// <summary>The plan.</summary>
    public PlanRecord Plan { get; }

    /// <summary>What came of each of its deals, in the order of the plan.</summary>
    public IReadOnlyList<PlanOutcomeDeal> Deals => Array.AsReadOnly(_deals);

    /// <summary>The time that the plan gave.</summary>
    public TimeSpan PlannedTime { get; }

    /// <summary>The time that was spent on its deals, as far as it is known.</summary>
    public TimeSpan WorkedTime { get; }

    /// <summary>Of how many deals the time spent is unknown: it is not counted as 0.</summary>
    public int UnknownTimes { get; }

    /// <summary>The number of its deals that were won.</summary>
    public int Won { get; }

    /// <summary>The number of its deals that were lost.</summary>
    public int Lost { get; }

    /// <summary>The number of its deals that are still open.</summary>
    public int Open { get; }

    /// <summary>The number of its deals that are no longer there.</summary>
    public int Missing { get; }

    /// <summary>The value of its deals that were won.</summary>
    public decimal WonValue { get; }

    /// <summary>The number of its won deals whose value is unknown: it is not counted as 0.</summary>
    public int UnknownValues { get; }

    /// <summary>How many other deals were won since the plan was locked.</summary>
    public int WonUnplanned { get; }

    /// <summary>The value of those, as far as it is known.</summary>
    public decimal WonValueUnplanned { get; }

    /// <summary>The code of the currency of the values; <see langword="null"/> if no deal names one.</summary>
    public string? Currency { get; }

    /// <summary>Compares a locked plan with the deals as they are now.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="deals">The deals as they are now, open and closed, in any order.</param>
    /// <param name="worked">
    /// The time that was spent on a deal since the plan was locked, 0 or more; <see langword="null"/> when unknown. The default is that it
    /// is unknown for all.
    /// </param>
    /// <param name="rates">The exchange rates; without them all values must be in one currency.</param>
    /// <returns>What came of the plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> or <paramref name="deals"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A deal is <see langword="null"/>, an id appears twice, or a time spent is below 0; the message names the deal.
    /// </exception>
    /// <exception cref="MissingExchangeRateException">A value is in a currency without a rate.</exception>
    /// <exception cref="OverflowException">A sum is too large for a decimal.</exception>
    public static PlanOutcome Of(
        PlanRecord plan, IEnumerable<Opportunity> deals, Func<Opportunity, TimeSpan?>? worked = null, ExchangeRates? rates = null)
    {
        Guard.NotNull(plan);
        var now = GivenDeals.ById(Guard.NotNull(deals), nameof(deals));
        var amounts = new AmountReader(rates);
        var planned = new HashSet<string>(plan.Deals.Select(deal => deal.Id), StringComparer.Ordinal);
        var lockedOn = DayNumber.Of(plan.LockedAt);
        var lines = plan.Deals.Select(deal =>
        {
            now.TryGetValue(deal.Id, out var found);
            var isWon = found?.Outcome == OpportunityOutcome.Won;
            return new PlanOutcomeDeal(deal, found, found is null ? null : Time(found, worked), isWon ? amounts.Value(found!) : null);
        });
        var others = now.Values.Where(deal =>
            deal.Outcome == OpportunityOutcome.Won && deal.ClosedDay > lockedOn && !planned.Contains(deal.Id));
        return new(plan, [.. lines], [.. others.OrderBy(deal => deal.Id, StringComparer.Ordinal)], amounts);
    }

    /// <summary>Gets the outcome in words.</summary>
    /// <param name="texts">The texts of the language. The default is <see cref="ExplanationTexts.English"/>.</param>
    /// <returns>The text, a line each for the hours, the deals and the value.</returns>
    public string ToText(ExplanationTexts? texts = null) => new PlanWriter(texts ?? ExplanationTexts.English, Currency).Outcome(this);

    /// <summary>The outcome in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToText();

    private static TimeSpan? Time(Opportunity deal, Func<Opportunity, TimeSpan?>? worked)
    {
        var time = worked?.Invoke(deal);
        if (time is not { } spent || spent >= TimeSpan.Zero) return time;
        throw new ArgumentException(
            $"The time spent on opportunity \"{Excerpt.Of(deal.Id)}\" is {InvariantText.Of(spent)}; it must be 0 or above.",
            nameof(worked));
    }
}

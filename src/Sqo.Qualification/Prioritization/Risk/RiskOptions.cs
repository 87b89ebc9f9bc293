using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>When a deal is at risk. The thresholds are usual ones, not learned from data: set those of your sales. Immutable.</summary>
public sealed class RiskOptions
{
    private static readonly RiskSign[] All =
    [
        RiskSign.Pushed, RiskSign.NoContact, RiskSign.LongInStage, RiskSign.CloseOverdue, RiskSign.LargeAmount, RiskSign.FewContacts,
        RiskSign.NewCompetitor,
    ];

    /// <summary>Creates options.</summary>
    /// <param name="mostPushes">
    /// How often the expected close may be pushed to a later calendar month, 0 or more. The default is 2.
    /// </param>
    /// <param name="contactDays">For how many working days there may be no contact, 0 or more. The default is 14.</param>
    /// <param name="stageQuantile">
    /// The share of won deals that were in the stage for as long at most, above 0, at most 1. The default is 0.9.
    /// </param>
    /// <param name="overdueDays">By how many days the expected close may be past, 0 or more. The default is 0.</param>
    /// <param name="amountQuantile">
    /// The share of won deals whose amounts an amount is compared with, above 0, at most 1. The default is 0.95.
    /// </param>
    /// <param name="amountMultiple">
    /// How many times the greatest of these amounts an amount may be, above 0. The default is 1.5.
    /// </param>
    /// <param name="leastContacts">How many people at the customer there must be, 1 or more. The default is 2.</param>
    /// <param name="competitorDays">For how many days a competitor is new, 1 or more. The default is 30.</param>
    /// <param name="leastWon">How many won deals a comparison needs, 1 or more; with fewer it is unknown. The default is 20.</param>
    /// <param name="signs">The signs to look for. The default is all.</param>
    /// <param name="value">
    /// The value at risk, such as the amount or the expected value, in one currency: the greatest comes first. The default is
    /// <see langword="null"/>: the deals with most signs come first.
    /// </param>
    /// <param name="similar">
    /// The group of a deal: amounts are compared with those of its group, in its currency. The default is the product.
    /// </param>
    /// <param name="lastContact">
    /// The day of the last contact, <see langword="null"/> when unknown. The default is the last touchpoint that is not by marketing.
    /// </param>
    /// <param name="pushes">
    /// How often the expected close was pushed, if the CRM counts it, <see langword="null"/> when unknown. It is used for deals of which
    /// fewer than two snapshots show the expected close. The default is <see langword="null"/>: snapshots only.
    /// </param>
    /// <param name="calendar">The working days. The default is Monday to Friday.</param>
    /// <param name="seed">The seed of the hash that breaks ties. The default is 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or a sign is not a defined one.</exception>
    public RiskOptions(
        int mostPushes = 2,
        int contactDays = 14,
        double stageQuantile = 0.9,
        int overdueDays = 0,
        double amountQuantile = 0.95,
        double amountMultiple = 1.5,
        int leastContacts = 2,
        int competitorDays = 30,
        int leastWon = 20,
        IEnumerable<RiskSign>? signs = null,
        Func<Opportunity, decimal?>? value = null,
        Func<Opportunity, string?>? similar = null,
        Func<Opportunity, DateTime?>? lastContact = null,
        Func<Opportunity, int?>? pushes = null,
        WorkingCalendar? calendar = null,
        long seed = 0)
    {
        MostPushes = Guard.NotNegative(mostPushes);
        ContactDays = Guard.NotNegative(contactDays);
        StageQuantile = Share(stageQuantile, nameof(stageQuantile));
        OverdueDays = Guard.NotNegative(overdueDays);
        AmountQuantile = Share(amountQuantile, nameof(amountQuantile));
        AmountMultiple = Guard.Positive(amountMultiple);
        LeastContacts = Guard.AtLeast(1, leastContacts);
        CompetitorDays = Guard.AtLeast(1, competitorDays);
        LeastWon = Guard.AtLeast(1, leastWon);
        Signs = Array.AsReadOnly<RiskSign>(
            [.. (signs ?? All).Select(sign => Guard.Defined(sign, nameof(signs))).Distinct().OrderBy(sign => sign)]);
        Value = value;
        Similar = similar ?? (static deal => deal.Product);
        LastContact = lastContact;
        Pushes = pushes;
        Calendar = calendar ?? WorkingCalendar.MondayToFriday;
        Seed = seed;
    }

    /// <summary>The default options.</summary>
    public static RiskOptions Default { get; } = new();

    /// <summary>How often the expected close may be pushed to a later calendar month.</summary>
    public int MostPushes { get; }

    /// <summary>For how many working days there may be no contact.</summary>
    public int ContactDays { get; }

    /// <summary>The share of won deals that were in the stage for as long at most.</summary>
    public double StageQuantile { get; }

    /// <summary>By how many days the expected close may be past.</summary>
    public int OverdueDays { get; }

    /// <summary>The share of won deals whose amounts an amount is compared with.</summary>
    public double AmountQuantile { get; }

    /// <summary>How many times the greatest of these amounts an amount may be.</summary>
    public double AmountMultiple { get; }

    /// <summary>How many people at the customer there must be.</summary>
    public int LeastContacts { get; }

    /// <summary>For how many days a competitor is new.</summary>
    public int CompetitorDays { get; }

    /// <summary>How many won deals a comparison needs.</summary>
    public int LeastWon { get; }

    /// <summary>The signs to look for, in their order.</summary>
    public IReadOnlyList<RiskSign> Signs { get; }

    /// <summary>The value at risk; <see langword="null"/> if none was given.</summary>
    public Func<Opportunity, decimal?>? Value { get; }

    /// <summary>The group of a deal whose amounts are compared.</summary>
    public Func<Opportunity, string?> Similar { get; }

    /// <summary>The day of the last contact; <see langword="null"/> for that of the touchpoints.</summary>
    public Func<Opportunity, DateTime?>? LastContact { get; }

    /// <summary>How often the expected close was pushed, if the CRM counts it; <see langword="null"/> if it doesn't.</summary>
    public Func<Opportunity, int?>? Pushes { get; }

    /// <summary>The working days.</summary>
    public WorkingCalendar Calendar { get; }

    /// <summary>The seed of the hash that breaks ties.</summary>
    public long Seed { get; }

    private static double Share(double value, string name) => value > 0 && value <= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is {InvariantText.Of(value)}; it must lie above 0 and at most at 1.");
}

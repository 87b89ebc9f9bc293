using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What was paid back to the customer of a won opportunity, in the currency of the opportunity. Immutable.</summary>
public sealed class DealRefund
{
    /// <summary>Creates a refund.</summary>
    /// <param name="opportunityId">The id of the won opportunity; not blank.</param>
    /// <param name="day">The day it was paid back, of any kind except Local.</param>
    /// <param name="amount">The amount, 0 or above.</param>
    /// <exception cref="ArgumentNullException"><paramref name="opportunityId"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="opportunityId"/> is blank, or <paramref name="day"/> has kind Local.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    public DealRefund(string opportunityId, DateTime day, decimal amount)
    {
        OpportunityId = Guard.NotBlank(opportunityId);
        AtDay = DayNumber.Checked(day);
        Amount = CampaignAmount.NotNegative(amount);
    }

    /// <summary>The id of the won opportunity.</summary>
    public string OpportunityId { get; }

    /// <summary>The day it was paid back.</summary>
    public DateTime Day => DayNumber.Date(AtDay);

    /// <summary>The amount.</summary>
    public decimal Amount { get; }

    internal int AtDay { get; }
}

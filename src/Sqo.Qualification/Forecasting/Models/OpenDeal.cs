using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>An open deal: its amount, and how likely it is to be won in each of the coming periods. Immutable.</summary>
public sealed class OpenDeal
{
    // Shared by many deals of one age with the same chances; it never changes.
    private readonly double[] _chances;

    /// <summary>Creates an open deal of a custom model.</summary>
    /// <param name="opportunity">The deal.</param>
    /// <param name="amount">The amount if it is won, 0 or above; <see langword="null"/> if unknown.</param>
    /// <param name="chances">
    /// The probability that it is won in each period, each from 0 to 1. A deal is won once, so they add up to at most 1.
    /// </param>
    /// <param name="isAmountAssumed">
    /// Whether the deal has no amount, and <paramref name="amount"/> was taken from others. The default is <see langword="false"/>.
    /// </param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="opportunity"/> or <paramref name="chances"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">The chances add up to more than 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A chance is NaN or outside 0 to 1, or <paramref name="amount"/> is below 0.
    /// </exception>
    public OpenDeal(Opportunity opportunity, decimal? amount, IEnumerable<double> chances, bool isAmountAssumed = false)
        : this(Checked([.. Guard.NotNull(chances)], Guard.NotNull(opportunity)), opportunity, Checked(amount, opportunity), isAmountAssumed)
    {
    }

    private OpenDeal(double[] chances, Opportunity opportunity, decimal? amount, bool isAmountAssumed)
    {
        Opportunity = opportunity;
        Amount = amount;
        _chances = chances;
        IsAmountAssumed = isAmountAssumed && amount is not null;
    }

    /// <summary>The deal.</summary>
    public Opportunity Opportunity { get; }

    /// <summary>
    /// The amount if it is won, in the currency of the forecast; <see langword="null"/> if the amount or the chance is unknown:
    /// then it is in no sum.
    /// </summary>
    public decimal? Amount { get; }

    /// <summary>The probability that it is won in each period, from 0 to 1. A deal is won once, so they add up to at most 1.</summary>
    public IReadOnlyList<double> Chances => Array.AsReadOnly(_chances);

    /// <summary>Whether the deal has no amount, and <see cref="Amount"/> is that of won deals of its segment.</summary>
    public bool IsAmountAssumed { get; }

    /// <summary>The array of chances, which must not be changed.</summary>
    internal double[] ChanceTable => _chances;

    /// <summary>Creates a deal with valid chances that are shared with others: they are not copied, and must not change.</summary>
    internal static OpenDeal Sharing(double[] chances, Opportunity opportunity, decimal? amount, bool isAmountAssumed) =>
        new(chances, opportunity, amount, isAmountAssumed);

    private static decimal? Checked(decimal? amount, Opportunity deal) => amount is { } given && given < 0
        ? throw new ArgumentOutOfRangeException(
            nameof(amount), amount, $"The amount of deal \"{deal.Id}\" is {InvariantText.Of(given)}; it must be 0 or above.")
        : amount;

    private static double[] Checked(double[] chances, Opportunity deal)
    {
        // Rounding may take the sum of many slightly above 1.
        const double Slack = 1e-9;
        double sum = 0;
        foreach (var chance in chances)
        {
            sum += chance >= 0 && chance <= 1 ? chance : throw new ArgumentOutOfRangeException(
                nameof(chances), chances, $"A chance of deal \"{deal.Id}\" is {InvariantText.Of(chance)}; it must lie from 0 to 1.");
        }

        return sum <= 1 + Slack ? chances : throw new ArgumentException(
            $"The chances of deal \"{deal.Id}\" add up to {InvariantText.Of(sum)}; it is won once, so they must not exceed 1.",
            nameof(chances));
    }
}

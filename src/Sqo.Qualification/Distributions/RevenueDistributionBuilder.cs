using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Collects the terms of a <see cref="RevenueDistribution"/>. An invalid term throws immediately; the message contains the deal's id.
/// </summary>
public sealed class RevenueDistributionBuilder
{
    private readonly RevenueTerms _terms = new();

    internal RevenueDistributionBuilder()
    {
    }

    internal double SpreadAsked { get; private set; }

    /// <summary>
    /// Adds a deal, which is won completely or not at all. A deal may be added several times, with its probability for each period: it is
    /// won once, so its probabilities add up.
    /// </summary>
    /// <param name="id">The deal's id, compared by ordinal.</param>
    /// <param name="amount">The amount if won, 0 or more, the same each time.</param>
    /// <param name="probability">The probability that it is won, from 0 to 1; 1 if it is already won.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="amount"/> is below 0, or <paramref name="probability"/> is NaN or outside 0 to 1.
    /// </exception>
    public RevenueDistributionBuilder Deal(string id, decimal amount, double probability)
    {
        Guard.NotBlank(id);
        if (amount < 0) throw new ArgumentOutOfRangeException(
            nameof(amount), amount, $"The amount of deal \"{id}\" is {InvariantText.Of(amount)}; it must be 0 or above.");
        if (!(probability >= 0 && probability <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(probability), probability,
                $"The probability of deal \"{id}\" is {InvariantText.Of(probability)}; it must lie from 0 to 1.");
        }

        _terms.AddDeal(id, amount, probability);
        return this;
    }

    /// <summary>Adds deals that don't exist yet, all of one amount: their number has a Poisson distribution.</summary>
    /// <param name="expectedWins">The expected number of wins, 0 or more.</param>
    /// <param name="amount">The amount of each, 0 or more.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="expectedWins"/> is NaN, infinite or below 0, or <paramref name="amount"/> is below 0.
    /// </exception>
    public RevenueDistributionBuilder NewBusiness(double expectedWins, decimal amount) => NewBusiness(expectedWins, [amount]);

    /// <summary>Adds deals that don't exist yet: a Poisson number of them, each with one of the given, equally likely amounts.</summary>
    /// <param name="expectedWins">The expected number of wins, 0 or more.</param>
    /// <param name="amounts">The possible amounts of a deal, such as those of past wins; at least one, each 0 or more.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="amounts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="amounts"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="expectedWins"/> is NaN, infinite or below 0, or one of <paramref name="amounts"/> is below 0.
    /// </exception>
    public RevenueDistributionBuilder NewBusiness(double expectedWins, IReadOnlyList<decimal> amounts)
    {
        Guard.NotNull(amounts);
        var weights = new double[amounts.Count];
        for (var i = 0; i < weights.Length; i++) weights[i] = 1;
        return NewBusiness(expectedWins, amounts, weights);
    }

    /// <summary>Adds deals that don't exist yet: a Poisson number of them, each with one of the given amounts, drawn by weight.</summary>
    /// <param name="expectedWins">The expected number of wins, 0 or more.</param>
    /// <param name="amounts">The possible amounts of a deal; at least one, each 0 or more.</param>
    /// <param name="weights">The relative likelihood of each amount; one per amount, each 0 or more, not all 0.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="amounts"/> or <paramref name="weights"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are no amounts, the number of weights differs, or all weights are 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="expectedWins"/> or a weight is NaN, infinite or below 0, or an amount is below 0.
    /// </exception>
    public RevenueDistributionBuilder NewBusiness(double expectedWins, IReadOnlyList<decimal> amounts, IReadOnlyList<double> weights)
    {
        Guard.NotNegative(expectedWins);
        var total = CheckAmounts(Guard.NotNull(amounts), Guard.NotNull(weights));
        for (var i = 0; i < amounts.Count; i++) _terms.AddNew(amounts[i], expectedWins * (weights[i] / total));
        return this;
    }

    /// <summary>Widens the distribution by a factor that all deals share, as <see cref="RevenueDistribution.Widened"/> does.</summary>
    /// <param name="spread">
    /// The standard deviation of the mean that the shared factor alone causes, as a share of the mean; 0 or more. The default is 0: deals
    /// are independent.
    /// </param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="spread"/> is NaN, infinite or below 0.</exception>
    public RevenueDistributionBuilder Spread(double spread)
    {
        SpreadAsked = Guard.NotNegative(spread);
        return this;
    }

    /// <summary>Validates amounts and weights, and returns the sum of the weights.</summary>
    internal static double CheckAmounts(IReadOnlyList<decimal> amounts, IReadOnlyList<double> weights)
    {
        if (amounts.Count == 0) throw new ArgumentException("There is no amount; new business needs at least one.", nameof(amounts));
        if (weights.Count != amounts.Count)
        {
            throw new ArgumentException(
                $"There are {InvariantText.Of((long)weights.Count)} weights for {InvariantText.Of((long)amounts.Count)} amounts; each amount " +
                "needs one.",
                nameof(weights));
        }

        var total = 0.0;
        for (var i = 0; i < amounts.Count; i++)
        {
            if (amounts[i] < 0)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(amounts), amounts,
                    $"Amount {InvariantText.Of((long)i)} of the new business is {InvariantText.Of(amounts[i])}; it must be 0 or above.");
            }

            if (!(weights[i] >= 0) || double.IsInfinity(weights[i]))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(weights),
                    weights,
                    $"Weight {InvariantText.Of((long)i)} of the new business is {InvariantText.Of(weights[i])}; it must be a finite number, " +
                    "0 or above.");
            }

            total += weights[i];
        }

        if (!(total > 0) || double.IsInfinity(total)) throw new ArgumentException(
            $"The weights add up to {InvariantText.Of(total)}; the sum must be a finite number above 0.", nameof(weights));
        return total;
    }

    internal RevenueTerms Build() => _terms;
}

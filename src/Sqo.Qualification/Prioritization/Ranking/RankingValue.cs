using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What deals are ranked by: factors that are multiplied or added. The greatest value comes first. Immutable.</summary>
/// <remarks>Each deal's factors are in the result, and multiply or add up to its value, in their order.</remarks>
public sealed class RankingValue
{
    /// <summary>The id of <see cref="Score"/>.</summary>
    public const string ScoreId = "score";

    /// <summary>The id of <see cref="ExpectedValue"/>.</summary>
    public const string ExpectedValueId = "expected-value";

    /// <summary>The id of <see cref="ExpectedValuePerHour"/>.</summary>
    public const string ExpectedValuePerHourId = "expected-value-per-hour";

    /// <summary>The id of <see cref="ValueAtRiskOfSlipping"/>.</summary>
    public const string ValueAtRiskOfSlippingId = "value-at-risk-of-slipping";

    /// <summary>
    /// The prefix that makes the id of a value the id of the text that names it in a language, see <see cref="ExplanationTexts.With"/>.
    /// </summary>
    public const string LabelPrefix = "ranked-by.";

    private readonly RankingFactor[] _factors;

    private RankingValue(string id, IEnumerable<RankingFactor> factors, bool isSum, string? label)
    {
        Id = Guard.NotBlank(id);
        Label = label;
        IsSum = isSum;
        _factors = [.. Guard.NotNull(factors)];
        if (_factors.Length == 0)
        {
            throw new ArgumentException($"The value \"{id}\" has no factor; it must have at least one.", nameof(factors));
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var factor in _factors)
        {
            if (factor is null) throw new ArgumentException($"A factor of the value \"{id}\" is null.", nameof(factors));
            if (!ids.Add(factor.Id))
            {
                throw new ArgumentException($"The value \"{id}\" has two factors \"{factor.Id}\"; ids must be unique.", nameof(factors));
            }

            if (isSum && factor.Divides)
            {
                throw new ArgumentException(
                    $"The factor \"{factor.Id}\" divides, and the value \"{id}\" is a sum; only a product is divided.", nameof(factors));
            }
        }
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>The name in texts; <see langword="null"/> for the built-in values, which texts name in each language.</summary>
    public string? Label { get; }

    /// <summary>Whether the factors are added rather than multiplied.</summary>
    public bool IsSum { get; }

    /// <summary>The factors, in their order.</summary>
    public IReadOnlyList<RankingFactor> Factors => Array.AsReadOnly(_factors);

    /// <summary>The score.</summary>
    /// <param name="score">The score; <see langword="null"/> when unknown.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="score"/> is <see langword="null"/>.</exception>
    public static RankingValue Score(Func<Opportunity, double?> score) => Product(ScoreId, [RankingFactor.Score(score)]);

    /// <summary>Expected value = value x probability.</summary>
    /// <param name="probability">The probability that a deal is won, from 0 to 1; <see langword="null"/> when unknown.</param>
    /// <param name="value">The value, such as <c>o =&gt; o.Amount</c>, in one currency for all deals.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException">A function is <see langword="null"/>.</exception>
    public static RankingValue ExpectedValue(Func<Opportunity, double?> probability, Func<Opportunity, decimal?> value) =>
        Product(ExpectedValueId, [RankingFactor.Value(value), RankingFactor.Probability(probability)]);

    /// <summary>Expected value per hour = value x probability / hours of remaining effort.</summary>
    /// <param name="probability">The probability that a deal is won, from 0 to 1; <see langword="null"/> when unknown.</param>
    /// <param name="value">The value, in one currency for all deals; <see langword="null"/> when unknown.</param>
    /// <param name="effort">The remaining effort, above 0; <see langword="null"/> when unknown.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException">A function is <see langword="null"/>.</exception>
    public static RankingValue ExpectedValuePerHour(
        Func<Opportunity, double?> probability, Func<Opportunity, decimal?> value, Func<Opportunity, TimeSpan?> effort) =>
        Product(
            ExpectedValuePerHourId, [RankingFactor.Value(value), RankingFactor.Probability(probability), RankingFactor.Effort(effort)]);

    /// <summary>
    /// Value at risk of slipping = value x P(won) x (1 - P(won in the period) / P(won)): the part of the expected value that comes after
    /// the period.
    /// </summary>
    /// <param name="probability">P(won), from 0 to 1; <see langword="null"/> when unknown.</param>
    /// <param name="value">The value, in one currency for all deals; <see langword="null"/> when unknown.</param>
    /// <param name="wonInPeriod">
    /// P(won in the period), from 0 to 1, such as that of a time to close by the last day of the period; <see langword="null"/> when
    /// unknown.
    /// </param>
    /// <param name="period">
    /// The period, if only deals that are expected to close by its end count, see <see cref="RankingFactor.Slipping"/>. The default is
    /// <see langword="null"/>: all count.
    /// </param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException">A function is <see langword="null"/>.</exception>
    public static RankingValue ValueAtRiskOfSlipping(
        Func<Opportunity, double?> probability, Func<Opportunity, decimal?> value, Func<Opportunity, double?> wonInPeriod,
        ForecastPeriod? period = null) =>
        Product(
            ValueAtRiskOfSlippingId,
            [
                RankingFactor.Value(value), RankingFactor.Probability(probability),
                RankingFactor.Slipping(probability, wonInPeriod, period),
            ]);

    /// <summary>A custom function.</summary>
    /// <param name="id">The id, also that of its only factor.</param>
    /// <param name="value">The value, a finite number; <see langword="null"/> or NaN when unknown.</param>
    /// <param name="label">The name in texts. The default is the id.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> or <paramref name="value"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    public static RankingValue Custom(string id, Func<Opportunity, double?> value, string? label = null) =>
        Product(id, [new RankingFactor(id, value, label)], label);

    /// <summary>The product of factors.</summary>
    /// <param name="id">The id.</param>
    /// <param name="factors">The factors, at least one, with unique ids. Those that divide do so in their place.</param>
    /// <param name="label">The name in texts. The default is the id.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> or <paramref name="factors"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/> is blank, there is no factor, one is <see langword="null"/>, or two have the same id.
    /// </exception>
    public static RankingValue Product(string id, IEnumerable<RankingFactor> factors, string? label = null) =>
        new(id, factors, false, label);

    /// <summary>The sum of factors.</summary>
    /// <param name="id">The id.</param>
    /// <param name="factors">The factors, at least one, with unique ids; none divides.</param>
    /// <param name="label">The name in texts. The default is the id.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> or <paramref name="factors"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/> is blank, there is no factor, one is <see langword="null"/> or divides, or two have the same id.
    /// </exception>
    public static RankingValue Sum(string id, IEnumerable<RankingFactor> factors, string? label = null) => new(id, factors, true, label);

    /// <summary>The same value, multiplied by more factors, such as urgency or competition.</summary>
    /// <param name="factors">The factors.</param>
    /// <returns>The value, with the same id.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="factors"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A factor is <see langword="null"/>, or two have the same id.</exception>
    /// <exception cref="InvalidOperationException">The value is a sum of several factors: they would no longer add up to it.</exception>
    public RankingValue Times(params RankingFactor[] factors)
    {
        Guard.NotNull(factors);
        if (IsSum && _factors.Length > 1)
        {
            throw new InvalidOperationException(
                $"The value \"{Id}\" is a sum of {InvariantText.Of((long)_factors.Length)} factors; only a product can be multiplied.");
        }

        return new(Id, _factors.Concat(factors), false, Label);
    }

    /// <summary>The id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Id;

    /// <summary>The value of a deal; NaN when unknown.</summary>
    internal double Of(Opportunity deal)
    {
        var factors = _factors;
        var value = factors[0].Divides ? 1 / factors[0].Of(deal) : factors[0].Of(deal);
        for (var i = 1; i < factors.Length; i++) value = Combined(value, factors[i], factors[i].Of(deal));
        return double.IsInfinity(value) || double.IsNaN(value) ? Unknown(deal, value) : value;
    }

    /// <summary>The factors of a deal as they are read: NaN when unknown.</summary>
    internal double[] FactorsOf(Opportunity deal)
    {
        var factors = new double[_factors.Length];
        for (var i = 0; i < factors.Length; i++) factors[i] = _factors[i].Read(deal);
        return factors;
    }

    /// <summary>The factors of a deal: they multiply or add up to its value, in their order.</summary>
    internal RankingPart[] PartsOf(Opportunity deal, double[] factors)
    {
        var parts = new RankingPart[factors.Length];
        for (var i = 0; i < parts.Length; i++) parts[i] = _factors[i].PartOf(deal, factors[i]);
        return parts;
    }

    /// <summary>Multiplies or adds up parts.</summary>
    internal double Total(IReadOnlyList<double> parts)
    {
        var value = _factors[0].Divides ? 1 / parts[0] : parts[0];
        for (var i = 1; i < _factors.Length; i++) value = Combined(value, _factors[i], parts[i]);
        return value;
    }

    private double Combined(double value, RankingFactor factor, double part) =>
        IsSum ? value + part : factor.Divides ? value / part : value * part;

    // Factors are finite or NaN; anything else is an overflow.
    private double Unknown(Opportunity deal, double value)
    {
        if (double.IsNaN(value) && Array.Exists(_factors, factor => double.IsNaN(factor.Of(deal)))) return double.NaN;
        throw new InvalidOperationException(
            $"The value \"{Id}\" of the deal \"{deal.Id}\" is {InvariantText.Of(value)}; it must be a finite number.");
    }
}

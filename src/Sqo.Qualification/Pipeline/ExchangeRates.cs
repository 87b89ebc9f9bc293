using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Exchange rates from other currencies to one target currency. Codes are compared character by character, ignoring case. Immutable.
/// </summary>
public sealed class ExchangeRates
{
    private readonly Dictionary<string, decimal> _rates = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Creates exchange rates to a currency.</summary>
    /// <param name="target">The code of the currency that amounts are converted to, such as "EUR".</param>
    /// <param name="rates">
    /// The value of one unit of each currency in the target currency, above 0, by currency code. The rate of the target itself is 1 and can
    /// be omitted. The default is no rates: every amount must then be in the target currency.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A code is blank or appears twice, a rate is not above 0, or the rate of the target is not 1; the message lists every fault.
    /// </exception>
    public ExchangeRates(string target, IEnumerable<KeyValuePair<string, decimal>>? rates = null)
    {
        Target = Guard.NotBlank(target);
        var faults = new List<string>();
        foreach (var rate in rates ?? [])
        {
            var code = PipelineText.OrNull(rate.Key);
            var name = code is null ? "a blank code" : $"\"{Excerpt.Of(code)}\"";
            if (code is null) faults.Add("a code is blank; it must contain a visible character");
            else if (_rates.ContainsKey(code)) faults.Add($"the code {name} appears twice, ignoring case; it must appear once");
            else _rates.Add(code, rate.Value);
            if (rate.Value <= 0)
            {
                faults.Add($"the rate of {name} is {InvariantText.Of(rate.Value)}; it must be above 0");
            }
            else if (rate.Value != 1 && string.Equals(code, target, StringComparison.OrdinalIgnoreCase))
            {
                faults.Add($"the rate of {name} is {InvariantText.Of(rate.Value)}; the rate of the target is 1");
            }
        }

        if (faults.Count > 0) throw new ArgumentException(
            "The exchange rates are invalid:" + string.Concat(faults.Select(fault => "\n- " + fault)), nameof(rates));
        _rates[target] = 1;
    }

    /// <summary>The code of the currency that amounts are converted to.</summary>
    public string Target { get; }

    /// <summary>Whether there is a rate for a currency.</summary>
    /// <param name="currency">The code; <see langword="null"/> means the target.</param>
    /// <returns>Whether an amount in it can be converted.</returns>
    public bool Knows(string? currency) => currency is null || _rates.ContainsKey(currency);

    /// <summary>Converts an amount to the target.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="currency">The code of its currency; <see langword="null"/> means the target.</param>
    /// <returns>The amount times the rate, not rounded.</returns>
    /// <exception cref="MissingExchangeRateException">There is no rate for that currency.</exception>
    /// <exception cref="OverflowException">The result is too large for a decimal.</exception>
    public decimal Convert(decimal amount, string? currency) => Convert(amount, currency, null);

    internal decimal Convert(decimal amount, string? currency, string? opportunityId)
    {
        if (currency is null) return amount;
        return _rates.TryGetValue(currency, out var rate)
            ? amount * rate
            : throw new MissingExchangeRateException(currency, Target, opportunityId);
    }
}

using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>An amount in a currency. Two are equal if both of their values are.</summary>
/// <param name="Currency">The code of the currency; <see langword="null"/> if none was given.</param>
/// <param name="Amount">The amount.</param>
public readonly record struct CurrencyAmount(string? Currency, decimal Amount)
{
    /// <summary>The amount and the currency, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Currency is null ? InvariantText.Of(Amount) : $"{InvariantText.Of(Amount)} {Currency}";
}

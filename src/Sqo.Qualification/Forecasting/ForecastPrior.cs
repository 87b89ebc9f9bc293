using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// What a forecast takes for granted of deals before a company's own history says better: it counts for as much as a few closed deals do,
/// and fades
/// as they come. Immutable.
/// </summary>
public sealed class ForecastPrior
{
    /// <summary>A prior, all parts with defaults.</summary>
    /// <param name="winRate">The share of closed deals that are won, above 0 and below 1. The default is 0.25.</param>
    /// <param name="cycleDays">How many days a deal is open on average, above 0. The default is 60.</param>
    /// <param name="amount">What a won deal brings on average, above 0; <see langword="null"/>, the default, takes the amounts of the deals
    /// at hand.</param>
    /// <param name="strength">For how many closed deals it counts, above 0. The default is 3.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">An argument is outside of its range.</exception>
    public ForecastPrior(double winRate = 0.25, double cycleDays = 60, decimal? amount = null, double strength = 3)
    {
        WinRate = Guard.OpenUnit(winRate);
        CycleDays = Guard.Positive(cycleDays);
        Amount = amount is { } given && given <= 0
            ? throw new System.ArgumentOutOfRangeException(nameof(amount), amount, $"amount is {InvariantText.Of(given)}; it must be above 0.")
            : amount;
        Strength = Guard.Positive(strength);
    }

    /// <summary>
    /// The weak prior of the library: one deal in four is won, deals are open for 60 days, and it counts for three closed deals.
    /// </summary>
    public static ForecastPrior Default { get; } = new();

    /// <summary>The share of closed deals that are won.</summary>
    public double WinRate { get; }

    /// <summary>How many days a deal is open on average.</summary>
    public double CycleDays { get; }

    /// <summary>What a won deal brings on average; <see langword="null"/> for what the deals at hand are thought to be worth.</summary>
    public decimal? Amount { get; }

    /// <summary>For how many closed deals it counts.</summary>
    public double Strength { get; }

    /// <summary>How many closings of a kind it counts for.</summary>
    internal double Events(bool won) => Strength * (won ? WinRate : 1 - WinRate);

    /// <summary>How many days of open deals it counts for.</summary>
    internal double Exposure => Strength * CycleDays;
}

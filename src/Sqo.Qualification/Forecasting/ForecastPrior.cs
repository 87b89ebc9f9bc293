using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The assumptions of a forecast about deals while a company has little history: they count as much as a few closed deals, and
/// fade as deals close. Immutable.
/// </summary>
public sealed class ForecastPrior
{
    /// <summary>Creates a prior.</summary>
    /// <param name="winRate">The share of closed deals that are won, above 0 and below 1. The default is 0.25.</param>
    /// <param name="cycleDays">The average number of days that a deal is open, above 0. The default is 60.</param>
    /// <param name="amount">
    /// The average amount of a won deal, above 0; <see langword="null"/>, the default, uses the estimated amounts of the deals.
    /// </param>
    /// <param name="strength">The number of closed deals that the prior counts as, above 0. The default is 3.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public ForecastPrior(double winRate = 0.25, double cycleDays = 60, decimal? amount = null, double strength = 3)
    {
        WinRate = Guard.OpenUnit(winRate);
        CycleDays = Guard.Positive(cycleDays);
        Amount = amount is { } given && given <= 0
            ? throw new System.ArgumentOutOfRangeException(
                nameof(amount), amount, $"amount is {InvariantText.Of(given)}; it must be above 0.")
            : amount;
        Strength = Guard.Positive(strength);
    }

    /// <summary>
    /// The weak prior of the library: one deal in four is won, deals are open for 60 days, and it counts as three closed deals.
    /// </summary>
    public static ForecastPrior Default { get; } = new();

    /// <summary>The share of closed deals that are won.</summary>
    public double WinRate { get; }

    /// <summary>The average number of days that a deal is open.</summary>
    public double CycleDays { get; }

    /// <summary>The average amount of a won deal; <see langword="null"/> to use the estimated amounts of the deals.</summary>
    public decimal? Amount { get; }

    /// <summary>The number of closed deals that the prior counts as.</summary>
    public double Strength { get; }

    /// <summary>The number of wins or losses that it counts as.</summary>
    internal double Events(bool won) => Strength * (won ? WinRate : 1 - WinRate);

    /// <summary>The number of open-deal days that it counts as.</summary>
    internal double Exposure => Strength * CycleDays;
}

namespace Sqo.Qualification;

/// <summary>
/// The errors of earlier forecasts of as many months as the first period has, and how much they widen the distributions. Immutable.
/// </summary>
public sealed class ForecastErrors
{
    internal ForecastErrors(int forecasts, double? observed, double relative, double rates, double excess)
    {
        Forecasts = forecasts;
        Observed = observed;
        Relative = relative;
        Rates = rates;
        Excess = excess;
    }

    /// <summary>The number of forecasts of as many months that could be compared with the amounts won.</summary>
    public int Forecasts { get; }

    /// <summary>
    /// The square root of the sum of squared errors divided by the sum of squared forecasts; <see langword="null"/> without a forecast
    /// above 0.
    /// </summary>
    public double? Observed { get; }

    /// <summary>The error used: the observed error, shrunk towards the usual error if there are few forecasts.</summary>
    public double Relative { get; }

    /// <summary>
    /// The part that comes from learning the rates from a limited number of deals: the greatest of all periods. It is narrowed, to half of
    /// its variance at most, if earlier errors were smaller than it explains.
    /// </summary>
    public double Rates { get; }

    /// <summary>
    /// The part of earlier errors that the chance of each deal and <see cref="Rates"/> don't explain, as a share of the forecast: the
    /// influences common to all deals. It is shrunk towards the usual part if there are few forecasts.
    /// </summary>
    public double Excess { get; }
}

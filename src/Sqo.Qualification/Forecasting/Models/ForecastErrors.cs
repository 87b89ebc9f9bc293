namespace Sqo.Qualification;

/// <summary>How far earlier forecasts of as many months as the first period has were off, and how much that widens the distributions. Immutable.</summary>
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

    /// <summary>How many forecasts of as many months could be compared with what was won.</summary>
    public int Forecasts { get; }

    /// <summary>The root of the sum of the squared errors over that of the squared forecasts; <see langword="null"/> without a forecast above 0.</summary>
    public double? Observed { get; }

    /// <summary>What is gone by: the observed error, drawn towards what is taken for usual where there are few forecasts.</summary>
    public double Relative { get; }

    /// <summary>What of it comes of the rates being learned from so many deals and no more: at the most of all periods.</summary>
    public double Rates { get; }

    /// <summary>
    /// What earlier errors were more than the chance of each deal and <see cref="Rates"/> explain, as a share of the forecast: what moves
    /// all deals at once. It is
    /// drawn towards what is taken for usual where there are few forecasts.
    /// </summary>
    public double Excess { get; }
}

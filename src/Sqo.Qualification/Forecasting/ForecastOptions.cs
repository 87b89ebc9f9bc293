namespace Sqo.Qualification;

/// <summary>The options that apply to every model of a forecast. Immutable.</summary>
public sealed class ForecastOptions
{
    /// <summary>Creates options.</summary>
    /// <param name="calendar">The working days. The default is Monday to Friday.</param>
    /// <param name="rates">
    /// The rates to the currency of the forecast. The default is none: all deals that name a currency must then name the same one.
    /// </param>
    /// <param name="prior">
    /// The assumptions about deals while there is little history. The default is <see cref="ForecastPrior.Default"/>.
    /// </param>
    public ForecastOptions(WorkingCalendar? calendar = null, ExchangeRates? rates = null, ForecastPrior? prior = null)
    {
        Calendar = calendar ?? WorkingCalendar.MondayToFriday;
        Rates = rates;
        Prior = prior ?? ForecastPrior.Default;
    }

    /// <summary>The default options.</summary>
    public static ForecastOptions Default { get; } = new();

    /// <summary>The working days.</summary>
    public WorkingCalendar Calendar { get; }

    /// <summary>The rates to the currency of the forecast, or <see langword="null"/>.</summary>
    public ExchangeRates? Rates { get; }

    /// <summary>The assumptions about deals while there is little history.</summary>
    public ForecastPrior Prior { get; }
}

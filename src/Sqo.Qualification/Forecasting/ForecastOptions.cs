namespace Sqo.Qualification;

/// <summary>What every model of a forecast goes by. Immutable.</summary>
public sealed class ForecastOptions
{
    /// <summary>Options, all with defaults.</summary>
    /// <param name="calendar">The working days.</param>
    /// <param name="rates">
    /// The rates to the currency of the forecast. Without them all deals that name a currency must name the same one.
    /// </param>
    /// <param name="prior">What is taken for granted of deals before the history says better.</param>
    /// <value>Monday to Friday; no rates; <see cref="ForecastPrior.Default"/>.</value>
    public ForecastOptions(WorkingCalendar? calendar = null, ExchangeRates? rates = null, ForecastPrior? prior = null)
    {
        Calendar = calendar ?? WorkingCalendar.MondayToFriday;
        Rates = rates;
        Prior = prior ?? ForecastPrior.Default;
    }

    /// <summary>All the defaults.</summary>
    public static ForecastOptions Default { get; } = new();

    /// <summary>The working days.</summary>
    public WorkingCalendar Calendar { get; }

    /// <summary>The rates to the currency of the forecast, or <see langword="null"/>.</summary>
    public ExchangeRates? Rates { get; }

    /// <summary>What is taken for granted of deals before the history says better.</summary>
    public ForecastPrior Prior { get; }
}

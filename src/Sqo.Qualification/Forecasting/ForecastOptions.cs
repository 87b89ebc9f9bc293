namespace Sqo.Qualification;

/// <summary>What every model of a forecast goes by. Immutable.</summary>
public sealed class ForecastOptions
{
    /// <summary>Options, all with defaults.</summary>
    /// <param name="calendar">The working days.</param>
    /// <param name="rates">
    /// The rates to the currency of the forecast. Without them all deals that name a currency must name the same one.
    /// </param>
    /// <value>Monday to Friday; no rates.</value>
    public ForecastOptions(WorkingCalendar? calendar = null, ExchangeRates? rates = null)
    {
        Calendar = calendar ?? WorkingCalendar.MondayToFriday;
        Rates = rates;
    }

    /// <summary>All the defaults.</summary>
    public static ForecastOptions Default { get; } = new();

    /// <summary>The working days.</summary>
    public WorkingCalendar Calendar { get; }

    /// <summary>The rates to the currency of the forecast, or <see langword="null"/>.</summary>
    public ExchangeRates? Rates { get; }
}

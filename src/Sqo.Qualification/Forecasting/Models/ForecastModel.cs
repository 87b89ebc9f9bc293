using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Forecasts the amounts won in coming periods. The built-in models are in <see cref="ForecastModels"/>; derive from this class for a
/// custom one, which can be combined and back-tested in the same way, or from <see cref="DealForecastModel"/> for one that forecasts
/// each deal.
/// </summary>
/// <remarks>A model must be immutable and thread-safe; it learns from each input anew.</remarks>
public abstract class ForecastModel
{
    /// <summary>Creates a model.</summary>
    /// <param name="id">Its stable id, in lower case with hyphens, such as "time-to-close"; not blank.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    protected ForecastModel(string id) => Id = Guard.NotBlank(id);

    /// <summary>The stable id, used in forecasts and reports, and to look up texts.</summary>
    public string Id { get; }

    /// <summary>
    /// Whether it continues the amounts won by month, like a series model. The first months of a company, in which its pipeline only fills,
    /// then mislead it: in a combination with a <see cref="DealForecastModel"/> its initial weight is reduced by their share of all months.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public virtual bool ExtrapolatesMonths => false;

    /// <summary>
    /// Forecasts the periods. If there is too little history, a simpler model is used and listed in <see cref="ModelForecast.Fallbacks"/>.
    /// </summary>
    /// <param name="input">The history and the periods.</param>
    /// <returns>The forecast of each period.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is <see langword="null"/>.</exception>
    /// <exception cref="TooLittleHistoryException">There is too little history for any model.</exception>
    public abstract ModelForecast Forecast(ForecastInput input);

    /// <summary>
    /// Forecasts only the means, with this model alone: a combination learns its weights from them, and rejects NaN and values below 0.
    /// </summary>
    /// <param name="input">The history and the periods.</param>
    /// <returns>The mean of each period, 0 or above.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is <see langword="null"/>.</exception>
    /// <exception cref="TooLittleHistoryException">There is too little history for this model.</exception>
    public virtual IReadOnlyList<double> Expect(ForecastInput input)
    {
        var forecast = Made(Guard.NotNull(input));
        if (forecast.Fallbacks.Count > 0) throw forecast.Fallbacks[0].Reason;
        var means = new double[forecast.Periods.Count];
        for (var i = 0; i < means.Length; i++) means[i] = forecast.Periods[i].Mean;
        return Array.AsReadOnly(means);
    }

    /// <summary>Gets the forecast, checked for null since the model may be custom.</summary>
    internal ModelForecast Made(ForecastInput input) =>
        Forecast(input) ?? throw new InvalidOperationException(
            $"The model \"{Id}\" returned null; a model must return a forecast, or throw TooLittleHistoryException.");

    /// <summary>Gets the forecast, checked for the requested periods.</summary>
    internal ModelForecast MadeInFull(ForecastInput input)
    {
        var forecast = Made(input);
        if (forecast.Periods.Select(each => each.Period).SequenceEqual(input.Periods)) return forecast;
        throw new InvalidOperationException(
            $"The model \"{Id}\" was asked for {string.Join(", ", input.Periods)} but returned {string.Join(", ", forecast.Periods.Select(each => each.Period))}.");
    }

    /// <summary>Returns the id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;
}

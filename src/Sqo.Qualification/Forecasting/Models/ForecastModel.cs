using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A way to forecast what is won in coming periods. The built-in ones are in <see cref="ForecastModels"/>; derive from it for a custom one,
/// which is then combined and back-tested as they are, or from <see cref="DealForecastModel"/> for one that knows deals.
/// </summary>
/// <remarks>A model is used by many threads at once and must not change; what it learns, it learns anew from each input.</remarks>
public abstract class ForecastModel
{
    /// <summary>A model.</summary>
    /// <param name="id">Its stable id, in lower case with hyphens, such as "time-to-close"; not blank.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    protected ForecastModel(string id) => Id = Guard.NotBlank(id);

    /// <summary>Its stable id: forecasts and reports name it by that, and texts for people go by it.</summary>
    public string Id { get; }

    /// <summary>
    /// Forecasts. Where there is too little history, a plainer model steps in, which <see cref="ModelForecast.Fallbacks"/> names.
    /// </summary>
    /// <param name="input">What is known, and the periods.</param>
    /// <returns>The forecast of each period.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is <see langword="null"/>.</exception>
    /// <exception cref="TooLittleHistoryException">There is too little history for any model.</exception>
    public abstract ModelForecast Forecast(ForecastInput input);

    /// <summary>The means alone, by this model itself: what a combination learns its weights from. It refuses NaN, and what is below 0.</summary>
    /// <param name="input">What is known, and the periods.</param>
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

    /// <summary>A forecast that is there, by a model that anyone may have written.</summary>
    internal ModelForecast Made(ForecastInput input) =>
        Forecast(input) ?? throw new InvalidOperationException(
            $"The model \"{Id}\" gave null; a model gives a forecast, or throws TooLittleHistoryException.");

    /// <summary>A forecast of the very periods that were asked for.</summary>
    internal ModelForecast MadeInFull(ForecastInput input)
    {
        var forecast = Made(input);
        if (forecast.Periods.Select(each => each.Period).SequenceEqual(input.Periods)) return forecast;
        throw new InvalidOperationException(
            $"The model \"{Id}\" was asked for {string.Join(", ", input.Periods)} and gave {string.Join(", ", forecast.Periods.Select(each => each.Period))}.");
    }

    /// <summary>The id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;
}

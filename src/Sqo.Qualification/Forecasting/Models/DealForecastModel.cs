using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A model that forecasts each deal (a bottom-up forecast): how likely each open deal is to be won in each period, the revenue from deals
/// that don't exist yet, and which open deals are stale. An example is <see cref="ForecastModels.TimeToClose"/>; derive from this class
/// for a custom one.
/// </summary>
/// <remarks>
/// The first deal forecast model of a combination provides the deals and their distribution, and starts with most of the weight.
/// Otherwise it is a model like any other.
/// </remarks>
public abstract class DealForecastModel : ForecastModel
{
    /// <summary>Creates a deal forecast model.</summary>
    /// <param name="id">Its stable id, in lower case with hyphens, such as "time-to-close"; not blank.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    protected DealForecastModel(string id)
        : base(id)
    {
    }

    /// <summary>Forecasts the deals with this model alone.</summary>
    /// <param name="input">The history and the periods.</param>
    /// <returns>The outlook for the periods of the input.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is <see langword="null"/>.</exception>
    /// <exception cref="TooLittleHistoryException">There is too little history for this model.</exception>
    public abstract DealOutlook Outlook(ForecastInput input);

    /// <summary>
    /// Forecasts the distributions of the outlook, widened by the uncertainty of the rates. Override it to fall back to a simpler model if
    /// there is too little history.
    /// </summary>
    /// <inheritdoc/>
    public override ModelForecast Forecast(ForecastInput input)
    {
        var outlook = CheckedOutlook(Guard.NotNull(input));
        var periods = new PeriodForecast[input.Periods.Count];
        for (var i = 0; i < periods.Length; i++)
        {
            var spread = Math.Sqrt(outlook.RateVariance(i, i + 1));
            periods[i] = outlook.Forecast(i, spread, unexplained: null);
        }

        return new(Id, periods, []) { Deals = outlook.Deals, Stale = outlook.Stale, TimeToClose = outlook.TimeToClose };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<double> Expect(ForecastInput input) => CheckedOutlook(Guard.NotNull(input)).Means;

    /// <summary>Gets the moments of the outlook alone. A model that has them without its deals overrides it.</summary>
    internal virtual DealMoments Moments(ForecastInput input)
    {
        var outlook = CheckedOutlook(input);
        return new(outlook.Means, outlook.Variance);
    }

    /// <summary>Gets the outlook, checked for the requested periods since the model may be custom.</summary>
    internal DealOutlook CheckedOutlook(ForecastInput input)
    {
        var outlook = Outlook(input) ?? throw new InvalidOperationException(
            $"The model \"{Id}\" returned no outlook; a model must return one, or throw TooLittleHistoryException.");
        if (outlook.Periods.SequenceEqual(input.Periods)) return outlook;
        throw new InvalidOperationException(
            $"The model \"{Id}\" was asked for {string.Join(", ", input.Periods)} but returned {string.Join(", ", outlook.Periods)}.");
    }
}

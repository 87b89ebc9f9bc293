using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A model that knows deals (a bottom-up forecast): it says how likely each open deal is to be won in each period, what deals bring that
/// don't exist yet, and which open deals are stale. <see cref="ForecastModels.TimeToClose"/> is one; derive from it for a custom one.
/// </summary>
/// <remarks>
/// The first part of a combination that knows deals gives it the deals and their distribution, and starts with most of the weight. In
/// every other way it is a model as any other.
/// </remarks>
public abstract class DealForecastModel : ForecastModel
{
    /// <summary>A model that knows deals.</summary>
    /// <param name="id">Its stable id, in lower case with hyphens, such as "time-to-close"; not blank.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    protected DealForecastModel(string id)
        : base(id)
    {
    }

    /// <summary>What the deals bring, by this model itself.</summary>
    /// <param name="input">What is known, and the periods.</param>
    /// <returns>The outlook for the periods of the input.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is <see langword="null"/>.</exception>
    /// <exception cref="TooLittleHistoryException">There is too little history for this model.</exception>
    public abstract DealOutlook Outlook(ForecastInput input);

    /// <summary>
    /// The distributions of the outlook, widened by what is not known of the rates. Override it where a plainer model steps in for want of
    /// history.
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

    /// <summary>An outlook of the very periods that were asked for, by a model that anyone may have written.</summary>
    internal DealOutlook CheckedOutlook(ForecastInput input)
    {
        var outlook = Outlook(input) ?? throw new InvalidOperationException(
            $"The model \"{Id}\" gave no outlook; a model gives one, or throws TooLittleHistoryException.");
        if (outlook.Periods.SequenceEqual(input.Periods)) return outlook;
        throw new InvalidOperationException(
            $"The model \"{Id}\" was asked for {string.Join(", ", input.Periods)} and gave {string.Join(", ", outlook.Periods)}.");
    }
}

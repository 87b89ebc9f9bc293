using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Open deals by their time to close, and new business by the pace at which deals begin and how they close.</summary>
internal sealed class TimeToCloseModel(TimeToCloseOptions options, ForecastModel plainer) : ForecastModel("time to close and new business")
{
    public override ModelForecast Forecast(ForecastInput input)
    {
        Outlook outlook;
        try
        {
            outlook = new(Guard.NotNull(input), options);
        }
        catch (TooLittleHistoryException missing)
        {
            return FallBack(input!, missing);
        }

        var periods = new PeriodForecast[input.Periods.Count];
        for (var i = 0; i < periods.Length; i++)
        {
            var open = outlook.Open(i);
            var begun = outlook.NewBusiness(i);
            var spread = Math.Sqrt(outlook.RelativeVariance(i));
            periods[i] = new(
                input.Periods[i], open.Widened(spread), begun.Widened(spread), null, RevenueDistribution.Combine(open, begun)
                .Widened(spread));
        }

        return new(Name, periods, []) { Deals = outlook.Deals(), Stale = outlook.Stale(), TimeToClose = outlook.Rates };
    }

    public override IReadOnlyList<double> Expect(ForecastInput input) =>
        Array.AsReadOnly(new Outlook(Guard.NotNull(input), options).Means());

    /// <summary>What a combination takes the deals from; throws where there is too little history.</summary>
    public Outlook Look(ForecastInput input) => new(input, options);

    private ModelForecast FallBack(ForecastInput input, TooLittleHistoryException missing)
    {
        var forecast = plainer.Forecast(input);
        return new(
            forecast.Model, [.. forecast.Periods], [new(Name, forecast.Model, missing), .. forecast.Fallbacks])
        { Deals = forecast.Deals };
    }
}

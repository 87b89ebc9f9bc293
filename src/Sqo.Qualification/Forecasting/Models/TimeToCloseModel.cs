using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Forecasts open deals from their time to close, and new business from the pace of new deals and how they close.</summary>
internal sealed class TimeToCloseModel(TimeToCloseOptions options, ForecastModel plainer) : DealForecastModel(TimeToClose.Id)
{
    public override DealOutlook Outlook(ForecastInput input) => TimeToCloseOutlook.Of(Guard.NotNull(input), options);

    internal override DealMoments Moments(ForecastInput input) => TimeToCloseOutlook.MomentsOf(input, options);

    public override ModelForecast Forecast(ForecastInput input)
    {
        try
        {
            return base.Forecast(input);
        }
        catch (TooLittleHistoryException missing)
        {
            var forecast = plainer.Forecast(input);
            return new(
                forecast.Model, [.. forecast.Periods], [new(Id, forecast.Model, missing), .. forecast.Fallbacks])
            { Deals = forecast.Deals };
        }
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Sqo.Qualification.Tests.Forecasting.Models;

/// <summary>All that a forecast says, down to the last bit of its numbers.</summary>
internal static class ForecastBits
{
    public static string Of(ForecastModel model, ForecastInput input)
    {
        try
        {
            return Of(model.Forecast(input));
        }
        catch (TooLittleHistoryException missing)
        {
            return missing.Message;
        }
    }

    public static string Of(ModelForecast forecast)
    {
        var lines = new List<string> { forecast.Model };
        lines.AddRange(forecast.Periods.Select(period => $"{period.Period} {Bits(period.Mean)} {Bits(period.StandardDeviation)} {Bits(period.Quantile(0.1))} {Bits(period.Quantile(0.9))}"));
        lines.AddRange(forecast.Periods.Where(period => period.Open is not null).Select(period => $"open {Bits(period.Open!.Mean)} new {Bits(period.NewBusiness!.Mean)}"));
        lines.AddRange(forecast.Fallbacks.Select(each => each.ToString()));
        lines.AddRange(forecast.Deals.Select(deal => $"{deal.Opportunity.Id} {deal.Opportunity.Stage} {deal.Amount?.ToString(CultureInfo.InvariantCulture)} {string.Join(" ", deal.Chances.Select(chance => Bits(chance)))}"));
        lines.AddRange(forecast.Stale.Select(deal => "stale " + deal.Opportunity.Id));
        lines.AddRange(forecast.Parts.Select(part => $"{part.Model} {Bits(part.Weight)} {part.Forecasts.ToString(CultureInfo.InvariantCulture)} {Bits(part.RootMeanSquaredError)} {part.Missing?.Message}"));
        if (forecast.Errors is { } errors) lines.Add($"{errors.Forecasts.ToString(CultureInfo.InvariantCulture)} {Bits(errors.Observed)} {Bits(errors.Relative)} {Bits(errors.Rates)}");
        if (forecast.TimeToClose is { } rates) lines.AddRange(rates.Segments.Select(segment => $"{segment.Name} {Bits(segment.WonFactor)} {Bits(segment.LostFactor)}"));
        return string.Join("\n", lines);
    }

    private static string Bits(double? value) => value is { } known ? BitConverter.DoubleToInt64Bits(known).ToString("X16", CultureInfo.InvariantCulture) : "unknown";
}

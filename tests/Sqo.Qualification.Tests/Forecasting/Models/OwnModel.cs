using System;
using System.Linq;

namespace Sqo.Qualification.Tests.Forecasting.Models;

/// <summary>A user's own model: a mean by a function of the input, and errors that are not known unless given.</summary>
internal sealed class OwnModel(string name, Func<ForecastInput, double> mean, double? deviation = null) : ForecastModel(name)
{
    public override ModelForecast Forecast(ForecastInput input) => new(Id, input.Periods.Select(period => new PeriodForecast(period, mean(input), deviation)));
}

using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// What a model forecast from the days on which calls were made; calls for the same period on the same day share a forecast.
/// </summary>
internal sealed class CallDays
{
    private readonly PipelineHistory _history;
    private readonly CallOptions _options;
    private readonly ForecastInput _whole;
    private readonly Dictionary<(int Day, ForecastPeriod Period), Forecasts> _made = [];

    public CallDays(PipelineHistory history, CallOptions options)
    {
        _history = history;
        _options = options;
        _whole = new(history, history.Last, ForecastPeriod.NextMonths(history.Last, 1), options.Forecast);
    }

    public CallRow RowOf(ForecastCall call)
    {
        var period = call.Period;
        // The result is known only if closings could be observed all the time.
        var isKnown = period.LastDay <= _whole.Today && period.FirstDay >= _whole.ObservedFrom;
        if (!_made.TryGetValue((call.MadeDay, period), out var made)) _made.Add((call.MadeDay, period), made = Make(call));
        return new(call, isKnown ? _whole.WonIn(period).Value : null, made.Won, made.Model, made.Interval, made.Naive, made.Missing);
    }

    private Forecasts Make(ForecastCall call)
    {
        if (call.Made < _history.First || call.Made > _history.Last)
        {
            return new(null, null, null, null, $"The history is known from {DayNumber.Text(DayNumber.Of(_history.First))} to " +
                $"{DayNumber.Text(DayNumber.Of(_history.Last))}.");
        }

        var rest = call.Period.After(call.Made)!.Value;
        var input = _history.IsReconstructed ? _whole.At(call.Made, [rest])
            : new ForecastInput(_history, call.Made, [rest], _options.Forecast);
        var won = input.WonIn(call.Period).Value;
        var naive = Try(ForecastModels.Naive, input, out _)?.Mean + won;
        var model = Try(_options.Model, input, out var missing);
        return new(won, model?.Mean + won, IntervalOf(model, won), naive, missing);
    }

    private StatisticalInterval? IntervalOf(PeriodForecast? model, double won) => model?.Interval(_options.Level) is { } interval
        ? new StatisticalInterval(interval.Low + won, interval.High + won, interval.Level) : null;

    private static PeriodForecast? Try(ForecastModel model, ForecastInput input, out string? missing)
    {
        missing = null;
        try
        {
            return model.MadeInFull(input).Periods[0];
        }
        catch (TooLittleHistoryException reason)
        {
            missing = reason.Message;
            return null;
        }
    }

    private sealed record Forecasts(double? Won, double? Model, StatisticalInterval? Interval, double? Naive, string? Missing);
}

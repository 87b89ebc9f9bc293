using System;
using System.Diagnostics;
using System.Globalization;
using Sqo.Qualification.Benchmarks.Workload;

namespace Sqo.Qualification.Benchmarks;

/// <summary>What a forecast from a whole pipeline takes a deal, from the history to the quantiles, beside a pass
/// that only adds up.</summary>
public static class SnapshotForecasts
{
    private const int Rounds = 5;

    public static void Compare()
    {
        Console.WriteLine(
            "nanoseconds a deal, the least of the rounds: deals, sum of amount times probability, time to " +
            "close, combination with what it learns from");
        foreach (var count in (int[])[10_000, 100_000, 1_000_000])
        {
            var history = Histories.Make(count);
            var input = new ForecastInput(history, Histories.AsOf, ForecastPeriod.NextMonths(Histories.AsOf, 3));
            var deals = ForecastModels.WeightedPipeline().Forecast(input).Deals;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{count,10:N0} {Least(count, () => PlainPass(deals)),10:F1} " +
                $"{Least(count, () => Forecast(history, ForecastModels.TimeToClose())),10:F0} " +
                $"{Least(count, () => Forecast(history, ForecastModels.Default)),10:F0}"));
        }
    }

    private static double PlainPass(System.Collections.Generic.IReadOnlyList<OpenDeal> deals)
    {
        double sum = 0;
        for (var i = 0; i < deals.Count; i++) sum += (double)deals[i].Amount!.Value * deals[i].Chances[0];
        return sum;
    }

    private static double Forecast(PipelineHistory history, ForecastModel model)
    {
        var forecast = RevenueForecast.Create(history, Histories.AsOf, new RevenueForecastOptions(model: model));
        double sum = 0;
        foreach (var period in forecast.Periods)
        {
            sum += period.Quantile(0.1)!.Value + period.Quantile(0.5)!.Value + period.Quantile(0.9)!.Value;
        }
        return sum + forecast.Total.Quantile(0.1)!.Value + forecast.Total.Quantile(0.9)!.Value;
    }

    private static double Least(int count, Func<double> work)
    {
        var least = double.PositiveInfinity;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            if (!(work() > 0)) throw new InvalidOperationException("The forecast is of nothing.");
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalNanoseconds / count);
        }

        return least;
    }
}

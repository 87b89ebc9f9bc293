using System;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Benchmarks.Workload;

namespace Sqo.Qualification.Benchmarks;

/// <summary>
/// What a back-test of ordinary pipelines takes: hundreds of forecasts, with the quantiles of each. Hard portfolios are measured one by one
/// elsewhere; this shows what a change for their sake costs all others.
/// </summary>
internal static class Backtests
{
    private const int Rounds = 3;

    public static void Compare()
    {
        var yardstick = Enumerable.Range(0, 7).Min(_ => Yardstick.Measure());
        var origins = Backtest.MonthEnds(Histories.AsOf.AddMonths(-13), Histories.AsOf.AddMonths(-1));
        Console.WriteLine("deals, milliseconds of processor time for a back-test of a year, the least of the rounds, and in yardsticks");
        foreach (var count in (int[])[300, 1_000, 3_000, 10_000])
        {
            var history = Histories.Make(count);
            var least = Enumerable.Range(0, Rounds).Min(_ =>
            {
                var start = Environment.CpuUsage.TotalTime;
                if (Backtest.Run(history, origins).Scores.Count == 0) throw new InvalidOperationException("Nothing was tested.");
                return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
            });
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,8:N0} {least,10:F0} {least / yardstick,10:F2}"));
        }
    }
}

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;
using Sqo.Qualification.Tests.Infrastructure;

namespace Sqo.Qualification.Tests.Forecasting.Laboratory;

/// <summary>
/// Forecasts of companies of which the truth is known: whether the ranges hold, and how far the means are off. Each future of a company
/// that all models see is drawn from the truth, so that even few companies tell something.
/// </summary>
internal static class ForecastLaboratory
{
    public const string Default = "default";
    public const string Oracle = "oracle";

    private static readonly int[] Ahead = [1, 3];

    /// <summary>Forecasts the companies of a world.</summary>
    /// <param name="world">The world.</param>
    /// <param name="companies">How many of them.</param>
    /// <param name="futures">How many futures each has.</param>
    /// <param name="seed">What they come from.</param>
    public static LaboratoryResult Run(World world, int companies, int futures, ulong seed)
    {
        var rows = new Dictionary<(int, string), LaboratoryRow>();
        var clock = new Stopwatch();
        for (var i = 0; i < companies; i++)
        {
            var company = new Company(world, (seed * 1_000_003) + (ulong)i, i);
            var random = new SeededRandom((seed * 7_000_003) + (ulong)i);
            clock.Start();
            var forecast = RevenueForecast.Create(company.History, company.AsOf, new(periods: company.Periods));
            _ = forecast.Periods[0].Quantile(0.9);
            _ = forecast.Total.Quantile(0.9);
            clock.Stop();
            var won = Enumerable.Range(0, futures).Select(_ => company.Future()).ToArray();
            var naive = ForecastModels.Naive;
            foreach (var months in Ahead)
            {
                var truth = company.TrueMean(months);
                var sums = Array.ConvertAll(won, future => future.Take(months).Sum());
                var actuals = Array.ConvertAll(sums, sum => (double)sum);
                var of = months == 1 ? forecast.Periods[0] : forecast.Total;
                RowOf(months, Default).Add(of.Mean, truth, actuals, Array.ConvertAll(sums, sum => RankOf(of, sum, random)));
                RowOf(months, Oracle).Add(truth, truth, actuals, null);
                foreach (var part in forecast.Parts)
                {
                    if (part.Means is { } means) RowOf(months, part.Model).Add(means.Take(months).Sum(), truth, actuals, null);
                }

                try
                {
                    var last = naive.Expect(new ForecastInput(company.History, company.AsOf, company.Periods.Take(months)));
                    RowOf(months, "naive").Add(last.Sum(), truth, actuals, null);
                }
                catch (TooLittleHistoryException)
                {
                    // A company of some weeks has no whole month yet.
                }
            }
        }

        return new(world, [.. rows.Values.OrderBy(row => row.MonthsAhead)], clock.Elapsed.TotalSeconds / companies);

        LaboratoryRow RowOf(int months, string model)
        {
            if (!rows.TryGetValue((months, model), out var row)) rows.Add((months, model), row = new(world.Name, months, model));
            return row;
        }
    }

    /// <summary>How the default did, and which goals it missed, as a table in Markdown.</summary>
    public static string Summary(IEnumerable<LaboratoryResult> results)
    {
        var text = new StringBuilder();
        text.AppendLine(
            "| world | months ahead | held of 80 % | bias | error / oracle's | error / best part's | best part | seconds | missed |");
        text.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | --- | ---: | --- |");
        foreach (var result in results)
        {
            foreach (var months in Ahead)
            {
                var row = result.Of(Default, months);
                var best = result.BestPart(months);
                var missed = string.Join(", ", result.World.Goals.MissedBy(result, months));
                text.AppendLine(
                    $"| {row.World} | {months} | {Text(row.Held(0.8))} | {Text(row.Bias)} | " +
                    $"{Text(row.RelativeTo(result.Of(Oracle, months)))} | {Text(row.RelativeTo(best))} | {best.Model} | " +
                    $"{result.Seconds.ToString("F3", CultureInfo.InvariantCulture)} | {missed} |");
            }
        }

        return text.ToString();
    }

    /// <summary>The rows as a table in Markdown.</summary>
    public static string Table(IEnumerable<LaboratoryResult> results)
    {
        var text = new StringBuilder();
        text.AppendLine(
            "| world | months ahead | model | companies | held of 50 % | held of 80 % | held of 95 % | bias | WAPE | WAPE of the true mean | " +
            "seconds |");
        text.AppendLine("| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var result in results)
        {
            foreach (var row in result.Rows)
            {
                var seconds = row.Model == Default ? result.Seconds.ToString("F3", CultureInfo.InvariantCulture) : "";
                text.AppendLine(
                    $"| {row.World} | {row.MonthsAhead} | {row.Model} | {row.Companies} | " +
                    $"{Text(row.Held(0.5))} | {Text(row.Held(0.8))} | {Text(row.Held(0.95))} | {Text(row.Bias)} | {Text(row.Wape)} | {Text(row.WapeOfMean)} | {seconds} |");
            }
        }

        return text.ToString();
    }

    private static string Text(LaboratoryRow.Estimate? estimate) => estimate is { } known
        ? string.Format(CultureInfo.InvariantCulture, "{0:F3} ± {1:F3}", known.Value, known.Error)
        : "";

    // Where an amount comes with a probability of its own, as 0 does, its rank is drawn from all that it covers.
    private static double RankOf(PeriodForecast forecast, decimal amount, SeededRandom random)
    {
        var below = 1 - forecast.ProbabilityAtLeast(amount)!.Value;
        var upTo = forecast.Distribution?.CumulativeProbability(amount) ?? below;
        return below + (random.Share() * Math.Max(0, upTo - below));
    }
}

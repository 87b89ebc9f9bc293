using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Several models, each weighted by how well it forecast before. One that knows deals gives the distribution, whose rates are
/// multiplied until its mean is that of the combination.
/// </summary>
internal sealed class CombinationModel : ForecastModel
{
    // Of each of these months the forecasts are compared with what was won.
    private const int MostOrigins = 24;

    private readonly ForecastModel[] _parts;
    private readonly CombinationOptions _options;

    public CombinationModel(string name, IEnumerable<ForecastModel> parts, CombinationOptions options)
        : base(name)
    {
        _parts = [.. Guard.NotNull(parts)];
        if (_parts.Length == 0 || Array.IndexOf(_parts, null!) >= 0) throw new ArgumentException(
            "A combination has at least one part, and none that is null.", nameof(parts));
        _options = options;
    }

    public override ModelForecast Forecast(ForecastInput input)
    {
        var means = Means(Guard.NotNull(input), out var missing);
        var learned = Learn(input);
        var weights = WeightsOf(means, learned);
        if (means.All(each => each is null)) return FallBack(input, missing);

        var mean = Combine(means, weights, input.Periods.Count);
        var parts = new ForecastPart[_parts.Length];
        for (var i = 0; i < parts.Length; i++) parts[i] = new(
            _parts[i].Name, weights[i], learned.Count[i], learned.ErrorOf(i), means[i], missing[i]);
        var bottomUp = Array.FindIndex(_parts, part => part is TimeToCloseModel);
        return bottomUp >= 0 && means[bottomUp] is not null
            ? ByDeals(input, ((TimeToCloseModel)_parts[bottomUp]).Look(input), mean, learned, parts)
            : ByErrors(input, mean, learned, parts, missing);
    }

    public override IReadOnlyList<double> Expect(ForecastInput input)
    {
        var means = Means(Guard.NotNull(input), out var missing);
        return means.All(each => each is null) ? throw missing[0]!
            : Array.AsReadOnly(Combine(means, WeightsOf(means, Learn(input)), input.Periods.Count));
    }

    private ModelForecast ByDeals(ForecastInput input, Outlook outlook, double[] mean, CombinationRecord learned, ForecastPart[] parts)
    {
        var periods = new PeriodForecast[mean.Length];
        var levels = outlook.LevelsFor(mean);
        double uncertain = 0;
        for (var i = 0; i < periods.Length; i++)
        {
            var open = outlook.Open(i, levels);
            var begun = outlook.NewBusiness(i, levels);
            var unexplained = outlook.Unexplained(i, mean[i], levels);
            var total = RevenueDistribution.Combine(open, begun, unexplained ?? RevenueDistribution.Nothing);
            var rates = outlook.RelativeVariance(i);
            var spread = SpreadOf(total, learned.ErrorsOf(MonthsOf(input.Periods[i]), Math.Sqrt(rates)));
            periods[i] = new(
                input.Periods[i], open.Widened(spread), begun.Widened(spread), unexplained?.Widened(spread), total.Widened(spread));
            uncertain = Math.Max(uncertain, rates);
        }

        var errors = learned.ErrorsOf(MonthsOf(input.Periods[0]), Math.Sqrt(uncertain));
        var whole = RevenueDistribution.Combine(periods.Select(period => period.Distribution!.Widened(0)));
        return new(Name, periods, [])
        {
            Deals = outlook.Deals(levels),
            Stale = outlook.Stale(),
            TimeToClose = outlook.Rates,
            Parts = Array.AsReadOnly(parts),
            Errors = errors,
            TotalSpread = SpreadOf(whole, learned.ErrorsOf(periods.Sum(period => MonthsOf(period.Period)), errors.Rates)),
        };
    }

    /// <summary>Past errors hold the chance of each deal, and what was not known of the rates; what is left all deals share.</summary>
    private static double SpreadOf(RevenueDistribution plain, ForecastErrors errors)
    {
        var own = plain.Mean > 0 ? plain.StandardDeviation / plain.Mean : 0;
        return Math.Sqrt(Math.Max(errors.Rates * errors.Rates, (errors.Relative * errors.Relative) - (own * own)));
    }

    // The rest of a month that has begun counts as one.
    private static int MonthsOf(ForecastPeriod period) =>
        ((period.Last.Year - period.First.Year) * 12) + period.Last.Month - period.First.Month + 1;

    private ModelForecast ByErrors(
        ForecastInput input, double[] mean, CombinationRecord learned, ForecastPart[] parts, TooLittleHistoryException?[] missing)
    {
        var periods = new PeriodForecast[mean.Length];
        for (var i = 0; i < periods.Length; i++) periods[i] = new(
            input.Periods[i], mean[i], learned.ErrorsOf(MonthsOf(input.Periods[i]), 0).Relative * mean[i]);
        var fallbacks = new List<ForecastFallback>();
        for (var i = 0; i < missing.Length; i++)
        {
            if (missing[i] is { } reason) fallbacks.Add(new(_parts[i].Name, Name, reason));
        }

        return new(
            Name, periods, fallbacks.AsReadOnly()) { Parts = Array.AsReadOnly(parts),
            Errors = learned.ErrorsOf(MonthsOf(input.Periods[0]), 0) };
    }

    private ModelForecast FallBack(ForecastInput input, TooLittleHistoryException?[] missing)
    {
        var forecast = ForecastModels.WeightedPipeline().Forecast(input);
        return new(forecast.Model, [.. forecast.Periods], [new(Name, forecast.Model, missing[0]!)]) { Deals = forecast.Deals };
    }

    private IReadOnlyList<double>?[] Means(ForecastInput input, out TooLittleHistoryException?[] missing)
    {
        var means = new IReadOnlyList<double>?[_parts.Length];
        missing = new TooLittleHistoryException?[_parts.Length];
        for (var i = 0; i < _parts.Length; i++)
        {
            try
            {
                means[i] = Checked(_parts[i], input);
            }
            catch (TooLittleHistoryException reason)
            {
                missing[i] = reason;
            }
        }

        return means;
    }

    private static IReadOnlyList<double> Checked(ForecastModel part, ForecastInput input)
    {
        var means = part.Expect(input);
        if (means is null || means.Count != input.Periods.Count)
        {
            throw new InvalidOperationException(
                $"The model \"{part.Name}\" was asked for {InvariantText.Of((long)input.Periods.Count)} periods and gave {InvariantText.Of((long)(means?.Count ?? 0))}.");
        }

        for (var i = 0; i < means.Count; i++)
        {
            if (!(means[i] >= 0) || double.IsInfinity(means[i]))
            {
                throw new InvalidOperationException($"The model \"{part.Name}\" expects {InvariantText.Of(means[i])} of {input.Periods[i]}; a mean is a finite number, 0 or above.");
            }
        }

        return means;
    }

    /// <summary>
    /// The forecasts that could have been made at the end of each earlier month, and how far off they were by now. The combination of
    /// an origin takes its weights from the errors that were known there.
    /// </summary>
    private CombinationRecord Learn(ForecastInput input)
    {
        var months = input.WonByMonth;
        var end = input.Periods[input.Periods.Count - 1].Last;
        var ahead = Math.Min(
            CombinationRecord.LongestSpan, Math.Max(1, ((end.Year - input.AsOf.Year) * 12) + end.Month - input.AsOf.Month));
        var record = new CombinationRecord(_parts.Length, _options);
        var count = months.Values.Count;
        var forecasts = new List<(int Origin, IReadOnlyList<double>?[] Means)>();
        for (var origin = Math.Max(0, count - 1 - MostOrigins); origin < count - 1; origin++)
        {
            // Closings are told of months before the first snapshot too; what was open then is not known.
            if (months.Months[origin].LastDay < input.FirstDay) continue;
            var periods = months.Months.Skip(origin + 1).Take(ahead).ToArray();
            forecasts.Add((origin, Means(input.At(months.Months[origin].Last, periods), out _)));
        }

        // Month by month, as what was won in it became known.
        for (var month = 1; month < count; month++)
        {
            foreach (var (origin, means) in forecasts)
            {
                var step = month - origin - 1;
                if (step < 0 || step >= ahead) continue;
                record.Add(month, Array.ConvertAll(means, each => each?[step]), months.Values[month]);
                if (means.All(each => each is null)) continue;
                var combined = Combine(means, WeightsOf(means, record.Before(origin)), step + 1);
                record.AddSpan([combined[step]], months.Values[month]);
                if (step > 0) record.AddSpan(combined, months.Values.Skip(origin + 1).Take(step + 1).Sum());
            }
        }

        return record;
    }

    private double[] WeightsOf(IReadOnlyList<double>?[] means, CombinationRecord record)
    {
        var weights = new double[_parts.Length];
        double sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (means[i] is null) continue;
            weights[i] = record.Merit(i);
            sum += weights[i];
        }

        for (var i = 0; i < weights.Length && sum > 0; i++) weights[i] /= sum;
        return weights;
    }

    private static double[] Combine(IReadOnlyList<double>?[] means, double[] weights, int periods)
    {
        var combined = new double[periods];
        for (var i = 0; i < weights.Length; i++)
        {
            for (var period = 0; period < periods && means[i] is not null; period++) combined[period] += weights[i] * means[i]![period];
        }

        return combined;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Several models, each weighted by how well it forecast before. A deal forecast model provides the distribution, whose rates are
/// scaled until its mean is that of the combination.
/// </summary>
internal sealed class CombinationModel : ForecastModel
{
    // The maximum number of months whose forecasts are compared with the amounts won.
    private const int MostOrigins = 24;

    // The initial weight of a part that knows the deals; the others share the rest. Those that extrapolate months get of theirs what share
    // of these months had a full pipeline.
    private const double KnowsDeals = 0.8;
    private const double LeastFull = 0.001;

    private readonly ForecastModel[] _parts;
    private readonly CombinationOptions _options;

    public CombinationModel(string id, IEnumerable<ForecastModel> parts, CombinationOptions options)
        : base(id)
    {
        _parts = [.. Guard.NotNull(parts)];
        if (_parts.Length == 0 || Array.IndexOf(_parts, null!) >= 0) throw new ArgumentException(
            "A combination has at least one part, and none that is null.", nameof(parts));
        _options = options;
    }

    public override ModelForecast Forecast(ForecastInput input)
    {
        var seen = Look(Guard.NotNull(input));
        var learned = Learn(input);
        var weights = WeightsOf(seen.Means, learned);
        if (seen.Means.All(each => each is null) || LacksDeals(seen)) return FallBack(input, seen.Missing);

        var mean = Combine(seen.Means, weights, input.Periods.Count);
        var parts = new ForecastPart[_parts.Length];
        for (var i = 0; i < parts.Length; i++) parts[i] = new(
            _parts[i].Id, weights[i], learned.Count[i], learned.ErrorOf(i), seen.Means[i], seen.Missing[i]);
        return seen.Outlook is { } outlook
            ? ByDeals(input, outlook, mean, learned, parts)
            : ByErrors(input, mean, learned, parts, seen.Missing);
    }

    public override IReadOnlyList<double> Expect(ForecastInput input)
    {
        var seen = Look(Guard.NotNull(input));
        return seen.Means.All(each => each is null) || LacksDeals(seen)
            ? throw seen.Missing.First(each => each is not null)!
            : Array.AsReadOnly(Combine(seen.Means, WeightsOf(seen.Means, Learn(input)), input.Periods.Count));
    }

    private ModelForecast ByDeals(
        ForecastInput input, DealOutlook outlook, double[] mean, ErrorHistory learned, ForecastPart[] parts)
    {
        var periods = new PeriodForecast[mean.Length];
        var combined = outlook.At(mean);
        double uncertain = 0;
        for (var i = 0; i < periods.Length; i++)
        {
            var rates = outlook.RateVariance(i, i + 1);
            var spread = SpreadOf(learned.ErrorsOf(MonthsOf(input.Periods[i]), Math.Sqrt(rates)));
            periods[i] = combined.Forecast(i, spread, combined.Unexplained(i, mean[i]));
            uncertain = Math.Max(uncertain, rates);
        }

        var errors = learned.ErrorsOf(MonthsOf(input.Periods[0]), Math.Sqrt(uncertain));
        var whole = learned.ErrorsOf(periods.Sum(period => MonthsOf(period.Period)), Math.Sqrt(outlook.RateVariance(0, periods.Length)));
        return new(Id, periods, [])
        {
            Deals = combined.Deals,
            Stale = combined.Stale,
            TimeToClose = combined.TimeToClose,
            Parts = Array.AsReadOnly(parts),
            Errors = errors,
            TotalSpread = SpreadOf(whole),
        };
    }

    /// <summary>The spread shared by all deals: the uncertainty of the rates, and the errors of earlier forecasts beyond that.</summary>
    private static double SpreadOf(ForecastErrors errors) => Math.Sqrt((errors.Rates * errors.Rates) + (errors.Excess * errors.Excess));

    // The rest of a month that has begun counts as one.
    private static int MonthsOf(ForecastPeriod period) =>
        ((period.Last.Year - period.First.Year) * 12) + period.Last.Month - period.First.Month + 1;

    private ModelForecast ByErrors(
        ForecastInput input, double[] mean, ErrorHistory learned, ForecastPart[] parts, TooLittleHistoryException?[] missing)
    {
        var periods = new PeriodForecast[mean.Length];
        for (var i = 0; i < periods.Length; i++) periods[i] = new(
            input.Periods[i], mean[i], learned.ErrorsOf(MonthsOf(input.Periods[i]), 0).Relative * mean[i]);
        var fallbacks = new List<ForecastFallback>();
        for (var i = 0; i < missing.Length; i++)
        {
            if (missing[i] is { } reason) fallbacks.Add(new(_parts[i].Id, Id, reason));
        }

        return new(Id, periods, fallbacks.AsReadOnly())
        {
            Parts = Array.AsReadOnly(parts),
            Errors = learned.ErrorsOf(MonthsOf(input.Periods[0]), 0),
            TotalDeviation = learned.ErrorsOf(input.Periods.Sum(MonthsOf), 0).Relative * mean.Sum(),
        };
    }

    // Without an outlook for deals, months without wins would predict that there will be none.
    private bool LacksDeals(Sight seen) => seen.Outlook is null && _parts.Any(part => part is DealForecastModel);

    private ModelForecast FallBack(ForecastInput input, TooLittleHistoryException?[] missing)
    {
        var forecast = ForecastModels.WeightedPipeline().Forecast(input);
        var fallback = new ForecastFallback(Id, forecast.Model, missing.First(each => each is not null)!);
        return new(forecast.Model, [.. forecast.Periods], [fallback]) { Deals = forecast.Deals };
    }

    /// <summary>Gets the expectations of each part, or what it lacks, and the whole outlook of the deals.</summary>
    private Sight Look(ForecastInput input)
    {
        DealOutlook? outlook = null;
        var (means, missing) = Each(input, bottomUp => (outlook = bottomUp.CheckedOutlook(input)).Means);
        return new(means, missing, outlook);
    }

    /// <summary>Gets the expectations of each part, or what it lacks; those of the first part that knows deals by a function.</summary>
    private (IReadOnlyList<double>?[] Means, TooLittleHistoryException?[] Missing) Each(
        ForecastInput input, Func<DealForecastModel, IReadOnlyList<double>> expect)
    {
        var means = new IReadOnlyList<double>?[_parts.Length];
        var missing = new TooLittleHistoryException?[_parts.Length];
        var isFound = false;
        for (var i = 0; i < _parts.Length; i++)
        {
            try
            {
                if (!isFound && _parts[i] is DealForecastModel bottomUp)
                {
                    means[i] = expect(bottomUp);
                    isFound = true;
                }
                else
                {
                    means[i] = Checked(_parts[i], input);
                }
            }
            catch (TooLittleHistoryException reason)
            {
                missing[i] = reason;
            }
        }

        return (means, missing);
    }

    private static IReadOnlyList<double> Checked(ForecastModel part, ForecastInput input)
    {
        var means = part.Expect(input);
        if (means is null || means.Count != input.Periods.Count)
        {
            throw new InvalidOperationException(
                $"The model \"{part.Id}\" was asked for {InvariantText.Of((long)input.Periods.Count)} periods but returned " +
                $"{InvariantText.Of((long)(means?.Count ?? 0))}.");
        }

        for (var i = 0; i < means.Count; i++)
        {
            if (!(means[i] >= 0) || double.IsInfinity(means[i]))
            {
                throw new InvalidOperationException(
                    $"The model \"{part.Id}\" expects {InvariantText.Of(means[i])} for {input.Periods[i]}; a mean must be a finite number, 0 or above.");
            }
        }

        return means;
    }

    /// <summary>
    /// Calculates the forecasts that could have been made at the end of each earlier month, and their errors so far. The combination at
    /// an origin takes its weights from the errors that were known then.
    /// </summary>
    private ErrorHistory Learn(ForecastInput input)
    {
        // As many months ahead whatever is asked for, so that the weights of a month don't depend on the months asked with it.
        const int ahead = ErrorHistory.LongestSpan;
        var months = input.WonByMonth;
        var full = FullMonths(input);
        var record = new ErrorHistory(StartOf(full.Length == 0 ? 1 : full[full.Length - 1]), _options);
        var count = months.Values.Count;
        var forecasts = new List<(int Origin, PastSight Sight)>();
        for (var origin = Math.Max(0, count - 1 - MostOrigins); origin < count - 1; origin++)
        {
            // Closings are also known for months before the first snapshot, but open deals are not.
            if (months.Months[origin].LastDay < input.FirstDay) continue;
            var periods = months.Months.Skip(origin + 1).Take(ahead).ToArray();
            var day = months.Months[origin].Last;
            forecasts.Add((origin, input.LearnedAt(this, day, periods, at => LookBack(at))));
        }

        // Month by month, as the amounts won became known.
        for (var month = 1; month < count; month++)
        {
            foreach (var (origin, (means, moments)) in forecasts)
            {
                var step = month - origin - 1;
                if (step < 0 || step >= ahead) continue;
                record.Add(month, Array.ConvertAll(means, each => each?[step]), months.Values[month]);
                if (means.All(each => each is null)) continue;
                var combined = Combine(means, WeightsOf(means, record.Before(origin, StartOf(full[origin]))), step + 1);
                record.AddSpan(1, combined[step], months.Values[month], moments?.Variances[step] ?? 0);
                if (step == 0) continue;
                var actual = months.Values.Skip(origin + 1).Take(step + 1).Sum();
                record.AddSpan(step + 1, combined.Sum(), actual, moments?.VariancesOfFirst[step] ?? 0);
            }
        }

        return record;
    }

    private PastSight LookBack(ForecastInput at)
    {
        DealMoments? moments = null;
        var (means, _) = Each(at, bottomUp => (moments = bottomUp.Moments(at)).Means);
        return new(means, moments);
    }

    private double[] WeightsOf(IReadOnlyList<double>?[] means, ErrorHistory record)
    {
        var weights = record.Merits(Array.ConvertAll(means, each => each is not null));
        var sum = weights.Sum();
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

    private double[] StartOf(double full)
    {
        var bottomUp = Array.FindIndex(_parts, part => part is DealForecastModel);
        var start = new double[_parts.Length];
        for (var i = 0; i < start.Length; i++)
        {
            if (bottomUp < 0 || _parts.Length == 1) start[i] = 1.0 / _parts.Length;
            else if (i == bottomUp) start[i] = KnowsDeals;
            else start[i] = (1 - KnowsDeals) / (_parts.Length - 1) * (_parts[i].ExtrapolatesMonths ? full : 1);
        }

        return start;
    }

    /// <summary>
    /// The share of a full pipeline among the months up to each: in the first months of a company its pipeline only fills, so that what is
    /// won in them is less than what follows.
    /// </summary>
    private static double[] FullMonths(ForecastInput input)
    {
        var months = input.WonByMonth.Months;
        var shares = new double[months.Count];
        var from = input.FullFrom();
        double full = 0;
        for (var i = 0; i < shares.Length; i++)
        {
            var end = months[i].LastDay + 1;
            full += Math.Max(0, Math.Min(1, (end - from) / (end - months[i].FirstDay)));
            shares[i] = Math.Max(LeastFull, full / (i + 1));
        }

        return shares;
    }

    private sealed record PastSight(IReadOnlyList<double>?[] Means, DealMoments? Deals);

    private readonly record struct Sight(IReadOnlyList<double>?[] Means, TooLittleHistoryException?[] Missing, DealOutlook? Outlook);
}

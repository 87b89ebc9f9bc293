using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The track record of one caller, or of the caller's calls of one category. Immutable.</summary>
public sealed class CallTrack
{
    private readonly CallOptions _options;

    internal CallTrack(string caller, ForecastCategory? category, CallRow[] rows, CallOptions options)
    {
        _options = options;
        Caller = caller;
        Category = category;
        Rows = Array.AsReadOnly(rows);
        Calls = new(rows, static row => (double)row.Call.Amount, static row => row.IsWithinRange, options);
        Model = new(rows, static row => row.Model, static row => row.IsWithinModelInterval, options);
        Naive = new(rows, static row => row.Naive, static _ => null, options);
        Skill = SkillOf(rows, static row => (double)row.Call.Amount, static row => row.Naive);
        ModelSkill = SkillOf(rows, static row => row.Model, static row => row.Naive);
        SkillAgainstModel = SkillOf(rows, static row => (double)row.Call.Amount, static row => row.Model);
        Closer = CloserOf(rows, options);
        OverTime = Array.AsReadOnly(ByPeriod(rows));
    }

    /// <summary>Who made the calls.</summary>
    public string Caller { get; }

    /// <summary>What they are calls of; <see langword="null"/> if they are calls of the whole period.</summary>
    public ForecastCategory? Category { get; }

    /// <summary>The calls, by the end of their period, then by the day they were made.</summary>
    public IReadOnlyList<CallRow> Rows { get; }

    /// <summary>The periods that are over, by their end, with the bias up to each of them.</summary>
    public IReadOnlyList<CallPeriod> OverTime { get; }

    /// <summary>How good the calls were.</summary>
    public CallAccuracy Calls { get; }

    /// <summary>How good the model's forecasts of the same days were.</summary>
    public CallAccuracy Model { get; }

    /// <summary>How good the naive forecasts of the same days were.</summary>
    public CallAccuracy Naive { get; }

    /// <summary>1 - WAPE of the calls / WAPE of the naive forecasts: above 0 is better than naive.</summary>
    public double? Skill { get; }

    /// <summary>1 - WAPE of the model / WAPE of the naive forecasts, over the days on which both forecast.</summary>
    public double? ModelSkill { get; }

    /// <summary>1 - WAPE of the calls / WAPE of the model, over the days on which both forecast.</summary>
    public double? SkillAgainstModel { get; }

    /// <summary>Whether the calls or the model were closer, as far as it is certain.</summary>
    public CloserForecast Closer { get; }

    /// <summary>Writes the track record in plain sentences.</summary>
    /// <param name="culture">The culture, as in <see cref="ExplanationTexts.For"/>: English or Swedish.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>Writes the track record in plain sentences.</summary>
    /// <param name="texts">The texts.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts) => new CallSentences(Guard.NotNull(texts)).Of(this, _options);

    /// <summary>The text in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToText(ExplanationTexts.English);

    private static double? SkillOf(CallRow[] rows, Func<CallRow, double?> forecast, Func<CallRow, double?> baseline)
    {
        var common = Array.FindAll(rows, row => row.Actual is not null && forecast(row) is not null && baseline(row) is not null);
        if (common.Length == 0) return null;
        var actuals = Array.ConvertAll(common, row => row.Actual!.Value);
        return ForecastMeasures.Skill(
            ForecastMeasures.Wape(actuals, Array.ConvertAll(common, row => forecast(row)!.Value)),
            ForecastMeasures.Wape(actuals, Array.ConvertAll(common, row => baseline(row)!.Value)));
    }

    // Paired, with the periods as clusters: how much smaller the errors of the calls are.
    private static CloserForecast CloserOf(CallRow[] rows, CallOptions options)
    {
        var periods = rows.Where(row => row.ModelError is not null).GroupBy(row => row.Call.Period).ToArray();
        if (periods.Length < options.MinimumPeriods) return CloserForecast.TooFew;
        var gain = ClusteredRatio.Interval(
            [.. periods.Select(period =>
                (period.Sum(row => Math.Abs(row.ModelError!.Value) - Math.Abs(row.Error!.Value)),
                period.Sum(row => Math.Abs(row.Actual!.Value))))],
            options.Confidence);
        return gain is not { } interval ? CloserForecast.TooFew
            : interval.Low > 0 ? CloserForecast.Call : interval.High < 0 ? CloserForecast.Model : CloserForecast.Unclear;
    }

    private static CallPeriod[] ByPeriod(CallRow[] rows)
    {
        var periods = new List<CallPeriod>();
        var known = new List<CallRow>();
        foreach (var period in rows.Where(row => row.Actual is not null).GroupBy(row => row.Call.Period))
        {
            known.AddRange(period);
            periods.Add(new(
                period.Key,
                period.Count(),
                period.First().Actual!.Value,
                period.Average(row => (double)row.Call.Amount),
                period.Average(row => row.Model),
                Bias(known, static row => (double)row.Call.Amount),
                Bias(known, static row => row.Model)));
        }

        return [.. periods];
    }

    private static double? Bias(List<CallRow> rows, Func<CallRow, double?> forecast)
    {
        var known = rows.FindAll(row => forecast(row) is not null);
        return known.Count == 0 ? null : ForecastMeasures.Bias(
            known.ConvertAll(row => row.Actual!.Value), known.ConvertAll(row => forecast(row)!.Value));
    }
}

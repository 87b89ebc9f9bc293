using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>How far the parts of a combination were off in months that are over, and how far it was itself, in months and longer spans.</summary>
internal sealed class CombinationRecord(int parts, CombinationOptions options)
{
    /// <summary>The longest span, in months, of which errors are kept; a longer one is taken to be off by as much.</summary>
    public const int LongestSpan = 3;

    private readonly List<(double[] Forecast, double Actual)> _spans = [];
    private readonly List<(int Month, double?[] Errors)> _rows = [];
    private readonly double[] _squares = new double[parts];

    /// <summary>How many forecasts of each part could be compared.</summary>
    public int[] Count { get; } = new int[parts];

    public double? ErrorOf(int part) => Count[part] == 0 ? null : Math.Sqrt(_squares[part] / Count[part]);

    /// <summary>Notes what the parts forecast of a month, and what came.</summary>
    public void Add(int month, double?[] means, double actual) => AddErrors(month, Array.ConvertAll(means, mean => mean - actual));

    /// <summary>Notes what the combination forecast of a month, or of the first months from an origin, and what came in all of them.</summary>
    public void AddSpan(double[] forecast, double actual) => _spans.Add((forecast, actual));

    /// <summary>What was known at the end of a month.</summary>
    public CombinationRecord Before(int month)
    {
        var known = new CombinationRecord(Count.Length, options);
        foreach (var row in _rows)
        {
            if (row.Month <= month) known.AddErrors(row.Month, row.Errors);
        }

        return known;
    }

    /// <summary>
    /// One over the mean squared error, drawn towards that of all parts; without any error all parts are alike.
    /// </summary>
    public double Merit(int part)
    {
        double all = 0;
        var count = 0;
        for (var i = 0; i < Count.Length; i++)
        {
            all += _squares[i];
            count += Count[i];
        }

        if (all <= 0) return 1;
        // A part without a single error would take all of the weight.
        return 1 / (((options.Strength * all / count) + _squares[part]) / (options.Strength + Count[part]));
    }

    /// <summary>How far the combination was off in spans of so many months.</summary>
    /// <param name="months">The length; one month may be any of those ahead, more are the first ones.</param>
    /// <param name="rates">What of the error comes of the rates being learned.</param>
    public ForecastErrors ErrorsOf(int months, double rates)
    {
        var span = Math.Min(months, LongestSpan);
        double squares = 0, forecasts = 0;
        var count = 0;
        foreach (var (forecast, actual) in _spans)
        {
            if (forecast.Length != span) continue;
            double sum = 0;
            foreach (var mean in forecast) sum += mean;
            if (sum <= 0) continue;
            squares += (sum - actual) * (sum - actual);
            forecasts += sum;
            count++;
        }

        // Over the mean forecast, not each over its own: one made of next to nothing would outweigh all others.
        if (count > 0) squares *= count / forecasts * (count / forecasts);

        // Errors of different months even out in part.
        var usual = options.UsualError * options.UsualError / span;
        return new(count, count == 0 ? null : Math.Sqrt(squares / count), Math.Sqrt((squares + (options.UsualErrorStrength * usual)) / (count + options.UsualErrorStrength)), rates);
    }

    private void AddErrors(int month, double?[] errors)
    {
        _rows.Add((month, errors));
        for (var i = 0; i < errors.Length; i++)
        {
            if (errors[i] is not { } error) continue;
            _squares[i] += error * error;
            Count[i]++;
        }
    }
}

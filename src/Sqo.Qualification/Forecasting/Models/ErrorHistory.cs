using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How far the parts of a combination were off in months that are over, and how far it was itself, in months and longer
/// spans.</summary>
internal sealed class ErrorHistory(double[] start, CombinationOptions options)
{
    /// <summary>The longest span, in months, of which errors are kept; a longer one is taken to be off by as much.</summary>
    public const int LongestSpan = 3;

    // Forecasts of one month from several origins, and months one after the other, are off by much the same: two errors tell as much as one
    // that hangs on
    // no other would.
    private const double ErrorsForOne = 2;

    private readonly List<SpanError> _spans = [];
    private readonly List<(int Month, double?[] Errors)> _rows = [];
    private readonly double[] _squares = new double[start.Length];

    /// <summary>How many forecasts of each part could be compared.</summary>
    public int[] Count { get; } = new int[start.Length];

    public double? ErrorOf(int part) => Count[part] == 0 ? null : Math.Sqrt(_squares[part] / Count[part]);

    /// <summary>Notes what the parts forecast of a month, and what came.</summary>
    public void Add(int month, double?[] means, double actual) => AddErrors(month, Array.ConvertAll(means, mean => mean - actual));

    /// <summary>Notes what the combination forecast of a month, or of the first months from an origin, and what came in all of
    /// them.</summary>
    /// <param name="months">How many months.</param>
    /// <param name="forecast">The mean of all of them.</param>
    /// <param name="actual">What came.</param>
    /// <param name="explained">The variance that the chance of each deal and the rates explain; 0 where nothing is known of it.</param>
    public void AddSpan(int months, double forecast, double actual, double explained) =>
        _spans.Add(new(months, forecast, actual, explained));

    /// <summary>What was known at the end of a month.</summary>
    public ErrorHistory Before(int month)
    {
        var known = new ErrorHistory(start, options);
        foreach (var row in _rows)
        {
            if (row.Month <= month) known.AddErrors(row.Month, row.Errors);
        }

        return known;
    }

    /// <summary>What the parts count for, not yet shared out: what they start with, times as much as their errors speak for them.</summary>
    /// <param name="counts">Which of them have a forecast.</param>
    public double[] Merits(bool[] counts)
    {
        double all = 0;
        var errors = 0;
        for (var i = 0; i < start.Length; i++)
        {
            all += _squares[i];
            errors += Count[i];
        }

        var merits = new double[start.Length];
        if (all <= 0)
        {
            for (var i = 0; i < start.Length; i++) merits[i] = counts[i] ? start[i] : 0;
            return merits;
        }

        // The evidence of normal errors of unknown size, each mean square drawn towards that of the part that knows the deals.
        // A part that is far off says nothing of how far off the one is that the others stand beside.
        var first = Array.IndexOf(start, Greatest(start));
        var usual = _squares[first] > 0 ? _squares[first] / Count[first] : all / errors;
        var alike = Array.TrueForAll(start, each => each == start[0]);
        var best = double.NegativeInfinity;
        for (var i = 0; i < start.Length; i++)
        {
            if (!counts[i]) continue;
            var square = ((options.Strength * usual) + _squares[i]) / (options.Strength + Count[i]);
            // Parts that start alike go by their mean squares, each drawn towards that of all (Bates and Granger 1969).
            merits[i] = alike
                ? -Logarithm.Of(((options.Strength * all / errors) + _squares[i]) / (options.Strength + Count[i]))
                : Logarithm.Of(start[i]) - (Math.Min(Count[i], Least(counts)) / (2 * ErrorsForOne) * Logarithm.Of(square));
            best = Math.Max(best, merits[i]);
        }

        for (var i = 0; i < start.Length; i++) merits[i] = counts[i] ? Exponential.Exp(merits[i] - best) : 0;
        return merits;
    }

    /// <summary>How far the combination was off in spans of so many months.</summary>
    /// <param name="months">The length; one month may be any of those ahead, more are the first ones.</param>
    /// <param name="rates">What of the error comes of the rates being learned.</param>
    public ForecastErrors ErrorsOf(int months, double rates)
    {
        var span = Math.Min(months, LongestSpan);
        double errors = 0, forecasts = 0, beyond = 0;
        var count = 0;
        foreach (var each in _spans)
        {
            if (each.Months != span) continue;
            var square = (each.Forecast - each.Actual) * (each.Forecast - each.Actual);
            errors += square;
            forecasts += each.Forecast * each.Forecast;
            beyond += square - each.Explained;
            count++;
        }

        // Errors of different months even out in part. A forecast of little that was far off says little of one of much, so that
        // errors and forecasts are added up before they are divided.
        var usual = options.UsualError * options.UsualError / span;
        var excess = options.UsualExcess * options.UsualExcess / span;
        if (forecasts <= 0) return new(count, null, Math.Sqrt(usual), rates, Math.Sqrt(excess));
        var strength = options.UsualErrorStrength / count;
        // Spans that overlap tell less.
        var share = count / (count + (options.UsualErrorStrength * (1 + span) / 2));
        return new(
            count,
            Math.Sqrt(errors / forecasts),
            Math.Sqrt(((errors / forecasts) + (strength * usual)) / (1 + strength)),
            rates,
            Math.Sqrt(Math.Max(0, (share * beyond / forecasts) + ((1 - share) * excess))));
    }

    private static double Greatest(double[] values)
    {
        var greatest = values[0];
        foreach (var value in values) greatest = Math.Max(greatest, value);
        return greatest;
    }

    private int Least(bool[] counts)
    {
        var least = int.MaxValue;
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i]) least = Math.Min(least, Count[i]);
        }

        return least;
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

    private readonly record struct SpanError(int Months, double Forecast, double Actual, double Explained);
}

using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The past errors of the parts of a combination, by month, and those of the combination itself, in months and longer spans.
/// </summary>
internal sealed class ErrorHistory(double[] start, CombinationOptions options)
{
    /// <summary>The longest span, in months, whose errors are kept; a longer one is assumed to have the same error.</summary>
    public const int LongestSpan = 3;

    // Forecasts of one month from several origins, and those of consecutive months, have similar errors: two errors carry as much
    // information as one independent error.
    private const double ErrorsForOne = 3;

    // An error loses a twelfth of its weight each month: old errors were made at other rates, and from less history.
    private const double KeptPerMonth = 11.0 / 12;

    private readonly List<SpanError> _spans = [];
    private readonly List<(int Month, double?[] Errors)> _rows = [];
    private readonly double[] _squares = new double[start.Length];

    // The same, each error by its weight.
    private readonly double[] _recentSquares = new double[start.Length];
    private readonly double[] _recentCount = new double[start.Length];
    private int _month = int.MinValue;

    /// <summary>The number of forecasts of each part that could be compared.</summary>
    public int[] Count { get; } = new int[start.Length];

    public double? ErrorOf(int part) => Count[part] == 0 ? null : Math.Sqrt(_squares[part] / Count[part]);

    /// <summary>Adds the forecasts of the parts for a month, and its result.</summary>
    public void Add(int month, double?[] means, double actual) => AddErrors(month, Array.ConvertAll(means, mean => mean - actual));

    /// <summary>Adds the forecast of the combination for a month, or for the first months after an origin, and the result.</summary>
    /// <param name="months">The number of months.</param>
    /// <param name="forecast">The mean of their total.</param>
    /// <param name="actual">The result.</param>
    /// <param name="explained">The variance that the chance of each deal and the rates explain; 0 if it is unknown.</param>
    public void AddSpan(int months, double forecast, double actual, double explained) =>
        _spans.Add(new(months, forecast, actual, explained));

    /// <summary>The errors that were known at the end of a month, with the initial weights of that time.</summary>
    public ErrorHistory Before(int month, double[] startThen)
    {
        var known = new ErrorHistory(startThen, options);
        foreach (var row in _rows)
        {
            if (row.Month <= month) known.AddErrors(row.Month, row.Errors);
        }

        return known;
    }

    /// <summary>The weights of the parts before normalization: their initial weights times the evidence of their errors.</summary>
    /// <param name="counts">Which parts have a forecast.</param>
    public double[] Merits(bool[] counts)
    {
        double all = 0, errors = 0;
        for (var i = 0; i < start.Length; i++)
        {
            all += _recentSquares[i];
            errors += _recentCount[i];
        }

        var merits = new double[start.Length];
        if (all <= 0)
        {
            for (var i = 0; i < start.Length; i++) merits[i] = counts[i] ? start[i] : 0;
            return merits;
        }

        // The evidence of normal errors of unknown size, with each mean square shrunk towards that of the part that knows the deals.
        // The error of another part says nothing about the error of this reference part.
        var first = Array.IndexOf(start, Greatest(start));
        var usual = _recentSquares[first] > 0 ? _recentSquares[first] / _recentCount[first] : all / errors;
        var alike = Array.TrueForAll(start, each => each == start[0]);
        var best = double.NegativeInfinity;
        for (var i = 0; i < start.Length; i++)
        {
            if (!counts[i]) continue;
            var square = ((options.Strength * usual) + _recentSquares[i]) / (options.Strength + _recentCount[i]);
            // Parts with equal initial weights are weighted by mean square, each shrunk towards that of all (Bates and Granger 1969).
            merits[i] = alike
                ? -Logarithm.Of(((options.Strength * all / errors) + _recentSquares[i]) / (options.Strength + _recentCount[i]))
                : Logarithm.Of(start[i]) - (Math.Min(_recentCount[i], Least(counts)) / (2 * ErrorsForOne) * Logarithm.Of(square));
            best = Math.Max(best, merits[i]);
        }

        for (var i = 0; i < start.Length; i++) merits[i] = counts[i] ? Exponential.Exp(merits[i] - best) : 0;
        return merits;
    }

    /// <summary>The errors of the combination in spans of a number of months.</summary>
    /// <param name="months">The length; one month may be any of those ahead, several are the first ones.</param>
    /// <param name="rates">The part of the error that comes from learning the rates.</param>
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

        // Errors of different months partly cancel. The relative error of a small forecast says little about a large one, so
        // errors and forecasts are summed before they are divided.
        var usual = options.UsualError * options.UsualError / span;
        var excess = options.UsualExcess * options.UsualExcess / span;
        if (forecasts <= 0) return new(count, null, Math.Sqrt(usual), rates, Math.Sqrt(excess));
        var strength = options.UsualErrorStrength / count;
        // Overlapping spans carry less information.
        var independent = count / (ErrorsForOne * span);
        var share = independent / (independent + options.UsualErrorStrength);
        var unexplained = (share * beyond / forecasts) + ((1 - share) * excess);
        // Errors smaller than the rates explain narrow these, but not below half: few errors may be small by chance.
        var variance = rates * rates;
        return new(
            count,
            Math.Sqrt(errors / forecasts),
            Math.Sqrt(((errors / forecasts) + (strength * usual)) / (1 + strength)),
            unexplained < 0 ? Math.Sqrt(Math.Max(variance / 2, variance + unexplained)) : rates,
            Math.Sqrt(Math.Max(0, unexplained)));
    }

    private static double Greatest(double[] values)
    {
        var greatest = values[0];
        foreach (var value in values) greatest = Math.Max(greatest, value);
        return greatest;
    }

    private double Least(bool[] counts)
    {
        var least = double.PositiveInfinity;
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i]) least = Math.Min(least, _recentCount[i]);
        }

        return least;
    }

    private void AddErrors(int month, double?[] errors)
    {
        // Months come in their order.
        for (; _month < month && _rows.Count > 0; _month++)
        {
            for (var i = 0; i < start.Length; i++)
            {
                _recentSquares[i] *= KeptPerMonth;
                _recentCount[i] *= KeptPerMonth;
            }
        }

        _month = month;
        _rows.Add((month, errors));
        for (var i = 0; i < errors.Length; i++)
        {
            if (errors[i] is not { } error) continue;
            _squares[i] += error * error;
            Count[i]++;
            _recentSquares[i] += error * error;
            _recentCount[i]++;
        }
    }

    private readonly record struct SpanError(int Months, double Forecast, double Actual, double Explained);
}

using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// A cumulative distribution, or a part of one, given at equally spaced points and linear between them.
/// </summary>
internal sealed class GridLaw
{
    /// <summary>The number of segments with an error of their own.</summary>
    public const int Segments = 128;

    private readonly long _won;
    private readonly SumGaps? _gaps;
    private readonly long? _lostOf;
    private readonly bool _hasSteps;
    private double[]? _integrals;
    private double[]? _gapIntegrals;

    /// <param name="start">The first point, between whole steps.</param>
    /// <param name="cell">The distance between two points.</param>
    /// <param name="cumulative">P(X &lt; point), rising to the probability of the part.</param>
    /// <param name="floor">The maximum error of a cumulative probability outside the grid.</param>
    /// <param name="errors">The maximum errors within equal segments of the grid.</param>
    /// <param name="won">What is won apart from the amounts of the grid.</param>
    /// <param name="gaps">The gaps that the grid leaves out; null if there are none.</param>
    /// <param name="lostOf">The sum of all deals, if the grid is that of what is lost; null if of what is won.</param>
    /// <param name="hasSteps">Whether points are one step apart, and the distribution rises halfway between them alone.</param>
    public GridLaw(
        double start, double cell, double[] cumulative, double floor, double[] errors, long won = 0, SumGaps? gaps = null,
        long? lostOf = null, bool hasSteps = false)
    {
        (_won, _gaps, _lostOf, _hasSteps) = (won, gaps, lostOf, hasSteps);
        Start = start;
        Cell = cell;
        Values = cumulative;
        Floor = floor;
        // The least is lost where the most is won.
        Errors = lostOf is null ? errors : Reversed(errors);
        ErrorBound = floor;
        foreach (var error in errors) ErrorBound = Math.Max(ErrorBound, error);
        ErrorBound = Math.Min(1, ErrorBound);
    }

    /// <summary>The maximum error of a cumulative probability outside the grid.</summary>
    public double Floor { get; }

    /// <summary>The maximum errors within equal segments of the grid.</summary>
    public double[] Errors { get; }

    /// <summary>The maximum error of a cumulative probability.</summary>
    public double ErrorBound { get; }

    /// <summary>The first point of the grid. If the grid is that of what is lost, so are this, the cell and the values.</summary>
    public double Start { get; }

    public double Cell { get; }

    public double[] Values { get; }

    /// <summary>A number of steps that reaches the last point.</summary>
    public long Most => (long)Math.Ceiling(StartOf(Segments)) + 1;

    /// <summary>Where a segment starts.</summary>
    public double StartOf(int segment) => _lostOf is { } total ? total - OnGrid(Segments - segment) : OnGrid(segment);

    public double Cumulative(long x) =>
        _lostOf is { } total ? Values[Values.Length - 1] - CumulativeOnGrid(total - x - 1) : CumulativeOnGrid(x);

    /// <summary>The integral of the cumulative distribution from 0 to x.</summary>
    public double Below(long x) => _lostOf is { } total
        ? Math.Max(0, (x * Values[Values.Length - 1]) - (BelowOnGrid(total) - BelowOnGrid(total - x)))
        : BelowOnGrid(x);

    private static double[] Reversed(double[] errors)
    {
        var reversed = (double[])errors.Clone();
        Array.Reverse(reversed);
        return reversed;
    }

    private double OnGrid(int segment)
    {
        var start = Start + (Cell * (Values.Length - 1) * segment / Segments);
        return _won + (_gaps?.Open(start) ?? start);
    }

    private double CumulativeOnGrid(long x)
    {
        var within = x + 0.5 - _won;
        return Between(_gaps?.Close(within) ?? within, out _, out _);
    }

    private double BelowOnGrid(long x)
    {
        double within = x - _won;
        if (_gaps is null || within <= 0) return BelowWithin(within);
        var closed = _gaps.Close(within);
        var count = _gaps.GapsBelow(within);
        var integrals = _gapIntegrals ??= GapIntegrals(_gaps);
        var known = (int)Math.Min(count, integrals.Length - 1);
        var inGap = (within / _gaps.Unit) - (count * _gaps.Gap) - closed;
        return _gaps.Unit * (BelowWithin(closed) + integrals[known] + ((count - known) * _gaps.Gap * Values[Values.Length - 1])
            + (inGap * Between(closed, out _, out _)));
    }

    /// <summary>The integral on the grid from 0 on.</summary>
    private double BelowWithin(double x)
    {
        var value = Between(x, out var cell, out var share);
        if (cell < 0 || x <= 0) return 0;
        // Most laws are asked for quantiles alone.
        var before = (_integrals ??= Integrals())[cell];
        if (cell >= Values.Length - 1) return before + (value * (x - (Start + (cell * Cell))));
        // A whole number is halfway between two points, and gaps begin at points.
        if (_hasSteps) return before + (share * Values[cell]);
        return before + (share * Math.Min(Cell, x) * (Values[cell] + value) / 2);
    }

    /// <summary>The sums of the integrals over the gaps, up to the one at the end of the grid.</summary>
    private double[] GapIntegrals(SumGaps gaps)
    {
        var end = Start + (Cell * (Values.Length - 1));
        var integrals = new List<double> { 0 };
        for (var gap = 0; gaps.PlaceOf(gap) < end; gap++) integrals.Add(
            integrals[gap] + (gaps.Gap * Between(gaps.PlaceOf(gap), out _, out _)));
        return [.. integrals];
    }

    private double[] Integrals()
    {
        var integrals = new double[Values.Length];
        for (var i = 1; i < integrals.Length; i++)
        {
            // There is nothing below 0.
            var width = Math.Min(Cell, Math.Max(0, Start + (i * Cell)));
            var mean = _hasSteps && width < Cell ? Values[i] : (Values[i - 1] + Values[i]) / 2;
            integrals[i] = integrals[i - 1] + (width * mean);
        }

        return integrals;
    }

    private double Between(double x, out int cell, out double share)
    {
        var at = (x - Start) / Cell;
        cell = -1;
        share = 0;
        if (at < 0) return 0;
        if (at >= Values.Length - 1)
        {
            cell = Values.Length - 1;
            return Values[cell];
        }

        cell = (int)at;
        share = at - cell;
        return Values[cell] + (share * (Values[cell + 1] - Values[cell]));
    }
}

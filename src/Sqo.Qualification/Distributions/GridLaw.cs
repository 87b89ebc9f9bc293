using System;

namespace Sqo.Qualification;

/// <summary>
/// A cumulative distribution, or a part of one, given at equally spaced points and linear between them.
/// </summary>
internal sealed class GridLaw
{
    /// <summary>The number of segments with an error of their own.</summary>
    public const int Segments = 128;

    private double[]? _integrals;

    /// <param name="start">The first point, between whole steps.</param>
    /// <param name="cell">The distance between two points.</param>
    /// <param name="cumulative">P(X &lt; point), rising to the probability of the part.</param>
    /// <param name="floor">The maximum error of a cumulative probability outside the grid.</param>
    /// <param name="errors">The maximum errors within equal segments of the grid.</param>
    public GridLaw(double start, double cell, double[] cumulative, double floor, double[] errors)
    {
        Start = start;
        Cell = cell;
        Values = cumulative;
        Floor = floor;
        Errors = errors;
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

    public double Start { get; }

    public double Cell { get; }

    public double[] Values { get; }

    /// <summary>A number of steps that reaches the last point.</summary>
    public long Most => (long)Math.Ceiling(Start + (Cell * (Values.Length - 1))) + 1;

    /// <summary>Where a segment starts.</summary>
    public double StartOf(int segment) => Start + (Cell * (Values.Length - 1) * segment / Segments);

    public double Cumulative(long x) => Between(x + 0.5, out _, out _);

    /// <summary>The integral of the cumulative distribution from 0 to x.</summary>
    public double Below(long x)
    {
        var value = Between(x, out var cell, out var share);
        if (cell < 0) return 0;
        // Most laws are asked for quantiles alone.
        var before = (_integrals ??= Integrals())[cell];
        if (cell >= Values.Length - 1) return before + (value * (x - (Start + (cell * Cell))));
        return before + (share * Math.Min(Cell, x) * (Values[cell] + value) / 2);
    }

    private double[] Integrals()
    {
        var integrals = new double[Values.Length];
        for (var i = 1; i < integrals.Length; i++)
        {
            // There is nothing below 0.
            var width = Math.Min(Cell, Math.Max(0, Start + (i * Cell)));
            integrals[i] = integrals[i - 1] + (width * (Values[i - 1] + Values[i]) / 2);
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

using System;

namespace Sqo.Qualification;

/// <summary>
/// A cumulative distribution, or a part of one, given at equally spaced points and linear between them.
/// </summary>
internal sealed class GridLaw
{
    private double[]? _integrals;

    /// <param name="start">The first point, between whole steps.</param>
    /// <param name="cell">The distance between two points.</param>
    /// <param name="cumulative">P(X &lt; point), rising to the probability of the part.</param>
    /// <param name="errorBound">The maximum error of a cumulative probability.</param>
    public GridLaw(double start, double cell, double[] cumulative, double errorBound)
    {
        Start = start;
        Cell = cell;
        Values = cumulative;
        ErrorBound = errorBound;
    }

    public double ErrorBound { get; }

    public double Start { get; }

    public double Cell { get; }

    public double[] Values { get; }

    /// <summary>A number of steps that reaches the last point.</summary>
    public long Most => (long)Math.Ceiling(Start + (Cell * (Values.Length - 1))) + 1;

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

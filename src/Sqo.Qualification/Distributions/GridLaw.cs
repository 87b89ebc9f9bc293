using System;

namespace Sqo.Qualification;

/// <summary>A cumulative distribution given at equally spaced points, linear between them, with a separate atom at 0.</summary>
internal sealed class GridLaw : LatticeLaw
{
    private readonly double[] _integrals;
    private readonly double _atZero;
    private readonly long _most;

    /// <param name="start">The first point, between whole steps.</param>
    /// <param name="cell">The distance between two points.</param>
    /// <param name="cumulative">P(X &lt; point), rising to 1.</param>
    /// <param name="atZero">P(X = 0).</param>
    /// <param name="errorBound">The maximum error of a cumulative probability.</param>
    public GridLaw(double start, double cell, double[] cumulative, double atZero, double errorBound)
    {
        Start = start;
        Cell = cell;
        Values = cumulative;
        _atZero = atZero;
        ErrorBound = errorBound;
        _most = (long)Math.Ceiling(start + (cell * (cumulative.Length - 1))) + 1;
        _integrals = new double[cumulative.Length];
        _integrals[0] = Math.Max(0, start) * atZero;
        for (var i = 1; i < cumulative.Length; i++)
        {
            // There is nothing below 0.
            var width = Math.Min(cell, Math.Max(0, start + (i * cell)));
            _integrals[i] = _integrals[i - 1] + (width * (cumulative[i - 1] + cumulative[i]) / 2);
        }
    }

    public override DistributionMethod Method => DistributionMethod.FourierInversion;

    public override double ErrorBound { get; }

    public double Start { get; }

    public double Cell { get; }

    public double[] Values { get; }

    public override double Cumulative(long x) =>
        x < 0 ? 0 : x == 0 && _atZero > 0 ? _atZero : x >= _most ? 1 : Math.Max(_atZero, Between(x + 0.5, out _, out _));

    public override double Below(long x)
    {
        if (x <= 0) return 0;
        var value = Between(x, out var cell, out var share);
        if (cell < 0) return x * _atZero;
        if (cell >= Values.Length - 1) return _integrals[cell] + (x - (Start + (cell * Cell)));
        return _integrals[cell] + (share * Math.Min(Cell, x) * (Values[cell] + value) / 2);
    }

    public override long Quantile(double p) => LeastReaching(p - AtomLaw.Rounding, 0, _most);

    private double Between(double x, out int cell, out double share)
    {
        var at = (x - Start) / Cell;
        cell = -1;
        share = 0;
        if (at < 0) return 0;
        if (at >= Values.Length - 1)
        {
            cell = Values.Length - 1;
            return 1;
        }

        cell = (int)at;
        share = at - cell;
        return Values[cell] + (share * (Values[cell + 1] - Values[cell]));
    }
}

using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// A range based only on the errors of earlier forecasts, with the share of values that these guarantee. Immutable.
/// </summary>
public sealed class ConformalInterval
{
    private ConformalInterval(StatisticalInterval range, int errors, double promised)
    {
        Range = range;
        Errors = errors;
        Promised = promised;
    }

    /// <summary>The range, with the requested level.</summary>
    public StatisticalInterval Range { get; }

    /// <summary>The number of earlier forecasts that it is based on.</summary>
    public int Errors { get; }

    /// <summary>
    /// The guaranteed minimum share of values in the range if errors are exchangeable: k / (n + 1) for the k-th smallest of n errors.
    /// It is below the requested level if there are too few errors: then the greatest is used, and 4 errors guarantee only 0.8.
    /// </summary>
    public double Promised { get; }

    /// <summary>Whether it guarantees the requested level.</summary>
    public bool KeepsLevel => Promised >= Range.Level;

    internal static ConformalInterval Of(double point, List<double> errors, double level)
    {
        errors.Sort();
        var rank = Math.Min(errors.Count, (int)Math.Ceiling(((errors.Count + 1) * level) - Rounding));
        var half = errors[Math.Max(1, rank) - 1];
        return new(new(point - half, point + half, level), errors.Count, (double)Math.Max(1, rank) / (errors.Count + 1));
    }

    // 5 x 0.8 is slightly above 4.
    private const double Rounding = 1e-9;
}

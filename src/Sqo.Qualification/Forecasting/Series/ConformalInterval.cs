using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// A range from the errors of earlier forecasts alone, with the share of values that so few of them can promise. Immutable.
/// </summary>
public sealed class ConformalInterval
{
    private ConformalInterval(StatisticalInterval range, int errors, double promised)
    {
        Range = range;
        Errors = errors;
        Promised = promised;
    }

    /// <summary>The range; its level is the one asked for.</summary>
    public StatisticalInterval Range { get; }

    /// <summary>How many earlier forecasts it goes by.</summary>
    public int Errors { get; }

    /// <summary>
    /// The share of values that it holds at the least where errors come in any order alike: k / (n + 1) for the k-th smallest of n errors.
    /// Below the level asked for where there
    /// are too few errors: then the greatest is taken, and 4 of them promise no more than 0.8.
    /// </summary>
    public double Promised { get; }

    /// <summary>Whether it promises the level asked for.</summary>
    public bool KeepsLevel => Promised >= Range.Level;

    internal static ConformalInterval Of(double point, List<double> errors, double level)
    {
        errors.Sort();
        var rank = Math.Min(errors.Count, (int)Math.Ceiling(((errors.Count + 1) * level) - Rounding));
        var half = errors[Math.Max(1, rank) - 1];
        return new(new(point - half, point + half, level), errors.Count, (double)Math.Max(1, rank) / (errors.Count + 1));
    }

    // 5 x 0.8 is a hair above 4.
    private const double Rounding = 1e-9;
}

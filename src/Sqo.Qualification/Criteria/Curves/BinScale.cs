using System;

namespace Sqo.Qualification;

/// <summary>The points of bins as values from 0, the fewest, to 1, the most.</summary>
internal sealed class BinScale
{
    public BinScale(double[] points)
    {
        Least = Greatest = points[0];
        foreach (var p in points)
        {
            Least = Math.Min(Least, p);
            Greatest = Math.Max(Greatest, p);
        }
    }

    public double Least { get; }

    public double Greatest { get; }

    /// <summary>The span of the points: the weight of the criterion.</summary>
    public double Span => Greatest - Least;

    /// <summary>The value from which points raise the score: that of 0 points, if some bins raise it and others lower it.</summary>
    public double MetFrom => Least < 0 && Greatest > 0 ? ValueOf(0) : 0.5;

    public double ValueOf(double points) => Span > 0 ? (points - Least) / Span : 0;
}

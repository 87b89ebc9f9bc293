using System;

namespace Sqo.Qualification;

/// <summary>How precisely many terms are combined (<see cref="RareTerms"/>).</summary>
internal sealed class SeriesPrecision
{
    private const double UsualError = 2e-5;
    private const double LeastError = 1e-6;
    private const int Finer = 2;

    // The share of the wanted error of a law, times the root of a part's probability.
    private const double Share = 0.02;

    // What the error is divided by if it is too large.
    private const double Step = 5;

    private SeriesPrecision(int fineness, double error) => (Fineness, Error) = (fineness, error);

    public static SeriesPrecision Usual { get; } = new(1, UsualError);

    /// <summary>How many times as fine as usual the grids are.</summary>
    public int Fineness { get; }

    /// <summary>
    /// The maximum error wanted of the logarithm, as a sum over the nodes by their weights, for each of: the terms that the series leaves
    /// out, and the points that one of its powers is interpolated between.
    /// </summary>
    public double Error { get; }

    /// <summary>What a part of a law needs at first: more, if it is unlikely.</summary>
    /// <param name="wanted">The maximum error wanted of the law.</param>
    /// <param name="mass">The probability of the part.</param>
    public static SeriesPrecision Of(double wanted, double mass) =>
        new(1, Math.Max(LeastError, Math.Min(UsualError, Share * wanted * Math.Sqrt(mass))));

    /// <summary>A higher one; null if no error is small enough, so that terms have to be multiplied one by one.</summary>
    /// <param name="isGridCoarse">Whether most of the error comes from the grids.</param>
    public SeriesPrecision? Higher(bool isGridCoarse) =>
        isGridCoarse && Fineness < Finer ? new(Finer, Error)
        : Error > LeastError ? new(Fineness, Math.Max(LeastError, Error / Step))
        : null;
}

using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A number that a model of a series works with. Two are equal when all three parts are.</summary>
public readonly record struct SeriesParameter
{
    /// <summary>Names a number.</summary>
    /// <param name="name">Its name as in the literature, such as "alpha" or, for the level before the first value, "l[0]".</param>
    /// <param name="value">What it is, a finite number.</param>
    /// <param name="estimated">Whether it was estimated from the values; else it was given.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is <see langword="null"/> or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN or infinite.</exception>
    public SeriesParameter(string name, double value, bool estimated)
    {
        Name = Guard.NotBlank(name);
        Value = Guard.Finite(value);
        Estimated = estimated;
    }

    /// <summary>Its name as in the literature, such as "alpha" or, for the level before the first value, "l[0]".</summary>
    public string Name { get; }

    /// <summary>What it is.</summary>
    public double Value { get; }

    /// <summary>Whether it was estimated from the values; else it was given.</summary>
    public bool Estimated { get; }

    /// <summary>"alpha = 0.3", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name} = {InvariantText.Of(Value)}";
}

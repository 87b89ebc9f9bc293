using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A parameter of a series model. Two are equal if all three parts are equal.</summary>
public readonly record struct SeriesParameter
{
    /// <summary>Creates a parameter.</summary>
    /// <param name="name">The name as in the literature, such as "alpha" or, for the level before the first value, "l[0]".</param>
    /// <param name="value">The value, a finite number.</param>
    /// <param name="estimated">Whether it was estimated from the values, rather than given.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is <see langword="null"/> or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN or infinite.</exception>
    public SeriesParameter(string name, double value, bool estimated)
    {
        Name = Guard.NotBlank(name);
        Value = Guard.Finite(value);
        Estimated = estimated;
    }

    /// <summary>The name as in the literature, such as "alpha" or, for the level before the first value, "l[0]".</summary>
    public string Name { get; }

    /// <summary>The value.</summary>
    public double Value { get; }

    /// <summary>Whether it was estimated from the values, rather than given.</summary>
    public bool Estimated { get; }

    /// <summary>"alpha = 0.3", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name} = {InvariantText.Of(Value)}";
}

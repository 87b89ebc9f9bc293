using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A number that a model of a series works with. Two are equal when all three parts are.</summary>
/// <param name="Name">Its name as in the literature, such as "alpha" or, for the level before the first value, "l[0]".</param>
/// <param name="Value">What it is.</param>
/// <param name="Estimated">Whether it was estimated from the values; else it was given.</param>
public readonly record struct SeriesParameter(string Name, double Value, bool Estimated)
{
    /// <summary>"alpha = 0.3", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name} = {InvariantText.Of(Value)}";
}

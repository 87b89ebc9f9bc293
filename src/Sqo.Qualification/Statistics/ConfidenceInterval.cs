using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>An interval about an estimate, and the confidence it was made at. Two are equal when all three numbers are.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
/// <param name="Confidence">The share of such intervals that hold the true value, between 0 and 1.</param>
public readonly record struct ConfidenceInterval(double Low, double High, double Confidence)
{
    /// <summary>"[low, high]", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"[{InvariantText.Of(Low)}, {InvariantText.Of(High)}]";
}

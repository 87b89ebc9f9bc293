using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A probability with the standard error of the simulation that it comes from. Two are equal if both numbers are; the default value is 0.
/// </summary>
public readonly record struct ChanceEstimate
{
    internal ChanceEstimate(double value, double standardError)
    {
        Value = value;
        StandardError = standardError;
    }

    /// <summary>The probability, from 0 to 1.</summary>
    public double Value { get; }

    /// <summary>The standard error of the simulation; 0 if there was none.</summary>
    public double StandardError { get; }

    /// <summary>"0.42 +/- 0.001", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{InvariantText.Of(Value)} +/- {InvariantText.Of(StandardError)}";
}

using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How a combination goes by the errors of the past. Immutable.</summary>
public sealed class CombinationOptions
{
    /// <summary>Options, all with defaults.</summary>
    /// <param name="strength">How many forecasts the mean squared error of all parts counts for beside a part's own, above 0: few errors leave the weights near equal.</param>
    /// <param name="usualError">The error of a month, as a share of its forecast, that is taken for usual before anything was seen, and over the square root of n for n months; above 0.</param>
    /// <param name="usualErrorStrength">How many forecasts the usual error counts for, above 0.</param>
    /// <param name="usualExcess">What of that error neither the chance of each deal nor the rates explain, above 0; it counts for as many
    /// forecasts.</param>
    /// <value>2 forecasts; a usual error of 0.25 that counts for 4; 0.07 of it beyond deals and rates.</value>
    /// <exception cref="System.ArgumentOutOfRangeException">An argument is not a finite number above 0.</exception>
    public CombinationOptions(double strength = 2, double usualError = 0.25, double usualErrorStrength = 4, double usualExcess = 0.07)
    {
        Strength = Guard.Positive(strength);
        UsualError = Guard.Positive(usualError);
        UsualErrorStrength = Guard.Positive(usualErrorStrength);
        UsualExcess = Guard.Positive(usualExcess);
    }

    /// <summary>All the defaults.</summary>
    public static CombinationOptions Default { get; } = new();

    /// <summary>How many forecasts the mean squared error of all parts counts for beside a part's own.</summary>
    public double Strength { get; }

    /// <summary>The error of a month, as a share of its forecast, that is taken for usual.</summary>
    public double UsualError { get; }

    /// <summary>How many forecasts the usual error counts for.</summary>
    public double UsualErrorStrength { get; }

    /// <summary>What of the usual error neither the chance of each deal nor the rates explain.</summary>
    public double UsualExcess { get; }
}

using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How a combination uses the errors of past forecasts. Immutable.</summary>
public sealed class CombinationOptions
{
    /// <summary>Creates options.</summary>
    /// <param name="strength">
    /// The number of forecasts that the mean squared error of all parts counts as, next to those of a part, above 0: with few errors the
    /// weights stay nearly equal. An error loses a twelfth of its weight each month. The default is 2.
    /// </param>
    /// <param name="usualError">
    /// The error of a month, as a share of its forecast, that is assumed without any past errors, above 0; for n months it is divided by
    /// the square root of n. The default is 0.25.
    /// </param>
    /// <param name="usualErrorStrength">The number of forecasts that the usual error counts as, above 0. The default is 4.</param>
    /// <param name="usualExcess">
    /// The part of that error that neither the chance of each deal nor the rates explain, above 0; it counts as the same number of
    /// forecasts. The default is 0.07.
    /// </param>
    /// <exception cref="System.ArgumentOutOfRangeException">An argument is not a finite number above 0.</exception>
    public CombinationOptions(double strength = 2, double usualError = 0.25, double usualErrorStrength = 4, double usualExcess = 0.07)
    {
        Strength = Guard.Positive(strength);
        UsualError = Guard.Positive(usualError);
        UsualErrorStrength = Guard.Positive(usualErrorStrength);
        UsualExcess = Guard.Positive(usualExcess);
    }

    /// <summary>The default options.</summary>
    public static CombinationOptions Default { get; } = new();

    /// <summary>The number of forecasts that the mean squared error of all parts counts as, next to those of a part.</summary>
    public double Strength { get; }

    /// <summary>The error of a month, as a share of its forecast, that is assumed without any past errors.</summary>
    public double UsualError { get; }

    /// <summary>The number of forecasts that the usual error counts as.</summary>
    public double UsualErrorStrength { get; }

    /// <summary>The part of the usual error that neither the chance of each deal nor the rates explain.</summary>
    public double UsualExcess { get; }
}

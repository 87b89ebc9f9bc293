using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A call beside the model's forecast of the same day, and the amount won. Immutable.</summary>
public sealed class CallRow
{
    internal CallRow(ForecastCall call, double? actual, double? wonBefore, double? model, StatisticalInterval? modelInterval,
        double? naive, string? missing)
    {
        Call = call;
        Actual = actual;
        WonBefore = wonBefore;
        Model = model;
        ModelInterval = modelInterval;
        Naive = naive;
        Missing = missing;
    }

    /// <summary>The call.</summary>
    public ForecastCall Call { get; }

    /// <summary>The amount won in the period; <see langword="null"/> if the period is not over, or was not observed from its
    /// start.</summary>
    public double? Actual { get; }

    /// <summary>
    /// The amount won in the period up to the day of the call, which every forecast here includes; <see langword="null"/> if the history
    /// does not cover that day.
    /// </summary>
    public double? WonBefore { get; }

    /// <summary>The model's forecast of the same day for the whole period; <see langword="null"/> if it could not be made.</summary>
    public double? Model { get; }

    /// <summary>The model's interval; <see langword="null"/> if there is none.</summary>
    public StatisticalInterval? ModelInterval { get; }

    /// <summary>The naive forecast of the same day for the whole period; <see langword="null"/> if it could not be made.</summary>
    public double? Naive { get; }

    /// <summary>Why the model could not forecast; <see langword="null"/> if it could.</summary>
    public string? Missing { get; }

    /// <summary>Actual - call: above 0 if the call was too low; <see langword="null"/> without an actual amount.</summary>
    public double? Error => Actual - (double)Call.Amount;

    /// <summary>Actual - model: above 0 if the model was too low; <see langword="null"/> without either.</summary>
    public double? ModelError => Actual - Model;

    internal bool? IsWithinRange => Actual is { } actual && Call is { Low: { } low, High: { } high } ? actual >= (double)low
        && actual <= (double)high : null;

    internal bool? IsWithinModelInterval => Actual is { } actual ? ModelInterval?.Contains(actual) : null;

    /// <summary>The call, the model and the amount won, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{Call}; model {Shown(Model)}, actual {Shown(Actual)}";

    private static string Shown(double? amount) => amount is { } known ? InvariantText.Of(Math.Round(known)) : "unknown";
}

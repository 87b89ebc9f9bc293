using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>A part of a combination, what it counts for, and why. Immutable.</summary>
public sealed class ForecastPart
{
    internal ForecastPart(string model, double weight, int forecasts, double? error, IReadOnlyList<double>? means, TooLittleHistoryException? missing)
    {
        Model = model;
        Weight = weight;
        Forecasts = forecasts;
        RootMeanSquaredError = error;
        Means = means is null ? null : Array.AsReadOnly([.. means]);
        Missing = missing;
    }

    /// <summary>The id of the model.</summary>
    public string Model { get; }

    /// <summary>What it counts for, from 0 to 1; the weights add up to 1.</summary>
    public double Weight { get; }

    /// <summary>How many monthly forecasts of it could be compared with what was won, all of them before the day of this forecast.</summary>
    public int Forecasts { get; }

    /// <summary>The root of their mean squared error, in money; <see langword="null"/> without one.</summary>
    public double? RootMeanSquaredError { get; }

    /// <summary>What it expects of each period; <see langword="null"/> where it has too little history.</summary>
    public IReadOnlyList<double>? Means { get; }

    /// <summary>What it lacks, where its weight is 0 for want of history.</summary>
    public TooLittleHistoryException? Missing { get; }
}

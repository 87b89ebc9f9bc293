using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>A part of a combination, its weight, and the reason for it. Immutable.</summary>
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

    /// <summary>The weight, from 0 to 1; the weights add up to 1.</summary>
    public double Weight { get; }

    /// <summary>The number of its monthly forecasts compared with the amounts won, all before the day of this forecast.</summary>
    public int Forecasts { get; }

    /// <summary>Their root mean squared error, in money; <see langword="null"/> without one.</summary>
    public double? RootMeanSquaredError { get; }

    /// <summary>The mean that it forecasts for each period; <see langword="null"/> if there is too little history.</summary>
    public IReadOnlyList<double>? Means { get; }

    /// <summary>The missing history, if its weight is 0 because there is too little.</summary>
    public TooLittleHistoryException? Missing { get; }
}

using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How calls are compared with a model. Immutable.</summary>
public sealed class CallOptions
{
    /// <summary>Creates options.</summary>
    /// <param name="caller">
    /// Gets who calls a deal, such as the manager of its owner: a call is compared with the deals of its caller. The default is that every
    /// call is about the whole pipeline.
    /// </param>
    /// <param name="model">The model to compare with. The default is <see cref="ForecastModels.Default"/>.</param>
    /// <param name="forecast">Working days and exchange rates. The default is <see cref="ForecastOptions.Default"/>.</param>
    /// <param name="minimumPeriods">
    /// The number of periods that must be over before calls are judged, 3 or more. The default is 6.
    /// </param>
    /// <param name="level">The level of the model's intervals, above 0 and below 1. The default is 0.8.</param>
    /// <param name="confidence">The confidence of the intervals of the bias, above 0 and below 1. The default is 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public CallOptions(
        Func<Opportunity, string?>? caller = null,
        ForecastModel? model = null,
        ForecastOptions? forecast = null,
        int minimumPeriods = 6,
        double level = 0.8,
        double confidence = 0.95)
    {
        Caller = caller;
        Model = model ?? ForecastModels.Default;
        Forecast = forecast ?? ForecastOptions.Default;
        MinimumPeriods = Guard.AtLeast(3, minimumPeriods);
        Level = Guard.OpenUnit(level);
        Confidence = Guard.OpenUnit(confidence);
    }

    /// <summary>The default options.</summary>
    public static CallOptions Default { get; } = new();

    /// <summary>Gets who calls a deal; <see langword="null"/> if every call is about the whole pipeline.</summary>
    public Func<Opportunity, string?>? Caller { get; }

    /// <summary>The model to compare with.</summary>
    public ForecastModel Model { get; }

    /// <summary>Working days and exchange rates.</summary>
    public ForecastOptions Forecast { get; }

    /// <summary>The number of periods that must be over before calls are judged.</summary>
    public int MinimumPeriods { get; }

    /// <summary>The level of the model's intervals.</summary>
    public double Level { get; }

    /// <summary>The confidence of the intervals of the bias.</summary>
    public double Confidence { get; }
}

using System;

namespace Sqo.Qualification;

/// <summary>A forecast that could not be made. Immutable.</summary>
public sealed class BacktestGap
{
    internal BacktestGap(string model, DateTime origin, ForecastPeriod period, TooLittleHistoryException reason)
    {
        Model = model;
        Origin = origin;
        Period = period;
        Reason = reason;
    }

    /// <summary>The id of the model.</summary>
    public string Model { get; }

    /// <summary>The last known day.</summary>
    public DateTime Origin { get; }

    /// <summary>The period to forecast.</summary>
    public ForecastPeriod Period { get; }

    /// <summary>What is missing, how much there is and how much is needed.</summary>
    public TooLittleHistoryException Reason { get; }
}

namespace Sqo.Qualification;

/// <summary>The calls for one period that is over, beside the model's forecasts of the same days. Immutable.</summary>
public sealed class CallPeriod
{
    internal CallPeriod(ForecastPeriod period, int calls, double actual, double call, double? model, double? biasToDate,
        double? modelBiasToDate)
    {
        Period = period;
        Calls = calls;
        Actual = actual;
        Call = call;
        Model = model;
        BiasToDate = biasToDate;
        ModelBiasToDate = modelBiasToDate;
    }

    /// <summary>The period.</summary>
    public ForecastPeriod Period { get; }

    /// <summary>The number of calls for it.</summary>
    public int Calls { get; }

    /// <summary>The amount won.</summary>
    public double Actual { get; }

    /// <summary>The mean of the calls.</summary>
    public double Call { get; }

    /// <summary>The mean of the model's forecasts of the same days; <see langword="null"/> if it made none.</summary>
    public double? Model { get; }

    /// <summary>The bias of the calls for this and all earlier periods; <see langword="null"/> if nothing was won.</summary>
    public double? BiasToDate { get; }

    /// <summary>The bias of the model's forecasts for this and all earlier periods.</summary>
    public double? ModelBiasToDate { get; }
}

namespace Sqo.Qualification;

/// <summary>Whether forecasts tend to be too low or too high.</summary>
public enum CallTendency
{
    /// <summary>Too few periods are over to judge.</summary>
    TooFew = 0,

    /// <summary>The interval of the bias contains 0.</summary>
    Unclear = 1,

    /// <summary>The forecasts are too low: the whole interval of the bias is above 0.</summary>
    TooLow = 2,

    /// <summary>The forecasts are too high: the whole interval of the bias is below 0.</summary>
    TooHigh = 3,
}

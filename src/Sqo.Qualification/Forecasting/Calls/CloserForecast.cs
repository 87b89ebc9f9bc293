namespace Sqo.Qualification;

/// <summary>Whether the calls of a manager or the model's forecasts of the same days were closer to the amounts won.</summary>
public enum CloserForecast
{
    /// <summary>Too few periods are over to judge.</summary>
    TooFew = 0,

    /// <summary>The difference is within its uncertainty.</summary>
    Unclear = 1,

    /// <summary>The calls were closer.</summary>
    Call = 2,

    /// <summary>The model was closer.</summary>
    Model = 3,
}

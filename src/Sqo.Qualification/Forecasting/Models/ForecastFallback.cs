namespace Sqo.Qualification;

/// <summary>A simpler model that was used because there was too little history for the requested one. Immutable.</summary>
public sealed class ForecastFallback
{
    internal ForecastFallback(string asked, string used, TooLittleHistoryException reason)
    {
        Asked = asked;
        Used = used;
        Reason = reason;
    }

    /// <summary>The id of the requested model.</summary>
    public string Asked { get; }

    /// <summary>The id of the model used instead.</summary>
    public string Used { get; }

    /// <summary>What is missing, how much there is and how much is needed.</summary>
    public TooLittleHistoryException Reason { get; }

    /// <summary>"weighted-pipeline instead of time-to-close: ... needs at least ...".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Used} instead of {Asked}: {Reason.Message}";
}

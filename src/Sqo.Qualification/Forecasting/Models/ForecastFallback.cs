namespace Sqo.Qualification;

/// <summary>A plainer model stepped in, because there was too little history for the one that was asked. Immutable.</summary>
public sealed class ForecastFallback
{
    internal ForecastFallback(string asked, string used, TooLittleHistoryException reason)
    {
        Asked = asked;
        Used = used;
        Reason = reason;
    }

    /// <summary>The id of the model that was asked for.</summary>
    public string Asked { get; }

    /// <summary>The id of the model that stepped in.</summary>
    public string Used { get; }

    /// <summary>What is missing, how much there is and how much it takes.</summary>
    public TooLittleHistoryException Reason { get; }

    /// <summary>"weighted-pipeline instead of time-to-close: ... takes at least ...".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Used} instead of {Asked}: {Reason.Message}";
}

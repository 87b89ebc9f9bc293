namespace Sqo.Qualification;

/// <summary>The direction in which the win rate may go from one bin of a number to the next.</summary>
public enum BinTrend
{
    /// <summary>Any: the rate can rise and fall.</summary>
    Any,

    /// <summary>It never falls: a higher number is never worse.</summary>
    Rising,

    /// <summary>It never rises: a higher number is never better.</summary>
    Falling,

    /// <summary>It only rises or only falls, whichever tells more of the outcome.</summary>
    Monotone,
}

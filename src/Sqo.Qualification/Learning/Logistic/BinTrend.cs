namespace Sqo.Qualification;

/// <summary>The direction in which the win rate may go from one bin of a number to the next.</summary>
public enum BinTrend
{
    /// <summary>Any: the rate can rise and fall.</summary>
    Any = 0,

    /// <summary>It never falls: a higher number is never worse.</summary>
    Rising = 1,

    /// <summary>It never rises: a higher number is never better.</summary>
    Falling = 2,

    /// <summary>It only rises or only falls, whichever tells more of the outcome.</summary>
    Monotone = 3,
}
